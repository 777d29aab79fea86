"""Reads applications for their owners; each query stands above the one function that uses it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from withdrawals.domain import Case, State
from withdrawals.metrics import Waiting
from withdrawals.process import STATES
from withdrawals.shapes.citizens import HistoryLine
from withdrawals.shapes.estimates import EstimateShown
from withdrawals.store.rows import case_of

APPLICATIONS = """
SELECT * FROM application
WHERE person_id = $1 AND (submitted_at, id) < ($2, $3)
ORDER BY submitted_at DESC, id DESC
LIMIT $4
"""


async def applications_of(
    pool: Pool, person_id: UUID, before: tuple[datetime, UUID], limit: int
) -> list[Case]:
    """Return a person's applications, newest first."""
    rows = await pool.fetch(APPLICATIONS, person_id, *before, limit)
    return [case_of(row) for row in rows]


WAITING = """
SELECT state, count(*) AS applications,
       extract(epoch FROM $1 - min(entered.at))::float8 AS oldest_seconds
FROM application
CROSS JOIN LATERAL (
    SELECT min(at) AS at FROM application_history AS line
    WHERE line.application_id = application.id AND line.state = application.state
) AS entered
WHERE is_open GROUP BY state
"""


async def waiting(connection: Connection, now: datetime) -> list[Waiting]:
    """Count open applications by state, with how long one has been in it at most."""
    return [Waiting(**row) for row in await connection.fetch(WAITING, now)]


UNDECIDED = """
SELECT count(*) FROM (
    SELECT FROM application WHERE is_open AND state IN ('submitted', 'funds_requested') LIMIT $1
) undecided
"""


async def undecided(pool: Pool, at_most: int) -> int:
    """Count applications that wait for another service's word before they are decided, up to a bound."""
    count: int = await pool.fetchval(UNDECIDED, at_most)
    return count


APPLICATION = "SELECT * FROM application WHERE id = $1"


async def application(pool: Pool, application_id: UUID) -> Case | None:
    """Return one application, whoever owns it."""
    row = await pool.fetchrow(APPLICATION, application_id)
    return case_of(row) if row else None


ESTIMATE = """
SELECT id, asked_at, identity_sealed IS NOT NULL AS account_told, loans IS NOT NULL AS loans_told,
       gathered_at IS NOT NULL AS gathered, answer
FROM inquiry WHERE id = $1 AND person_id = $2 AND purpose = 'estimate'
"""
WAITS = {"account_told": "个人账户", "loans_told": "公积金贷款", "gathered": "有关部门登记信息"}


async def estimate(pool: Pool, estimate_id: UUID, person_id: UUID) -> EstimateShown | None:
    """Return an estimate of its owner, as far as it has come."""
    row = await pool.fetchrow(ESTIMATE, estimate_id, person_id)
    if row is None:
        return None
    answered = row["answer"] is not None
    waits = [] if answered else [text for name, text in WAITS.items() if not row[name]]
    return EstimateShown(
        id=row["id"],
        asked_at=row["asked_at"],
        state="answered" if answered else "gathering",
        waits_for=waits,
        answer=row["answer"],
    )


HISTORY = """
SELECT id, at, step, state, text FROM application_history WHERE application_id = $1 ORDER BY id
"""


async def history(pool: Pool, application_id: UUID) -> list[HistoryLine]:
    """Return what happened to an application, in order."""
    return [line_of(row) for row in await pool.fetch(HISTORY, application_id)]


LAST_LINE = "SELECT max(id) FROM application_history WHERE application_id = $1"


async def last_line(pool: Pool, application_id: UUID) -> int:
    """Return the number of the newest line of an application's history."""
    return await pool.fetchval(LAST_LINE, application_id) or 0


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who has read an application's history up to a line."""

    application_id: UUID
    last_line: int


NEWER_LINES = """
SELECT reader.position - 1 AS reader, line.id, line.at, line.step, line.state, line.text
FROM unnest($1::uuid[], $2::bigint[])
    WITH ORDINALITY AS reader (application_id, last_line, position)
JOIN application_history line
    ON line.application_id = reader.application_id AND line.id > reader.last_line
ORDER BY line.application_id, line.id
"""


async def newer_lines(
    connection: "Connection | asyncpg.Connection[asyncpg.Record]", readers: Sequence[Reader]
) -> list[tuple[int, HistoryLine]]:
    """Return, for all readers at once, what they have not read: (index of the reader, line)."""
    rows = await connection.fetch(
        NEWER_LINES,
        [reader.application_id for reader in readers],
        [reader.last_line for reader in readers],
    )
    return [(row["reader"], line_of(row)) for row in rows]


def line_of(row: "asyncpg.Record") -> HistoryLine:
    """Show a line of the history."""
    state = STATES[State(row["state"])]
    return HistoryLine(
        id=row["id"],
        at=row["at"],
        step=row["step"],
        state=row["state"],
        state_text=state.name,
        final=state.final,
        text=row["text"],
    )
