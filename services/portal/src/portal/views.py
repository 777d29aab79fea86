"""What is read and shown."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from portal.domain import Notice, Place, Question, QuestionTopic, Topic
from shared.base.db import Pool

ROWS_MAX = 1_000
"""Rows of a list that is shown whole, at the most."""

NOTICE = """
SELECT notice_id, title, topic, body, shown_from, shown_until, published_at, withdrawn_at, withdrawal_reason
FROM notice
"""
SHOWN = (
    NOTICE
    + """
WHERE withdrawn_at IS NULL AND shown_from <= $1 AND (shown_until IS NULL OR shown_until >= $1)
  AND ($2::text IS NULL OR topic = $2)
ORDER BY shown_from DESC, published_at DESC, notice_id OFFSET $3 LIMIT $4
"""
)


async def shown_notices(
    pool: Pool, today: date, *, topic: Topic | None = None, offset: int = 0, limit: int
) -> list[Notice]:
    """List what is shown on a day, newest first."""
    return [_notice(row) for row in await pool.fetch(SHOWN, today, topic, offset, limit)]


ONE = NOTICE + "WHERE notice_id = $1"


async def notice(pool: Pool, notice_id: UUID) -> Notice | None:
    """Read one, shown or not."""
    row = await pool.fetchrow(ONE, notice_id)
    return _notice(row) if row else None


ALL = (
    NOTICE
    + """
WHERE $1::timestamptz IS NULL OR (published_at, notice_id) < ($1, $2::uuid)
ORDER BY published_at DESC, notice_id DESC LIMIT $3
"""
)


async def all_notices(
    pool: Pool, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Notice]:
    """List everything that was published, newest first."""
    at, notice_id = before or (None, None)
    return [_notice(row) for row in await pool.fetch(ALL, at, notice_id, limit)]


def _notice(row: asyncpg.Record) -> Notice:
    return Notice(**dict(row) | {"topic": Topic(row["topic"])})


PLACES = """
SELECT code, name, address, telephone, hours, services, position, closed, changed_at
FROM place WHERE NOT closed ORDER BY position, code LIMIT $1
"""


async def places(pool: Pool) -> list[Place]:
    """List the places that are open."""
    return [Place(**dict(row)) for row in await pool.fetch(PLACES, ROWS_MAX)]


QUESTIONS = """
SELECT code, topic, question, answer, position, removed, changed_at
FROM question WHERE NOT removed ORDER BY position, code LIMIT $1
"""


async def questions(pool: Pool) -> list[Question]:
    """List the questions that are shown."""
    rows = await pool.fetch(QUESTIONS, ROWS_MAX)
    return [Question(**dict(row) | {"topic": QuestionTopic(row["topic"])}) for row in rows]
