"""A city filled into the databases of a system that is not started yet: books and people together."""

import asyncio
import multiprocessing
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

import asyncpg

from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.sealing.personal_data import PersonalData

from . import books, people
from .city import GeneratedCity
from .resting import Resting

CHUNK_PEOPLE = 20_000
PROCESSES = 2
AFTERWARDS = {
    "accounts": (
        ("entry", "transfer", "receipt", "interest_settlement"),
        ("remittance_line", "person", "individual_account", "ledger_account", "ledger_balance",
         "remittance_list", "contribution_period", "base_change", "account_history", "employer",
         "employer_change", "account_to_index"),
    ),
    "gateway": (("identity",),),
    "loans": (("person",),),
    "notifications": (("subscriber",),),
}  # fmt: skip
"""What is vacuumed and analysed at the end, as it would have been in two years; parts at the same time."""

Sealers = Callable[[str], PersonalData]
Databases = Mapping[str, ServiceDatabase]


@dataclass(frozen=True)
class Chunk:
    """Some people, for every service that keeps them."""

    urls: Mapping[str, str]
    """Service → its database."""
    first: int
    last: int
    since: date


_sealers: dict[str, PersonalData] = {}
"""Inherited by the processes that seal: what seals cannot be sent."""


async def fill(
    server: PostgresServer, databases: Databases, sealers: Sealers, city: GeneratedCity
) -> None:
    """Write a city into the databases of accounts and of who else keeps people, where they are."""
    kept = [service for service in people.KNOWN_TO if service in databases]
    _sealers.update({service: sealers(service) for service in kept})
    writing = books.fill(server, databases["accounts"].name, city, _sealers["accounts"])
    await asyncio.gather(writing, _everybody(server, databases, kept, city))
    for service in kept:
        parts = AFTERWARDS[service]
        name = databases[service].name
        await asyncio.gather(*(_vacuum(server, name, tables) for tables in parts))


async def _everybody(
    server: PostgresServer, databases: Databases, kept: list[str], city: GeneratedCity
) -> None:
    urls = {service: server.url_of(databases[service].name) for service in kept}
    since, last = city.first_month.first, city.accounts
    chunks = [
        Chunk(urls, first, min(first + CHUNK_PEOPLE - 1, last), since)
        for first in range(1, last + 1, CHUNK_PEOPLE)
    ]
    resting = {service: await _rest(server, databases[service].name, service) for service in kept}
    loop = asyncio.get_running_loop()
    with _workers(city.accounts) as workers:
        await asyncio.gather(*(loop.run_in_executor(workers, write_chunk, one) for one in chunks))
    for service, one in resting.items():
        await _wake(server, databases[service].name, one)


async def _rest(server: PostgresServer, database: str, service: str) -> Resting:
    async with administrator(server, database) as session:
        return await Resting.begin(session, [people.KEPT[service].table])


async def _wake(server: PostgresServer, database: str, resting: Resting) -> None:
    async with administrator(server, database) as session:
        await session.execute(books.SESSION)
        await resting.make(session)
        await resting.end(session)


def _workers(accounts: int) -> Executor:
    """Processes for many people; for few the time until they stand would be most of it."""
    if accounts <= CHUNK_PEOPLE:
        return ThreadPoolExecutor(1)
    return ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork"))


def write_chunk(chunk: Chunk) -> None:
    """Seal and copy some people, in a process of its own."""
    asyncio.run(_copy(chunk))


async def _copy(chunk: Chunk) -> None:
    who = [people.resident(number) for number in range(chunk.first, chunk.last + 1)]
    for service, url in chunk.urls.items():
        kept = people.KEPT[service]
        made = people.rows(service, _sealers[service], who, chunk.since)
        connection = await asyncpg.connect(url)
        try:
            await connection.execute(books.SESSION)
            await connection.copy_records_to_table(kept.table, columns=kept.columns, records=made)
        finally:
            await connection.close()


async def _vacuum(server: PostgresServer, database: str, tables: tuple[str, ...]) -> None:
    async with administrator(server, database) as connection:
        await connection.execute(books.SESSION)
        for table in tables:
            await connection.execute(f"VACUUM (ANALYZE) {table}")
