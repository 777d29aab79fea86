"""Loans: schedules a minute, and an instalment day, against one SQL statement that writes the same rows.

The day is timed in two halves: from the business date to the last debit asked for, and from the first answer
of the bank to the last booked, as the consumer hands batches to its handler. Message broker, settlement and
bank are not in it. `LOANS` (default 100,000) are due on the day, `PERIODS` (12) instalments each; `SCHEDULES`
(20,000) of 240 months. Then a day of `LOANS_END_TO_END` (5,000) goes through every service and the bank, from
the business date to the last booked repayment.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Generic, TypeVar
from uuid import uuid4

import asyncpg
from tests.support.midnight import CLOCK
from tests.support.telling import received

from loans.domain.contracts import RepaymentMethod
from loans.handlers import debits
from loans.handlers.collection import collect_some
from loans.rules.schedule import Terms, level_amount, schedule
from loans.sealed import CARD, CARD_HOLDER
from loans.settings import Settings
from local.databases import ServiceDatabase
from local.postgres import PostgresServer
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.base.identifiers import luhn_sum
from shared.base.money import Fen
from shared.messages.settlement import DebitSucceeded
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .bulk import Cost, checkpoint, cost, floor_statement, say
from .population import Population
from .stage import Databases, Sealers, Stage

LOANS = int(os.environ.get("LOANS", "100000"))
PERIODS = int(os.environ.get("PERIODS", "12"))
SCHEDULES = int(os.environ.get("SCHEDULES", "20000"))
SCHEDULE_MONTHS = 240
LOANS_END_TO_END = int(os.environ.get("LOANS_END_TO_END", "5000"))
LATEST_DUE_DAY = 28
"""Every month has it, and on the last days of a month it is still in the debit window."""
BATCH = 200
"""Messages that a consumer handles in one transaction, as configured by default."""
DUE_ON = date(2026, 2, 20)
FILL_SQL = Path(__file__).with_name("loans.sql").read_text("utf-8")
FLOOR_SQL = Path(__file__).with_name("floor_instalments.sql").read_text("utf-8")
FILL_SECONDS = 3_600.0
CARDS, HOLDER = "6222021612", "王建国"
OVER = """
INSERT INTO run (kind, run_on, started_at, finished_at) VALUES ('collection', $1, now(), now())
"""
BEGIN = "UPDATE run SET finished_at = NULL WHERE kind = 'collection'"
APPLIED = "SELECT count(*) FROM debit WHERE state = 'applied'"
POLL_SECONDS = 0.2
NO_IDLE_SECONDS = {"DAY_POLL_SECONDS": "0.2"}
"""The date is looked at every 15 s in production; the wait for the next look is not what is measured."""


C = TypeVar("C")
Measure = Callable[[Callable[[], Awaitable[None]]], Awaitable[C]]
"""Does work and says what it cost."""


async def figure(stage: Stage) -> None:
    """Measure and print."""
    wall, processor = schedules_per_minute()
    print(
        f"schedules of {SCHEDULE_MONTHS} months: {wall:,.0f} a minute in one process,"
        f" {processor:,.0f} a minute of processor time"
    )
    day = await instalment_day(stage, LOANS, lambda work: cost(work()))
    together = Cost(
        day.asking.seconds + day.booking.seconds, day.asking.processor + day.booking.processor
    )
    say(f"instalment day of {LOANS:,} loans", together, day.bare)
    print(f"  of it asked in {day.asking.seconds:.2f} s, booked in {day.booking.seconds:.2f} s")
    whole = await end_to_end(stage)
    print(f"{LOANS_END_TO_END:,} loans through every service and the bank: {whole.seconds:.2f} s,")
    each_ms = whole.processor / LOANS_END_TO_END * 1000
    print(
        f"  {LOANS_END_TO_END / whole.seconds:.0f} a second, processor time {each_ms:.2f} ms each"
    )


@dataclass(frozen=True)
class Day(Generic[C]):
    """What an instalment day took: by bare SQL, to ask for all of it, to book all of it."""

    bare: C
    asking: C
    booking: C


async def instalment_day(stage: Stage, loans: int, measure: Measure[C]) -> Day[C]:
    """Let so many loans be due on a day, and be debited and booked by handlers in this process."""
    database = await stage.workbench.create_database("loans")
    floor = await stage.workbench.create_database("loans")
    async with _context(stage, database) as context:
        for each in (database, floor):
            await _fill(each, context.personal_data, loans, DUE_ON)
        server = stage.servers.postgres
        await checkpoint(server)
        bare = await measure(lambda: floor_statement(floor, FLOOR_SQL, DUE_ON))
        await checkpoint(server)
        asking = await measure(lambda: _ask(context))
        answers = await _answers(context, loans)
        await checkpoint(server)
        booking = await measure(lambda: _book(context, answers))
    for each in (database, floor):
        await stage.workbench.drop_database(each)
    return Day(bare, asking, booking)


def schedules_per_minute() -> tuple[float, float]:
    """Lay out schedules, each of another loan; a minute on the wall, and of the processor."""
    rate, method = Decimal("0.026"), RepaymentMethod.EQUAL_INSTALMENT
    began, worked = time.perf_counter(), time.process_time()
    for number in range(SCHEDULES):
        terms = Terms(method, rate, Fen(30_000_000 + number), 1, date(2016, 8, 20))
        schedule(terms, SCHEDULE_MONTHS, level_amount(terms, SCHEDULE_MONTHS))
    wall, processor = time.perf_counter() - began, time.process_time() - worked
    return SCHEDULES / wall * 60, SCHEDULES / processor * 60


@asynccontextmanager
async def _context(stage: Stage, database: ServiceDatabase) -> AsyncIterator[Context]:
    settings = Settings(**stage.workbench.settings(database))
    pool = await open_pool(settings, "bench loans")
    clock = FixedClock(datetime(DUE_ON.year, DUE_ON.month, DUE_ON.day, 1, tzinfo=UTC))
    yield Context("loans", settings, pool, clock, PersonalData.from_settings(settings))
    await pool.close()


async def _fill(
    database: ServiceDatabase, personal_data: PersonalData, loans: int, due_on: date
) -> None:
    terms = Terms(RepaymentMethod.EQUAL_INSTALMENT, Decimal("0.021"), Fen(10_000_000), 1, due_on)
    lines = schedule(terms, PERIODS, level_amount(terms, PERIODS))
    card_ids = [uuid4() for _ in range(loans)]
    seal = personal_data.seal
    cards = [seal(_card(number), CARD, card_id) for number, card_id in enumerate(card_ids)]
    holders = [seal(HOLDER, CARD_HOLDER, card_id) for card_id in card_ids]
    connection = await asyncpg.connect(database.owner_url)
    await connection.execute(
        FILL_SQL, loans, due_on, PERIODS, [line.principal_fen for line in lines],
        [line.interest_fen for line in lines], cards, holders, card_ids,
        timeout=FILL_SECONDS,
    )  # fmt: skip
    await connection.execute("VACUUM ANALYZE", timeout=FILL_SECONDS)
    await connection.close()


def _card(number: int) -> str:
    body = f"{CARDS}{number:08d}"
    return next(f"{body}{digit}" for digit in range(10) if luhn_sum(f"{body}{digit}") % 10 == 0)


async def _ask(context: Context) -> None:
    settings = context.settings
    assert isinstance(settings, Settings)
    busy = True
    while busy:
        async with context.unit() as unit:
            busy = await collect_some(unit, settings.day_chunk_loans)


async def _answers(context: Context, loans: int) -> list[DebitSucceeded]:
    """Answer every debit that was asked for, in the order that the broker would bring the answers."""
    asked = await context.pool.fetch("SELECT debit_id, amount_fen FROM debit ORDER BY requested_at")
    assert len(asked) == loans
    return [
        DebitSucceeded(
            debit_id=row["debit_id"], amount_fen=row["amount_fen"], bank_serial=uuid4().hex,
            debited_on=DUE_ON,
        )
        for row in asked
    ]  # fmt: skip


async def _book(context: Context, answers: Sequence[DebitSucceeded]) -> None:
    for position in range(0, len(answers), BATCH):
        async with context.unit() as unit:
            await debits.succeeded(unit, received(answers[position : position + BATCH]))
    assert await context.pool.fetchval(APPLIED) == len(answers)


async def end_to_end(stage: Stage) -> Cost:
    """Let a whole system collect a day: loans, broker, settlement, bank and back, the texts beside it."""
    today = CLOCK.today()
    due_on = min(today, today.replace(day=LATEST_DUE_DAY))
    people = Population(LOANS_END_TO_END, 1)

    async def fill(server: PostgresServer, databases: Databases, sealers: Sealers) -> None:
        await people.fill(server, databases, sealers)
        await _fill(databases["loans"], sealers("loans"), LOANS_END_TO_END, due_on)
        owner = await asyncpg.connect(databases["loans"].owner_url)
        await owner.execute(OVER, today)
        await owner.close()

    async with stage.system(fill, **NO_IDLE_SECONDS) as running:
        owner = await asyncpg.connect(running.databases["loans"].owner_url)

        async def collect() -> None:
            await owner.execute(BEGIN)
            while await owner.fetchval(APPLIED) < LOANS_END_TO_END:
                await asyncio.sleep(POLL_SECONDS)

        spent = await cost(collect())
        await owner.close()
    return spent
