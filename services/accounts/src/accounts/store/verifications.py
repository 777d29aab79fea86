"""When the ledger was verified and what was found."""

from datetime import date

import asyncpg

from shared.base.db import Pool

LAST = """
SELECT extract(epoch FROM verified_at)::float8 AS verified_at, differences
FROM ledger_verification ORDER BY id DESC LIMIT 1
"""


async def last(pool: Pool) -> asyncpg.Record | None:
    """Read when the ledger was last verified, in seconds of the epoch, and how many differences it had."""
    return await pool.fetchrow(LAST)


IS_DUE = """
SELECT NOT EXISTS (SELECT FROM ledger_verification WHERE verified_at > now() - make_interval(secs => $1))
"""


async def is_due(
    connection: "Pool | asyncpg.Connection[asyncpg.Record]", every_seconds: float
) -> bool:
    """Whether nobody has verified the ledger for so long."""
    return bool(await connection.fetchval(IS_DUE, every_seconds))


ONE_VERIFIER = "SELECT pg_try_advisory_lock(hashtext('ledger_verification'))"


async def claim(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    """Become the one who verifies, for as long as the connection lives."""
    return bool(await connection.fetchval(ONE_VERIFIER))


KEEP = """
INSERT INTO ledger_verification (verified_at, business_date, differences) VALUES (now(), $1, $2)
"""


async def keep(
    connection: "asyncpg.Connection[asyncpg.Record]", today: date, differences: int
) -> None:
    """Keep what a verification found."""
    await connection.execute(KEEP, today, differences)
