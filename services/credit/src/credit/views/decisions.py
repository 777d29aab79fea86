"""Decisions of the fund and what became of them, as staff see them: whom they are about stands nowhere."""

import asyncpg

from shared.base.db import Pool

SHOWN_MAX = 200
DECISIONS = """
SELECT decision_id, cause, found_on, ends_on, document_no, state, record_id, heard_at
FROM fund_decision WHERE $1::text IS NULL OR state = $1 ORDER BY heard_at DESC, decision_id LIMIT $2
"""


async def decisions(pool: Pool, state: str | None) -> list[asyncpg.Record]:
    """Read decisions, the latest first."""
    return await pool.fetch(DECISIONS, state, SHOWN_MAX)


PENALTIES = """
SELECT penalty_id, social_credit_code, document_no, state, record_id, heard_at
FROM fund_penalty WHERE $1::text IS NULL OR state = $1 ORDER BY heard_at DESC, penalty_id LIMIT $2
"""


async def penalties(pool: Pool, state: str | None) -> list[asyncpg.Record]:
    """Read fines on employers, the latest first."""
    return await pool.fetch(PENALTIES, state, SHOWN_MAX)
