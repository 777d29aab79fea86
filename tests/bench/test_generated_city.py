"""A generated city is one that the services could have made: every verifier agrees, and they go on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

import asyncpg
import pytest
from tests.support.workbench import Workbench

from accounts.domain import Month
from accounts.handlers import interest, remittances
from accounts.settings import Settings
from accounts.views.verification import differences
from gateway.store import identities
from local.databases import ServiceDatabase, administrator
from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.base.identifiers import ResidentId
from shared.base.settings import SealingSettings
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .generated import GeneratedCity
from .generated.city import halves, sizes
from .generated.filling import fill
from .generated.people import KNOWN_TO, resident

TODAY = date(2026, 12, 1)
CITY = GeneratedCity(TODAY, accounts=900, employers=60, sought=True)
OWED = """
SELECT number, owed_months(account, $1) AS owed FROM individual_account AS account
WHERE owed_months(account, $1) <> '{}'
"""
ANEW = "UPDATE individual_account SET interest_entry_id = 0"
DUE_ANEW = """
SELECT * FROM interest_due((SELECT array_agg(ledger_account_id) FROM individual_account), $1)
WHERE interest_fen <> 0
"""
REFERENCES = """
SELECT con.conname, con.conrelid::regclass::text AS child, con.confrelid::regclass::text AS parent,
       pg_temp.columns_of(con.conrelid, con.conkey) AS own,
       pg_temp.columns_of(con.confrelid, con.confkey) AS theirs
FROM pg_constraint AS con WHERE con.contype = 'f'
"""
COLUMNS_OF = """
CREATE FUNCTION pg_temp.columns_of(relation oid, numbers smallint[]) RETURNS text[] LANGUAGE sql AS $$
    SELECT array_agg(attname ORDER BY position) FROM unnest(numbers) WITH ORDINALITY AS key (number, position)
    JOIN pg_attribute ON attrelid = relation AND attnum = number $$
"""
SETTLED = """
SELECT fund_year, interest_fen FROM interest_settlement WHERE account_number = $1 ORDER BY 1
"""
INDEXES = "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2"


class Made:
    """A city in databases of its own."""

    def __init__(self, platform: Workbench, databases: dict[str, ServiceDatabase]) -> None:
        self.platform = platform
        self.databases = databases
        sealing = SealingSettings(
            personal_data_keys={"k1": platform.personal_data_key},
            personal_data_active_key="k1",
            lookup_key=platform.lookup_key,
        )
        self.data = PersonalData.from_settings(sealing)

    @asynccontextmanager
    async def connected(self, service: str = "accounts") -> AsyncIterator[Any]:
        """As the server's administrator."""
        server = self.platform.platform.postgres
        async with administrator(server, self.databases[service].name) as connection:
            yield connection

    @asynccontextmanager
    async def accounts(self) -> AsyncIterator[Context]:
        """The service, on the day after the last month."""
        settings = Settings(**self.platform.settings(self.databases["accounts"]))
        pool = await open_pool(settings, "generated")
        clock = FixedClock(datetime(TODAY.year, TODAY.month, TODAY.day, 2, tzinfo=UTC))
        yield Context("accounts", settings, pool, clock, PersonalData.from_settings(settings))
        await pool.close()


@pytest.fixture(scope="module")
async def made(platform: Workbench) -> AsyncIterator[Made]:
    found = {service: await platform.create_database(service) for service in KNOWN_TO}
    one = Made(platform, found)
    await fill(platform.platform.postgres, found, lambda _: one.data, CITY)
    yield one
    for database in found.values():
        await platform.drop_database(database)


def test_head_counts_fall_with_the_rank_and_add_up_to_the_city() -> None:
    found = sizes(1_000_000, 60_000)
    assert (len(found), sum(found)) == (60_000, 1_000_000)
    assert list(found) == sorted(found, reverse=True)
    assert found[0] > 15_000
    assert 1 <= found[-1] < found[30_000] <= 8


def test_two_halves_of_whole_employers_are_the_whole() -> None:
    workplaces = CITY.workplaces()
    first, second = halves(workplaces)
    assert (first[0], first[1] + 1, second[1]) == (1, second[0], CITY.accounts)
    assert first[1] in {one.last_n for one in workplaces}


async def test_r_bk_1_every_check_of_the_ledger_agrees(made: Made) -> None:
    async with made.connected() as connection:
        assert await differences(connection) == []
        assert await connection.fetchval("SELECT count(*) FROM ledger_day") > 100
        waiting = (
            "SELECT count(*) FROM ledger_day LEFT JOIN vouchered_day AS made USING (booked_on)"
        )
        assert await connection.fetchval(f"{waiting} WHERE made.booked_on IS NULL") == 0


