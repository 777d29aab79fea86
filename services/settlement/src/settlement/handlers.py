"""Approvals become payment orders, and what the ledger booked is remembered; nothing commits here."""

from collections.abc import Sequence

from settlement import ledger, store
from settlement.domain import ApplicationId, Payee, Payment
from settlement.iso20022.requests import can_be_written
from shared.messages.accounts import FundsPosted, FundsRestored, ReceiptRecorded
from shared.messages.withdrawals import WithdrawalApproved
from shared.money import Fen
from shared.personal_data import UnreadablePersonalData
from shared.tracing import current_traceparent
from shared.unit import Unit


async def withdrawal_approved(unit: Unit, events: Sequence[WithdrawalApproved]) -> None:
    """Make one payment order of each approval (R-WDR-13); other content for the same key is parked."""
    orders: dict[int, store.NewOrder] = {}
    for event in events:
        try:
            payment = _payment(unit, event)
        except UnreadablePersonalData as error:
            unit.park(event, f"card or holder cannot be unsealed: {error}")
            continue
        if event.amount_fen <= 0 or not can_be_written(payment):
            unit.park(event, "no bank could execute this: amount, card, holder or purpose")
            continue
        orders[id(event)] = _order(unit, event, payment)
    if not orders:
        return
    await store.insert(unit, list(orders.values()))
    known = await store.contents(unit.connection, {event.application_id for event in events})
    for event in events:
        order = orders.get(id(event))
        if order is not None and known[event.application_id] != order.content_hash:
            unit.park(event, "this application has a payment order with other content")


def _payment(unit: Unit, event: WithdrawalApproved) -> Payment:
    payee = Payee(unit.personal_data.open(event.holder_name), unit.personal_data.open(event.card))
    remittance = f"住房公积金提取 {event.kind_text}"
    return Payment(ApplicationId(event.application_id), Fen(event.amount_fen), payee, remittance)


def _order(unit: Unit, event: WithdrawalApproved, payment: Payment) -> store.NewOrder:
    payee = payment.payee
    content = f"{payment.amount_fen}\n{payee.card_number}\n{payee.holder_name}"
    return store.NewOrder(
        application_id=event.application_id,
        amount_fen=event.amount_fen,
        card_sealed=event.card,
        card_tail=payee.card_number[-4:],
        holder_sealed=event.holder_name,
        remittance=payment.remittance_information,
        content_hash=unit.personal_data.lookup_hash(content),
        approved_on=event.approved_on,
        deadline_on=event.deadline_on,
        traceparent=unit.traceparents.get(event.subject) or current_traceparent(),
    )


async def receipt_recorded(unit: Unit, events: Sequence[ReceiptRecorded]) -> None:
    """A receipt stands in the ledger."""
    await ledger.remember(unit, "receipt", [(event, event.value_date) for event in events])


async def funds_posted(unit: Unit, events: Sequence[FundsPosted]) -> None:
    """A payout stands in the ledger."""
    await ledger.remember(unit, "payout", [(event, event.posted_on) for event in events])


async def funds_restored(unit: Unit, events: Sequence[FundsRestored]) -> None:
    """A payout that came back stands in the ledger."""
    await ledger.remember(unit, "return", [(event, event.restored_on) for event in events])
