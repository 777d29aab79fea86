"""Reads: what somebody did to log in."""

from uuid import UUID

import asyncpg

from shared.base.db import Pool

ATTEMPTS_BEFORE = """
SELECT id, at, outcome, channel, host(address) AS address FROM login_attempt
WHERE identity_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
"""


async def attempts_before(
    pool: Pool, identity_id: UUID, before: int, limit: int
) -> list[asyncpg.Record]:
    """List attempts to log in as an identity, newest first."""
    return list(await pool.fetch(ATTEMPTS_BEFORE, identity_id, before, limit))
