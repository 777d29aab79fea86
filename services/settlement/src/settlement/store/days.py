"""Business days to be compared, who wants them compared, and the differences that staff explain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from settlement.domain import DifferenceRow
from shared.base.db import Connection, Pool, typed_or_none

RECONCILE_CHANNEL = "settlement_reconciliation"
"""NOTIFY goes here when a day is wanted."""


@dataclass(frozen=True)
class DueDay:
    """A day to be compared, and when that was done last."""

    business_date: date
    finished_at: datetime | None


# A day is compared when it is over, and again until the days are over that a side may be late.
DUE = """
WITH first AS (
    SELECT least((SELECT min(booked_on) FROM bank_entry), (SELECT min(paid_on) FROM payment_order)) AS day
), ended AS (
    SELECT at::date AS day FROM first, generate_series(first.day, $1::date - 1, interval '1 day') AS at
    UNION SELECT business_date FROM reconciliation WHERE wanted AND business_date < $1::date
)
SELECT e.day, r.finished_at
FROM ended e LEFT JOIN reconciliation r ON r.business_date = e.day
WHERE r.compared_as_of IS NULL OR r.wanted OR r.compared_as_of < least($1::date, e.day + 1 + $2::integer)
ORDER BY e.day
LIMIT $3
"""


async def due(pool: Pool, today: date, late_days: int, limit: int) -> list[DueDay]:
    """Return the days ended before `today` that are to be compared, oldest first."""
    rows = await pool.fetch(DUE, today, late_days, limit)
    return [DueDay(row["day"], row["finished_at"]) for row in rows]


FINISHED_AT = "SELECT finished_at FROM reconciliation WHERE business_date = $1"


async def finished_at(pool: Pool, day: date) -> datetime | None:
    """Return when a day was compared last."""
    at: datetime | None = await pool.fetchval(FINISHED_AT, day)
    return at


LOCK_DAY = """
INSERT INTO reconciliation AS known (business_date, requested_at) VALUES ($1, $2)
ON CONFLICT (business_date) DO UPDATE SET problem = known.problem
RETURNING finished_at
"""


async def lock(connection: Connection, day: date, now: datetime) -> datetime | None:
    """Lock a day for its comparison; return when it was compared last."""
    at: datetime | None = await connection.fetchval(LOCK_DAY, day, now)
    return at


NOTE_PROBLEM = """
INSERT INTO reconciliation (business_date, requested_at, problem) VALUES ($1, $2, $3)
ON CONFLICT (business_date) DO UPDATE SET problem = excluded.problem
"""


async def note_problem(pool: Pool, day: date, now: datetime, problem: str) -> None:
    """Say to staff why a day is not compared."""
    await pool.execute(NOTE_PROBLEM, day, now, problem)


REQUEST = f"""
WITH wanted AS (
    INSERT INTO reconciliation (business_date, requested_at) VALUES ($1, $2)
    ON CONFLICT (business_date) DO UPDATE SET wanted = true, requested_at = excluded.requested_at
)
SELECT pg_notify('{RECONCILE_CHANNEL}', '')
"""  # noqa: S608


async def request(connection: Connection, day: date, now: datetime) -> None:
    """Have a day compared, again if it was; wakes whoever compares."""
    await connection.execute(REQUEST, day, now)


OPEN_DIFFERENCES = "SELECT count(*) FROM difference WHERE state = 'open'"


async def open_differences(pool: Pool) -> int:
    """Count the differences that nobody has explained yet."""
    found: int = await pool.fetchval(OPEN_DIFFERENCES)
    return found


OPEN_OF_DAY = """
SELECT d.*, r.compared FROM reconciliation r
LEFT JOIN difference d ON d.business_date = r.business_date AND d.state = 'open'
WHERE r.business_date = $1
ORDER BY d.kind, d.key
"""


async def open_of_day(source: Pool | Connection, day: date) -> Sequence["asyncpg.Record"]:
    """Return a day's open differences: at least one row, whose `id` is None where there is none."""
    return await source.fetch(OPEN_OF_DAY, day)


LOCK_DIFFERENCE = "SELECT * FROM difference WHERE id = $1 FOR UPDATE"


async def lock_difference(connection: Connection, difference_id: UUID) -> DifferenceRow | None:
    """Lock a difference, open or explained."""
    return typed_or_none(DifferenceRow, await connection.fetchrow(LOCK_DIFFERENCE, difference_id))


EXPLAIN = """
UPDATE difference SET state = 'explained', explanation = $2, explained_by = $3, explained_by_name = $4,
                      explained_at = $5
WHERE id = $1
RETURNING *
"""


async def explain(
    connection: Connection, difference_id: UUID, text: str, staff: tuple[UUID, str], now: datetime
) -> DifferenceRow:
    """Write an explanation at an open difference that the caller has locked."""
    row = await connection.fetchrow(EXPLAIN, difference_id, text, *staff, now)
    explained = typed_or_none(DifferenceRow, row)
    assert explained is not None
    return explained
