"""What runs beside requests and messages."""

import asyncio

from hotline import metrics, views
from hotline.settings import Settings
from hotline.work import telephone
from shared.base.resilience import every
from shared.messaging.unit import Context

MEASURE_SECONDS = 15.0


async def answer_calls(context: Context[Settings], stop: asyncio.Event) -> None:
    """Answer the telephone until `stop`."""
    await telephone.run(context, stop)


async def measure(context: Context[Settings], stop: asyncio.Event) -> None:
    """Say how many wait to be called back."""

    async def look() -> None:
        found = await views.figures(context.pool, context.clock.now())
        metrics.CALL_BACKS_OPEN.set(found["open"])
        metrics.OLDEST_CALL_BACK_SECONDS.set(found["oldest_seconds"] or 0)

    await every(MEASURE_SECONDS, look, stop, name="measure call-backs")
