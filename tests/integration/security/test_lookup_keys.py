"""The lookup key is replaced beside running services: nobody is lost or becomes two (R-ACC-8, R-CHK-4)."""

import base64
import importlib
import os
import uuid
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import Any

import asyncpg
import pytest
from tests.support.workbench import Workbench

from accounts.store.employers import PERSON_OF
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.messaging.topology import SERVICES
from shared.operations.rehash import rehash, walks
from shared.sealing.lookups import LookupKey
from shared.sealing.personal_data import PersonalData, SealingKey
from shared.sealing.seeking import connection_of, hashed_columns, rewrite_of

HASH_COLUMNS = r"""
SELECT table_name || '.' || column_name
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'
  AND (column_name LIKE '%\_hash' OR column_name LIKE '%\_hash\_before')
"""
COMPARED = {
    "idempotency_key.request_hash", "challenge.code_hash", "confirmation.code_hash",
    "staff_credential.activation_hash",
    "query_password.password_hash", "payment_order.content_hash", "shown_code.code_hash",
    "shown_code.id_number_hash", "mo_part.octets_hash",
}  # fmt: skip
"""Read by another column, then compared with what fits under either key."""
NOT_KEYED = {
    "refresh_token.token_hash", "known_device.token_hash", "device_credential.secret_hash",
    "staff_credential.password_hash", "password_history.password_hash", "told_part.content_hash",
    "holder.menu_hash", "look_up.subject_hash",
}  # fmt: skip
"""Plain digests of what nobody can guess, or by another method."""
MOVE_ALONG = {"binding.openid_hash", "subscription.openid_hash"}
"""By foreign key."""
NEVER_FOUND_BY = {"call.caller_hash", "login_attempt.subject_hash", "document.contents_hash"}
"""Only shown or counted, or for the same day alone."""
ID_NUMBER, PHONE = "371402199001011239", "13805340001"
ADD_PERSON = """
INSERT INTO person
    (id, name_sealed, id_number_sealed, id_number_hash, id_number_tail, phone_sealed, phone_hash)
VALUES ($1, $2, $3, $4, '1239', $5, $6) ON CONFLICT (id_number_hash) DO NOTHING
"""


def key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


@pytest.mark.parametrize("service", SERVICES)
async def test_every_keyed_hash_is_declared_and_can_be_moved_by_who_is_to_move_it(
    service: str, service_database: Any
) -> None:
    database = await service_database(service)
    data = PersonalData({"k1": SealingKey.parse(key())}, "k1", LookupKey(bytes(32)))
    strange = {"0" * 64: "1" * 64}
    for url, owner in ((database.url, False), (database.owner_url, True)):
        connection = await asyncpg.connect(url)
        try:
            async with connection.transaction():
                await rewrite_of(service, owner=owner)(connection, data, strange)
            there = {row[0] for row in await connection.fetch(HASH_COLUMNS)}
            for walk in walks(service):
                assert await connection.fetch(walk.take(first=True), 1) == []
        finally:
            await connection.close()
    declared = {f"{one.table}.{one.column}" for one in hashed_columns(service)}
    assert there <= declared | COMPARED | NOT_KEYED | NEVER_FOUND_BY | MOVE_ALONG
    assert all(one.sealed or one.lapses for one in hashed_columns(service))
    assert importlib.import_module(f"{service}.hashed").__doc__


class Rotation:
    """Instances of accounts on one database, each with its own lookup keys."""

    def __init__(self, stack: AsyncExitStack, make: Callable[..., ServiceSettings]) -> None:
        self._stack, self._make = stack, make

    async def instance(self, active: str, other: str | None = None) -> tuple[Any, PersonalData]:
        settings = self._make(lookup_key=active, lookup_other_key=other)
        pool = await open_pool(settings, "test accounts", connection_of("accounts", settings))
        self._stack.push_async_callback(pool.close)
        return pool, PersonalData.from_settings(settings)


async def told(instance: tuple[Any, PersonalData], person_id: Any, number: str = ID_NUMBER) -> None:
    """Keep a person as the service does."""
    pool, data = instance
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(
            ADD_PERSON,
            person_id,
            data.seal("张三", "person.name_sealed", person_id),
            data.seal(number, "person.id_number_sealed", person_id),
            data.lookup_hash(number),
            data.seal(PHONE, "person.phone_sealed", person_id),
            data.lookup_hash(PHONE),
        )


async def found(instance: tuple[Any, PersonalData], number: str = ID_NUMBER) -> Any:
    pool, data = instance
    return await pool.fetchval(PERSON_OF, data.lookup_hash(number))


async def test_one_person_stays_one_whichever_instance_hears_of_them(
    platform: Workbench, service_database: Any
) -> None:
    database = await service_database("accounts")
    former, following = key(), key()

    def settings(**values: Any) -> ServiceSettings:
        return ServiceSettings(**platform.settings(database, **values))

    async with AsyncExitStack() as stack:
        rotation = Rotation(stack, settings)
        before = await rotation.instance(former)
        knows = await rotation.instance(former, following)
        moves = await rotation.instance(following, former)
        after = await rotation.instance(following)

        somebody, nobody = uuid.uuid4(), uuid.uuid4()
        await told(before, somebody)
        assert await found(knows) == somebody
        # Told again to an instance that writes under the next key, then to one that does not yet.
        for instance in (moves, knows, moves):
            await told(instance, nobody)
            assert await found(instance) == somebody
        assert await knows[0].fetchval("SELECT count(*) FROM person") == 1
        assert await found(before) is None
        assert await found(after) == somebody


async def test_the_job_moves_everybody_and_then_the_former_key_may_go(
    platform: Workbench, service_database: Any
) -> None:
    """To a key of SM3, as a centre does that must use the national algorithms."""
    database = await service_database("accounts")
    former, following = key(), f"hmac-sm3:{key()}"

    def settings(**values: Any) -> ServiceSettings:
        return ServiceSettings(**platform.settings(database, **values))

    numbers = [f"3714021990010{day:02d}{tail:03d}X" for day in (10, 11) for tail in range(15)]
    async with AsyncExitStack() as stack:
        rotation = Rotation(stack, settings)
        before = await rotation.instance(former)
        people = {number: uuid.uuid4() for number in numbers}
        for number, person_id in people.items():
            await told(before, person_id, number)
        owner = await asyncpg.connect(database.owner_url)
        stack.push_async_callback(owner.close)
        both = PersonalData.from_settings(settings(lookup_key=following, lookup_other_key=former))
        assert await rehash(owner, "accounts", both, 4) == 0

        after = await rotation.instance(following)
        for number, person_id in people.items():
            assert await found(after, number) == person_id
        phones = await owner.fetch("SELECT DISTINCT phone_hash FROM person")
        assert [row[0] for row in phones] == [after[1].lookup_hash(PHONE)]

        # A hash that neither key makes is told of, and stays.
        await owner.execute(
            "UPDATE person SET phone_hash = $2 WHERE id = $1", people[numbers[0]], "f" * 64
        )
        assert await rehash(owner, "accounts", both) == 1