async def test_everything_that_is_referred_to_is_there_and_no_index_is_missing(
    made: Made, platform: Workbench
) -> None:
    fresh = await platform.create_database("accounts")
    connection = await asyncpg.connect(fresh.owner_url)
    should = await connection.fetch(INDEXES)
    await connection.close()
    async with made.connected() as connection:
        assert await connection.fetch(INDEXES) == should
        resting = "SELECT count(*) FROM pg_index WHERE NOT (indisready AND indisvalid)"
        assert await connection.fetchval(resting) == 0
        await connection.execute(COLUMNS_OF)
        for one in await connection.fetch(REFERENCES):
            assert not await connection.fetchval(_dangling(one)), one["conname"]
    await platform.drop_database(fresh)


def _dangling(one: Any) -> str:
    same = " AND ".join(
        f"parent.{theirs} = child.{own}"
        for own, theirs in zip(one["own"], one["theirs"], strict=True)
    )
    known = " AND ".join(f"child.{own} IS NOT NULL" for own in one["own"])
    return (
        f"SELECT count(*) FROM {one['child']} AS child WHERE {known} "
        f"AND NOT EXISTS (SELECT FROM {one['parent']} AS parent WHERE {same})"
    )


async def test_r_int_3_each_30_june_is_settled_to_the_fen(made: Made) -> None:
    """Account 1 has 1,191.90 a month from 10 December 2024, and 1,227.60 from July 2025 on.

    2025: 1,191.90 · 784 days · 1.5 % / 360 = 38.94; 2026, on 8,382.24 all year and twelve deposits:
    (8,382.24 · 365 + 1,227.60 · 2,256) · 1.5 % / 360 = 242.87.
    """
    async with made.connected() as connection:
        rows = await connection.fetch(SETTLED, "371410000001")
        assert [tuple(row) for row in rows] == [(2025, 3_894), (2026, 24_287)]


async def test_r_int_4_interest_reckoned_anew_from_the_first_day_is_what_was_booked(
    made: Made,
) -> None:
    async with made.connected() as connection:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute(ANEW)
        assert await connection.fetch(DUE_ANEW, date(2026, 7, 1)) == []
        await transaction.rollback()


async def test_r_dep_5_only_the_employers_that_are_late_owe_a_month(made: Made) -> None:
    async with made.connected() as connection:
        owed = await connection.fetch(OWED, TODAY)
        late = await connection.fetch(
            "SELECT * FROM late_employers($1, '2000-01-01', $1) ORDER BY 1", TODAY
        )
    assert [tuple(row) for row in late] == [
        (f"1000{k:02d}", "remittance_late", date(2026, 11, 1)) for k in (3, 53)
    ]
    assert {tuple(row["owed"]) for row in owed} == {(date(2026, 11, 1),)}


async def test_the_service_goes_on_with_the_next_month(made: Made) -> None:
    async with made.accounts() as context:
        async with context.unit() as unit:
            assert await interest.begin_due_run(unit) is None
        async with context.unit() as unit:
            month = Month(2026, 12)
            list_id = await remittances.draft_list(unit, "100001", month, by_staff=False)
            await remittances.confirm_list(unit, list_id, "100001")
        people = await context.pool.fetchval(
            "SELECT head_count FROM remittance_list WHERE id = $1", list_id
        )
        there = await context.pool.fetchval(
            "SELECT count(*) FROM individual_account WHERE employer_number = '100001' AND state = '01'"
        )
    assert people == there > 50


async def test_r_inf_2_people_can_log_in_and_are_known_everywhere(made: Made) -> None:
    one = resident(7)
    async with made.connected("gateway") as connection:
        query = f"SELECT {identities.IDENTITY_COLUMNS} FROM identity i WHERE i.person_id = $1"
        found = identities.identity_of(await connection.fetchrow(query, one.person_id))
        assert identities.is_genuine(found, made.data)
        assert identities.name_of(found, made.data) == one.name
        assert identities.phone_of(found, made.data) == one.phone
    for service, table in {"loans": "person", "notifications": "subscriber"}.items():
        async with made.connected(service) as connection:
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == CITY.accounts


def test_r_chk_1_documents_are_well_formed_and_nobody_has_anothers() -> None:
    found = [(one.id_number, one.phone) for one in map(resident, range(1, 50_000, 7))]
    assert len(set(found)) == len(found)
    for number, _ in found[:500]:
        assert ResidentId.parse(number, today=TODAY).value == number
