"""What the bank did with refunds, booked: paid, refused, or sent back. Facts may repeat and overtake."""

from collections.abc import Sequence
from typing import TypeVar

from accounts import deposit_announcements
from accounts.handlers import back_payments, remittances
from accounts.rules.refunds import PROCESS, Fact
from accounts.store import refunds as store
from accounts.store.refunds import Refund, Return
from shared.messages.refunds import (
    RefundEvent,
    RefundFailed,
    RefundReturned,
    RefundSucceeded,
    RefundUnknown,
)
from shared.messaging.states import Reception
from shared.messaging.unit import Received, Unit, events_of

E = TypeVar("E", bound=RefundEvent)


async def note_unknown(unit: Unit, batch: Sequence[Received[RefundUnknown]]) -> None:
    """Nobody knows yet: the money stays held."""
    acted = await _acted(unit, batch, Fact.UNKNOWN)
    if acted:
        await store.note_unknown(unit.connection, [refund.id for _, refund in acted])


async def post(unit: Unit, batch: Sequence[Received[RefundSucceeded]]) -> None:
    """The bank paid: the money leaves suspense."""
    acted = await _acted(unit, batch, Fact.SUCCEEDED)
    if not acted:
        return
    today = unit.clock.today()
    refunds = [refund for _, refund in acted]
    await store.post(unit.connection, refunds, [event.paid_on for event, _ in acted], today)
    for refund in refunds:
        unit.emit(deposit_announcements.refund_posted(refund.id, refund.amount_fen, today))


async def release(unit: Unit, batch: Sequence[Received[RefundFailed]]) -> None:
    """The bank refused: the money is free in suspense, and books the list that it names if it does."""
    ids = [event.refund_id for event in events_of(batch)]
    references = await store.references(unit.connection, ids)
    lists = await remittances.locked_for(unit, references)
    backs = await back_payments.locked_for(unit, references)
    acted = await _acted(unit, batch, Fact.FAILED)
    if not acted:
        return
    refunds = [refund for _, refund in acted]
    reasons = [event.reason_text for event, _ in acted]
    await store.fail(unit.connection, refunds, reasons, unit.clock.today())
    await remittances.book_awaiting(unit, lists)
    await back_payments.book_awaiting(unit, backs)


async def take_back(unit: Unit, batch: Sequence[Received[RefundReturned]]) -> None:
    """The receiving bank sent it back: it lies in suspense again, once."""
    acted = await _acted(unit, batch, Fact.RETURNED)
    if not acted:
        return
    now, today = unit.clock.now(), unit.clock.today()
    returns = [
        Return(event.refund_id, event.bank_serial, event.returned_on, event.reason_text)
        for event, _ in acted
    ]
    await store.come_back(unit, returns, now, today)
    for _, refund in acted:
        unit.emit(deposit_announcements.refund_restored(refund.id, refund.amount_fen, today))


async def _acted(unit: Unit, batch: Sequence[Received[E]], fact: Fact) -> list[tuple[E, Refund]]:
    """Lock the refunds, and return those on which the fact acts, each once."""
    refunds = await store.lock(unit.connection, [event.refund_id for event in events_of(batch)])
    acted: dict[Refund, E] = {}
    for received in batch:
        refund = refunds.get(received.event.refund_id)
        told_fen = getattr(received.event, "amount_fen", None)
        if refund is None:
            unit.park(received, "no such refund was ordered here")
        elif told_fen not in (None, refund.amount_fen):
            unit.park(received, f"{told_fen} fen, but {refund.amount_fen} fen were ordered")
        else:
            match PROCESS.receive(refund.state, fact):
                case Reception.ACT:
                    acted.setdefault(refund, received.event)
                case Reception.EARLY:
                    unit.retry_later(received, "what comes before it is not booked yet")
                case Reception.CONTRADICTION:
                    unit.park(received, f"the refund is {refund.state}")
    return [(event, refund) for refund, event in acted.items()]
