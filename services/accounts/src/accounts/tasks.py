"""What accounts does by itself: jobs that the clock starts, and what goes on all the time."""

import asyncio
from datetime import date, timedelta
from functools import partial

from accounts.handlers import (
    booking_texts,
    books,
    disputes,
    dunning,
    erasures,
    hardship,
    merges,
    missed_months,
    page_drafts,
    publishing,
    registrations,
    search,
    suspense,
    totals,
    transfers,
)
from accounts.handlers.interest import begin_due_run, settle_some
from accounts.handlers.reminders import remind_employers
from accounts.metrics import INTEREST_YEARS_DUE, LIST_FILE_WAITING_SECONDS
from accounts.rules.interest import first_day_of, fund_year_of
from accounts.settings import Settings
from accounts.store.days import seal_days_before
from accounts.store.transfers import ready
from accounts.views.jgj320 import TABLES
from accounts.views.list_files import oldest_waiting_seconds
from accounts.work import list_files, moving_in_files, verification
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.base.waiting import unless
from shared.jobs.job import (
    DAY_SECONDS,
    HOUR_SECONDS,
    MINUTE_SECONDS,
    Job,
    Round,
    day_after,
    midnight,
)
from shared.jobs.keeping import keep, keep_alone
from shared.jobs.telling import PUBLISHING, keep_telling
from shared.messaging.unit import Context, Unit
from shared.reporting import nightly

log = get_logger()

FORGET_CHECK_SECONDS = 600.0
GAUGES_EVERY_SECONDS = 5.0
DRAFT_KEEP_DAYS = 30
"""What nobody has gone on with for so long is of another month."""
SUSPENSE_CHECK_SECONDS = 60.0
DISPUTES_CHECK_SECONDS = 60.0
TRANSFERS_AT_ONCE = 100

DAYS_LEFT_OPEN = 1
"""Yesterday stays open until tomorrow: a batch that began before midnight may still book on it."""

SEAL_DAYS: Job[Settings] = Job(
    "seal-days", "营业日封账", lambda settings: settings.day_seal_check_seconds, 6 * HOUR_SECONDS
)
BEGIN_INTEREST: Job[Settings] = Job(
    "begin-interest", "年度结息", lambda settings: settings.interest_check_seconds, DAY_SECONDS
)
SETTLE_INTEREST: Job[Settings] = Job(
    "settle-interest",
    "年度结息逐户入账",
    lambda settings: settings.interest_poll_seconds,
    HOUR_SECONDS,
)
MAKE_VOUCHERS: Job[Settings] = Job(
    "make-vouchers",
    "生成记账凭证",
    lambda settings: min(MINUTE_SECONDS, settings.day_seal_check_seconds),
    6 * HOUR_SECONDS,
)
VERIFY: Job[Settings] = Job("verify-ledger", "重算核对账簿", lambda _: MINUTE_SECONDS, DAY_SECONDS)
REMIND: Job[Settings] = Job(
    "remind-employers",
    "催办单位",
    lambda settings: settings.reminder_check_seconds,
    6 * HOUR_SECONDS,
)
MISSED_MONTHS: Job[Settings] = Job(
    "tell-missed-months",
    "欠缴告知职工",
    lambda settings: settings.reminder_check_seconds,
    6 * HOUR_SECONDS,
)
TRANSFERS: Job[Settings] = Job(
    "carry-on-transfers",
    "同城转移办理和到期",
    lambda settings: settings.transfer_check_seconds,
    HOUR_SECONDS,
)
LETTERS: Job[Settings] = Job(
    "write-dunning-letters",
    "催缴函",
    lambda settings: settings.reminder_check_seconds,
    6 * HOUR_SECONDS,
)
MERGES: Job[Settings] = Job(
    "end-late-merges", "账户合并到期", lambda _: MINUTE_SECONDS, HOUR_SECONDS
)
ERASURES: Job[Settings] = Job("erase-people", "久销账户去标识", lambda _: HOUR_SECONDS, DAY_SECONDS)
TOTALS: Job[Settings] = Job(
    "tell-totals", "报送贷款资金账面", lambda _: MINUTE_SECONDS, HOUR_SECONDS
)
FORGET_LISTS: Job[Settings] = Job(
    "forget-list-files", "过期清册文件清除", lambda _: FORGET_CHECK_SECONDS, DAY_SECONDS
)


