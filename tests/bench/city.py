"""A city's great days, in generated cities of several sizes: month, interest, night, end of the year.

For each size of `CITY` (accounts, default 10000,100000; 6 employers for each 100 of them) the service's own
handlers work in this process, without broker and bank, on one copy of the city, and the one SQL statement
that writes the same rows on another; both on the same server, one after the other. Then a system with such a
city answers people, and `CITY_LISTS` (600) employers' month goes through broker and bank.
"""

import asyncio
import os
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
from tests.support.midnight import CLOCK
from tests.support.telling import received

from accounts.domain import Month
from accounts.handlers import books, interest, remittances
from accounts.settings import Settings
from accounts.store import verifications
from accounts.store.books import make_days
from accounts.store.days import seal_days_before
from accounts.views.verification import differences
from local.databases import ServiceDatabase, drop_database, ensure_database
from local.postgres import PostgresServer
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.identity.principal import Role
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .bulk import ENDED_WITHIN_SECONDS, FLOOR_INTEREST_SQL, NO_IDLE_SECONDS, checkpoint
from .citizens import prepare
from .generated import GeneratedCity
from .generated.filling import fill
from .generated.people import person_id
from .listing import Cost, measured
from .reads import Target, get, read
from .stage import Databases, Running, Sealers, Stage
from .withdrawals import WARM_UP_PER_SECOND, run

SIZES = [int(size) for size in os.environ.get("CITY", "10000,100000").split(",")]
LISTS = int(os.environ.get("CITY_LISTS", "600"))
EMPLOYERS_PER_100 = 6
BATCH = 200
"""Messages that a consumer handles in one transaction, as configured by default."""
AT_A_TIME = 16
WITHDRAWALS, WARM_UP = 200, 50
READERS, READERS_AT_A_TIME, READ_SECONDS = 500, 8, 5.0
POLL_SECONDS = 0.2
FLOOR_MONTH_SQL = Path(__file__).with_name("floor_month.sql").read_text("utf-8")
DUE = "SELECT number FROM employer WHERE paid_up_to = $1 ORDER BY number"
LINES_OF = """
SELECT coalesce(sum(head_count), 0)::bigint FROM remittance_list WHERE month = $1 AND state = 'booked'
"""
SETTLED = "SELECT count(*) FROM interest_settlement WHERE fund_year = $1"
OF_THE_DAY = "SELECT count(*) FROM entry WHERE booked_on > (SELECT max(booked_on) FROM ledger_day)"
CONFIRMED = """
SELECT payment_reference, employer_fen + employee_fen AS fen FROM remittance_list
WHERE month = $1 AND state = 'confirmed' ORDER BY payment_reference
"""
BOOKED = "SELECT count(*) FROM remittance_list WHERE month = $1 AND state = 'booked'"
ENTRIES = "SELECT count(*) FROM entry"
SIGNERS = (uuid.UUID(int=1), uuid.UUID(int=2))


@dataclass(frozen=True)
class Copy:
    """A generated city's books, and the service on them."""

    context: Context[Settings]
    clock: FixedClock
    database: ServiceDatabase


async def figure(stage: Stage) -> None:
    """Measure and print, size by size."""
    for size in SIZES:
        employers = size * EMPLOYERS_PER_100 // 100
        print(f"-- {size:,} accounts at {employers:,} employers", flush=True)
        await _books(stage, GeneratedCity(CLOCK.today(), size, employers, settled=False))
        await _people(stage, GeneratedCity(CLOCK.today(), size, employers))


