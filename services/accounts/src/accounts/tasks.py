"""What accounts does by itself: seal finished days, carry on interest runs, remind late employers."""

import asyncio
from datetime import timedelta
from functools import partial

from accounts.handlers import (
    booking_texts,
    books,
    disputes,
    missed_months,
    publishing,
    search,
    suspense,
    totals,
    transfers,
)
from accounts.handlers.interest import begin_due_run, settle_some
from accounts.handlers.reminders import remind_employers
from accounts.metrics import INTEREST_YEARS_DUE, LIST_FILE_WAITING_SECONDS
from accounts.settings import Settings
from accounts.store.days import seal_days_before
from accounts.store.transfers import ready
from accounts.views.jgj320 import TABLES
from accounts.views.list_files import oldest_waiting_seconds
from accounts.work import list_files, verification
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.base.waiting import unless
from shared.messaging import publications
from shared.messaging.unit import Context
from shared.reporting import nightly

log = get_logger()

TELL_CHECK_SECONDS = 60.0
FORGET_CHECK_SECONDS = 600.0

BOOKS_CHECK_SECONDS = 60.0
SUSPENSE_CHECK_SECONDS = 60.0
DISPUTES_CHECK_SECONDS = 60.0
TRANSFERS_AT_ONCE = 100

VERIFICATION_CHECK_SECONDS = 60.0

DAYS_LEFT_OPEN = 1
"""Yesterday stays open until tomorrow: a batch that began before midnight may still book on it."""


async def seal_finished_days(context: Context[Settings], stop: asyncio.Event) -> None:
    """Seal every day that can get no more entries (R-BK-2)."""

    async def seal() -> None:
        async with context.unit() as unit:
            first_open = context.clock.today() - timedelta(days=DAYS_LEFT_OPEN)
            days = await seal_days_before(unit.connection, first_open)
        if days:
            log.info("days sealed", days=days)

    await every(context.settings.day_seal_check_seconds, seal, stop, name="seal finished days")


async def verify_ledger(context: Context[Settings], stop: asyncio.Event) -> None:
    """Have the ledger recomputed now and then, and show what the last time found (R-BK-2)."""
    every_seconds = context.settings.ledger_verify_every_seconds

    async def verify() -> None:
        await unless(stop, verification.verify_when_due(context, every_seconds))

    await every(VERIFICATION_CHECK_SECONDS, verify, stop, name="verify the ledger")


async def begin_interest_runs(context: Context[Settings], stop: asyncio.Event) -> None:
    """Begin each fund year's settlement by itself, the oldest first, and show what is due (R-INT-2)."""
    begun: int | None = None

    async def begin() -> None:
        nonlocal begun
        async with context.unit() as unit:
            due = await begin_due_run(unit)
        INTEREST_YEARS_DUE.set(due.years if due else 0)
        if due and due.fund_year != begun:
            log.info("interest run begins", fund_year=due.fund_year, years_due=due.years)
        elif due:
            log.warning("interest run has not ended", fund_year=due.fund_year)
        begun = due.fund_year if due else None

    await every(context.settings.interest_check_seconds, begin, stop, name="begin interest runs")


async def settle_interest(context: Context[Settings], stop: asyncio.Event) -> None:
    """Carry on interest runs, some accounts at a time; a run outlives the process (R-INT-5)."""
    settings = context.settings

    async def settle() -> bool:
        async with context.unit() as unit:
            return await settle_some(
                unit, settings.interest_chunk_accounts, tell=settings.interest_texts
            )

    await every(settings.interest_poll_seconds, settle, stop, name="settle interest")


async def remind_late_employers(context: Context[Settings], stop: asyncio.Event) -> None:
    """Have operators reminded of accounts and months that are late, once for a case (R-ACC-6, R-DEP-5)."""

    async def remind() -> None:
        async with context.unit() as unit:
            reminded = await remind_employers(unit)
        if reminded:
            log.info("employers reminded", cases=reminded)

    await every(context.settings.reminder_check_seconds, remind, stop, name="remind late employers")


