"""What loans does by itself: new rates, the instalment day, reminders; each outlives the process."""

import asyncio
from datetime import date, datetime

from loans import metrics
from loans.handlers import moving_in_files, publishing, totals
from loans.handlers.collection import collect_some
from loans.handlers.yearly import remind_some, reprice_some
from loans.settings import Settings
from loans.store import runs
from loans.views.jgj320 import TABLES
from shared.base.errors import ServiceError
from shared.base.resilience import SURVIVED, every
from shared.base.telemetry import get_logger
from shared.base.waiting import unless
from shared.jobs.job import DAY_SECONDS, HOUR_SECONDS, MINUTE_SECONDS, Job, Round, day_after
from shared.jobs.keeping import keep, keep_alone
from shared.jobs.telling import PUBLISHING, keep_telling
from shared.messaging.unit import Context, Unit
from shared.reporting import nightly

log = get_logger()

WHOLE_PLAN_WEIGHT = 10
"""A loan whose whole plan is made anew counts as so many of which only what is due is read."""


THE_DAY: Job[Settings] = Job(
    "loan-day",
    "贷款日终：调整利率、扣款、还款提醒",
    lambda settings: settings.day_poll_seconds,
    6 * HOUR_SECONDS,
    survives=(*SURVIVED, ServiceError),
)
FORGET: Job[Settings] = Job(
    "forget-moving-in-files", "过期期初文件清除", lambda _: HOUR_SECONDS, DAY_SECONDS
)
TOTALS: Job[Settings] = Job("tell-totals", "报送贷款账面", lambda _: MINUTE_SECONDS, HOUR_SECONDS)


async def keep_the_calendar(context: Context[Settings], stop: asyncio.Event) -> None:
    """Do what the business date asks for, some loans at a time, again and again."""
    settings = context.settings

    async def work() -> Round:
        try:
            busy = await work_once(context, settings.day_chunk_loans)
            since = await watch(context)
        except ServiceError as error:
            # Data that a committee must supply is missing, a rate for example; the rest of loans goes on.
            log.exception("the day's work is stuck", code=error.code)
            raise
        next_at = day_after(context.clock.today())
        return Round("逐笔处理贷款" if busy else None, busy, next_at, since)

    await keep_alone(context, THE_DAY, work, stop)


async def watch(context: Context) -> datetime | None:
    """Tell Prometheus what is under way and what of the day's work is not finished; return since when."""
    async with context.pool.acquire() as connection:
        waiting, unfinished = await runs.standing(connection, context.clock.today())
    metrics.show(waiting, unfinished, context.clock.now())
    return min((one.started_at for one in unfinished if one.started_at), default=None)


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

    async def tell(unit: Unit[Settings]) -> Round:
        today: date = unit.clock.today()
        told = await totals.tell(unit)
        if told:
            log.info("totals told", as_of=str(today))
        return Round(f"报送{today:%Y-%m-%d}账面" if told else None, next_at=day_after(today))

    await keep(context, TOTALS, tell, stop)


async def report_nightly(context: Context[Settings], stop: asyncio.Event) -> None:
    """Report the tables of JGJ/T 320 every night until `stop`."""
    await nightly.run(context, TABLES, stop)


async def publish(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell everybody the guides, the rates and the figures of the months, whenever they changed."""
    await keep_telling(context, stop, publishing.compose)


async def move_in_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read the loans of an older system, and book what two people have signed of them."""
    poll = context.settings.moving_in_poll_seconds

    async def read() -> bool:
        return bool(await unless(stop, moving_in_files.read_next(context)))

    async def book() -> bool:
        return await moving_in_files.book_next(context)

    async with asyncio.TaskGroup() as group:
        group.create_task(every(poll, read, stop, name="read an older system's loans"))
        group.create_task(every(poll, book, stop, name="book an older system's loans"))


async def forget_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Delete the files of older systems that nobody has signed in their time."""

    async def forget() -> Round:
        gone = await moving_in_files.forget_old(context)
        return Round("清除过期文件" if gone else None, bool(gone))

    await keep_alone(context, FORGET, forget, stop)


JOBS: tuple[Job[Settings], ...] = (THE_DAY, TOTALS, FORGET, PUBLISHING)
"""What staff can look at."""
