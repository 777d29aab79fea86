"""What the bank's own entries prove: receipts are told on, all others are held against their orders.

An entry is stored once, by its number. Receipts leave in that same transaction; payouts, debits and what
came back wait as rows without a fate until their order is ready, so that none is lost and none blocks the
others. One without any order is an alarm, and is looked at again should its order still be made.
"""

from collections.abc import Sequence

import asyncpg

from settlement import decisions
from settlement.decisions import Move
from settlement.domain import Entry, EntryKind, Order, OrderId
from settlement.metrics import BANK_ENTRIES, BANK_ENTRY_CONTRADICTIONS
from settlement.store import orders as store
from shared.base.money import Fen
from shared.base.telemetry import get_logger
from shared.messages.settlement import ReceiptCredited
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

TAKE = """
INSERT INTO bank_entry (number, serial, kind, key, amount_fen, credit, booked_on, value_on,
                        reason_code, reason_text, taken_at)
SELECT entry.*, $11
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::uuid[], $5::bigint[], $6::boolean[], $7::date[],
            $8::date[], $9::text[], $10::text[])
    AS entry (number, serial, kind, key, amount_fen, credit, booked_on, value_on, reason_code, reason_text)
ORDER BY number
ON CONFLICT DO NOTHING
RETURNING number
"""


async def take(unit: Unit, entries: Sequence[Entry]) -> int:
    """Store entries that are new, with their effects; return how many were."""
    rows = await unit.connection.fetch(
        TAKE,
        [entry.number for entry in entries],
        [entry.serial for entry in entries],
        [entry.kind.value for entry in entries],
        [entry.key for entry in entries],
        [entry.amount_fen for entry in entries],
        [entry.credit for entry in entries],
        [entry.booked_on for entry in entries],
        [entry.value_on for entry in entries],
        [entry.reason_code for entry in entries],
        [entry.reason_text for entry in entries],
        unit.clock.now(),
    )
    numbers = {row["number"] for row in rows}
    new = [entry for entry in entries if entry.number in numbers]
    for entry in new:
        BANK_ENTRIES.labels(entry.kind.value).inc()
        if entry.kind is EntryKind.RECEIPT:
            unit.emit(_receipt(entry))
    return len(new)


def _receipt(entry: Entry) -> ReceiptCredited:
    return ReceiptCredited(
        bank_serial=entry.serial,
        amount_fen=entry.amount_fen,
        payer_name=entry.payer_name,
        remittance_information=entry.remittance_information,
        value_date=entry.value_on,
    )


# An order that is still sent gets its answer from the request that is on its way.
WAITING = """
SELECT e.*
FROM bank_entry e LEFT JOIN payment_order o ON o.order_id = e.key
WHERE (e.fate IS NULL OR (e.fate = 'unmatched' AND o.order_id IS NOT NULL))
  AND e.kind IN ('payout', 'return', 'debit', 'reversal')
  AND (o.state IS NULL OR o.state <> 'sent')
  AND (e.kind IN ('payout', 'debit') OR o.state IS NULL OR o.state NOT IN ('to_send', 'unknown'))
ORDER BY e.number
LIMIT $1
FOR UPDATE OF e SKIP LOCKED
"""

SET_FATE = """
UPDATE bank_entry e SET fate = f.fate
FROM unnest($1::bigint[], $2::text[]) AS f (number, fate)
WHERE e.number = f.number AND (e.fate IS NULL OR e.fate = 'unmatched')
"""


async def settle_waiting(context: Context) -> bool:
    """Hold waiting entries against their orders, one move an order; say whether there may be more."""
    async with context.unit() as unit:
        rows = await unit.connection.fetch(WAITING, WAITING_MAX_ENTRIES)
        if not rows:
            return False
        entries = [_entry(row) for row in rows]
        orders = await store.lock(unit.connection, {entry.key for entry in entries if entry.key})
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
        await store.write(unit, list(moves.values()))
        await unit.connection.execute(SET_FATE, list(fates), list(fates.values()))
        return bool(fates) and (len(fates) < len(rows) or len(rows) == WAITING_MAX_ENTRIES)


def _held_against(order: Order | None, entry: Entry) -> tuple[Reception, Move | None]:
    if order is None:
        return Reception.CONTRADICTION, None
    return decisions.booked(order, entry)


def _entry(row: "asyncpg.Record") -> Entry:
    return Entry(
        number=row["number"],
        serial=row["serial"],
        kind=EntryKind(row["kind"]),
        amount_fen=Fen(row["amount_fen"]),
        credit=row["credit"],
        booked_on=row["booked_on"],
        value_on=row["value_on"],
        key=OrderId(row["key"]) if row["key"] else None,
        reason_code=row["reason_code"],
        reason_text=row["reason_text"],
    )
