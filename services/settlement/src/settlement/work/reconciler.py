"""Comparing the days that are due: gets the bank's statement when a day is over or staff want it."""

import asyncio
from datetime import date, timedelta
from functools import partial

from settlement.domain import Compared, Statement
from settlement.handlers import reconciliation
from settlement.iso20022 import BadMessage, read_statement
from settlement.metrics import RECONCILIATION_DIFFERENCES, RECONCILIATION_WAITING_DAYS
from settlement.settings import Settings
from settlement.store import days
from settlement.store.days import DueDay
from settlement.work.link import BankLink, Doubt, NotReached, understood
from settlement.work.wakes import Wakes, woken
from shared.base.clock import business_date
from shared.base.telemetry import get_logger
from shared.jobs.job import HOUR_SECONDS, Job, Round, day_after
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context

NO_STATEMENT = "银行没有提供当日对账单"

RECONCILE: Job[Settings] = Job(
    "reconcile",
    "银行日终对账",
    lambda settings: settings.reconcile_poll_seconds,
    12 * HOUR_SECONDS,
)

log = get_logger()


async def run(
    context: Context[Settings],
    settings: Settings,
    link: BankLink,
    wakes: Wakes,
    stop: asyncio.Event,
) -> None:
    """Compare what is due, when the day is over or staff want it, until `stop`."""

    async def work() -> Round:
        compared = 0
        for day in await due_days(context, settings):
            if stop.is_set():
                break
            compared += await _reconcile_or_say_why_not(context, settings, link, day)
        waiting = await _measure(context, settings)
        return Round(
            f"对账{compared}日" if compared else None,
            next_at=day_after(context.clock.today()),
            waiting_since=day_after(waiting[0].business_date) if waiting else None,
        )

    rest = partial(woken, wakes.reconcile, stop, settings.reconcile_poll_seconds)
    await keep_alone(context, RECONCILE, work, stop, rest=rest)


async def due_days(context: Context, settings: Settings) -> list[DueDay]:
    """Return the ended days to compare, oldest first."""
    settled = context.clock.now() - timedelta(minutes=settings.reconcile_after_minutes)
    return await days.due(
        context.pool,
        business_date(settled),
        settings.reconcile_late_days,
        settings.reconcile_batch_days,
    )


async def reconcile(
    context: Context, settings: Settings, link: BankLink, day: DueDay
) -> Compared | None:
    """Get the bank's statement and compare the day; None when another instance was faster.

    Raises `NotReached`, `Doubt`, and `BadMessage` for what is not the statement of that day.
    """
    statement = await statement_of(link, day.business_date)
    async with context.unit() as unit:
        compared = await reconciliation.compare(unit, day, statement, settings.reconcile_late_days)
    if compared is not None:
        log.info(
            "reconciled",
            business_date=str(day.business_date),
            compared=compared.payments,
            differences=compared.differences,
        )
    return compared


async def statement_of(link: BankLink, day: date) -> Statement:
    """Get the statement of a day and of no other; raises as `reconcile` does."""
    body = await link.statement(day)
    with understood():
        statement = await asyncio.to_thread(read_statement, body)
        if statement.business_date != day:
            raise BadMessage("the statement of another day")
    return statement


async def _reconcile_or_say_why_not(
    context: Context, settings: Settings, link: BankLink, day: DueDay
) -> bool:
    try:
        return await reconcile(context, settings, link, day) is not None
    except (NotReached, Doubt, BadMessage) as error:
        log.warning("no statement", business_date=str(day.business_date), error=repr(error))
        now = context.clock.now()
        await days.note_problem(context.pool, day.business_date, now, NO_STATEMENT)
        return False


async def _measure(context: Context, settings: Settings) -> list[DueDay]:
    """Show what is open; return the days that wait, oldest first."""
    waiting = await due_days(context, settings)
    RECONCILIATION_DIFFERENCES.set(await days.open_differences(context.pool))
    RECONCILIATION_WAITING_DAYS.set(len(waiting))
    return waiting
