"""The ledger verified by the service itself, again and again; by an operator: `verify`."""

from datetime import UTC, datetime

from accounts.metrics import DIFFERENCES, VERIFIED
from accounts.store import verifications
from accounts.views.verification import differences
from shared.base.db import connect
from shared.base.telemetry import get_logger
from shared.jobs.job import Round
from shared.messaging.unit import Context

log = get_logger()


async def verify_when_due(context: Context, every_seconds: float) -> Round:
    """Verify the ledger if nobody has for so long and nobody does; show what the last time found."""
    found: int | None = None
    if await verifications.is_due(context.pool, every_seconds):
        found = await _verify(context, every_seconds)
    last = await verifications.last(context.pool)
    if last is None:
        return Round()
    DIFFERENCES.set(last["differences"])
    VERIFIED.set(last["verified_at"])
    again = datetime.fromtimestamp(last["verified_at"] + every_seconds, UTC)
    return Round(None if found is None else f"重算账簿，差异{found}处", next_at=again)


async def _verify(context: Context, every_seconds: float) -> int | None:
    """Return how many differences there are; None when another one verifies, or just has.

    On a connection of its own: it may take longer than any statement of a request may.
    """
    connection = await connect(
        str(context.settings.database_url),
        server_settings={"application_name": f"{context.service} ledger verification"},
    )
    try:
        if not await verifications.claim(connection):
            return None
        if not await verifications.is_due(connection, every_seconds):
            return None
        found = await differences(connection)
        await verifications.keep(connection, context.clock.today(), len(found))
    finally:
        connection.terminate()
    if found:
        broken = sorted({line.partition(":")[0] for line in found})
        log.error("the ledger differs", differences=len(found), broken=broken)
    else:
        log.info("the ledger agrees")
    return len(found)
