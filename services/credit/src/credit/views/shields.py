"""Shields of a firm as staff see them."""

from uuid import UUID

import asyncpg

from shared.base.db import Pool

SHOWN_MAX = 100
SHIELDS = """
SELECT shield_id, court_name, ruling_no, ruled_on, plan_until, ended_at, ended_reason FROM shield
WHERE subject_id = $1 ORDER BY ended_at DESC NULLS FIRST, shield_id LIMIT $2
"""


async def of_subject(pool: Pool, subject_id: UUID) -> list[asyncpg.Record]:
    """Read the shields of a firm, those that stand first."""
    return await pool.fetch(SHIELDS, subject_id, SHOWN_MAX)
