"""What the bank says of shares: of their cards, and of their orders. Facts may repeat and overtake."""

from collections.abc import Sequence
from dataclasses import replace

from shared.messages.base import Event
from shared.messages.cards import CardChecked, CardVerdict
from shared.messages.settlement import (
    PaymentFailed,
    PaymentReturned,
    PaymentSucceeded,
    PaymentUnknown,
)
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import announcements
from withdrawals import estates as rules
from withdrawals.estates import PROCESS, Estate, Fact, Heir, Payment, Step
from withdrawals.handlers import estates as handlers
from withdrawals.store import estates as store

FACTS: dict[type[Event], Fact] = {
    PaymentUnknown: Fact.UNKNOWN,
    PaymentSucceeded: Fact.SUCCEEDED,
    PaymentFailed: Fact.FAILED,
    PaymentReturned: Fact.RETURNED,
}


async def cards_checked(unit: Unit, batch: Sequence[Received[CardChecked]]) -> None:
    """The bank said whose cards they are: order, or hold the share."""
    told = {event.check_id: event for event in events_of(batch)}
    locked = await store.payments_by_check(unit.connection, told)
    payments = {one.check_id: one for one in locked}
    for said in told.values():
        payment = payments.get(said.check_id)
        if payment is None or PROCESS.receive(payment.state, Fact.CARD) is not Reception.ACT:
            continue
        estate, heir = await _whose(unit, payment)
        if said.verdict is CardVerdict.MATCHED:
            moved = await handlers.order(unit, payment, estate, heir)
        else:
            reason = rules.refused_card(said.verdict, said.reason_code)
            moved = handlers.stepped(payment, Step.HOLD, reason=reason)
        await store.save(unit.connection, [moved])


async def _whose(unit: Unit, payment: Payment) -> tuple[Estate, Heir]:
    estate = await store.lock(unit.connection, payment.estate_id)
    assert estate is not None, "a payment belongs to an estate"
    heirs = {one.id: one for one in await store.heirs_of(unit.connection, estate.id)}
    return estate, heirs[payment.heir_id]


async def follow(unit: Unit, strangers: Sequence[Received[Event]]) -> None:
    """Take facts about orders that are no application's; those that are no share's either are parked."""
    ids = [getattr(received.event, "application_id") for received in strangers]  # noqa: B009
    payments = {one.id: one for one in await store.payments(unit.connection, ids)}
    for received, payment_id in zip(strangers, ids, strict=True):
        payment, fact = payments.get(payment_id), FACTS.get(type(received.event))
        if payment is None or fact is None:
            unit.park(received, "there is no such application")
            continue
        match PROCESS.receive(payment.state, fact):
            case Reception.EARLY:
                unit.retry_later(received, f"{fact} came in state {payment.state}")
            case Reception.CONTRADICTION:
                unit.park(received, f"{fact} cannot be true in state {payment.state}")
            case Reception.ACT:
                if (moved := await _moved(unit, received, payment)) is not None:
                    payments[payment_id] = moved
                    await store.save(unit.connection, [moved])
    await handlers.done(unit, {one.estate_id for one in payments.values()})


async def _moved(unit: Unit, received: Received[Event], payment: Payment) -> Payment | None:
    event = received.event
    if getattr(event, "amount_fen", payment.fen) != payment.fen:
        unit.park(received, f"the bank tells another amount than {payment.fen} fen")
        return None
    estate, _ = await _whose(unit, payment)
    match event:
        case PaymentSucceeded():
            paid = handlers.stepped(payment, Step.PAY)
            unit.emit(announcements.share_paid(estate, paid, event.paid_on, event.bank_serial))
            return replace(paid, paid_on=event.paid_on, bank_serial=event.bank_serial, reason=None)
        case PaymentFailed():
            return handlers.stepped(payment, Step.HOLD, reason=rules.failed_text(event.reason_code))
        case PaymentReturned():
            text = rules.returned_text(event.reason_code)
            unit.emit(announcements.share_came_back(estate, payment, text, event.returned_on))
            return handlers.stepped(payment, Step.COME_BACK, reason=text)
        case _:
            return None
