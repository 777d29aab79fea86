"""What runs beside requests and messages: one link to the bank, and all that use it."""

import asyncio

from settlement.domain import Kind
from settlement.handlers import told
from settlement.metrics import CROSS_DIFFERENCES_OPEN
from settlement.settings import Settings
from settlement.store import cross
from settlement.store.jgj320 import TABLES
from settlement.work import reader, reconciler
from settlement.work.adoption import adopt
from settlement.work.link import BankLink
from settlement.work.sender import Sender
from settlement.work.verifier import Verifier
from settlement.work.wakes import Wakes
from settlement.work.watcher import Watcher
from shared.base.telemetry import get_logger
from shared.jobs.job import HOUR_SECONDS, MINUTE_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context
from shared.reporting import nightly

log = get_logger()

COMPARE: Job[Settings] = Job(
    "compare-services", "三方金额核对", lambda _: MINUTE_SECONDS, HOUR_SECONDS
)


async def adopt_conclusions(context: Context, _stop: asyncio.Event) -> None:
    """Let what waited for a second person before there were proposals be one; once."""
    if adopted := await context.transact(adopt, patient=True):
        log.info("conclusions are proposals now", conclusions=adopted)


async def compare_services(context: Context[Settings], stop: asyncio.Event) -> None:
    """Hold what loans and accounts told of each loan's money against the orders, and show what is open."""

    async def compare() -> Round:
        dates = await compare_what_is_told(context)
        CROSS_DIFFERENCES_OPEN.set(await cross.count_open(context.pool))
        return Round(f"核对{dates}日" if dates else None)

    await keep_alone(context, COMPARE, compare, stop)


async def compare_what_is_told(context: Context) -> int:
    """Compare every date that both sides have told, oldest first, each in a transaction of its own.

    Returns how many dates were compared.
    """
    dates = 0
    while await context.transact(told.compare_next):
        dates += 1
    return dates


async def work_with_bank(context: Context[Settings], stop: asyncio.Event) -> None:
    """Send, ask, read and compare until `stop`; the link goes down last."""
    settings = context.settings
    wakes = Wakes()
    async with BankLink(settings) as link, asyncio.TaskGroup() as group:
        group.create_task(wakes.run(context, stop))
        for kind in Kind:
            group.create_task(Sender(context, settings, link, wakes, kind).run(stop))
        group.create_task(Verifier(context, settings, link, wakes).run(stop))
        group.create_task(Watcher(context, settings, link, wakes).run(stop))
        group.create_task(reader.read(context, settings, link, stop))
        group.create_task(reconciler.run(context, settings, link, wakes, stop))


async def report_nightly(context: Context[Settings], stop: asyncio.Event) -> None:
    """Report the tables of JGJ/T 320 every night until `stop`."""
    await nightly.run(context, TABLES, stop)


JOBS: tuple[Job[Settings], ...] = (COMPARE, reconciler.RECONCILE)
"""What staff can look at."""
