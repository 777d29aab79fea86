"""Disputes (异议) as the person and the centre see them, and how many wait too long."""

from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_COLUMNS = """
SELECT dispute.*, person.name_sealed, entry.booked_on, entry.amount_fen, entry.business_type
FROM dispute JOIN person ON person.id = dispute.person_id
JOIN individual_account AS account ON account.number = dispute.account_number
LEFT JOIN entry ON entry.id = dispute.entry_id AND entry.ledger_account_id = account.ledger_account_id
"""
ONE = f"{_COLUMNS} WHERE dispute.id = $1"
OF_PERSON = f"{_COLUMNS} WHERE dispute.person_id = $1 ORDER BY made_at DESC LIMIT $2"
CASES = f"""{_COLUMNS}
WHERE ($1::text IS NULL OR dispute.state = $1)
  AND ($2::date IS NULL OR dispute.state IN ('at_bank', 'at_centre') AND dispute.due_on < $2)
  AND ($3::timestamptz IS NULL OR (made_at, dispute.id) > ($3, $4::uuid))
ORDER BY made_at, dispute.id LIMIT $5
"""


async def one(connection: Connection, dispute_id: UUID) -> asyncpg.Record:
    """Return a dispute that is there."""
    row = await connection.fetchrow(ONE, dispute_id)
    assert row is not None
    return row


async def of_person(pool: Pool, person_id: UUID, limit: int) -> list[asyncpg.Record]:
    """Return a person's disputes, latest first."""
    return await pool.fetch(OF_PERSON, person_id, limit)


async def cases(
    pool: Pool,
    state: str | None,
    late_on: date | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[asyncpg.Record]:
    """Return disputes, oldest first; with a day only those whose answer is late on it."""
    return await pool.fetch(CASES, state, late_on, *(after or (None, None)), limit)


WAITING = """
SELECT count(*) AS waiting, count(*) FILTER (WHERE due_on < $1) AS late, min(due_on) AS next_due_on
FROM dispute WHERE state IN ('at_bank', 'at_centre')
"""


async def waiting(pool: Pool, today: date) -> asyncpg.Record:
    """Count the disputes that wait for an answer; nobody is named."""
    row = await pool.fetchrow(WAITING, today)
    assert row is not None
    return row


LATE = "SELECT count(*) FROM dispute WHERE state IN ('at_bank', 'at_centre') AND due_on < $1"


async def late(pool: Pool, today: date) -> int:
    """Count the disputes whose answer is late."""
    count: int = await pool.fetchval(LATE, today)
    return count
