"""Finding somebody among an employer's people by a part of a sealed name, against SQL on names in the clear.

`SEARCH_PEOPLE` (default 100,000) people of one employer, with names as common as they are. The same searches,
in turns, each showing the same columns of a page: by the service's handler (hashes, query, names opened and
masked) in this process; by its query alone; by what one would write with names in the clear, `LIKE '%part%'`
over a column of names; and, for what the page itself costs, no search at all.
"""

import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from uuid import UUID

from accounts.handlers.search import holds, index_some, sought
from accounts.rules.search import Parts
from accounts.sealed import PERSON_NAME
from accounts.settings import Settings
from accounts.shapes.employers import StaffAccount
from accounts.views import staff as views
from city.seed.people import GIVEN_NAMES, SURNAMES
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.messaging.unit import Context

from .listing import by_handlers
from .population import BIG_EMPLOYER, CHUNK_ROWS, Population, person_id
from .stage import Stage

SEARCH_PEOPLE = int(os.environ.get("SEARCH_PEOPLE", "100000"))
SEARCHES = 60
"""Of each kind, in turns of so many parts."""
PAGE, PAGES = 51, 50
INDEX_ACCOUNTS = 1_000
NAMES_SQL = """
UPDATE person SET name_sealed = told.name FROM unnest($1::uuid[], $2::text[]) AS told (id, name)
WHERE person.id = told.id
"""
CLEAR_SQL = """
CREATE TABLE clear AS SELECT told.id AS person_id, told.name
FROM unnest($1::uuid[], $2::text[]) AS told (id, name)
"""
CLEAR_LIKE = f"""
WITH page AS (
    SELECT account.number FROM clear JOIN individual_account AS account USING (person_id)
    WHERE clear.name LIKE '%' || $7::text || '%' AND {views.A_PAGE}
{views.SHOWN}"""


def a_name(chance: random.Random) -> str:
    """A name; common surnames come more often."""
    surname = SURNAMES[min(int(chance.expovariate(0.15)), len(SURNAMES) - 1)]
    given = chance.choice(GIVEN_NAMES)
    return surname + (
        given if len(given) > 1 else given + chance.choice("文武华明丽芳军杰涛敏静强")
    )


async def figure(stage: Stage) -> None:
    """Measure and print."""
    server, database = stage.servers.postgres, await stage.workbench.create_database("accounts")
    chance = random.Random(7)
    names = [a_name(chance) for _ in range(SEARCH_PEOPLE)]
    async with by_handlers(stage, database) as context:
        await Population(SEARCH_PEOPLE, SEARCH_PEOPLE, 1).fill_accounts(
            server, database, context.personal_data
        )
        await fill(server, database, context, names)
        print(f"{SEARCH_PEOPLE:,} people of one employer:")
        await index(server, database, context)
        for label, parts in wanted(names, chance).items():
            await compare(context, label, parts)
    await stage.workbench.drop_database(database)


async def fill(
    server: PostgresServer, database: ServiceDatabase, context: Context[Settings], names: list[str]
) -> None:
    """Give everybody a name, sealed; and in the clear for the floor."""
    people = [person_id(position + 1) for position in range(len(names))]
    seal = context.personal_data.seal
    async with administrator(server, database.name) as connection:
        for first in range(0, len(people), CHUNK_ROWS):
            ids: list[UUID] = people[first : first + CHUNK_ROWS]
            sealed = [
                seal(name, PERSON_NAME, one)
                for one, name in zip(ids, names[first : first + CHUNK_ROWS], strict=True)
            ]
            await connection.execute(NAMES_SQL, ids, sealed)
        await connection.execute(CLEAR_SQL, people, names)
        await connection.execute("ALTER TABLE clear ADD PRIMARY KEY (person_id)")
        await connection.execute("GRANT SELECT ON clear TO accounts")
        await connection.execute(
            "INSERT INTO account_to_index SELECT number FROM individual_account"
        )
        await connection.execute("VACUUM ANALYZE")


async def index(
    server: PostgresServer, database: ServiceDatabase, context: Context[Settings]
) -> None:
    """Hash all names, as the service does by itself."""
    begun, more = time.perf_counter(), True
    while more:
        async with context.unit() as unit:
            more = await index_some(unit, INDEX_ACCOUNTS)
    seconds = time.perf_counter() - begun
    async with administrator(server, database.name) as connection:
        await connection.execute("VACUUM ANALYZE account_part")
        size = await connection.fetchval("SELECT pg_total_relation_size('account_part')")
    print(f"  names hashed {SEARCH_PEOPLE / seconds:,.0f}/s, {size / 1e6:.0f} MB with its index")


def wanted(names: list[str], chance: random.Random) -> dict[str, list[str]]:
    """Parts by how much they find."""
    some = [chance.choice(names) for _ in range(SEARCHES)]
    return {
        "whole name": some,
        "two characters": [name[1:3] for name in some],
        "surname": [name[0] for name in some],
        "nobody": [name[::-1] + "囍" for name in some],
    }


async def compare(context: Context[Settings], label: str, parts: list[str]) -> None:
    """Search for each part in the three ways, in turns."""
    data, today, pool = context.personal_data, context.clock.today(), context.pool
    page = views.StaffPage(BIG_EMPLOYER, "", None, PAGE)
    hashing = Parts(data.lookup_hash, BIG_EMPLOYER)

    async def by_handler(part: str) -> int:
        rows = await sought(context, page, part)
        return len([StaffAccount.of(row, data) for row in rows if holds(row, part, data)])

    async def by_query(part: str) -> int:
        keys = hashing.asked_for(part)
        return len(await views.sought(pool, page, today, views.BY_PARTS, keys))

    async def in_the_clear(part: str) -> int:
        return len(await views.sought(pool, page, today, CLEAR_LIKE, part))

    ways: dict[str, Callable[[str], Awaitable[int]]] = {
        "service": by_handler,
        "its query": by_query,
        "LIKE on clear names": in_the_clear,
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for part in parts:
        found = set()
        for name, way in ways.items():
            begun = time.perf_counter()
            found.add(await way(part))
            taken[name].append(time.perf_counter() - begun)
        assert len(found) == 1, (part, found)
    for _ in range(PAGES):
        begun = time.perf_counter()
        await views.staff_of(pool, page, today)
        taken.setdefault("no search", []).append(time.perf_counter() - begun)
    print(f"  {label}:")
    for name, seconds in taken.items():
        cuts = statistics.quantiles(seconds, n=100)
        print(f"    {name:20} p50 {cuts[49] * 1000:7.2f} ms, p99 {cuts[98] * 1000:7.2f} ms")
