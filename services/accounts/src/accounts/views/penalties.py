"""Fines on employers as they are looked at."""

import asyncpg

from shared.base.db import Pool

SHOWN_MAX = 200
PENALTIES = """
SELECT penalty_id, social_credit_code, name, cause, facts, basis, fine_fen, order_number, ordered_until,
       decided_on, document_number, lifted_at, lift_reason
FROM employer_penalty WHERE $1::text IS NULL OR social_credit_code = $1
ORDER BY decided_on DESC, penalty_id LIMIT $2
"""


async def penalties(pool: Pool, social_credit_code: str | None) -> list[asyncpg.Record]:
    """Read fines on an employer, or on all, the latest first."""
    return await pool.fetch(PENALTIES, social_credit_code, SHOWN_MAX)
