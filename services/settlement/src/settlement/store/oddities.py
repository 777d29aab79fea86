"""Entries of the bank that nobody can believe as they stand, kept for staff, and what staff say of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from settlement.domain import OddEntryRow
from shared.base.db import Connection, typed_or_none


@dataclass(frozen=True, repr=False)
class NewOddity:
    """One to keep; its content sealed, since it may name a payer."""

    row_id: UUID
    number: int | None
    flaw: str
    content_sealed: str
    content_hash: str


NOTE = """
INSERT INTO odd_entry (row_id, number, flaw, content_sealed, content_hash, noted_at)
SELECT odd.*, $6 FROM unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[], $5::text[])
    AS odd (row_id, number, flaw, content_sealed, content_hash)
ON CONFLICT ON CONSTRAINT told_once DO NOTHING
RETURNING id
"""


async def note(connection: Connection, odd: Sequence[NewOddity], now: datetime) -> int:
    """Keep odd entries, one that was told before once; return how many are new."""
    rows = await connection.fetch(
        NOTE,
        [one.row_id for one in odd],
        [one.number for one in odd],
        [one.flaw for one in odd],
        [one.content_sealed for one in odd],
        [one.content_hash for one in odd],
        now,
    )
    return len(rows)


LOCK = "SELECT * FROM odd_entry WHERE id = $1 FOR UPDATE"


async def lock(connection: Connection, odd_id: int) -> OddEntryRow | None:
    """Lock an odd entry, explained or not."""
    return typed_or_none(OddEntryRow, await connection.fetchrow(LOCK, odd_id))


EXPLAIN = """
UPDATE odd_entry SET explanation = $2, explained_by = $3, explained_by_name = $4, explained_at = $5
WHERE id = $1
"""


async def explain(
    connection: Connection, odd_id: int, text: str, staff: tuple[UUID, str], now: datetime
) -> None:
    """Write down what became of an odd entry that the caller has locked."""
    await connection.execute(EXPLAIN, odd_id, text, *staff, now)
