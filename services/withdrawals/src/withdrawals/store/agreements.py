"""Agreements, their runs, and reminders; whoever runs them skips what somebody else has locked."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection
from withdrawals.agreements import Agreement, Standing, Told

_NAMES = tuple(one.name for one in fields(Agreement))
_COLUMNS = ", ".join(_NAMES)

ADD = f"""
INSERT INTO agreement ({_COLUMNS})
VALUES ({", ".join(f"${position}" for position in range(1, len(_NAMES) + 1))})
ON CONFLICT DO NOTHING RETURNING id
"""  # noqa: S608 - made of the names above, no input


async def add(connection: Connection, agreement: Agreement) -> bool:
    """Keep a new agreement; False where there is one about the same thing."""
    values = [getattr(agreement, name) for name in _NAMES]
    return await connection.fetchval(ADD, *values) is not None


SAVE = """
UPDATE agreement SET card_sealed = $2, card_tail = $3, period_on = $4, next_try_on = $5, failures = $6,
       card_failed = $7, state = $8, reason = $9, ended_on = $10
WHERE id = $1
"""


async def save(connection: Connection, changed: Sequence[Agreement]) -> None:
    """Save what changed."""
    await connection.executemany(
        SAVE,
        [
            (
                one.id, one.card_sealed, one.card_tail, one.period_on, one.next_try_on, one.failures,
                one.card_failed, one.state.value, one.reason, one.ended_on,
            )
            for one in changed
        ],
    )  # fmt: skip


DUE = f"""
SELECT {_COLUMNS} FROM agreement WHERE state = 'active' AND next_try_on <= $1
  AND NOT EXISTS (SELECT FROM agreement_run AS run WHERE run.agreement_id = agreement.id AND outcome IS NULL)
  AND NOT EXISTS (
    SELECT FROM couple
    JOIN agreement AS first ON first.id = CASE WHEN proposer_first THEN proposer_id ELSE partner_id END
    WHERE couple.state = 'agreed' AND manner = 'order' AND agreement.id IN (proposer_id, partner_id)
      AND first.id <> agreement.id AND first.state = 'active' AND first.period_on <= agreement.period_on
      AND $1 >= agreement.period_on
      AND $1 < agreement.period_on + make_interval(months => agreement.every_months))
ORDER BY next_try_on, id LIMIT $2 FOR UPDATE SKIP LOCKED
"""  # noqa: S608 - made of the names above, no input


async def lock_due(connection: Connection, today: date, limit: int) -> list[Agreement]:
    """Lock agreements whose day has come and of which no run is under way.

    Who takes second by what spouses signed waits until the first is through with this period, and no longer
    than until the next one (R-WDR-49).
    """
    return [agreement_of(row) for row in await connection.fetch(DUE, today, limit)]


LOCK = f"SELECT {_COLUMNS} FROM agreement WHERE id = $1 AND person_id = $2 FOR UPDATE"  # noqa: S608


async def lock(connection: Connection, agreement_id: UUID, person_id: UUID) -> Agreement | None:
    """Lock an agreement of its owner."""
    row = await connection.fetchrow(LOCK, agreement_id, person_id)
    return agreement_of(row) if row else None


OF_PERSON = f"SELECT {_COLUMNS} FROM agreement WHERE person_id = $1 ORDER BY signed_on DESC, id"  # noqa: S608


async def of_person(connection: Connection, person_id: UUID) -> list[Agreement]:
    """Return somebody's agreements, the newest first."""
    return [agreement_of(row) for row in await connection.fetch(OF_PERSON, person_id)]


ADD_RUNS = """
INSERT INTO agreement_run (agreement_id, couple_id, run_on, application_id, outcome, text, concluded_at)
SELECT agreement_id,
       (SELECT id FROM couple WHERE state = 'agreed' AND agreement_id IN (proposer_id, partner_id)),
       $3, application_id, CASE WHEN application_id IS NULL THEN 'postponed' END,
       CASE WHEN application_id IS NULL THEN $4 END,
       CASE WHEN application_id IS NULL THEN $5::timestamptz END
FROM unnest($1::uuid[], $2::uuid[]) AS begun (agreement_id, application_id)
ON CONFLICT (agreement_id, run_on) DO NOTHING
"""


