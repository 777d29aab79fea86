"""Subjects as staff see them."""

from uuid import UUID

import asyncpg

from shared.base.db import Pool

SUBJECT = """
SELECT subject_id, kind, code, name, state, merged_into, registered_at FROM subject WHERE subject_id = $1
"""
HISTORY = """
SELECT changed_at, what, code, name, reason FROM subject_history WHERE subject_id = $1 ORDER BY id
"""


async def subject(
    pool: Pool, subject_id: UUID
) -> tuple[asyncpg.Record, list[asyncpg.Record]] | None:
    """Read a subject and what it was called; None for nobody."""
    row = await pool.fetchrow(SUBJECT, subject_id)
    return (row, await pool.fetch(HISTORY, subject_id)) if row else None


# Who had the code once is found by it, too (R-CRD-6).
LOOKUP = """
SELECT subject_id, name, name IS NOT DISTINCT FROM $2 AND name_hash IS NOT DISTINCT FROM $4 AS exact
FROM subject WHERE code = $1 OR code_hash = $3
UNION ALL
SELECT subject_id, subject.name, false FROM subject_history JOIN subject USING (subject_id)
WHERE subject_history.code = $1 AND subject.code <> $1
LIMIT 1
"""


async def lookup(
    pool: Pool, code: str | None, name: str | None, code_hash: str | None, name_hash: str | None
) -> asyncpg.Record | None:
    """Find who has, or had, a code or a number's hash, and whether the name belongs to it."""
    return await pool.fetchrow(LOOKUP, code, name, code_hash, name_hash)
