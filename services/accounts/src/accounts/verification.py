"""The ledger verified by the service itself, again and again: `accounts.verify` with a memory and metrics."""

import asyncpg
from prometheus_client import Gauge

from accounts import verify
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context

DIFFERENCES = Gauge(
    "ledger_differences", "Differences that the last verification of the ledger found"
)
VERIFIED = Gauge(
    "ledger_verified_timestamp_seconds", "When the ledger was last verified; 0: never yet"
)

log = get_logger()

LAST = """
SELECT extract(epoch FROM verified_at)::float8 AS verified_at, differences
FROM ledger_verification ORDER BY id DESC LIMIT 1
"""
IS_DUE = """
SELECT NOT EXISTS (SELECT FROM ledger_verification WHERE verified_at > now() - make_interval(secs => $1))
"""
ONE_VERIFIER = "SELECT pg_try_advisory_lock(hashtext('ledger_verification'))"
KEEP = "INSERT INTO ledger_verification (verified_at, differences) VALUES (now(), $1)"


async def verify_when_due(context: Context, every_seconds: float) -> None:
    """Verify the ledger if nobody has for so long and nobody does; show what the last time found."""
    if await context.pool.fetchval(IS_DUE, every_seconds):
        await _verify(context, every_seconds)
    last = await context.pool.fetchrow(LAST)
    if last is not None:
        DIFFERENCES.set(last["differences"])
        VERIFIED.set(last["verified_at"])


async def _verify(context: Context, every_seconds: float) -> None:
    """On a connection of its own: it may take longer than any statement of a request may."""
    connection = await asyncpg.connect(
        str(context.settings.database_url),
        server_settings={"application_name": f"{context.service} ledger verification"},
    )
    try:
        if not await connection.fetchval(ONE_VERIFIER):
            return
        if not await connection.fetchval(IS_DUE, every_seconds):
            return
        found = await verify.differences(connection)
        await connection.execute(KEEP, len(found))
    finally:
        connection.terminate()
    if found:
        broken = sorted({line.partition(":")[0] for line in found})
        log.error("the ledger differs", differences=len(found), broken=broken)
    else:
        log.info("the ledger agrees")
