"""Settlement: one payment order for each approval, sent to the bank over the same link as our own."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncSession

from settlement.domain import Answer, Counterparty, OrderId, Transaction, Verdict
from settlement.iso20022 import Centre, payment_initiation, read_report, status_request
from settlement.settings import Settings
from settlement.work.link import BankLink
from shared.base.money import Fen
from shared.messages.settlement import PaymentSucceeded
from shared.messages.withdrawals import WithdrawalApproved

from .models import PaymentOrder, PaymentOrderHistory
from .plumbing import Service, emit

settings = Settings()
service = Service("settlement", settings)
link = BankLink(settings)


async def approved(session: AsyncSession, event: WithdrawalApproved) -> None:
    """Commit the order as sent, send it, commit what came of it; after a crash, ask the bank first."""
    async with session.begin():
        order = await session.get(PaymentOrder, event.application_id, with_for_update=True)
        sent_before = order is not None
        if order is None:
            order = PaymentOrder(
                application_id=event.application_id,
                amount_fen=event.amount_fen,
                card_sealed=event.card,
                holder_sealed=event.holder_name,
                remittance=f"住房公积金提取 {event.kind_text}",
                state="sent",
                sent_at=datetime.now(UTC),
            )
            session.add(order)
            await session.flush()
            _note(session, order, "已提交银行")
        if order.state == "succeeded":
            return
    answer = await _asked(order) if sent_before else await _sent(order)
    if answer.verdict is not Verdict.PAID or answer.paid_on is None:
        raise RuntimeError(f"the bench's bank pays, but said {answer.verdict}")
    async with session.begin():
        order = await session.get_one(PaymentOrder, event.application_id, with_for_update=True)
        order.state, order.bank_serial, order.paid_on = (
            "succeeded",
            answer.bank_serial,
            answer.paid_on,
        )
        _note(session, order, f"银行付款成功，流水号{answer.bank_serial}")
        emit(
            session,
            PaymentSucceeded(
                application_id=order.application_id,
                amount_fen=order.amount_fen,
                bank_serial=answer.bank_serial,
                paid_on=answer.paid_on,
            ),
        )


async def _sent(order: PaymentOrder) -> Answer:
    opened = service.personal_data.open
    key, fen = OrderId(order.application_id), Fen(order.amount_fen)
    payee = Counterparty(opened(order.holder_sealed), opened(order.card_sealed))
    payment = Transaction(key, fen, payee, order.remittance)
    centre = Centre(settings.centre_name, settings.special_account)
    body = payment_initiation(uuid4(), [payment], centre, datetime.now(UTC))
    return read_report(await link.pay(body)).about(key, fen)


async def _asked(order: PaymentOrder) -> Answer:
    key = OrderId(order.application_id)
    body = status_request(uuid4(), [key], datetime.now(UTC))
    return read_report(await link.ask(body)).about(key, Fen(order.amount_fen))


def _note(session: AsyncSession, order: PaymentOrder, text: str) -> None:
    session.add(
        PaymentOrderHistory(application_id=order.application_id, state=order.state, text=text)
    )


service.listen("pay-approved-withdrawals", {WithdrawalApproved: approved}, alone=False)

if __name__ == "__main__":
    service.run()
