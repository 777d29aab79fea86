"""What the bank booked on the special account: its entries, how far they were read, what became of each."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import asyncpg

from settlement.domain import Entry, EntryKind, OrderId
from shared.base.db import Connection, Pool
from shared.base.money import Fen

READER_LOCK_KEY = 0x5E77
"""Advisory lock held by the one reader."""

HOLD_READING = "SELECT pg_try_advisory_lock($1)"


async def hold_reading(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    """Try to become the one reader, for as long as this connection lives."""
    return bool(await connection.fetchval(HOLD_READING, READER_LOCK_KEY))


LAST_NUMBER = "SELECT last_number FROM bank_cursor"


async def last_number(pool: Pool) -> int:
    """Return the number up to which entries were read."""
    number: int = await pool.fetchval(LAST_NUMBER)
    return number


MOVE_CURSOR = "UPDATE bank_cursor SET last_number = $1 WHERE last_number < $1"


async def move_cursor(connection: Connection, number: int) -> None:
    """Say that entries were read up to this number; it never goes back."""
    await connection.execute(MOVE_CURSOR, number)


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


async def take(connection: Connection, entries: Sequence[Entry], now: datetime) -> set[int]:
    """Store entries; return the numbers of those that are new."""
    rows = await connection.fetch(
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
        now,
    )
    return {row["number"] for row in rows}


CLASHING = """
SELECT told.place
FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[])
    WITH ORDINALITY AS told (number, serial, fen, kind, place)
WHERE NOT EXISTS (
    SELECT FROM bank_entry e WHERE e.number = told.number AND e.serial = told.serial
        AND e.amount_fen = told.fen AND e.kind = told.kind)
ORDER BY told.place
"""


async def clashing(connection: Connection, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that could not be stored, since another has their number or their serial."""
    rows = await connection.fetch(
        CLASHING,
        [entry.number for entry in entries],
        [entry.serial for entry in entries],
        [entry.amount_fen for entry in entries],
        [entry.kind.value for entry in entries],
    )
    return [entries[row["place"] - 1] for row in rows]


# An order that is still sent gets its answer from the request that is on its way.
READY = """
FROM bank_entry e LEFT JOIN payment_order o ON o.order_id = e.key
WHERE (e.fate IS NULL OR (e.fate = 'unmatched' AND o.order_id IS NOT NULL))
  AND e.kind IN ('payout', 'return', 'debit', 'reversal')
  AND (o.state IS NULL OR o.state <> 'sent')
  AND (e.kind IN ('payout', 'debit') OR o.state IS NULL OR o.state NOT IN ('to_send', 'unknown'))
"""
WAITING = f"""
SELECT e.*
{READY}
ORDER BY e.number
LIMIT $1
FOR UPDATE OF e SKIP LOCKED
"""


async def lock_waiting(connection: Connection, limit: int) -> list[Entry]:
    """Lock entries whose order is ready for them, or which have none."""
    return [_entry(row) for row in await connection.fetch(WAITING, limit)]


SET_FATE = """
UPDATE bank_entry e SET fate = f.fate
FROM unnest($1::bigint[], $2::text[]) AS f (number, fate)
WHERE e.number = f.number AND (e.fate IS NULL OR e.fate = 'unmatched')
"""


async def set_fates(connection: Connection, fates: Mapping[int, str]) -> None:
    """Say what became of entries, by number."""
    await connection.execute(SET_FATE, list(fates), list(fates.values()))


# Whatever of its key waited for the order to end has been looked at by people now.
SETTLE_ENTRIES = "UPDATE bank_entry SET fate = 'contradicted' WHERE key = $1 AND fate IS NULL"


async def settle_by_people(connection: Connection, order_id: UUID) -> None:
    """End the waiting of all entries of an order that people have concluded."""
    await connection.execute(SETTLE_ENTRIES, order_id)


STANDING = """
SELECT coalesce(sum(CASE WHEN credit THEN amount_fen ELSE -amount_fen END), 0)::bigint
FROM bank_entry WHERE key = $1
"""


async def standing(connection: Connection, order_id: UUID) -> Fen:
    """Return what the bank's entries of a key add up to."""
    return Fen(await connection.fetchval(STANDING, order_id))


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
