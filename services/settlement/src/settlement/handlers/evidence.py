"""What the bank's own entries prove: receipts are told on, all others are held against their orders.

An entry is stored once, by its number. Receipts leave in that same transaction; payouts, debits and what
came back wait as rows without a fate until their order is ready, so that none is lost and none blocks the
others. One without any order is an alarm, and is looked at again should its order still be made.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from uuid import uuid4

from settlement import announcements, decisions
from settlement.decisions import Move
from settlement.domain import Entry, EntryKind, Notification, OddEntry, Order, OrderId
from settlement.handlers.outcomes import write
from settlement.metrics import BANK_ENTRIES, BANK_ENTRY_CONTRADICTIONS, BANK_ODDITIES
from settlement.sealed import ODD_CONTENT
from settlement.store import entries as store
from settlement.store import oddities
from settlement.store.oddities import NewOddity
from settlement.store.orders import lock
from shared.base.telemetry import get_logger
from shared.messaging.states import Reception
from shared.messaging.unit import Context, Unit
from shared.sealing.personal_data import PersonalData

WAITING_MAX_ENTRIES = 500

_FATES = {
    Reception.ACT: "settled",
    Reception.STALE: "agreed",
    Reception.CONTRADICTION: "contradicted",
}

UNMATCHED = "unmatched"

log = get_logger()


async def read_up_to(unit: Unit, told: Notification) -> bool:
    """Take what a notification told, and move the cursor past it; False where nothing in it has a number."""
    await take(unit, told.entries)
    await note_odd(unit, told.odd)
    odd = [one.number for one in told.odd if one.number is not None]
    numbers = [*(entry.number for entry in told.entries), *odd]
    if numbers:
        await store.move_cursor(unit.connection, max(numbers))
    return bool(numbers)


async def take(unit: Unit, entries: Sequence[Entry]) -> None:
    """Store entries that are new, with their effects; one that another stands in the way of is odd."""
    numbers = await store.take(unit.connection, entries, unit.clock.now())
    new = [entry for entry in entries if entry.number in numbers]
    for entry in new:
        BANK_ENTRIES.labels(entry.kind.value).inc()
        if entry.kind is EntryKind.RECEIPT:
            unit.emit(announcements.receipt_credited(entry))
    if len(new) < len(entries):
        clashing = await store.clashing(unit.connection, entries)
        await note_odd(unit, [_clash(entry) for entry in clashing])


def _clash(entry: Entry) -> OddEntry:
    words = json.dumps(asdict(entry), default=str, ensure_ascii=False)
    return OddEntry(entry.number, "another entry has its number or its serial", words)


async def note_odd(unit: Unit, odd: Sequence[OddEntry]) -> None:
    """Keep for staff what cannot be believed as it stands, once, and raise the alarm."""
    if not odd:
        return
    kept = [_kept(unit.personal_data, one) for one in odd]
    new = await oddities.note(unit.connection, kept, unit.clock.now())
    if new:
        BANK_ODDITIES.labels("entry").inc(new)
        flaws = sorted({one.flaw for one in odd})
        log.error("odd entries of the bank set aside for staff", entries=new, flaws=flaws)


def _kept(data: PersonalData, odd: OddEntry) -> NewOddity:
    row_id = uuid4()
    sealed = data.seal(odd.content, ODD_CONTENT, row_id)
    return NewOddity(row_id, odd.number, odd.flaw, sealed, data.lookup_hash(odd.content))


async def settle_waiting(context: Context) -> bool:
    """Hold waiting entries against their orders, one move an order; say whether there may be more."""
    async with context.unit() as unit:
        entries = await store.lock_waiting(unit.connection, WAITING_MAX_ENTRIES)
        if not entries:
            return False
        orders = await lock(unit.connection, {entry.key for entry in entries if entry.key})
        moves: dict[OrderId, Move] = {}
        fates: dict[int, str] = {}
        for entry in entries:
            if entry.key in moves:
                continue
            order = orders.get(entry.key) if entry.key else None
            reception, move = _held_against(order, entry)
            if move is not None:
                moves[move.order.order_id] = move
            if reception in _FATES:
                fates[entry.number] = _FATES[reception] if order else UNMATCHED
            if reception is Reception.CONTRADICTION:
                BANK_ENTRY_CONTRADICTIONS.inc()
                log.error("an entry contradicts the orders", number=entry.number, kind=entry.kind)
        await write(unit, list(moves.values()))
        await store.set_fates(unit.connection, fates)
        return bool(fates) and (len(fates) < len(entries) or len(entries) == WAITING_MAX_ENTRIES)


def _held_against(order: Order | None, entry: Entry) -> tuple[Reception, Move | None]:
    if order is None:
        return Reception.CONTRADICTION, None
    return decisions.booked(order, entry)