async def seal_finished_days(context: Context[Settings], stop: asyncio.Event) -> None:
    """Seal every day that can get no more entries (R-BK-2)."""

    async def seal(unit: Unit[Settings]) -> Round:
        first_open = unit.clock.today() - timedelta(days=DAYS_LEFT_OPEN)
        days = await seal_days_before(unit.connection, first_open)
        if days:
            log.info("days sealed", days=days)
        return Round(f"封账{days}个营业日" if days else None, next_at=day_after(unit.clock.today()))

    await keep(context, SEAL_DAYS, seal, stop)


async def verify_ledger(context: Context[Settings], stop: asyncio.Event) -> None:
    """Have the ledger recomputed now and then, and show what the last time found (R-BK-2)."""
    every_seconds = context.settings.ledger_verify_every_seconds

    async def verify() -> Round:
        return await unless(stop, verification.verify_when_due(context, every_seconds)) or Round()

    await keep_alone(context, VERIFY, verify, stop)


async def begin_interest_runs(context: Context[Settings], stop: asyncio.Event) -> None:
    """Begin each fund year's settlement by itself, the oldest first, and show what is due (R-INT-2)."""
    begun: int | None = None

    async def begin(unit: Unit[Settings]) -> Round:
        nonlocal begun
        due, today = await begin_due_run(unit), unit.clock.today()
        INTEREST_YEARS_DUE.set(due.years if due else 0)
        fresh = due is not None and due.fund_year != begun
        begun = due.fund_year if due else None
        next_at = midnight(first_day_of(fund_year_of(today) + 1))
        if due is None:
            return Round(next_at=next_at)
        if fresh:
            log.info("interest run begins", fund_year=due.fund_year, years_due=due.years)
        else:
            log.warning("interest run has not ended", fund_year=due.fund_year)
        return Round(
            f"开始{due.fund_year}年度结息" if fresh else None,
            next_at=next_at,
            waiting_since=midnight(first_day_of(due.fund_year + 1)),
        )

    await keep(context, BEGIN_INTEREST, begin, stop)


async def settle_interest(context: Context[Settings], stop: asyncio.Event) -> None:
    """Carry on interest runs, some accounts at a time; a run outlives the process (R-INT-5)."""
    settings = context.settings

    async def settle(unit: Unit[Settings]) -> Round:
        more = await settle_some(
            unit, settings.interest_chunk_accounts, tell=settings.interest_texts
        )
        return Round("逐户结息入账" if more else None, more)

    await keep(context, SETTLE_INTEREST, settle, stop)


async def remind_late_employers(context: Context[Settings], stop: asyncio.Event) -> None:
    """Have operators reminded of accounts and months that are late, once for a case (R-ACC-6, R-DEP-5)."""

    async def remind(unit: Unit[Settings]) -> Round:
        reminded = await remind_employers(unit)
        if reminded:
            log.info("employers reminded", cases=reminded)
        return Round(f"催办{reminded}件" if reminded else None)

    await keep(context, REMIND, remind, stop)


