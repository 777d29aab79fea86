"""`make large-city`: a city of a size in the databases that `make run` starts on; nothing runs meanwhile.

`ARGS='--accounts 100000 --employers 6000'`. It is made beside the databases and takes their place when it
is whole: one that was killed leaves nothing that a start would find. A city that is there is never replaced.
"""

import argparse
import asyncio
import sys
import time
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.bench.stage import personal_data

from city.seed import CAST_FILE, SEEDED_FILE, CastMember
from local import databases
from local.broker import VirtualHost
from local.console import say
from local.databases import ServiceDatabase, administrator
from local.environments import business_clock_offset
from local.errors import CannotStart
from local.folder import RunFolder
from local.launch import DATABASES_FILE
from local.platform import provided
from local.postgres import PostgresServer
from local.system import System
from shared.base import migrate
from shared.base.clock import SystemClock
from shared.messaging.topology import SERVICES

from .city import GeneratedCity
from .filling import fill
from .people import KNOWN_TO, card, resident

DRAFT = "{}_draft"
SOMEBODY = "SELECT EXISTS (SELECT FROM employer)"
COUNTS = """
SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM remittance_line) AS lines,
       pg_size_pretty(pg_database_size(current_database())) AS size
"""
SHOWN = 40
"""So many of the first people are in the cast, to log in as."""


async def make(folder: RunFolder, city: GeneratedCity) -> None:
    """Fill the databases of the system that starts from a folder; raises `CannotStart`."""
    with folder.locked():
        async with provided(folder) as platform:
            server = platform.postgres
            found = await databases.provide_all(server, SERVICES)
            async with administrator(server, found["accounts"].name) as connection:
                if await connection.fetchval(SOMEBODY):
                    raise CannotStart("The databases have a city already; `make clean` removes it.")
            system = System(folder, VirtualHost(platform.rabbitmq), found, report=say)
            await _made(server, system, found, city)
            made = await databases.incarnations(server, SERVICES)
            folder.remember(DATABASES_FILE, made)
            folder.remember(CAST_FILE, [asdict(one) for one in _cast(city)], mode=0o600)
            folder.remember(SEEDED_FILE, {"on": city.today.isoformat(), "finished": True})


async def _made(
    server: PostgresServer,
    system: System,
    found: dict[str, ServiceDatabase],
    city: GeneratedCity,
) -> None:
    """Make the city in drafts, say what it took, and put them in the databases' places, accounts last."""
    began = time.monotonic()
    drafts = {service: await _draft(server, service) for service in KNOWN_TO}
    await fill(server, drafts, partial(personal_data, system), city)
    async with administrator(server, drafts["accounts"].name) as connection:
        counts = await connection.fetchrow(COUNTS)
        assert counts is not None
    for service in reversed(KNOWN_TO):
        await databases.drop_database(server, found[service].name)
        async with administrator(server) as connection:
            await connection.execute(
                f"ALTER DATABASE {drafts[service].name} RENAME TO {found[service].name}"
            )
    say(
        f"{city.accounts:,} accounts at {city.employers:,} employers, {counts['entries']:,} entries, "
        f"{counts['lines']:,} lines of lists, {counts['size']}: {time.monotonic() - began:.0f} s"
    )


async def _draft(server: PostgresServer, service: str) -> ServiceDatabase:
    name = DRAFT.format(service)
    await databases.drop_database(server, name)
    made = await databases.ensure_database(server, service, name)
    await migrate.apply(made.owner_url, service)
    return made


def _cast(city: GeneratedCity) -> list[CastMember]:
    """The first people; their logins work as those of the small city do."""
    numbers = range(1, min(SHOWN, city.accounts) + 1)
    return [
        CastMember(
            f"citizen-{number}", "of a generated city", one.name, one.id_number, one.phone, card(number),
            str(one.person_id), f"3714{10_000_000 + number}",
        )
        for number, one in ((number, resident(number)) for number in numbers)
    ]  # fmt: skip


def _arguments() -> GeneratedCity:
    parser = argparse.ArgumentParser(prog="make large-city", description=__doc__)
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--employers", type=int, help="6 for each 100 accounts if not given")
    parser.add_argument("--months", type=int, default=24)
    given = parser.parse_args()
    employers = given.employers or max(1, given.accounts * 6 // 100)
    today = SystemClock(business_clock_offset()).today()
    return GeneratedCity(today, given.accounts, employers, given.months, sought=True)


if __name__ == "__main__":
    try:
        asyncio.run(make(RunFolder(Path.cwd() / ".run"), _arguments()))
    except CannotStart as reason:
        sys.exit(str(reason))
