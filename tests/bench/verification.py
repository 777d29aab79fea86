"""A night's verification while history grows: by sealed days, beside the whole.

For each length of `VERIFY_MONTHS` (default 12,120) a city of `VERIFY_ACCOUNTS` (4000) has deposited for so
many months. The first night reads all its days, as after an upgrade. Then a day passes on which as much is
booked as on any other, and the second night is what every night costs. The whole is `accounts verify`.
"""

import os
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta

import asyncpg
from tests.support.midnight import CLOCK

from accounts.store import verifications
from accounts.store.days import seal_days_before
from accounts.views.verification import differences, size
from accounts.work.verification import by_days
from shared.sealing.personal_data import PersonalData

from .city import EMPLOYERS_PER_100, Copy, serving
from .generated import GeneratedCity
from .generated.filling import fill
from .stage import Stage

ACCOUNTS = int(os.environ.get("VERIFY_ACCOUNTS", "4000"))
MONTHS = [int(months) for months in os.environ.get("VERIFY_MONTHS", "12,120").split(",")]
NIGHTS = 3
"""Of which the best counts: cores here are shared."""
BOOK_A_DAY = """
WITH made AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, settled_at)
    SELECT gen_random_uuid(), 'bench-' || $1::date, 'posted', '99', now() RETURNING id
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT made.id, one.account, one.fen, '99', $1, $1 FROM made, LATERAL (
    SELECT ledger_account_id AS account, 100 AS fen FROM individual_account
    UNION ALL
    SELECT id, -100 * (SELECT count(*) FROM individual_account) FROM ledger_account WHERE kind = 'bank'
) AS one
"""

Look = Callable[[Copy, "asyncpg.Connection[asyncpg.Record]"], Awaitable[list[str]]]


async def figure(stage: Stage) -> None:
    """Measure and print, length by length."""
    print("history        entries    first night    every night      the whole")
    for months in MONTHS:
        employers = ACCOUNTS * EMPLOYERS_PER_100 // 100
        city = GeneratedCity(CLOCK.today(), ACCOUNTS, employers, months=months)
        database = await stage.workbench.create_database("accounts")
        async with serving(stage, database) as copy:
            await fill(stage.servers.postgres, {"accounts": database}, lambda _: _data(copy), city)
            await copy.context.pool.execute("ANALYZE")
            first = await _seconds(copy, _night)
            every = [await _another_night(copy) for _ in range(NIGHTS)]
            whole = await _seconds(copy, _whole)
            entries, _ = await size_of(copy)
        print(
            f"{months:4} months {entries:11,} {first:12.2f} s {min(every):12.2f} s {whole:12.2f} s"
        )
        await stage.workbench.drop_database(database)


def _data(copy: Copy) -> PersonalData:
    return copy.context.personal_data


async def size_of(copy: Copy) -> tuple[int, int]:
    """Entries and sealed days."""
    async with copy.context.pool.acquire() as connection:
        return await size(connection)


async def _another_night(copy: Copy) -> float:
    """Book a day, seal the one before, verify."""
    today = copy.clock.today()
    async with copy.context.unit() as unit:
        await unit.connection.execute(BOOK_A_DAY, today)
    copy.clock.advance(timedelta(days=1))
    async with copy.context.unit() as unit:
        await seal_days_before(unit.connection, today)
    return await _seconds(copy, _night)


async def _night(copy: Copy, connection: "asyncpg.Connection[asyncpg.Record]") -> list[str]:
    found = await by_days(copy.context, connection)
    await verifications.keep(connection, copy.context.personal_data, copy.clock.today(), len(found))
    return found


async def _whole(_copy: Copy, connection: "asyncpg.Connection[asyncpg.Record]") -> list[str]:
    return await differences(connection)


async def _seconds(copy: Copy, look: Look) -> float:
    connection = await asyncpg.connect(copy.database.url)
    began = time.perf_counter()
    found = await look(copy, connection)
    taken = time.perf_counter() - began
    await connection.close()
    assert found == [], found[:5]
    return taken
