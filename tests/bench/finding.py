"""Finding one person in the whole city, as the desk does it: by number, phone, account, and name.

`FIND_PEOPLE` (default 1,000,000) people, with names as common as they are, one employer of 2,000 and others
of 100, and a month's contributions. Each search is what the page asks for over HTTP, through the edge: who it
is, then the account as it is shown, with the token, the rights and the record of both looks.
"""

import os
import random
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from accounts.rules.search import as_part, whole_of
from accounts.sealed import PERSON_ID_NUMBER, PERSON_NAME, PERSON_PHONE
from city.clients import LOOK
from local.databases import ServiceDatabase, administrator
from local.postgres import PostgresServer
from shared.base.identifiers import ID_CHECK_CHARACTERS, ID_WEIGHTS

from .population import CHUNK_ROWS, NAME, Population, give_phones, person_id
from .reads import at_rest
from .search import a_name
from .stage import Running, Sealers, Stage

FIND_PEOPLE = int(os.environ.get("FIND_PEOPLE", "1000000"))
SEARCHES = 300
WARM = 30
"""Before it is counted: a desk's database is never cold."""
PEOPLE_SQL = """
UPDATE person SET name_sealed = told.name, id_number_sealed = told.number, phone_sealed = told.phone,
    id_number_tail = told.tail, id_number_hash = told.id_hash, phone_hash = told.phone_hash
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS told (id, tail, id_hash, phone_hash, name, number, phone)
WHERE person.id = told.id
"""
PARTS_SQL = """
INSERT INTO account_part (part, account_number)
SELECT told.part, account.number FROM unnest($1::uuid[], $2::bigint[]) AS told (id, part)
JOIN individual_account AS account ON account.person_id = told.id
"""
CITY = Population(FIND_PEOPLE, min(FIND_PEOPLE, 2_000), 1)
NOT_REPORTED = {"REPORT_URL": ""}
"""No night's report: it would read the fillers, and a million people beside what is measured."""
SEEKING_MS = 300
"""What the desk promises, in milliseconds."""


def number_of(position: int) -> str:
    """An ID number of somebody's, right in every character."""
    days, serial = divmod(position, 1_000)
    years, day = divmod(days, 12 * 28)
    first = f"371402{1950 + years}{day // 28 + 1:02}{day % 28 + 1:02}{serial:03}"
    total = sum(weight * int(digit) for weight, digit in zip(ID_WEIGHTS, first, strict=True))
    return first + ID_CHECK_CHARACTERS[total % 11]


def phone_of(position: int) -> str:
    """A phone of somebody's own."""
    return f"1{position + 3_000_000_000:010d}"


async def figure(stage: Stage) -> None:
    """Measure and print."""
    chance = random.Random(7)
    names = [a_name(chance) for _ in range(FIND_PEOPLE)]
    places = [chance.randrange(FIND_PEOPLE) for _ in range(SEARCHES + WARM)]
    begun = time.perf_counter()
    filled = partial(fill, names, frozenset(places))
    async with stage.system(filled, **NOT_REPORTED) as running:
        await at_rest(running.system.pids()["accounts"])
        seconds = time.perf_counter() - begun
        print(f"{FIND_PEOPLE:,} people of a city, made in {seconds:,.0f} s:", flush=True)
        await measure(running, names, places)


async def fill(
    names: Sequence[str],
    sought: frozenset[int],
    server: PostgresServer,
    databases: Mapping[str, ServiceDatabase],
    sealers: Sealers,
) -> None:
    """Open the accounts, and give everybody what they are found by; who is not sought has fillers."""
    data = sealers("accounts")
    filler = data.seal(NAME, PERSON_NAME, person_id(0))

    def sealed(place: int) -> tuple[str, str, str]:
        if place not in sought:
            return filler, filler, filler
        one = person_id(place + 1)
        return (
            data.seal(names[place], PERSON_NAME, one),
            data.seal(number_of(place), PERSON_ID_NUMBER, one),
            data.seal(phone_of(place), PERSON_PHONE, one),
        )

    async with administrator(server, databases["accounts"].name) as connection:
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
            columns = zip(*map(sealed, places), strict=True)
            await connection.execute(PEOPLE_SQL, people, tails, numbers, phones, *columns)
            await connection.execute(PARTS_SQL, people, parts)
        await give_phones(connection, data)
        await connection.execute("TRUNCATE account_to_index")
        await connection.execute("VACUUM ANALYZE")


async def measure(running: Running, names: Sequence[str], places: Sequence[int]) -> None:
    """Find people in each way, in turns, and open the account."""
    client, edge = running.office.client, running.system.city.edge_url
    headers = {"Authorization": f"Bearer {running.office.token}", **LOOK}
    ways: dict[str, Callable[[int], dict[str, str]]] = {
        "ID number": lambda place: {"id_number": number_of(place)},
        "phone": lambda place: {"phone": phone_of(place)},
        "name and end of number": lambda place: {
            "name": names[place], "id_number_tail": number_of(place)[-4:],
        },
    }  # fmt: skip

    async def asked(method: str, path: str, body: Any = None) -> Any:
        url = f"{edge}/api/accounts/accounts{path}"
        answer = await client.request(method, url, json=body, headers=headers)
        assert answer.is_success, answer.text
        return answer.json()

    taken: dict[str, list[float]] = {name: [] for name in ways}
    for turn, place in enumerate(places):
        number = None
        for name, way in ways.items():
            begun = time.perf_counter()
            found = (await asked("POST", "/lookup", way(place)))["account_numbers"]
            number = number or found[0]
            shown = await asked("GET", f"/{number}")
            if turn >= WARM:
                taken[name].append(time.perf_counter() - begun)
            assert (number in found, shown["account_number"]) == (True, number), (name, place)
    for name, seconds in taken.items():
        cuts = [cut * 1000 for cut in statistics.quantiles(seconds, n=100)]
        kept = "kept" if cuts[98] < SEEKING_MS else "MISSED"
        print(f"  {name:24} p50 {cuts[49]:7.2f} ms, p99 {cuts[98]:7.2f} ms, {SEEKING_MS} ms {kept}")
