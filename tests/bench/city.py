"""A city's great days, in generated cities of several sizes: month, interest, night, instalments, year.

For each size of `CITY` (accounts, default 10000,100000; 6 employers for each 100 of them) the service's own
handlers work in this process, without broker and bank, on one copy of the city, and the one SQL statement
that writes the same rows on another; both on the same server, one after the other. Then a system with such a
city answers people, and `CITY_LISTS` (600) employers' month goes through broker and bank. `CITY_PARTS`:
`books`, `answers` or both.
"""

import os
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

import asyncpg
from tests.support.midnight import CLOCK
from tests.support.telling import received

from accounts.domain import Month
from accounts.handlers import books, interest, remittances
from accounts.handlers.remittances import ConfirmationAsked, DraftAsked
from accounts.settings import Settings
from accounts.store import verifications
from accounts.store.books import make_days
from accounts.store.days import seal_days_before
from accounts.views.verification import differences
from local.databases import ServiceDatabase, drop_database, ensure_database
from local.postgres import PostgresServer
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.http.batching import GROUP_MAX_REQUESTS
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .bulk import ENDED_WITHIN_SECONDS, FLOOR_INTEREST_SQL, checkpoint
from .city_people import DUE, LINES_OF, answers, say
from .generated import GeneratedCity
from .generated.filling import fill
from .instalments import instalment_day
from .listing import Cost, measured
from .stage import Stage

PARTS = os.environ.get("CITY_PARTS", "books,answers").split(",")
SIZES = [int(size) for size in os.environ.get("CITY", "10000,100000").split(",")]
EMPLOYERS_PER_100 = 6
BATCH = 200
"""Messages that a consumer handles in one transaction, as configured by default."""
ACCOUNTS_PER_LOAN = 10
AS_FAST = 1.3
"""So many times as long as in the smallest city people may wait in the largest, at the median."""
FLOOR_MONTH_SQL = Path(__file__).with_name("floor_month.sql").read_text("utf-8")
SETTLED = "SELECT count(*) FROM interest_settlement WHERE fund_year = $1"
OF_THE_DAY = "SELECT count(*) FROM entry WHERE booked_on > (SELECT max(booked_on) FROM ledger_day)"
CONFIRMED = """
SELECT payment_reference, employer_fen + employee_fen AS fen FROM remittance_list
WHERE month = $1 AND state = 'confirmed' ORDER BY payment_reference
"""
ENTRIES = "SELECT count(*) FROM entry"
T = TypeVar("T")
SIGNERS = (uuid.UUID(int=1), uuid.UUID(int=2))


@dataclass(frozen=True)
class Copy:
    """A generated city's books, and the service on them."""

    context: Context[Settings]
    clock: FixedClock
    database: ServiceDatabase


