"""Repairs and objections as staff see them."""

from datetime import date
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

SHOWN_MAX = 200
_REPAIR = """
SELECT repair_id, record_id, applicant, state, applied_on, accept_due_on, result_due_on, decision FROM repair
"""
REPAIR = _REPAIR + "WHERE repair_id = $1"


async def repair(connection: Connection, repair_id: UUID) -> asyncpg.Record:
    """Read a repair that is there."""
    row = await connection.fetchrow(REPAIR, repair_id)
    assert row is not None, "it was written in this transaction"
    return row


OPEN = (
    _REPAIR + "WHERE state IN ('applied', 'verifying') ORDER BY result_due_on, repair_id LIMIT $1"
)


async def open_(pool: Pool) -> list[asyncpg.Record]:
    """Read the repairs that nobody has decided."""
    return await pool.fetch(OPEN, SHOWN_MAX)


OPEN_OBJECTIONS = """
SELECT objection_id, objection.record_id, about, words, raised_on, result_due_on, document_no, authority_name,
       subject.name AS subject_name
FROM objection JOIN record USING (record_id) JOIN subject USING (subject_id)
WHERE objection.state = 'open' AND (result_due_on, objection_id) > ($1, $2)
ORDER BY result_due_on, objection_id LIMIT $3
"""
FIRST = date(1, 1, 1), UUID(int=0)


async def open_objections(pool: Pool, after: tuple[date, UUID], limit: int) -> list[asyncpg.Record]:
    """Read a page of the objections that nobody has decided."""
    return await pool.fetch(OPEN_OBJECTIONS, *after, limit)


OBJECTION = "SELECT objection_id, record_id, result_due_on FROM objection WHERE objection_id = $1"


async def objection(connection: Connection, objection_id: UUID) -> asyncpg.Record:
    """Read an objection that is there."""
    row = await connection.fetchrow(OBJECTION, objection_id)
    assert row is not None, "it was written in this transaction"
    return row
