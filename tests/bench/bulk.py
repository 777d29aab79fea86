"""Bulk work through the whole service, against one SQL statement that writes the same rows.

A monthly list is timed from the request that drafts it to its booking, with the bank in between; an interest
run from its request to its end. The floors run on a database of the same schema and population, turn by turn
with the service. `LIST_EMPLOYEES` (default 100,000) at one employer; `INTEREST_ACCOUNTS` (default 200,000)
in the fund.
"""

import asyncio
import os
import statistics
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import asyncpg
from tests.support.midnight import CLOCK

from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer

from .citizens import Office
from .population import BIG_EMPLOYER, Population, first_owed
from .processor import processor_seconds
from .stage import Running, Stage, personal_data

LIST_EMPLOYEES = int(os.environ.get("LIST_EMPLOYEES", "100000"))
INTEREST_ACCOUNTS = int(os.environ.get("INTEREST_ACCOUNTS", "200000"))
MONTHS = 3
"""Lists of each kind; the middle one counts."""
FLOOR_LIST_SQL = Path(__file__).with_name("floor_list.sql").read_text("utf-8")
FLOOR_INTEREST_SQL = Path(__file__).with_name("floor_interest.sql").read_text("utf-8")
POLL_SECONDS = 0.05
ENDED_WITHIN_SECONDS = 3_600.0
NO_IDLE_SECONDS = {"INTEREST_POLL_SECONDS": "0.1"}
"""A run is looked for every 2 s in production; the wait for the next look is not what is measured."""


@dataclass(frozen=True)
class Cost:
    """Seconds by the clock, and of all processors together."""

    seconds: float
    processor: float


@dataclass(frozen=True)
class Bulk:
    """What each took."""

    list_service: Cost
    list_floor: Cost
    interest_service: Cost
    interest_floor: Cost


async def figure(stage: Stage) -> None:
    """Measure and print."""
    big = min(LIST_EMPLOYEES, INTEREST_ACCOUNTS)
    found = await measure(stage, Population(INTEREST_ACCOUNTS, big))
    say(f"monthly list of {big:,} employees", found.list_service, found.list_floor)
    say(f"interest on {INTEREST_ACCOUNTS:,} accounts", found.interest_service, found.interest_floor)


def say(name: str, service: Cost, floor: Cost) -> None:
    """Print what the service and its floor took, and the ratio."""
    print(f"{name}:")
    for label, found in (("service", service), ("one SQL statement", floor)):
        print(f"  {label:18}{found.seconds:8.2f} s, processor time {found.processor:8.2f} s")
    clock, processor = service.seconds / floor.seconds, service.processor / floor.processor
    print(f"  {'ratio':18}{clock:8.2f},   processor time {processor:8.2f}")


async def measure(stage: Stage, population: Population) -> Bulk:
    """Fill two databases alike and take turns on them."""
    floor = await stage.workbench.create_database("accounts")
    async with stage.system(population.fill, **NO_IDLE_SECONDS) as running:
        server = stage.servers.postgres
        await population.fill_accounts(server, floor, personal_data(running.system, "accounts"))
        lists: list[Cost] = []
        floors: list[Cost] = []
        for position in range(MONTHS):
            month = first_owed().plus(position).first
            await checkpoint(server)
            floors.append(await cost(floor_statement(floor, FLOOR_LIST_SQL, BIG_EMPLOYER, month)))
            await checkpoint(server)
            lists.append(await cost(book_list(running.office, month)))
        year = last_fund_year()
        await vacuum(floor, running)
        await checkpoint(server)
        interest_floor = await cost(floor_statement(floor, FLOOR_INTEREST_SQL, year))
        await checkpoint(server)
        interest = await cost(settle_interest(running.office, year, population.accounts))
    await stage.workbench.drop_database(floor)
    return Bulk(_middle(lists), _middle(floors), interest, interest_floor)


async def cost(work: Awaitable[None]) -> Cost:
    """Do it, and say what it took of the clock and of everything that was started here."""
    processor, began = sum(processor_seconds().values()), time.perf_counter()
    await work
    seconds = time.perf_counter() - began
    return Cost(seconds, sum(processor_seconds().values()) - processor)


def _middle(costs: Sequence[Cost]) -> Cost:
    return Cost(
        statistics.median(each.seconds for each in costs),
        statistics.median(each.processor for each in costs),
    )


async def floor_statement(database: ServiceDatabase, statement: str, *arguments: object) -> None:
    """Do all by the one statement that is a floor."""
    connection = await asyncpg.connect(database.url)
    count = await connection.fetchval(statement, *arguments)
    assert count > 0
    await connection.close()


async def book_list(office: Office, month: date) -> None:
    """Draft, confirm, pay and see booked the big employer's list of a month."""
    base = f"/employers/{BIG_EMPLOYER}/lists"
    made = await office.post("accounts", base, {"month": f"{month:%Y-%m}"})
    await office.by_two("accounts", f"/lists/{made['id']}/confirmation")
    await office.pay(made["total_fen"], made["payment_reference"])
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while (await office.get("accounts", f"{base}?limit=1"))["items"][0]["state"] != "booked":
            await asyncio.sleep(POLL_SECONDS)


async def settle_interest(office: Office, fund_year: int, at_least: int) -> None:
    """Let a fund year's interest be settled, and wait until it is on so many accounts."""
    await office.post("accounts", "/interest-runs", {"fund_year": fund_year})
    path = f"/interest-runs/{fund_year}"
    async with asyncio.timeout(ENDED_WITHIN_SECONDS):
        while (await office.get("accounts", path))["settled"] < at_least:
            await asyncio.sleep(POLL_SECONDS)


def last_fund_year() -> int:
    """The last fund year that is over; it ends on 30 June."""
    today = CLOCK.today()
    return today.year if today > date(today.year, 6, 30) else today.year - 1


async def checkpoint(server: PostgresServer) -> None:
    """Let the next measurement begin with nothing left to write."""
    async with administrator(server) as connection:
        await connection.execute("CHECKPOINT")


async def vacuum(floor: ServiceDatabase, running: Running) -> None:
    """Clear away what the lists left, as autovacuum would in the weeks until the interest."""
    for url in (floor.owner_url, running.databases["accounts"].owner_url):
        connection = await asyncpg.connect(url)
        await connection.execute("VACUUM ANALYZE")
        await connection.close()
