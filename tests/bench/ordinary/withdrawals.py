"""Applications: accepted over HTTP, moved along by the other services' events."""

import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import Header, HTTPException, Response
from pydantic import BaseModel
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from shared.base.clock import SystemClock
from shared.base.identifiers import BankCard
from shared.base.settings import ServiceSettings
from shared.identity.principal import InvalidToken, Role
from shared.messages.accounts import FundsReserved
from shared.messages.loans import LoanDebtChecked
from shared.messages.settlement import PaymentSucceeded
from shared.messages.withdrawals import (
    FundsConditions,
    LoanQuestion,
    WithdrawalApproved,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalSubmitted,
)

from .models import Application, ApplicationHistory, IdempotencyKey
from .plumbing import Service, emit

KIND_TEXT = "离退休提取"
PAID_WITHIN_DAYS = 3

service = Service("withdrawals", ServiceSettings())


class NewApplication(BaseModel):
    """What a citizen asks for."""

    kind: str
    card_number: str


class Accepted(BaseModel):
    """Where it can be followed."""

    id: uuid.UUID
    kind: str
    state: str
    card_tail: str
    submitted_at: datetime
    pay_by: date


@service.router.post("/api/withdrawals/applications", status_code=202)
async def apply(
    body: NewApplication,
    authorization: Annotated[str, Header()],
    idempotency_key: Annotated[str, Header()],
) -> Response:
    """Accept an application, once for its key."""
    try:
        caller = await service.tokens.verify(authorization.removeprefix("Bearer "))
    except InvalidToken as error:
        raise HTTPException(401) from error
    if caller.role is not Role.INDIVIDUAL or caller.person_id is None:
        raise HTTPException(403)
    card = BankCard.parse(body.card_number)
    digest = service.personal_data.lookup_hash(body.model_dump_json())
    try:
        async with service.transaction() as session:
            known = await session.get(IdempotencyKey, (caller.identity_id, idempotency_key))
            if known is not None:
                if known.request_hash != digest:
                    raise HTTPException(422)
                return _answer(known.answer)
            made = _application(body.kind, card, caller.person_id, caller.channel)
            session.add(made)
            await session.flush()
            note(session, made, "submitted", "已提交申请")
            answer = Accepted.model_validate(made, from_attributes=True).model_dump_json()
            session.add(
                IdempotencyKey(
                    identity_id=caller.identity_id,
                    key=idempotency_key,
                    request_hash=digest,
                    answer=answer,
                )
            )
            emit(session, _submitted(made))
    except IntegrityError as error:
        raise HTTPException(409) from error
    return _answer(answer)


def _answer(text: str) -> Response:
    return Response(text, 202, media_type="application/json")


def _application(kind: str, card: BankCard, person_id: uuid.UUID, channel: str) -> Application:
    now = datetime.now(UTC)
    return Application(
        id=uuid.uuid4(),
        person_id=person_id,
        kind=kind,
        state="submitted",
        is_open=True,
        channel=channel,
        card_sealed=service.personal_data.seal(card.value),
        card_hash=service.personal_data.lookup_hash(card.value),
        card_tail=card.tail,
        accepted_on=now.date(),
        pay_by=now.date() + timedelta(days=PAID_WITHIN_DAYS),
        submitted_at=now,
    )


def _submitted(made: Application) -> WithdrawalSubmitted:
    return WithdrawalSubmitted(
        application_id=made.id,
        person_id=made.person_id,
        kind=made.kind,
        loan_question=LoanQuestion.UNPAID,
        accepted_on=made.accepted_on,
        deadline_on=made.pay_by,
        channel=made.channel,
    )


def note(session: AsyncSession, made: Application, step: str, text: str) -> None:
    """Add a line to the history."""
    session.add(ApplicationHistory(application_id=made.id, step=step, state=made.state, text=text))


async def _locked(session: AsyncSession, application_id: uuid.UUID) -> Application:
    query = select(Application).where(Application.id == application_id).with_for_update()
    return (await session.scalars(query)).one()


async def debt_checked(session: AsyncSession, event: LoanDebtChecked) -> None:
    """Nothing is owed: ask for the money."""
    made = await _locked(session, event.application_id)
    if made.state != "submitted":
        return
    if event.unpaid_as_borrower or event.unpaid_as_co_borrower:
        made.state, made.is_open = "rejected", False
        note(session, made, "rejected", "有未结清的公积金贷款")
        return
    made.state = "funds_requested"
    note(session, made, "funds_requested", "正在核实账户")
    emit(
        session,
        WithdrawalFundsRequested(
            application_id=made.id,
            person_id=made.person_id,
            round=1,
            conditions=FundsConditions(closing=True, sealed_required=True),
            business_date=SystemClock().today(),
        ),
    )


async def funds_reserved(session: AsyncSession, event: FundsReserved) -> None:
    """The money is frozen: approve."""
    made = await _locked(session, event.application_id)
    if made.state != "funds_requested":
        return
    made.state = "approved"
    made.account_tail = event.account_tail
    made.holder_name_sealed = event.holder_name
    made.principal_fen, made.interest_fen = event.principal_fen, event.interest_fen
    made.amount_fen, made.balance_after_fen = event.amount_fen, event.balance_after_fen
    note(session, made, "funds_reserved", "账户资金已冻结")
    note(session, made, "approved", "审批通过")
    emit(
        session,
        WithdrawalApproved(
            application_id=made.id,
            person_id=made.person_id,
            kind_text=KIND_TEXT,
            amount_fen=event.amount_fen,
            card=made.card_sealed,
            card_tail=made.card_tail,
            holder_name=event.holder_name,
            account_tail=event.account_tail,
            approved_on=SystemClock().today(),
            deadline_on=made.pay_by,
        ),
    )


async def payment_succeeded(session: AsyncSession, event: PaymentSucceeded) -> None:
    """The bank paid: done."""
    made = await _locked(session, event.application_id)
    if made.state != "approved":
        return
    made.state, made.is_open = "paid", False
    made.paid_on, made.bank_serial = event.paid_on, event.bank_serial
    note(session, made, "paid", f"银行已付款，流水号{event.bank_serial}")
    known: dict[str, Any] = {
        name: getattr(made, name)
        for name in ("amount_fen", "principal_fen", "interest_fen", "balance_after_fen")
    }
    emit(
        session,
        WithdrawalPaid(
            application_id=made.id,
            person_id=made.person_id,
            kind_text=KIND_TEXT,
            card_tail=made.card_tail,
            account_tail=str(made.account_tail),
            paid_on=event.paid_on,
            bank_serial=event.bank_serial,
            **known,
        ),
    )


service.listen(
    "follow-applications",
    {
        LoanDebtChecked: debt_checked,
        FundsReserved: funds_reserved,
        PaymentSucceeded: payment_succeeded,
    },
)

if __name__ == "__main__":
    service.run()
