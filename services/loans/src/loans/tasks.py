"""What loans does by itself: new rates, the instalment day, reminders; each outlives the process."""

import asyncio

from loans import metrics
from loans.handlers import publishing, totals
from loans.handlers.collection import collect_some
from loans.handlers.yearly import remind_some, reprice_some
from loans.settings import Settings
from loans.store import runs
from loans.views.jgj320 import TABLES
from shared.base.errors import ServiceError
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.messaging import publications
from shared.messaging.unit import Context
from shared.reporting import nightly

log = get_logger()

TELL_CHECK_SECONDS = 60.0

WHOLE_PLAN_WEIGHT = 10
"""A loan whose whole plan is made anew counts as so many of which only what is due is read."""


async def keep_the_calendar(context: Context[Settings], stop: asyncio.Event) -> None:
    """Do what the business date asks for, some loans at a time, again and again."""
    settings = context.settings

    async def work() -> bool:
        try:
            busy = await work_once(context, settings.day_chunk_loans)
            await watch(context)
        except ServiceError as error:
            # Data that a committee must supply is missing, a rate for example; the rest of loans goes on.
            log.exception("the day's work is stuck", code=error.code)
            return False
        return busy

    await every(settings.day_poll_seconds, work, stop, name="do the day's work")


async def watch(context: Context) -> None:
    """Tell Prometheus what is under way and what of the day's work is not finished."""
    async with context.pool.acquire() as connection:
        waiting, unfinished = await runs.standing(connection, context.clock.today())
    metrics.show(waiting, unfinished, context.clock.now())


async def work_once(context: Context, limit: int) -> bool:
    """Take one step of each kind of work, each in a transaction of its own; False when all is done.

    Nothing is collected at an old rate: new rates come first, until no loan is left that can have one.
    """
    async with context.unit() as unit:
        if await reprice_some(unit, max(1, limit // WHOLE_PLAN_WEIGHT)):
            return True
    busy = False
    for step in (collect_some, remind_some):
        async with context.unit() as unit:
            busy = await step(unit, limit) or busy
    return busy


async def tell_totals(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell once a business date what stands here of the money of loans."""

    async def tell() -> None:
        async with context.unit() as unit:
            told = await totals.tell(unit)
        if told:
            log.info("totals told", as_of=str(context.clock.today()))

    await every(TELL_CHECK_SECONDS, tell, stop, name="tell totals")


async def report_nightly(context: Context[Settings], stop: asyncio.Event) -> None:
    """Report the tables of JGJ/T 320 every night until `stop`."""
    await nightly.run(context, TABLES, stop)


async def publish(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell everybody the guides, the rates and the figures of the months, whenever they changed."""
    await publications.keep_telling(context, stop, publishing.compose)
