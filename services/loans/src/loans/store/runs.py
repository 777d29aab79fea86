"""Work that goes over many loans, some at a time: the instalment day, reminders, the change of rate."""

from dataclasses import dataclass
from datetime import date, datetime

from shared.base.db import Connection

START = """
INSERT INTO run (kind, run_on, started_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING
"""
LOCK = """
SELECT after_number FROM run WHERE kind = $1 AND run_on = $2 AND finished_at IS NULL
FOR UPDATE SKIP LOCKED
"""


async def take(connection: Connection, kind: str, run_on: date, now: datetime) -> str | None:
    """Begin or carry on a day's run; None when it is finished, or another instance is at it."""
    await connection.execute(START, kind, run_on, now)
    after: str | None = await connection.fetchval(LOCK, kind, run_on)
    return after


ADVANCE = """
UPDATE run SET after_number = $3, looked_at = looked_at + $4, acted_on = acted_on + $5
WHERE kind = $1 AND run_on = $2
"""


async def advance(
    connection: Connection, kind: str, run_on: date, after: str, *, looked_at: int, acted_on: int
) -> None:
    """Keep how far a run is."""
    await connection.execute(ADVANCE, kind, run_on, after, looked_at, acted_on)


FINISH = "UPDATE run SET finished_at = $3 WHERE kind = $1 AND run_on = $2"


async def finish(connection: Connection, kind: str, run_on: date, now: datetime) -> None:
    """Note that every loan was looked at."""
    await connection.execute(FINISH, kind, run_on, now)


DUE = """
SELECT contract_number FROM account
WHERE next_due_on <= $1 AND settled_on IS NULL AND returned_on IS NULL AND contract_number > $2
ORDER BY contract_number LIMIT $3
"""


async def due(connection: Connection, day: date, after: str, limit: int) -> list[str]:
    """Name the next loans of which something is due or overdue on a day."""
    return [row["contract_number"] for row in await connection.fetch(DUE, day, after, limit)]


DUE_ON = """
SELECT contract_number FROM account
WHERE next_due_on = $1 AND settled_on IS NULL AND returned_on IS NULL AND contract_number > $2
ORDER BY contract_number LIMIT $3
"""


async def due_on(connection: Connection, day: date, after: str, limit: int) -> list[str]:
    """Name the next loans whose first unpaid instalment is due on that very day."""
    return [row["contract_number"] for row in await connection.fetch(DUE_ON, day, after, limit)]


# The work list shortens itself: a loan that was looked at carries the year.
OLD_RATES = """
SELECT contract_number FROM account
WHERE rate_year < $1 AND settled_on IS NULL AND returned_on IS NULL
  AND NOT EXISTS (SELECT FROM debit WHERE debit.contract_number = account.contract_number
                    AND state = 'debiting')
  AND NOT EXISTS (SELECT FROM offset_use WHERE offset_use.contract_number = account.contract_number
                    AND state = 'requested')
  AND NOT EXISTS (SELECT FROM receipt_claim
                  WHERE receipt_claim.contract_number = account.contract_number AND state = 'requested')
ORDER BY contract_number LIMIT $2
"""


async def old_rates(connection: Connection, year: int, limit: int) -> list[str]:
    """Name loans whose rate was not looked at this year, but for those whose money is under way."""
    return [row["contract_number"] for row in await connection.fetch(OLD_RATES, year, limit)]


@dataclass(frozen=True)
class Waiting:
    """Debits or offsets whose outcome is not known."""

    source: str
    count: int
    oldest: datetime | None


@dataclass(frozen=True)
class Unfinished:
    """A kind of work over the loans, and since when today's goes on; None: finished, or not begun."""

    kind: str
    started_at: datetime | None


UNDER_WAY = """
SELECT 'card', count(*), min(requested_at) FROM debit WHERE state = 'debiting'
UNION ALL
SELECT 'account', count(*), min(requested_at) FROM offset_use WHERE state = 'requested'
UNION ALL
SELECT 'transfer', count(*), min(requested_at) FROM receipt_claim WHERE state = 'requested'
"""
UNFINISHED = """
SELECT work.kind, run.started_at FROM unnest('{collection,reminder}'::text[]) AS work (kind)
LEFT JOIN run ON run.kind = work.kind AND run_on = $1 AND finished_at IS NULL
"""


async def standing(connection: Connection, day: date) -> tuple[list[Waiting], list[Unfinished]]:
    """Say what is under way and what of a day's work is not finished, for those who watch."""
    waiting = [Waiting(*row) for row in await connection.fetch(UNDER_WAY)]
    return waiting, [Unfinished(*row) for row in await connection.fetch(UNFINISHED, day)]
