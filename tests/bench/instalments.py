"""Loans: schedules a minute, and an instalment day, against one SQL statement that writes the same rows.

The day is timed in two halves: from the business date to the last debit asked for, and from the first answer
of the bank to the last booked, as the consumer hands batches to its handler. Message broker, settlement and
bank are not in it. `LOANS` (default 100,000) are due on the day, `PERIODS` (12) instalments each; `SCHEDULES`
(20,000) of 240 months.
"""

import os
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import asyncpg

from loans.handlers import debits
from loans.handlers.collection import collect_some
from loans.rules.schedule import RepaymentMethod, Terms, level_amount, schedule
from loans.settings import Settings
from local.databases import ServiceDatabase
from shared.clock import FixedClock
from shared.db import open_pool
from shared.messages.settlement import DebitSucceeded
from shared.money import Fen
from shared.personal_data import PersonalData
from shared.unit import Context

from .bulk import Cost, checkpoint, cost, floor_statement, say
from .stage import Stage

LOANS = int(os.environ.get("LOANS", "100000"))
PERIODS = int(os.environ.get("PERIODS", "12"))
SCHEDULES = int(os.environ.get("SCHEDULES", "20000"))
SCHEDULE_MONTHS = 240
BATCH = 200
"""Messages that a consumer handles in one transaction, as configured by default."""
DUE_ON = date(2026, 2, 20)
FILL_SQL = Path(__file__).with_name("loans.sql").read_text("utf-8")
FLOOR_SQL = Path(__file__).with_name("floor_instalments.sql").read_text("utf-8")
FILL_SECONDS = 3_600.0


async def figure(stage: Stage) -> None:
    """Measure and print."""
    wall, processor = schedules_per_minute()
    print(
        f"schedules of {SCHEDULE_MONTHS} months: {wall:,.0f} a minute in one process,"
        f" {processor:,.0f} a minute of processor time"
    )
    database = await stage.workbench.create_database("loans")
    floor = await stage.workbench.create_database("loans")
    async with _context(stage, database) as context:
        for each in (database, floor):
            await _fill(each, context.personal_data)
        server = stage.servers.postgres
        await checkpoint(server)
        bare = await cost(floor_statement(floor, FLOOR_SQL, DUE_ON))
        await checkpoint(server)
        asking = await cost(_ask(context))
        answers = await _answers(context)
        await checkpoint(server)
        booking = await cost(_book(context, answers))
    for each in (database, floor):
        await stage.workbench.drop_database(each)
    together = Cost(asking.seconds + booking.seconds, asking.processor + booking.processor)
    say(f"instalment day of {LOANS:,} loans", together, bare)
    print(f"  of it asked in {asking.seconds:.2f} s, booked in {booking.seconds:.2f} s")


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


async def _fill(database: ServiceDatabase, personal_data: PersonalData) -> None:
    terms = Terms(
        RepaymentMethod.EQUAL_INSTALMENT, Decimal("0.021"), Fen(10_000_000), 1, date(2026, 1, 20)
    )
    lines = schedule(terms, PERIODS, level_amount(terms, PERIODS))
    connection = await asyncpg.connect(database.owner_url)
    await connection.execute(
        FILL_SQL, LOANS, DUE_ON, PERIODS, [line.principal_fen for line in lines],
        [line.interest_fen for line in lines], personal_data.seal("6222021612003456788"),
        timeout=FILL_SECONDS,
    )  # fmt: skip
    await connection.execute("VACUUM ANALYZE", timeout=FILL_SECONDS)
    await connection.close()


async def _ask(context: Context) -> None:
    settings = context.settings
    assert isinstance(settings, Settings)
    busy = True
    while busy:
        async with context.unit() as unit:
            busy = await collect_some(unit, settings.day_chunk_loans)


async def _answers(context: Context) -> list[DebitSucceeded]:
    """Answer every debit that was asked for, in the order that the broker would bring the answers."""
    asked = await context.pool.fetch("SELECT debit_id, amount_fen FROM debit ORDER BY requested_at")
    assert len(asked) == LOANS
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
            await debits.succeeded(unit, answers[position : position + BATCH])
    booked = await context.pool.fetchval("SELECT count(*) FROM debit WHERE state = 'applied'")
    assert booked == LOANS
