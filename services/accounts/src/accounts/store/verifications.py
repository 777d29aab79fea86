"""When the ledger was verified and what was found, sealed as the verdicts on days are (ADR 62)."""

import hmac
from datetime import date, datetime

import asyncpg

from accounts.rules.verdict import Verification
from shared.base.db import Connection, Pool
from shared.sealing.personal_data import PersonalData

LAST = """
SELECT verified_at, business_date, differences, seal FROM ledger_verification
WHERE seal IS NOT NULL ORDER BY id DESC LIMIT 100
"""


async def last(
    connection: "Pool | Connection | asyncpg.Connection[asyncpg.Record]", data: PersonalData
) -> Verification | None:
    """Read when the service itself verified the ledger last; what somebody else wrote does not count.

    Nor does what the service wrote once and somebody wrote again: the last is the last by its own time.
    """
    rows = await connection.fetch(LAST)
    told = [
        (Verification(row["verified_at"], row["business_date"], row["differences"]), row["seal"])
        for row in rows
    ]
    own = [one for one, seal in told if hmac.compare_digest(seal, data.lookup_hash(one.told))]
    return max(own, key=lambda one: one.verified_at, default=None)


NOW = "SELECT now()"


async def now(connection: "Pool | asyncpg.Connection[asyncpg.Record]") -> datetime:
    """Ask the clock by which rows are stamped."""
    instant: datetime = await connection.fetchval(NOW)
    return instant


ONE_VERIFIER = "SELECT pg_try_advisory_lock(hashtext('ledger_verification'))"


async def claim(connection: "asyncpg.Connection[asyncpg.Record]") -> bool:
    """Become the one who verifies, for as long as the connection lives."""
    return bool(await connection.fetchval(ONE_VERIFIER))


KEEP = """
INSERT INTO ledger_verification (verified_at, business_date, differences, seal) VALUES ($1, $2, $3, $4)
"""


async def keep(
    connection: "asyncpg.Connection[asyncpg.Record]",
    data: PersonalData,
    today: date,
    differences: int,
) -> None:
    """Keep what a verification found."""
    done = Verification(await now(connection), today, differences)
    seal = data.lookup_hash(done.told)
    await connection.execute(KEEP, done.verified_at, today, differences, seal)
