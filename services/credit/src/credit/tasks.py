"""What credit does by itself: ends what is over, asks new rule sets, counts what is late."""

import asyncio
from functools import partial

from credit import metrics
from credit.handlers import decisions, penalties, records, shields, users
from credit.settings import Settings
from credit.views import imports as import_views
from credit.views import records as views
from credit.views import users as user_views
from credit.work import imports
from shared.base.resilience import every
from shared.base.waiting import unless
from shared.jobs.job import DAY_SECONDS, HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context, Unit

FORGET_CHECK_SECONDS = 600.0
GAUGES_EVERY_SECONDS = 5.0
PERIODS: Job[Settings] = Job(
    "keep-periods",
    "信用信息公示期检查",
    lambda settings: settings.publication_check_seconds,
    6 * HOUR_SECONDS,
)
FORGET: Job[Settings] = Job(
    "forget-imports", "过期导入文件清除", lambda _: FORGET_CHECK_SECONDS, DAY_SECONDS
)


async def keep_periods(context: Context[Settings], stop: asyncio.Event) -> None:
    """Keep what is public as the rules have it, until `stop` (R-CRD-11, 16, 17)."""

    async def work() -> Round:
        more = await look(context)
        return Round("更新公示期" if more else None, more)

    await keep_alone(context, PERIODS, work, stop)


async def look(context: Context[Settings]) -> bool:
    """Look once, some records at a time; True where there may be more."""
    limit = context.settings.period_batch_records

    async def recompute(unit: Unit) -> int:
        return await records.recompute_some(unit, limit)

    async def end(unit: Unit) -> int:
        return await records.end_what_is_over(unit, limit)

    async def draft(unit: Unit) -> int:
        return await decisions.draft_some(unit, limit)

    async def draft_fines(unit: Unit) -> int:
        return await penalties.draft_some(unit, limit)

    recomputed = await context.transact(recompute)
    ended = await context.transact(end)
    drafted = await context.transact(draft)
    fined = await context.transact(draft_fines)
    await context.transact(shields.end_over)
    found = await views.figures(context.pool, context.clock.today())
    metrics.RECORDS_TO_PUBLISH.set(found["to_publish"])
    metrics.RECORDS_LATE.set(found["late"])
    metrics.REPAIRS_LATE.set(found["repairs_late"])
    metrics.USERS_SHUT.inc(await context.transact(users.shut_idle))
    since, most = context.clock.now() - user_views.A_DAY, context.settings.odd_look_ups_a_day
    metrics.USERS_ODD.set(await user_views.odd(context.pool, since, most))
    return limit in (recomputed, ended, drafted, fined)


async def read_imports(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read files that are handed in, until `stop`."""

    async def read() -> bool:
        return bool(await unless(stop, imports.read_next(context)))

    async def measure() -> None:
        waiting = await import_views.oldest_waiting_seconds(context.pool, context.clock.now())
        metrics.IMPORT_WAITING_SECONDS.set(waiting)

    async with asyncio.TaskGroup() as group:
        seconds = context.settings.import_poll_seconds
        group.create_task(every(seconds, read, stop, name="read imports"))
        group.create_task(every(GAUGES_EVERY_SECONDS, measure, stop, name="measure imports"))


async def take_imports(context: Context[Settings], stop: asyncio.Event) -> None:
    """Take accepted files, a portion at a time, until `stop`."""
    take = partial(imports.take_next, context)
    await every(context.settings.import_poll_seconds, take, stop, name="take imports")


async def forget_imports(context: Context[Settings], stop: asyncio.Event) -> None:
    """Forget files that nobody accepted in their time, until `stop`."""

    async def forget() -> Round:
        more = await imports.forget_old(context)
        return Round("清除过期文件" if more else None, more)

    await keep_alone(context, FORGET, forget, stop)


JOBS: tuple[Job[Settings], ...] = (PERIODS, FORGET)
"""What staff can look at."""
