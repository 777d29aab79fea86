"""What credit does by itself: ends what is over, asks new rule sets, counts what is late."""

import asyncio
from functools import partial

from credit import metrics
from credit.handlers import records
from credit.settings import Settings
from credit.views import records as views
from shared.base.resilience import every
from shared.messaging.unit import Context, Unit


async def keep_periods(context: Context[Settings], stop: asyncio.Event) -> None:
    """Keep what is public as the rules have it, until `stop` (R-CRD-11, 16, 17)."""
    await every(
        context.settings.publication_check_seconds,
        partial(look, context),
        stop,
        name="keep periods of publication",
    )


async def look(context: Context[Settings]) -> bool:
    """Look once, some records at a time; True where there may be more."""
    limit = context.settings.period_batch_records

    async def recompute(unit: Unit) -> int:
        return await records.recompute_some(unit, limit)

    async def end(unit: Unit) -> int:
        return await records.end_what_is_over(unit, limit)

    recomputed = await context.transact(recompute)
    ended = await context.transact(end)
    found = await views.figures(context.pool, context.clock.today())
    metrics.RECORDS_TO_PUBLISH.set(found["to_publish"])
    metrics.RECORDS_LATE.set(found["late"])
    metrics.REPAIRS_LATE.set(found["repairs_late"])
    return limit in (recomputed, ended)
