"""Lower ratios in hardship (降低缴存比例) as they are looked at."""

import asyncpg

from shared.base.db import Pool

OF = """
SELECT id, employer_number, from_month, until_month, employer_ratio_bp, employee_ratio_bp, employer_bp_after,
       employee_bp_after, resolution_number, resolution_on, decided_at
FROM ratio_lowering WHERE employer_number = $1 ORDER BY from_month DESC, id
"""


async def of(pool: Pool, employer_number: str) -> list[asyncpg.Record]:
    """Return an employer's lower ratios, latest first."""
    return await pool.fetch(OF, employer_number)
