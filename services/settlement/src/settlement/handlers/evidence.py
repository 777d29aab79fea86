"""What the bank's own entries prove: receipts are told on, all others are held against their orders.

An entry is stored once, by its number. Receipts leave in that same transaction; payouts, debits and what
came back wait as rows without a fate until their order is ready, so that none is lost and none blocks the
others. One without any order is an alarm, and is looked at again should its order still be made.
"""

from collections.abc import Sequence

from settlement import announcements, decisions
from settlement.decisions import Move
from settlement.domain import Entry, EntryKind, Order, OrderId
from settlement.handlers.outcomes import write
from settlement.metrics import BANK_ENTRIES, BANK_ENTRY_CONTRADICTIONS
from settlement.store import entries as store
from settlement.store.orders import lock
from shared.base.telemetry import get_logger
from shared.messaging.states import Reception
from shared.messaging.unit import Context, Unit

WAITING_MAX_ENTRIES = 500

_FATES = {
    Reception.ACT: "settled",
    Reception.STALE: "agreed",
    Reception.CONTRADICTION: "contradicted",
}

UNMATCHED = "unmatched"

log = get_logger()


async def read_up_to(unit: Unit, entries: Sequence[Entry]) -> None:
    """Take what a notification told, and move the cursor past it."""
    await take(unit, entries)
    await store.move_cursor(unit.connection, entries[-1].number)


async def take(unit: Unit, entries: Sequence[Entry]) -> int:
    """Store entries that are new, with their effects; return how many were."""
    numbers = await store.take(unit.connection, entries, unit.clock.now())
    new = [entry for entry in entries if entry.number in numbers]
    for entry in new:
        BANK_ENTRIES.labels(entry.kind.value).inc()
        if entry.kind is EntryKind.RECEIPT:
            unit.emit(announcements.receipt_credited(entry))
    return len(new)


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