async def tell_missed_months(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell people of months that their employers have not paid, once for a month (R-DEP-5)."""

    async def tell(unit: Unit[Settings]) -> Round:
        told = await missed_months.tell_people(unit)
        if told:
            log.info("people told of missed months", people=told)
        return Round(f"告知{told}人" if told else None, told == missed_months.MOST_PEOPLE)

    await keep(context, MISSED_MONTHS, tell, stop)


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

    async def make() -> Round:
        days = await context.transact(books.make_vouchers)
        await books.measure(context)
        return Round(f"生成{days}日凭证" if days else None, days == books.DAYS_AT_ONCE)

    await keep_alone(context, MAKE_VOUCHERS, make, stop)


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


async def look_at_transfers(context: Context[Settings]) -> Round:
    """Do transfers that waited, each in a transaction of its own, and end what nobody answered (R-TRF-3)."""
    waiting = await ready(context.pool, TRANSFERS_AT_ONCE)
    for transfer_id in waiting:
        await context.transact(partial(transfers.carry_on, transfer_id=transfer_id))
    expired = await context.transact(transfers.expire)
    if expired:
        log.info("transfers expired", transfers=expired)
    done = f"续办{len(waiting)}件，到期{expired}件"
    return Round(done if waiting or expired else None)


async def carry_on_transfers(context: Context[Settings], stop: asyncio.Event) -> None:
    """Look at open transfers now and then."""
    await keep_alone(context, TRANSFERS, partial(look_at_transfers, context), stop)


async def write_dunning_letters(context: Context[Settings], stop: asyncio.Event) -> None:
    """Have letters written to employers that owe months for long, once for a stage (R-DEP-10)."""

    async def write(unit: Unit[Settings]) -> Round:
        written = await dunning.write_letters(unit)
        if written:
            log.info("dunning letters due", letters=written)
        return Round(f"{written}件" if written else None, written == dunning.LETTERS_AT_ONCE)

    await keep(context, LETTERS, write, stop)


async def end_late_merges(context: Context[Settings], stop: asyncio.Event) -> None:
    """End merges that a service has not answered in time: nobody waits for ever (R-ACC-8)."""

    async def end(unit: Unit[Settings]) -> Round:
        ended = await merges.expire(unit)
        if ended:
            log.warning("merges were not answered in time", merges=ended)
        return Round(f"到期{ended}件" if ended else None)

    await keep(context, MERGES, end, stop)


async def erase_people(context: Context[Settings], stop: asyncio.Event) -> None:
    """Once a business date ask about whom nobody needs any more, and again about whom nobody answered."""

    async def begin(unit: Unit[Settings]) -> Round:
        begun = await erasures.begin_due(unit)
        if begun == erasures.PEOPLE_AT_ONCE:
            return Round(f"{begun}人", more=True)
        await erasures.ask_again(unit)
        return Round(f"{begun}人" if begun else None, next_at=day_after(unit.clock.today()))

    await keep(context, ERASURES, begin, stop)


async def tell_totals(context: Context[Settings], stop: asyncio.Event) -> None:
    """Tell once a business date what stands here of the money of loans."""

    async def tell(unit: Unit[Settings]) -> Round:
        today: date = unit.clock.today()
        told = await totals.tell(unit)
        if told:
            log.info("totals told", as_of=str(today))
        return Round(f"报送{today:%Y-%m-%d}账面" if told else None, next_at=day_after(today))

    await keep(context, TOTALS, tell, stop)


async def read_list_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read the lists that employers upload, some at a time."""
    settings = context.settings

    async def read() -> bool:
        return bool(await unless(stop, list_files.read_next(context)))

    async def measure() -> None:
        LIST_FILE_WAITING_SECONDS.set(await oldest_waiting_seconds(context.pool))

    async with asyncio.TaskGroup() as group:
        for _ in range(settings.list_file_readers):
            group.create_task(
                every(settings.list_file_poll_seconds, read, stop, name="read uploaded lists")
            )
        group.create_task(every(GAUGES_EVERY_SECONDS, measure, stop, name="measure uploaded lists"))


async def move_in_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read the files of an older system, and book what two people have signed of them."""
    poll = context.settings.moving_in_poll_seconds

    async def read() -> bool:
        return bool(await unless(stop, moving_in_files.read_next(context)))

    async def book() -> bool:
        return await moving_in_files.book_next(context)

    async with asyncio.TaskGroup() as group:
        group.create_task(every(poll, read, stop, name="read an older system's files"))
        group.create_task(every(poll, book, stop, name="book an older system's accounts"))


async def forget_list_files(context: Context[Settings], stop: asyncio.Event) -> None:
    """Delete uploaded lists, files of older systems, drafts of pages and papers whose time is over."""

    async def forget() -> Round:
        lists = await list_files.forget_old(context)
        movings = await moving_in_files.forget_old(context)
        async with context.unit() as unit:
            drafts = await page_drafts.forget_old(unit, DRAFT_KEEP_DAYS) > 0
            papers = await hardship.forget_papers(unit) > 0
            begun = await registrations.forget_old(unit) > 0
        some = lists or movings or drafts or papers or begun
        return Round("清除过期文件、材料和草稿" if some else None, some)

    await keep_alone(context, FORGET_LISTS, forget, stop)


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
    await keep_telling(context, stop, publishing.compose)


JOBS: tuple[Job[Settings], ...] = (
    SEAL_DAYS,
    BEGIN_INTEREST,
    SETTLE_INTEREST,
    MAKE_VOUCHERS,
    VERIFY,
    REMIND,
    MISSED_MONTHS,
    TRANSFERS,
    LETTERS,
    MERGES,
    ERASURES,
    TOTALS,
    FORGET_LISTS,
    PUBLISHING,
)
"""What staff can look at."""
