"""Questions whose card it is, in the database: taken by one instance at a time, answered once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from settlement.domain import CardCheckId
from shared.base.db import Connection, Pool
from shared.messages.cards import CardVerdict


@dataclass(frozen=True, repr=False)
class Question:
    """A question to the bank, with card and holder still sealed."""

    key: CardCheckId
    card_sealed: str
    holder_sealed: str
    traceparent: str
    lived_out: bool = False
    """It was asked for longer ago than a question lives; one more time, and it is given up."""


@dataclass(frozen=True)
class Answered:
    """What became of a question."""

    key: UUID
    verdict: CardVerdict
    reason_code: str | None = None


KEEP = """
INSERT INTO card_check (check_id, card_sealed, holder_sealed, traceparent, asked_at, next_at)
SELECT check_id, card, holder, trace, $5, now()
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS asked (check_id, card, holder, trace)
ORDER BY check_id
ON CONFLICT (check_id) DO NOTHING
"""


async def keep(connection: Connection, asked: Sequence[Question], now: datetime) -> None:
    """Keep new questions; one that is known stays as it is."""
    await connection.execute(
        KEEP,
        [one.key for one in asked],
        [one.card_sealed for one in asked],
        [one.holder_sealed for one in asked],
        [one.traceparent for one in asked],
        now,
    )


# Whoever claims it asks; if that process dies, the next one claims it when the time has come.
CLAIM = """
WITH due AS (
    SELECT check_id FROM card_check
    WHERE verdict IS NULL AND next_at <= now()
    ORDER BY next_at
    LIMIT $1
    FOR UPDATE SKIP LOCKED
)
UPDATE card_check c
SET times_asked = c.times_asked + 1,
    next_at = now() + least($3::interval, $2::interval * 2 ^ least(c.times_asked, 20))
FROM due WHERE c.check_id = due.check_id
RETURNING c.check_id, c.card_sealed, c.holder_sealed, c.traceparent, c.asked_at <= $4 AS lived_out
"""


async def claim(
    connection: Connection,
    limit: int,
    *,
    ask_first_seconds: float,
    ask_max_seconds: float,
    asked_before: datetime,
) -> list[Question]:
    """Take questions that are due, and put off the next time: longer each time. Asking twice does no harm."""
    rows = await connection.fetch(
        CLAIM,
        limit,
        timedelta(seconds=ask_first_seconds),
        timedelta(seconds=ask_max_seconds),
        asked_before,
    )
    return [
        Question(
            CardCheckId(row["check_id"]),
            row["card_sealed"],
            row["holder_sealed"],
            row["traceparent"],
            row["lived_out"],
        )
        for row in rows
    ]


ANSWER = """
WITH open AS (
    SELECT check_id FROM card_check WHERE check_id = ANY($1::uuid[]) AND verdict IS NULL
    ORDER BY check_id FOR UPDATE
)
UPDATE card_check c
SET verdict = told.verdict, reason_code = told.reason, answered_at = $4, next_at = NULL
FROM unnest($1::uuid[], $2::text[], $3::text[]) AS told (check_id, verdict, reason), open
WHERE c.check_id = told.check_id AND c.check_id = open.check_id
RETURNING c.check_id, c.traceparent
"""


async def answer(
    connection: Connection, answers: Collection[Answered], now: datetime
) -> dict[UUID, str]:
    """Keep answers; return the trace of each whose question was still open: the first answer stays."""
    rows = await connection.fetch(
        ANSWER,
        [one.key for one in answers],
        [one.verdict.value for one in answers],
        [one.reason_code for one in answers],
        now,
    )
    return {row["check_id"]: row["traceparent"] for row in rows}


FIGURES = """
SELECT count(*) AS waiting, coalesce(extract(epoch FROM now() - min(asked_at)), 0)::float8 AS oldest
FROM card_check WHERE verdict IS NULL
"""


async def figures(pool: Pool) -> tuple[int, float]:
    """Count the questions that are open, and tell the age of the oldest in seconds."""
    row = await pool.fetchrow(FIGURES)
    assert row is not None
    return row["waiting"], max(0.0, row["oldest"])
