"""Finding one person in the whole city, as the desk does it: by number, phone, account, and name.

`FIND_PEOPLE` (default 1,000,000) people, with names as common as they are, one employer of 2,000 and others
of 100, and a month's contributions. Each search is what the page asks for: who it is, then the account as
it is shown, by the service's handlers and views in this process. HTTP, the token and the record of the look
are not in it.
"""

import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable, Sequence

from accounts.handlers.search import called
from accounts.rules.search import as_part, whole_of
from accounts.sealed import PERSON_NAME
from accounts.settings import Settings
from accounts.views import accounts as views
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.messaging.unit import Context

from .listing import by_handlers
from .population import CHUNK_ROWS, NAME, Population, person_id
from .search import a_name
from .stage import Stage

FIND_PEOPLE = int(os.environ.get("FIND_PEOPLE", "1000000"))
SEARCHES = 300
WARM = 30
"""Before it is counted: a desk's database is never cold."""
PEOPLE_SQL = """
UPDATE person SET name_sealed = $5, id_number_sealed = $5, phone_sealed = $5, id_number_tail = told.tail,
    id_number_hash = told.id_hash, phone_hash = told.phone_hash
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS told (id, tail, id_hash, phone_hash)
WHERE person.id = told.id
"""
PARTS_SQL = """
INSERT INTO account_part (part, account_number)
SELECT told.part, account.number FROM unnest($1::uuid[], $2::bigint[]) AS told (id, part)
JOIN individual_account AS account ON account.person_id = told.id
"""
CITY = Population(FIND_PEOPLE, min(FIND_PEOPLE, 2_000), 1)
SEEKING_MS = 300
"""What the desk promises, in milliseconds."""


def number_of(position: int) -> str:
    """An ID number of somebody's, of which only the hash and the end are kept here."""
    return f"37140219{position:010d}"


def phone_of(position: int) -> str:
    """A phone of somebody's own."""
    return f"1{position + 3_000_000_000:010d}"


async def figure(stage: Stage) -> None:
    """Measure and print."""
    server, database = stage.servers.postgres, await stage.workbench.create_database("accounts")
    chance = random.Random(7)
    names = [a_name(chance) for _ in range(FIND_PEOPLE)]
    async with by_handlers(stage, database) as context:
        begun = time.perf_counter()
        await fill(server, database, context, names)
        seconds = time.perf_counter() - begun
        print(f"{FIND_PEOPLE:,} people of a city, made in {seconds:,.0f} s:", flush=True)
        await measure(context, names, chance)
    await stage.workbench.drop_database(database)


async def fill(
    server: PostgresServer, database: ServiceDatabase, context: Context[Settings], names: list[str]
) -> None:
    """Open the accounts, and give everybody what they are found by; what is sealed is of the right length."""
    data = context.personal_data
    sealed = data.seal(NAME, PERSON_NAME, person_id(0))
    async with administrator(server, database.name) as connection:
        await connection.execute(CITY.opened())
        for first in range(0, len(names), CHUNK_ROWS):
            places = range(first, min(first + CHUNK_ROWS, len(names)))
            people = [person_id(place + 1) for place in places]
            tails = [number_of(place)[-4:] for place in places]
            numbers = [data.lookup_hash(number_of(place)) for place in places]
            phones = [data.lookup_hash(phone_of(place)) for place in places]
            parts = [
                as_part(data.lookup_hash(whole_of(names[place], tail)))
                for place, tail in zip(places, tails, strict=True)
            ]
            await connection.execute(PEOPLE_SQL, people, tails, numbers, phones, sealed)
            await connection.execute(PARTS_SQL, people, parts)
        await connection.execute("TRUNCATE account_to_index")
        await connection.execute("VACUUM ANALYZE")


async def measure(context: Context[Settings], names: Sequence[str], chance: random.Random) -> None:
    """Find people in each way, in turns, and open the account."""
    data, pool, today = context.personal_data, context.pool, context.clock.today()

    async def by_number(place: int) -> list[str]:
        return await views.numbers_of(pool, data.lookup_hash(number_of(place)))

    async def by_phone(place: int) -> list[str]:
        return await views.numbers_of_phone(pool, data.lookup_hash(phone_of(place)))

    async def by_name(place: int) -> list[str]:
        wanted = whole_of(names[place], number_of(place)[-4:])
        return await called(context, data.lookup_hash(wanted))

    ways: dict[str, Callable[[int], Awaitable[list[str]]]] = {
        "ID number": by_number, "phone": by_phone, "name and end of number": by_name,
    }  # fmt: skip
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn in range(SEARCHES + WARM):
        place = chance.randrange(len(names))
        for name, way in ways.items():
            begun = time.perf_counter()
            number, *_others = await way(place)
            shown = await views.account_facts(pool, number, None, today)
            if turn >= WARM:
                taken[name].append(time.perf_counter() - begun)
            assert shown is not None, (name, place)
    for name, seconds in taken.items():
        cuts = [cut * 1000 for cut in statistics.quantiles(seconds, n=100)]
        kept = "kept" if cuts[98] < SEEKING_MS else "MISSED"
        print(f"  {name:24} p50 {cuts[49]:7.2f} ms, p99 {cuts[98]:7.2f} ms, {SEEKING_MS} ms {kept}")
