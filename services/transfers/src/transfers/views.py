"""Reads for the HTTP API and for the figures; nothing here changes anything."""

from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Pool
from shared.messages.transfers import Direction
from transfers.domain import Letter, Policy, Seen
from transfers.store.letters import COLUMNS, POLICY, letter_of

ONE = f"SELECT {COLUMNS} FROM letter WHERE letter_id = $1"  # noqa: S608


async def letter(pool: Pool, letter_id: UUID) -> Letter | None:
    """Read one."""
    row = await pool.fetchrow(ONE, letter_id)
    return letter_of(row) if row else None


OF_PERSON = f"""
SELECT {COLUMNS} FROM letter
WHERE person_id = $1 AND ($2::timestamptz IS NULL OR (asked_at, letter_id) < ($2, $3::uuid))
ORDER BY asked_at DESC, letter_id DESC LIMIT $4
"""  # noqa: S608


async def of_person(
    pool: Pool, person_id: UUID, before: tuple[datetime, UUID] | None, limit: int
) -> list[Letter]:
    """Read a page of the letters about a person, either way, latest first."""
    at, letter_id = before or (None, None)
    rows = await pool.fetch(OF_PERSON, person_id, at, letter_id, limit)
    return [letter_of(row) for row in rows]


# Open ones in the order in which they stand still; with `ended`, the others too.
LISTED = f"""
SELECT {COLUMNS} FROM letter
WHERE ($1::text IS NULL OR direction = $1) AND ($2 OR ended_at IS NULL)
  AND ($3::timestamptz IS NULL OR (state_since, letter_id) > ($3, $4::uuid))
ORDER BY state_since, letter_id LIMIT $5
"""  # noqa: S608


async def listed(
    pool: Pool,
    direction: Direction | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
    *,
    ended: bool,
) -> list[Letter]:
    """Read a page of letters, those that stand longest first."""
    at, letter_id = after or (None, None)
    rows = await pool.fetch(LISTED, direction, ended, at, letter_id, limit)
    return [letter_of(row) for row in rows]


SEEN = """
SELECT bank_serial, letter_id, amount_fen, value_date, used FROM receipt_seen
WHERE letter_id = $1 ORDER BY value_date, bank_serial
"""


async def receipts_of(pool: Pool, letter_id: UUID) -> list[Seen]:
    """Read what came for a letter."""
    return [Seen(**row) for row in await pool.fetch(SEEN, letter_id)]


async def policy(pool: Pool, day: date) -> Policy:
    """Read the policy of a day."""
    row = await pool.fetchrow(POLICY, day)
    assert row is not None, "the first policy is as old as the national platform"
    return Policy(**row)


FIGURES = """
SELECT direction, count(*) AS open, count(*) FILTER (WHERE state_since < $1) AS overdue
FROM letter WHERE ended_at IS NULL GROUP BY direction
"""


async def figures(pool: Pool, overdue_before: datetime) -> dict[str, asyncpg.Record]:
    """Count open letters and those that stand still too long, by direction."""
    return {row["direction"]: row for row in await pool.fetch(FIGURES, overdue_before)}


MESSAGES = """
SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
       extract(epoch FROM $1 - min(made_at) FILTER (WHERE state = 'waiting'))::float8 AS oldest_seconds,
       count(*) FILTER (WHERE state = 'refused' AND seen_by IS NULL AND code <> 'BDC903') AS refused
FROM dispatch WHERE state IN ('waiting', 'refused')
"""


async def messages(pool: Pool, now: datetime) -> asyncpg.Record:
    """Count what the platform has not taken; a cancellation that came too late is no fault."""
    row = await pool.fetchrow(MESSAGES, now)
    assert row is not None
    return row
