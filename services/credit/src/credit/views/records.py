"""Records as staff see them, those that are due first at the top."""

from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_RECORD = """
SELECT record.record_id, record.kind, record.subject_id, subject.name AS subject_name, authority_name,
       document_no, decided_on, record.state, due_on, gravity, public, repair_from, public_until,
       rule_set, content, content_sealed
FROM record JOIN subject USING (subject_id)
"""
RECORD = _RECORD + "WHERE record_id = $1"
VERSIONS = """
SELECT version, changed_at, step, public_until, reason FROM record_version
WHERE record_id = $1 ORDER BY version
"""


async def record(
    pool: Pool | Connection, record_id: UUID
) -> tuple[asyncpg.Record, list[asyncpg.Record]] | None:
    """Read a record and its versions; None where there is none."""
    row = await pool.fetchrow(RECORD, record_id)
    return (row, await pool.fetch(VERSIONS, record_id)) if row else None


PAGE = (
    _RECORD
    + """WHERE record.state = $1 AND (due_on, record_id) > ($2, $3) ORDER BY due_on, record_id LIMIT $4
"""
)
FIRST = date(1, 1, 1), UUID(int=0)


async def page(
    pool: Pool, state: str, after: tuple[date, UUID], limit: int
) -> list[asyncpg.Record]:
    """Read a page of the records in a state."""
    return await pool.fetch(PAGE, state, *after, limit)


OF_SUBJECT = (
    _RECORD
    + """WHERE record.subject_id = $1 AND decided_on <= $2 AND (decided_on < $2 OR record_id > $3)
ORDER BY decided_on DESC, record_id LIMIT $4
"""
)
LATEST = date(9999, 12, 31), UUID(int=0)


async def of_subject(
    pool: Pool, subject_id: UUID, after: tuple[date, UUID], limit: int
) -> list[asyncpg.Record]:
    """Read a page of a subject's records in every state, the latest decision first."""
    return await pool.fetch(OF_SUBJECT, subject_id, *after, limit)


FIGURES = """
SELECT (SELECT count(*) FROM record WHERE state = 'entered') AS to_publish,
       (SELECT count(*) FROM record WHERE state = 'entered' AND due_on < $1) AS late,
       (SELECT count(*) FROM repair WHERE state IN ('applied', 'verifying') AND result_due_on < $1)
       + (SELECT count(*) FROM repair WHERE state = 'applied' AND accept_due_on < $1 AND result_due_on >= $1)
       + (SELECT count(*) FROM objection WHERE state = 'open' AND result_due_on < $1) AS repairs_late
"""


async def figures(pool: Pool, today: date) -> asyncpg.Record:
    """Count what waits to be published, and what is late (R-CRD-11)."""
    row = await pool.fetchrow(FIGURES, today)
    assert row is not None
    return row
