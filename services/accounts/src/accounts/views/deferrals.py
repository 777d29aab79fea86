"""Deferrals (缓缴) as they are looked at."""

import asyncpg

from shared.base.db import Pool

OF = "SELECT * FROM deferral WHERE employer_number = $1 ORDER BY from_month DESC, id"


async def of(pool: Pool, employer_number: str) -> list[asyncpg.Record]:
    """Return an employer's deferrals, latest first."""
    return await pool.fetch(OF, employer_number)