async def add_runs(
    connection: Connection,
    begun: Sequence[tuple[UUID, UUID | None]],
    today: date,
    postponed_text: str,
    now: datetime,
) -> None:
    """Keep what was begun; without an application it is postponed."""
    await connection.execute(
        ADD_RUNS, [one[0] for one in begun], [one[1] for one in begun], today, postponed_text, now
    )


ENDED = f"""
SELECT {", ".join(f"agreement.{name}" for name in _NAMES)}, run.application_id, run.outcome
FROM agreement_run AS run
JOIN application ON application.id = run.application_id
JOIN agreement ON agreement.id = run.agreement_id
WHERE (run.outcome IS NULL AND NOT application.is_open)
   OR (run.outcome = 'paid' AND NOT run.returned AND application.state = 'returned')
ORDER BY agreement.id LIMIT $1 FOR UPDATE OF agreement SKIP LOCKED
"""  # noqa: S608 - made of the names above, no input


async def lock_ended(connection: Connection, limit: int) -> list[tuple[Agreement, UUID]]:
    """Lock agreements whose run has ended, or whose money came back, with the application."""
    rows = await connection.fetch(ENDED, limit)
    return [(agreement_of(row), row["application_id"]) for row in rows]


CONCLUDE = """
UPDATE agreement_run SET outcome = told.outcome, text = told.text, concluded_at = $4,
       returned = agreement_run.returned OR agreement_run.outcome IS NOT DISTINCT FROM 'paid'
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (application_id, outcome, text)
WHERE agreement_run.application_id = told.application_id
"""


async def conclude(
    connection: Connection, told: Collection[tuple[UUID, Told]], now: datetime
) -> None:
    """Keep what runs came to."""
    await connection.execute(
        CONCLUDE,
        [one for one, _ in told],
        [one.outcome.value for _, one in told],
        [one.text for _, one in told],
        now,
    )


REMIND = """
INSERT INTO reminder (application_id, due_on) VALUES ($1, $2) ON CONFLICT (application_id) DO NOTHING
"""


async def remind(connection: Connection, application_id: UUID, due_on: date) -> None:
    """Keep that somebody wants to be told on a day; twice is once."""
    await connection.execute(REMIND, application_id, due_on)


REMINDED = """
UPDATE reminder SET told_at = $2
FROM application
WHERE application.id = reminder.application_id AND reminder.application_id IN (
    SELECT application_id FROM reminder WHERE due_on <= $1 AND told_at IS NULL
    ORDER BY due_on LIMIT $3 FOR UPDATE SKIP LOCKED)
RETURNING reminder.application_id, application.person_id, application.kind, reminder.due_on
"""


async def reminded(
    connection: Connection, today: date, now: datetime, limit: int
) -> list[asyncpg.Record]:
    """Mark the reminders whose day has come; each is told once."""
    return await connection.fetch(REMINDED, today, now, limit)


LOCK_BOTH = f"SELECT {_COLUMNS} FROM agreement WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE"  # noqa: S608


async def lock_all(
    connection: Connection, agreement_ids: Collection[UUID]
) -> dict[UUID, Agreement]:
    """Lock agreements, whoever owns them, in sorted order."""
    rows = await connection.fetch(LOCK_BOTH, list(agreement_ids))
    return {row["id"]: agreement_of(row) for row in rows}


READ = f"SELECT {_COLUMNS} FROM agreement WHERE id = $1"  # noqa: S608


async def read(connection: Connection, agreement_id: UUID) -> Agreement | None:
    """Return an agreement, whoever owns it."""
    row = await connection.fetchrow(READ, agreement_id)
    return agreement_of(row) if row else None


def agreement_of(row: asyncpg.Record) -> Agreement:
    """Read an agreement."""
    values = {name: row[name] for name in _NAMES}
    return Agreement(**values | {"state": Standing(row["state"])})
