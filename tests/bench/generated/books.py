"""A generated city's books: everything that accounts would have left behind, in order, by two sessions.

Checks of each row stay on; triggers, foreign keys and indexes rest, and these are made when all is there.
What is written is right by construction; the service's `differences` says so.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from string import Template
from typing import Any

from accounts.sealed import OPERATOR_ID_NUMBER, OPERATOR_NAME, OPERATOR_PHONE
from accounts.store.books import make_days
from accounts.store.days import seal_days_before
from city.seed.people import checked
from local.databases import administrator
from local.postgres import PostgresServer
from shared.base.identifiers import SocialCreditCode
from shared.sealing.personal_data import PersonalData

from .city import Employer, GeneratedCity, halves
from .people import resident
from .resting import Resting

SCHEMA = Path(__file__).with_name("schema.sql").read_text("utf-8")
PLAN = Template(Path(__file__).with_name("plan.sql").read_text("utf-8"))
BOOKS = Path(__file__).with_name("books.sql").read_text("utf-8")
YEAR = Path(__file__).with_name("year.sql").read_text("utf-8")
OPERATORS_FROM = 50_000_000
"""Numbers of the people who are operators of employers, and have no account."""
COLUMNS = (
    "k", "number", "name", "code", "payday", "employer_bp", "employee_bp", "first_n", "last_n", "paid",
    "operator_name", "operator_id_number", "operator_phone", "registered_on", "ledger_id",
)  # fmt: skip
SESSION = """
SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB';
SET maintenance_work_mem = '768MB'; SET max_parallel_workers_per_gather = 0;
SET max_parallel_maintenance_workers = 0
"""
LEDGER_IDS = "SELECT max(id) FROM ledger_account"
YEARS = "SELECT f, last, settles FROM making.year ORDER BY f"
FUND_YEARS = "SELECT i, f FROM making.month"
BULKY = (
    "entry", "remittance_line", "transfer", "remittance_list", "receipt", "interest_settlement",
    "individual_account", "ledger_account", "ledger_balance", "contribution_period", "base_change",
    "account_history", "employer_change", "account_to_index",
)  # fmt: skip
DAYS_AT_ONCE = 1_000
DAYS_LEFT_OPEN = 1
"""As in accounts."""


def statements(group: str) -> list[str]:
    """The statements of a group of `books.sql`."""
    (text,) = (one for one in BOOKS.split("-- == ")[1:] if one.startswith(f"{group}\n"))
    return [one for one in text.removeprefix(group).split(";") if one.strip()]


async def fill(
    server: PostgresServer, database: str, city: GeneratedCity, data: PersonalData
) -> None:
    """Write the books of a city into an empty database of accounts; its people are written elsewhere."""
    workplaces = city.workplaces()
    parts = halves(workplaces)
    async with administrator(server, database) as session:
        await session.execute(SESSION)
        await _plan(session, city, workplaces, data)
        resting = await Resting.begin(session, BULKY)
    await asyncio.gather(*(_write(server, database, part, sought=city.sought) for part in parts))
    async with _session(server, database) as session:
        for statement in statements("together"):
            await session.execute(statement)
    await _finish(server, database, city, resting)


@asynccontextmanager
async def _session(server: PostgresServer, database: str) -> AsyncIterator[Any]:
    async with administrator(server, database) as session:
        await session.execute(SESSION)
        yield session


async def _plan(
    session: Any, city: GeneratedCity, workplaces: Sequence[Employer], data: PersonalData
) -> None:
    """Lay out who deposits how much for which month."""
    await session.execute(SCHEMA)
    ledger_ids = await session.fetchval(LEDGER_IDS)
    rows = [_employer(one, city, data, ledger_ids) for one in workplaces]
    await session.copy_records_to_table(
        "employer", schema_name="making", columns=COLUMNS, records=rows
    )
    values = {
        "first_month": city.first_month.first,
        "months": city.months,
        "settled_by": city.settled_by,
        "ledger_ids": ledger_ids,
        "employers": city.employers,
    }
    await session.execute(PLAN.substitute(values))


def _employer(
    one: Employer, city: GeneratedCity, data: PersonalData, ledger_ids: int
) -> tuple[object, ...]:
    operator = resident(OPERATORS_FROM + one.k)
    code = checked(f"91371400{one.k:09d}", SocialCreditCode.parse)
    return (
        one.k, one.number, f"德州市第{one.k}号单位", code, one.payday, one.ratio_bp, one.ratio_bp,
        one.first_n, one.last_n, one.paid, data.seal(operator.name, OPERATOR_NAME, code),
        data.seal(operator.id_number, OPERATOR_ID_NUMBER, code),
        data.seal(operator.phone, OPERATOR_PHONE, code), city.first_month.first, ledger_ids + one.k,
    )  # fmt: skip


async def _write(
    server: PostgresServer, database: str, part: tuple[int, int], *, sought: bool
) -> None:
    """Write a part of the city month by month, each 30 June where it belongs, then whose it all is."""
    async with _session(server, database) as session:
        for statement in statements("before the months"):
            await session.execute(statement, *part)
        fund_year = {row["i"]: row["f"] for row in await session.fetch(FUND_YEARS)}
        for year in await session.fetch(YEARS):
            for i in (i for i, f in fund_year.items() if f == year["f"] and i <= year["last"]):
                for statement in statements("of a month"):
                    await session.execute(statement, *part, i)
            await session.execute(YEAR, year["f"], *part)
            if year["settles"]:
                for statement in statements("of a year"):
                    await session.execute(statement, *part, year["f"])
        for group in ("whose it is", *(("sought",) if sought else ())):
            for statement in statements(group):
                await session.execute(statement, *part)


async def _finish(
    server: PostgresServer, database: str, city: GeneratedCity, resting: Resting
) -> None:
    """Make the indexes; meanwhile seal the days and make their vouchers, by the service's own statements."""

    async def index() -> None:
        async with _session(server, database) as session:
            await session.execute("DROP SCHEMA making CASCADE")
            await resting.make(session)

    async def close_days() -> None:
        async with _session(server, database) as session:
            await resting.make(session, "booked_on")
            await session.execute("ANALYZE entry; ANALYZE transfer; ANALYZE ledger_account")
            await seal_days_before(session, city.today - timedelta(days=DAYS_LEFT_OPEN))
            await make_days(session, DAYS_AT_ONCE, datetime.now(UTC))
            await resting.make(session)

    await asyncio.gather(close_days(), index())
    async with _session(server, database) as session:
        await resting.end(session)