async def tell_missed_months(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell people of months that their employers have not paid, once for a month (R-DEP-5)."""

    async def tell() -> bool:
        async with context.unit() as unit:
            told = await missed_months.tell_people(unit)
        if told:
            log.info("people told of missed months", people=told)
        return told == missed_months.MOST_PEOPLE

    await every(context.settings.reminder_check_seconds, tell, stop, name="tell missed months")


async def tell_bookings(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell people of deposits that were booked, some at a time, if the centre wants that (R-SMS-2)."""
    if not context.settings.deposit_texts:
        return

    async def tell() -> bool:
        async with context.unit() as unit:
            return await booking_texts.tell_some(unit)

    seconds = context.settings.deposit_texts_check_seconds
    await every(seconds, tell, stop, name="tell bookings")


async def make_vouchers(context: Context[Settings], stop: asyncio.Event) -> None:
    """Make the vouchers of sealed days (记账凭证), and show which months wait to be closed (R-BK-1)."""

    async def make() -> bool:
        async with context.unit() as unit:
            more = await books.make_vouchers(unit)
        await books.measure(context)
        return more

    seconds = min(BOOKS_CHECK_SECONDS, context.settings.day_seal_check_seconds)
    await every(seconds, make, stop, name="make vouchers")


async def measure_suspense(context: Context[Settings], stop: asyncio.Event) -> None:
    """Show how much lies in suspense and for how long: what lies long needs somebody (R-DEP-7)."""

    async def measure() -> None:
        await suspense.measure(context)

    await every(SUSPENSE_CHECK_SECONDS, measure, stop, name="measure suspense")


async def measure_disputes(context: Context[Settings], stop: asyncio.Event) -> None:
    """Show how many answers to disputes are late (R-QRY-4)."""

    async def measure() -> None:
        await disputes.measure(context)

    await every(DISPUTES_CHECK_SECONDS, measure, stop, name="measure disputes")


async def look_at_transfers(context: Context[Settings]) -> None:
    """Do transfers that waited, each in a transaction of its own, and end what nobody answered (R-TRF-3)."""
    for transfer_id in await ready(context.pool, TRANSFERS_AT_ONCE):
        await context.transact(partial(transfers.carry_on, transfer_id=transfer_id))
    async with context.unit() as unit:
        expired = await transfers.expire(unit)
    if expired:
        log.info("transfers expired", transfers=expired)


async def carry_on_transfers(context: Context[Settings], stop: asyncio.Event) -> None:
    """Look at open transfers now and then."""
    look = partial(look_at_transfers, context)
    await every(context.settings.transfer_check_seconds, look, stop, name="carry on transfers")


async def tell_totals(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell once a business date what stands here of the money of loans."""

    async def tell() -> None:
        async with context.unit() as unit:
            told = await totals.tell(unit)
        if told:
            log.info("totals told", as_of=str(context.clock.today()))

    await every(TELL_CHECK_SECONDS, tell, stop, name="tell totals")


async def read_list_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read the lists that employers upload, some at a time."""
    settings = context.settings

    async def read() -> bool:
        found = await unless(stop, list_files.read_next(context))
        LIST_FILE_WAITING_SECONDS.set(await oldest_waiting_seconds(context.pool))
        return bool(found)

    async with asyncio.TaskGroup() as group:
        for _ in range(settings.list_file_readers):
            group.create_task(
                every(settings.list_file_poll_seconds, read, stop, name="read uploaded lists")
            )


async def forget_list_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Delete uploaded lists that were not accepted in their time."""

    async def forget() -> bool:
        return await list_files.forget_old(context)

    await every(FORGET_CHECK_SECONDS, forget, stop, name="forget uploaded lists")


async def index_names(context: Context[Settings], stop: asyncio.Event) -> None:
    """Let new accounts, and those at another employer, be found by their names; some at a time."""
    settings = context.settings

    async def index() -> bool:
        async with context.unit() as unit:
            return await search.index_some(unit, settings.search_index_accounts)

    await every(settings.search_index_seconds, index, stop, name="index names")


async def report_nightly(context: Context[Settings], stop: asyncio.Event) -> None:
    """Report the tables of JGJ/T 320 every night until `stop`."""
    await nightly.run(context, TABLES, stop)


async def publish(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell everybody the guides, the rates and the figures of the months, whenever they changed."""
    await publications.keep_telling(context, stop, publishing.compose)
