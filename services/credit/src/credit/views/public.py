"""What anybody may read: firms and organisations, what is public of them today, figures (R-CRD-18)."""

from datetime import date
from typing import Any
from uuid import UUID

import asyncpg

from credit.domain import GRAVITY_TEXTS, Gravity
from shared.base.db import Pool

FOUND_MAX = 10
RECORDS_MAX = 100

_FIRM = "SELECT subject_id, code, name, kind FROM subject "
BY_CODE = _FIRM + "WHERE code = $1 AND kind <> 'natural_person' AND state = 'registered'"
FORMER_CODE = (
    _FIRM  # noqa: S608
    + """WHERE kind <> 'natural_person' AND state = 'registered' AND subject_id IN (
    SELECT coalesce(merged_into, subject_id) FROM subject WHERE subject_id IN (
        SELECT subject_id FROM subject WHERE code = $1
        UNION ALL
        SELECT subject_id FROM subject_history WHERE code = $1))
LIMIT 1
"""
)


async def by_code(pool: Pool, code: str) -> asyncpg.Record | None:
    """Find a firm by its code, or by one that it had."""
    found = await pool.fetchrow(BY_CODE, code)
    return found if found is not None else await pool.fetchrow(FORMER_CODE, code)


# The trigrams of a name with one wrong character: three of them differ, whatever the length.
ALIKE = (
    _FIRM
    + """WHERE name % $1 AND kind <> 'natural_person' AND state = 'registered'
ORDER BY similarity(name, $1) DESC, code LIMIT $2
"""
)
CONTAINING = (
    _FIRM
    + """WHERE name LIKE '%' || $1 || '%' AND kind <> 'natural_person' AND state = 'registered'
ORDER BY length(name), code LIMIT $2
"""
)
THRESHOLD = """
SELECT set_config('pg_trgm.similarity_threshold', $1, true), set_config('statement_timeout', $2, true)
"""


def threshold_of(name: str) -> float:
    """How alike names must be so that one wrong character passes, and little else.

    A name of n characters has n + 2 trigrams; one wrong character leaves n - 1 of them: they share
    (n - 1) / (n + 5). A tenth below that lets two names of unlike length meet.
    """
    return max(0.15, 0.9 * (len(name) - 1) / (len(name) + 5))


async def by_name(pool: Pool, name: str, timeout_seconds: float) -> list[asyncpg.Record]:
    """Find firms whose name contains this one, else those that are like it; most alike first."""
    escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    async with pool.acquire() as connection, connection.transaction(readonly=True):
        limits = f"{threshold_of(name):.3f}", f"{int(timeout_seconds * 1000)}ms"
        await connection.execute(THRESHOLD, *limits)
        found = await connection.fetch(CONTAINING, escaped, FOUND_MAX)
        return found or await connection.fetch(ALIKE, name, FOUND_MAX)


RECORDS = """
SELECT record_id, kind, authority_name, document_no, decided_on, gravity, repair_from, public_until, content
FROM visible_record WHERE subject_id = $1 AND (public_until IS NULL OR public_until >= $2)
ORDER BY decided_on DESC, record_id LIMIT $3
"""
COUNTS = """
SELECT count(*) FILTER (WHERE kind = 'permit') AS permits,
       count(*) FILTER (WHERE kind = 'penalty') AS penalties
FROM visible_record WHERE subject_id = $1 AND (public_until IS NULL OR public_until >= $2)
"""


async def file(
    pool: Pool, subject_id: UUID, today: date
) -> tuple[asyncpg.Record, list[asyncpg.Record]]:
    """Read what is public of a firm today: how much, and the latest."""
    counts = await pool.fetchrow(COUNTS, subject_id, today)
    assert counts is not None
    return counts, await pool.fetch(RECORDS, subject_id, today, RECORDS_MAX)


REGISTERS = """
SELECT count(*) FILTER (WHERE kind = 'legal_person') AS legal_persons,
       count(*) FILTER (WHERE kind = 'organisation') AS organisations
FROM subject WHERE kind <> 'natural_person' AND state = 'registered'
"""
YEARS = """
SELECT extract(year FROM decided_on)::integer AS year,
       count(*) FILTER (WHERE visible_record.kind = 'permit') AS permits,
       count(*) FILTER (WHERE visible_record.kind = 'penalty') AS penalties
FROM visible_record JOIN subject USING (subject_id)
WHERE subject.kind <> 'natural_person' AND (public_until IS NULL OR public_until >= $1)
GROUP BY 1 ORDER BY 1
"""


async def figures(pool: Pool, today: date) -> tuple[asyncpg.Record, list[asyncpg.Record]]:
    """Count the registers that are public, and what is public by year."""
    registers = await pool.fetchrow(REGISTERS)
    assert registers is not None
    return registers, await pool.fetch(YEARS, today)


PERIODS = """
SELECT effective_from, gravity, published, least_months, most_months, source FROM period_policy
ORDER BY effective_from DESC, array_position(ARRAY['minor', 'general', 'serious'], gravity)
"""


async def periods(pool: Pool) -> list[dict[str, Any]]:
    """How long something is public, by rule set, the newest first."""
    rows = await pool.fetch(PERIODS)
    return [{**dict(row), "gravity_text": GRAVITY_TEXTS[Gravity(row["gravity"])]} for row in rows]
