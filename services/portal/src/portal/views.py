"""What is read and shown."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from portal.domain import Notice, Place, Question, QuestionTopic, Topic
from shared.base.db import Pool
from shared.messages.published import FiguresTold, GuideTold

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


ALL_PLACES = """
SELECT code, name, address, telephone, hours, services, position, closed, changed_at
FROM place ORDER BY position, code LIMIT $1
"""


async def all_places(pool: Pool) -> list[Place]:
    """List every place, also those that are not shown any more."""
    return [Place(**dict(row)) for row in await pool.fetch(ALL_PLACES, ROWS_MAX)]


QUESTIONS = """
SELECT code, topic, question, answer, position, removed, changed_at
FROM question WHERE NOT removed ORDER BY position, code LIMIT $1
"""


async def questions(pool: Pool) -> list[Question]:
    """List the questions that are shown."""
    return [_question(row) for row in await pool.fetch(QUESTIONS, ROWS_MAX)]


ALL_QUESTIONS = """
SELECT code, topic, question, answer, position, removed, changed_at
FROM question ORDER BY topic, position, code LIMIT $1
"""


async def all_questions(pool: Pool) -> list[Question]:
    """List every question, also those that are not shown any more."""
    return [_question(row) for row in await pool.fetch(ALL_QUESTIONS, ROWS_MAX)]


def _question(row: asyncpg.Record) -> Question:
    return Question(**dict(row) | {"topic": QuestionTopic(row["topic"])})


GUIDES = "SELECT owner, told FROM guide ORDER BY owner, position, code LIMIT $1"


async def guides(pool: Pool) -> list[tuple[str, GuideTold]]:
    """List every guide as its owner told it, with the owner."""
    rows = await pool.fetch(GUIDES, ROWS_MAX)
    return [(row["owner"], GuideTold.model_validate(row["told"])) for row in rows]


GUIDE = "SELECT told FROM guide WHERE owner = $1 AND code = $2"


async def guide(pool: Pool, owner: str, code: str) -> GuideTold | None:
    """Read one."""
    told = await pool.fetchval(GUIDE, owner, code)
    return GuideTold.model_validate(told) if told is not None else None


FIGURES = (
    "SELECT owner, told FROM month_figures WHERE month BETWEEN $1 AND $2 ORDER BY month, owner"
)


async def figures(pool: Pool, first: str, last: str) -> list[tuple[str, FiguresTold]]:
    """List what was told of the months from one to another, oldest first."""
    rows = await pool.fetch(FIGURES, first, last)
    return [(row["owner"], FiguresTold.model_validate(row["told"])) for row in rows]


YEARS = (
    "SELECT DISTINCT left(month, 4)::integer AS year FROM month_figures ORDER BY year DESC LIMIT $1"
)


async def years(pool: Pool) -> list[int]:
    """List the years of which something was told, newest first."""
    return [row["year"] for row in await pool.fetch(YEARS, ROWS_MAX)]
