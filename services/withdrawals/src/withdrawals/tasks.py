"""What runs beside requests and messages: overdue steps, promises on an old calendar, new calendar data."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from shared.base.telemetry import get_logger
from shared.jobs.job import DAY_SECONDS, HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep, keep_alone
from shared.jobs.telling import PUBLISHING, keep_telling
from shared.messaging.unit import Context, Unit
from withdrawals import deadlines, metrics
from withdrawals.decisions import Moment, Move
from withdrawals.domain import Case, State
from withdrawals.handlers import agreed as handlers
from withdrawals.handlers import cards, consents, couples, gathering, publishing
from withdrawals.handlers.moves import carry_out
from withdrawals.metrics import CALENDAR_MISSING, OVERDUE_STEPS
from withdrawals.settings import Settings
from withdrawals.store import applications as store
from withdrawals.store import inquiries, papers, rulebooks
from withdrawals.views import citizens as views

SWEEP: Job[Settings] = Job(
    "sweep", "提取时限检查", lambda settings: settings.sweep_every_seconds, HOUR_SECONDS
)
AGREEMENTS: Job[Settings] = Job(
    "run-agreements",
    "约定提取和提醒",
    lambda settings: settings.sweep_every_seconds,
    6 * HOUR_SECONDS,
)
CALENDAR: Job[Settings] = Job(
    "load-calendar",
    "装载工作日历",
    lambda _: DAY_SECONDS,
    DAY_SECONDS,
    after_failure_seconds=1.0,
)
PAPERS_KEPT = timedelta(days=183)
"""What was handed in for nothing, while the end may be disputed in court (行政诉讼法 art. 46)."""
ESTIMATES_KEPT = timedelta(hours=24)
"""Then they are deleted: they hold what registers said of somebody."""

log = get_logger()


async def sweep(context: Context[Settings], stop: asyncio.Event) -> None:
    """Look for overdue steps and old promises, again and again."""
    settings = context.settings

    async def work() -> Round:
        overdue, promised = await sweep_once(context, settings.sweep_batch_cases)
        done = f"超过时限{overdue}件，重算承诺{promised}件"
        return Round(done if overdue or promised else None)

    await keep_alone(context, SWEEP, work, stop)


async def sweep_once(context: Context, batch_cases: int) -> tuple[int, int]:
    """Mark all overdue steps and recompute all old promises; return how many of each."""
    promised = await _in_batches(context, batch_cases, _promise_anew)
    overdue = await _in_batches(context, batch_cases, _mark_overdue)
    async with context.unit() as unit:
        now = unit.clock.now()
        await inquiries.forget(unit.connection, now - ESTIMATES_KEPT)
        await papers.forget(unit.connection, now - PAPERS_KEPT, now, batch_cases)
    async with context.unit() as unit:
        OVERDUE_STEPS.set(await store.count_overdue(unit.connection))
        metrics.show_open(await views.waiting(unit.connection, unit.clock.now()))
    if overdue:
        log.warning("steps past their deadline", applications=overdue)
    return overdue, promised


async def _in_batches(
    context: Context, batch_cases: int, work: Callable[[Unit, int], Awaitable[int]]
) -> int:
    total = 0
    while True:
        async with context.unit() as unit:
            done = await work(unit, batch_cases)
        total += done
        if done < batch_cases:
            return total


async def _mark_overdue(unit: Unit, limit: int) -> int:
    locked = await store.lock_overdue(unit.connection, unit.clock.now(), limit)
    waiting = [one.id for one in locked.cases.values() if one.state is State.AWAITING_PAPERS]
    silent = await inquiries.for_want_of_consent(unit.connection, waiting) if waiting else set()
    return await _change(
        unit,
        locked,
        lambda case, moment: deadlines.overdue(case, moment, for_consent=case.id in silent),
    )


async def _promise_anew(unit: Unit, limit: int) -> int:
    locked = await store.lock_old_promises(unit.connection, limit)
    return await _change(unit, locked, deadlines.deadlines_changed)


async def _change(
    unit: Unit, locked: store.Locked, decide: Callable[[Case, Moment], Move | None]
) -> int:
    if not locked.cases:
        return 0
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    moves = [move for case in locked.cases.values() if (move := decide(case, moment))]
    await carry_out(unit, locked.cases, moves)
    return len(moves)


async def agreed(context: Context[Settings], stop: asyncio.Event) -> None:
    """Begin and conclude the runs of agreements, and remind, again and again."""
    settings = context.settings

    async def work() -> Round:
        done = await agreed_once(context, settings.sweep_batch_cases)
        ended, began, reminded = done
        told = f"办结{ended}笔，发起{began}笔，提醒{reminded}人"
        return Round(told if any(done) else None)

    await keep_alone(context, AGREEMENTS, work, stop)


async def agreed_once(context: Context, batch: int) -> tuple[int, int, int]:
    """Do everything that is due; return how many runs ended, how many began, how many were reminded."""
    await _in_batches(context, batch, gathering.adopt)
    await _in_batches(context, batch, cards.ask_again)
    await _in_batches(context, batch, couples.lapse)
    await _in_batches(context, batch, consents.ask_again)
    await _in_batches(context, batch, consents.go_on)
    return (
        await _in_batches(context, batch, handlers.conclude_ended),
        await _in_batches(context, batch, handlers.begin_due),
        await _in_batches(context, batch, handlers.remind_due),
    )


async def keep_calendar(context: Context[Settings], stop: asyncio.Event) -> None:
    """Load published days that the table lacks; say so while this year or the next is missing."""

    async def load(unit: Unit[Settings]) -> Round:
        await rulebooks.load_packaged_days(unit)
        moment = await rulebooks.moment(unit)
        promise = moment.book.promise(moment.today)
        CALENDAR_MISSING.set(promise.provisional)
        if promise.provisional:
            log.error("deadlines are provisional: calendar data is missing", today=moment.today)
        return Round("工作日历缺少年份" if promise.provisional else "工作日历齐全")

    await keep(context, CALENDAR, load, stop)


async def publish(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell everybody the guides and the figures of the months, whenever they changed."""
    await keep_telling(context, stop, publishing.compose)


JOBS: tuple[Job[Settings], ...] = (SWEEP, AGREEMENTS, CALENDAR, PUBLISHING)
"""What staff can look at."""