async def _books(stage: Stage, city: GeneratedCity) -> None:
    """The days that are accounts' own, beside bare SQL."""
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
            await by_statement.beside(
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

    async def beside(self, work: Work, statement: str, *arguments: object) -> None:
        """The floor, then the service, each after a checkpoint."""

        async def bare() -> None:
            connection = await asyncpg.connect(self.floor.url)
            await connection.fetchval(statement, *arguments, timeout=ENDED_WITHIN_SECONDS)
            await connection.close()

        await checkpoint(self.server)
        floor_cost = await measured(self.server, bare, "")
        await checkpoint(self.server)
        cost = await measured(self.server, work.do, "")
        rows = await self.copy.context.pool.fetchval(work.count, *work.counted)
        _say(work.name, rows, cost, floor_cost)


def _say(name: str, rows: int, cost: Cost, floor: Cost | None = None) -> None:
    beside = ""
    if floor is not None:
        beside = (
            f"   bare SQL {floor.seconds:8.2f} s, WAL {floor.wal_bytes / 1e6:7.1f} MB"
            f"   ratio {cost.seconds / floor.seconds:5.2f}"
        )
    print(
        f"  {name:24}{rows:10,} in {cost.seconds:8.2f} s {rows / cost.seconds:10,.0f}/s  WAL"
        f" {cost.wal_bytes / 1e6:7.1f} MB  memory {cost.service_bytes / 1e6:4.0f} MB{beside}",
        flush=True,
    )


def _month(copy: Copy, month: date) -> Callable[[], Awaitable[None]]:
    """Every employer's list: drafted, confirmed, paid by one receipt each, which book it."""
    context = copy.context

    async def work() -> None:
        for row in await context.pool.fetch(DUE, Month.of(month).plus(-1).first):
            async with context.unit() as unit:
                list_id = await remittances.draft_list(
                    unit, row["number"], Month.of(month), by_staff=False
                )
            async with context.unit() as unit:
                await remittances.confirm_list(unit, list_id, row["number"])
        events = [
            ReceiptCredited(
                bank_serial=f"CITY{n:08d}", amount_fen=row["fen"], payer_name="单位",
                remittance_information=row["payment_reference"], value_date=context.clock.today(),
            )
            for n, row in enumerate(await context.pool.fetch(CONFIRMED, month))
        ]  # fmt: skip
        for first in range(0, len(events), BATCH):
            async with context.unit() as unit:
                await remittances.book_receipts(unit, received(events[first : first + BATCH]))

    return work


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
    _say("day sealed, entries", of_the_day, await measured(server, seal, ""))
    _say("vouchers, entries", of_the_day, await measured(server, vouchers, ""))
    _say("verification, entries", entries, await measured(server, verify, ""))


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
    _say("months closed", closed, cost)


async def _people(stage: Stage, city: GeneratedCity) -> None:
    """What a person waits for, in a system with such a city; then a month through broker and bank."""

    async def into(server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
        await fill(server, databases, sealers, city)

    async with stage.system(into, **NO_IDLE_SECONDS) as running:
        for name, path in (
            ("balance", "/api/accounts/my/account"),
            ("entries", "/api/accounts/my/entries"),
        ):
            taken = await _asked(stage, running, city, path)
            p50, p99 = (taken[len(taken) * share // 100] * 1000 for share in (50, 99))
            print(f"  {name:24}p50 {p50:8.2f} ms, p99 {p99:8.2f} ms")
        await _whole_month(stage, running, city)
        requests = await prepare(running.office, stage.issuer, WITHDRAWALS + WARM_UP)
        await run(running, requests[:WARM_UP], WARM_UP_PER_SECOND)
        done = await run(running, requests[WARM_UP:], 0.0)
        p50, p99 = done.p50_seconds * 1000, done.p99_seconds * 1000
        each = f"p50 {p50:8.0f} ms, p99 {p99:8.0f} ms, {done.per_second:.0f}/s"
        print(f"  {'withdrawal':24}{each}", flush=True)


async def _asked(stage: Stage, running: Running, city: GeneratedCity, path: str) -> list[float]:
    """Seconds of each answer, sorted, of citizens all over the city."""
    people = [person_id(1 + position * city.accounts // READERS) for position in range(READERS)]
    tokens = [stage.issuer.token_for(Role.INDIVIDUAL, person) for person in people]
    url, pid = running.system.city.service_urls["accounts"], running.system.pids()["accounts"]
    target = Target(url, pid, [get(path, token) for token in tokens])
    await read(target, READ_SECONDS, READERS_AT_A_TIME)
    return sorted(await read(target, READ_SECONDS, READERS_AT_A_TIME))


async def _whole_month(stage: Stage, running: Running, city: GeneratedCity) -> None:
    """The month of some employers over HTTP, by two people each, with broker, relay and bank."""
    month, server = Month.of(city.today), stage.servers.postgres
    connection = await asyncpg.connect(running.databases["accounts"].url)
    numbers = [row["number"] for row in await connection.fetch(DUE, month.plus(-1).first)][:LISTS]
    turn = asyncio.Semaphore(AT_A_TIME)
    office = running.office

    async def one(number: str) -> None:
        async with turn:
            made: Any = await office.post(
                "accounts", f"/employers/{number}/lists", {"month": str(month)}
            )
            await office.by_two("accounts", f"/lists/{made['id']}/confirmation")
            await office.pay(made["total_fen"], made["payment_reference"])

    async def work() -> None:
        await asyncio.gather(*map(one, numbers))
        async with asyncio.timeout(ENDED_WITHIN_SECONDS):
            while await connection.fetchval(BOOKED, month.first) < len(numbers):
                await asyncio.sleep(POLL_SECONDS)

    await checkpoint(server)
    cost = await measured(server, work, "accounts")
    lines = await connection.fetchval(LINES_OF, month.first)
    await connection.close()
    _say(f"{len(numbers):,} lists and bank, lines", lines, cost)