async def figure(stage: Stage) -> None:
    """Measure and print, size by size; then how much longer people wait in the largest city."""
    waits: dict[int, dict[str, float]] = {}
    for size in SIZES:
        employers = size * EMPLOYERS_PER_100 // 100
        print(f"-- {size:,} accounts at {employers:,} employers", flush=True)
        line_seconds = None
        if "books" in PARTS:
            line_seconds = await _books(
                stage, GeneratedCity(CLOCK.today(), size, employers, settled=False)
            )
            await _instalments(stage, size // ACCOUNTS_PER_LOAN)
        if "answers" in PARTS:
            city = GeneratedCity(CLOCK.today(), size, employers)
            waits[size] = await answers(stage, city, line_seconds)
    if waits:
        _say_growth(waits)


def _say_growth(waits: Mapping[int, Mapping[str, float]]) -> None:
    """How much longer people wait in the largest city than in the smallest."""
    small, large = waits[min(SIZES)], waits[max(SIZES)]
    ratios = {name: large[name] / small[name] for name in small}
    for name, ratio in ratios.items():
        print(f"  {name:24}{max(SIZES):,} accounts to {min(SIZES):,}: {ratio:.2f} times")
    assert max(ratios.values()) <= AS_FAST, f"people wait for the size of the city: {ratios}"


async def _books(stage: Stage, city: GeneratedCity) -> float:
    """The days that are accounts' own, beside bare SQL; returns its seconds for a line of a list."""
    server = stage.servers.postgres
    floor = await stage.workbench.create_database("accounts")
    settings = Settings(**stage.workbench.settings(floor))
    data = PersonalData.from_settings(settings)
    began = time.perf_counter()
    await fill(server, {"accounts": floor}, lambda _: data, city)
    print(f"generated in {time.perf_counter() - began:.1f} s (accounts alone)", flush=True)
    name = f"{floor.name}_copy"
    copied = await ensure_database(server, "accounts", name, template=floor.name)
    try:
        async with serving(stage, copied) as copy:
            month = Month.of(city.today).first
            by_statement = _Floor(server, floor, copy)
            line_seconds = await by_statement.beside(
                Work("month, lines", _month(copy, month), LINES_OF, (month,)),
                FLOOR_MONTH_SQL, month, city.today,
            )  # fmt: skip
            year = _last_year_over(city.today)
            await by_statement.beside(
                Work("interest, accounts", _interest(copy, year), SETTLED, (year,)),
                FLOOR_INTEREST_SQL, year,
            )  # fmt: skip
            await _night(server, copy)
            await _year_end(server, copy, city)
            assert await _verified(copy) == []
    finally:
        await drop_database(server, name)
    await stage.workbench.drop_database(floor)
    return line_seconds


@asynccontextmanager
async def serving(stage: Stage, database: ServiceDatabase) -> AsyncIterator[Copy]:
    """The service on a database, in this process."""
    settings = Settings(**stage.workbench.settings(database))
    pool = await open_pool(settings, "bench city")
    today = CLOCK.today()
    clock = FixedClock(datetime(today.year, today.month, today.day, 2, tzinfo=UTC))
    context = Context("accounts", settings, pool, clock, PersonalData.from_settings(settings))
    yield Copy(context, clock, database)
    await pool.close()


@dataclass(frozen=True)
class Work:
    """A day's work, and how many rows it was."""

    name: str
    do: Callable[[], Awaitable[None]]
    count: str
    counted: Sequence[object]


@dataclass(frozen=True)
class _Floor:
    """Works are done by one statement on one copy, and by the service on the other."""

    server: PostgresServer
    floor: ServiceDatabase
    copy: Copy

    async def beside(self, work: Work, statement: str, *arguments: object) -> float:
        """The floor, then the service, each after a checkpoint; returns the floor's seconds for a row."""

        async def bare() -> None:
            connection = await asyncpg.connect(self.floor.url)
            await connection.fetchval(statement, *arguments, timeout=ENDED_WITHIN_SECONDS)
            await connection.close()

        await checkpoint(self.server)
        floor_cost = await measured(self.server, bare, "")
        await checkpoint(self.server)
        cost = await measured(self.server, work.do, "")
        rows = await self.copy.context.pool.fetchval(work.count, *work.counted)
        say(work.name, rows, cost, floor_cost)
        return floor_cost.seconds / int(rows)


def _month(copy: Copy, month: date) -> Callable[[], Awaitable[None]]:
    """Every employer's list: drafted, confirmed, paid by one receipt each, which book it.

    So many share a transaction as do where requests and messages come at the same time (ADR 14).
    """
    context = copy.context

    async def work() -> None:
        numbers = [
            row["number"] for row in await context.pool.fetch(DUE, Month.of(month).plus(-1).first)
        ]
        for some in _in_groups(numbers, GROUP_MAX_REQUESTS):
            asked = [DraftAsked(number, Month.of(month), by_staff=False) for number in some]
            async with context.unit() as unit:
                made = await remittances.draft_lists(unit, asked)
            ready = [
                ConfirmationAsked(list_id, number)
                for list_id, number in zip(made, some, strict=True)
                if isinstance(list_id, uuid.UUID)
            ]
            async with context.unit() as unit:
                assert not any(await remittances.confirm_lists(unit, ready))
        events = [
            ReceiptCredited(
                bank_serial=f"CITY{n:08d}", amount_fen=row["fen"], payer_name="单位",
                remittance_information=row["payment_reference"], value_date=context.clock.today(),
            )
            for n, row in enumerate(await context.pool.fetch(CONFIRMED, month))
        ]  # fmt: skip
        for some_events in _in_groups(events, BATCH):
            async with context.unit() as unit:
                await remittances.book_receipts(unit, received(some_events))

    return work


def _in_groups(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    return (items[first : first + size] for first in range(0, len(items), size))


def _interest(copy: Copy, year: int) -> Callable[[], Awaitable[None]]:
    context = copy.context

    async def work() -> None:
        async with context.unit() as unit:
            await interest.request_run(unit, year)
        busy = True
        while busy:
            async with context.unit() as unit:
                busy = await interest.settle_some(
                    unit, context.settings.interest_chunk_accounts, tell=True
                )

    return work


def _last_year_over(today: date) -> int:
    return today.year if today > date(today.year, 6, 30) else today.year - 1


async def _night(server: PostgresServer, copy: Copy) -> None:
    """What the nights do: the day sealed, its vouchers made, every balance reckoned from the entries."""
    copy.clock.advance(timedelta(days=2))
    context = copy.context
    entries = await context.pool.fetchval(ENTRIES)

    async def seal() -> None:
        async with context.unit() as unit:
            await seal_days_before(unit.connection, context.clock.today() - timedelta(days=1))

    async def vouchers() -> None:
        async with context.unit() as unit:
            await make_days(unit.connection, books.DAYS_AT_ONCE, context.clock.now())

    async def verify() -> None:
        assert await _verified(copy) == []

    of_the_day = await context.pool.fetchval(OF_THE_DAY)
    say("day sealed, entries", of_the_day, await measured(server, seal, ""))
    say("vouchers, entries", of_the_day, await measured(server, vouchers, ""))
    say("verification, entries", entries, await measured(server, verify, ""))


async def _verified(copy: Copy) -> list[str]:
    connection = await asyncpg.connect(copy.database.url)
    found = await differences(connection)
    await verifications.keep(connection, copy.context.personal_data, copy.clock.today(), len(found))
    await connection.close()
    return found


async def _year_end(server: PostgresServer, copy: Copy, city: GeneratedCity) -> None:
    """Close every month of the first two calendar years, and those years."""
    context, month = copy.context, city.first_month
    closed = 0

    async def work() -> None:
        nonlocal closed
        last = Month(city.today.year - 1, 12)
        for number in range(city.months):
            one = month.plus(number)
            if one > last:
                break
            async with context.unit() as unit:
                if one.month == books.rules.LAST_MONTH:
                    await books.close_year(unit, one.year, 0, 0, SIGNERS)
                else:
                    await books.close_month(unit, one, SIGNERS)
            closed += 1

    cost = await measured(server, work, "")
    say("months closed", closed, cost)


async def _instalments(stage: Stage, loans: int) -> None:
    """The instalment day of the city's loans, beside bare SQL."""
    server = stage.servers.postgres
    day = await instalment_day(stage, loans, lambda work: measured(server, work, ""))
    together = Cost(
        day.asking.seconds + day.booking.seconds,
        day.asking.wal_bytes + day.booking.wal_bytes,
        max(day.asking.service_bytes, day.booking.service_bytes),
    )
    say("instalment day, loans", loans, together, day.bare)
