"""Repairs and objections as staff see them."""

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


OBJECTION = "SELECT objection_id, record_id, result_due_on FROM objection WHERE objection_id = $1"


async def objection(connection: Connection, objection_id: UUID) -> asyncpg.Record:
    """Read an objection that is there."""
    row = await connection.fetchrow(OBJECTION, objection_id)
    assert row is not None, "it was written in this transaction"
    return row
