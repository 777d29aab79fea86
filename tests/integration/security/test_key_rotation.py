"""After a rotation nothing at rest needs the old key, whatever happened meanwhile (R-CHK-4)."""

import asyncio
import base64
import json
import os
import signal
import sys
import uuid
from typing import Any

import asyncpg
import pytest
from tests.support.workbench import Workbench

from local.databases import ServiceDatabase
from shared.messaging.topology import SERVICES
from shared.operations.rotate import rotate, rows_left, sealed_tables
from shared.sealing.lookups import LookupKey
from shared.sealing.personal_data import PersonalData, SealingKey, UnreadablePersonalData

SUBSCRIBERS = 400
TEXT_COLUMNS = """
SELECT table_name || '.' || column_name
FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
WHERE table_schema = 'public' AND data_type = 'text' AND table_type = 'BASE TABLE'
"""
PRIMARY_KEYS = """
SELECT conrelid::regclass::text, string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', '
                                            ORDER BY array_position(conkey, attnum))
FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
WHERE contype = 'p' GROUP BY 1
"""
ADD_SUBSCRIBERS = """
INSERT INTO subscriber (person_id, phone_sealed, phone_hash, phone_tail, known_since)
SELECT id, sealed, 'hash', '0001', '2026-03-02' FROM unnest($1::uuid[], $2::text[]) AS new (id, sealed)
"""
SEALED_PHONES = "SELECT person_id, phone_sealed FROM subscriber"
PHONE = "subscriber.phone_sealed"
CARD, HOLDER = "payment_order.card_sealed", "payment_order.holder_sealed"


@pytest.fixture
def keys(platform: Workbench) -> dict[str, str]:
    fresh = base64.b64encode(os.urandom(16)).decode()
    return {"k1": platform.personal_data_key, "k2": f"sm4-gcm:{fresh}"}


def sealing(platform: Workbench, keys: dict[str, str], active: str, *known: str) -> PersonalData:
    parsed = {name: SealingKey.parse(keys[name]) for name in known or keys}
    return PersonalData(parsed, active, LookupKey.parse(platform.lookup_key))


async def subscribed(connection: Any, data: PersonalData, count: int) -> None:
    people = [uuid.uuid4() for _ in range(count)]
    phones = [
        data.seal(f"1380000{number:04d}", PHONE, person) for number, person in enumerate(people)
    ]
    await connection.execute(ADD_SUBSCRIBERS, people, phones)


def unbound(key: str, key_id: str, clear: str) -> str:
    """Seal as an earlier release did, to no place: only the key's name was authenticated."""
    nonce = os.urandom(12)
    sealed = SealingKey.parse(key).cipher().encrypt(nonce, clear.encode(), key_id.encode())
    return f"{key_id}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"


async def command(
    platform: Workbench, database: ServiceDatabase, keys: dict[str, str], *arguments: str
) -> asyncio.subprocess.Process:
    """Start it as a process, as the operator does."""
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", database.service, "rotate", *arguments,
        env={
            **os.environ,
            "MIGRATION_DATABASE_URL": database.owner_url,
            "PERSONAL_DATA_KEYS": json.dumps(keys),
            "PERSONAL_DATA_ACTIVE_KEY": "k2",
            "LOOKUP_KEY": platform.lookup_key,
        },
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip


@pytest.mark.parametrize("service", SERVICES)
async def test_every_sealed_column_is_declared(service: str, service_database: Any) -> None:
    database = await service_database(service)
    connection = await asyncpg.connect(database.owner_url)
    try:
        every = {row[0] for row in await connection.fetch(TEXT_COLUMNS)}
        there = {name for name in every if name.endswith("_sealed")}
        primary_keys = dict(await connection.fetch(PRIMARY_KEYS))
    finally:
        await connection.close()
    tables = sealed_tables(service)
    declared = {f"{table.name}.{column}" for table in tables for column in table.columns}
    otherwise = {"signing_key.private_sealed"} if service == "gateway" else set()
    assert there <= declared | otherwise
    assert declared <= every
    for table in tables:
        assert primary_keys[table.name] == ", ".join(map(" ".join, table.key.items()))


async def test_killed_in_the_middle_and_beside_writers_it_ends_with_nothing_under_the_old_key(
    platform: Workbench, service_database: Any, keys: dict[str, str]
) -> None:
    database = await service_database("notifications")
    old, new = sealing(platform, keys, "k1"), sealing(platform, keys, "k2")
    connection = await asyncpg.connect(database.owner_url)
    busy = await asyncpg.connect(database.url)
    try:
        await subscribed(connection, old, SUBSCRIBERS)
        process = await command(platform, database, keys, "--batch-rows", "1")
        assert process.stdout is not None
        assert await process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        await process.wait()
        tables = sealed_tables("notifications")
        assert 0 < await rows_left(connection, tables, "k2.b.") < SUBSCRIBERS

        # A service changes a row while it is being rotated: it neither waits nor loses its change.
        changing = busy.transaction()
        await changing.start()
        person = await busy.fetchval(
            "SELECT person_id FROM subscriber WHERE starts_with(phone_sealed, 'k1.')"
            " ORDER BY person_id LIMIT 1 FOR UPDATE"
        )
        process = await command(platform, database, keys, "--batch-rows", "10")
        assert process.stdout is not None
        assert await process.stdout.readline()
        await busy.execute(
            "UPDATE subscriber SET phone_sealed = $2 WHERE person_id = $1",
            person, new.seal("13911112222", PHONE, person),
        )  # fmt: skip
        await changing.commit()
        output, _ = await process.communicate()
        assert process.returncode == 0, output.decode()

        only_new = sealing(platform, keys, "k2", "k2")
        opened = [
            only_new.open(row["phone_sealed"], PHONE, row["person_id"])
            for row in await connection.fetch(SEALED_PHONES)
        ]
        assert len(opened) == SUBSCRIBERS
        assert opened.count("13911112222") == 1
        assert set(opened) - {"13911112222"} <= {f"1380000{n:04d}" for n in range(SUBSCRIBERS)}
        trail = await connection.fetch(
            "SELECT action, reason FROM audit_record WHERE role = 'operator' ORDER BY id"
        )
        assert [row["action"].rpartition(" ")[2] for row in trail] == ["begun", "begun", "ended"]
        assert trail[-1]["reason"] == "0 rows and 0 events left"
    finally:
        await busy.close()
        await connection.close()


async def test_it_does_not_end_well_while_something_still_needs_the_old_key(
    platform: Workbench,
    service_database: Any,
    keys: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shared.operations.rotate.PAUSE_SECONDS", 0.01)
    database = await service_database("notifications")
    old, new = sealing(platform, keys, "k1"), sealing(platform, keys, "k2")
    connection = await asyncpg.connect(database.owner_url)
    busy = await asyncpg.connect(database.url)
    try:
        await subscribed(connection, old, 3)
        await connection.execute(
            "INSERT INTO outbox (message_id, type, subject, sequence, occurred_at, traceparent, body)"
            " VALUES (gen_random_uuid(), 't', 's', 1, now(), '', $1)",
            json.dumps({"phone": unbound(keys["k1"], "k1", "13800000001")}),
        )
        async with busy.transaction():
            await busy.execute("SELECT FROM subscriber ORDER BY person_id LIMIT 1 FOR UPDATE")
            assert await rotate(connection, "notifications", new, ["k1"]) == (1, 1)
        await connection.execute("DELETE FROM outbox")
        assert await rotate(connection, "notifications", new, ["k1"]) == (0, 0)

        # A value that no key opens stops it: it is not passed over.
        await subscribed(
            connection,
            PersonalData({"k0": SealingKey.parse(keys["k1"])}, "k0", LookupKey(bytes(32))),
            1,
        )
        with pytest.raises(UnreadablePersonalData, match="k0"):
            await rotate(connection, "notifications", new, ["k1"])
    finally:
        await busy.close()
        await connection.close()


async def test_the_owner_may_seal_a_payment_order_anew_and_nobody_may_change_its_payee(
    platform: Workbench, service_database: Any, keys: dict[str, str]
) -> None:
    database = await service_database("settlement")
    old, new = sealing(platform, keys, "k1"), sealing(platform, keys, "k2")
    order_id = uuid.uuid4()
    owner = await asyncpg.connect(database.owner_url)
    service = await asyncpg.connect(database.url)
    try:
        await owner.execute(
            "INSERT INTO payment_order (order_id, kind, amount_fen, card_sealed, card_tail, holder_sealed,"
            " remittance, content_hash, requested_on, deadline_on, traceparent, created_at, next_at, state)"
            " SELECT $1, 'payout', 1, $2, '0001', $3, 'r', 'h', t, t, '', t, t, 'to_send'"
            " FROM now() AS t",
            order_id,
            old.seal("6222000000000001", CARD, order_id),
            old.seal("张三", HOLDER, order_id),
        )
        for connection, change in (
            (service, "card_sealed = 'k2.other'"),
            (service, "amount_fen = 2"),
            (owner, "amount_fen = 2"),
            (owner, "content_hash = 'other'"),
        ):
            with pytest.raises(asyncpg.CheckViolationError, match="never changes"):
                await connection.execute(f"UPDATE payment_order SET {change}")
        assert await rotate(owner, "settlement", new, ["k1"]) == (0, 0)
        card = await owner.fetchval("SELECT card_sealed FROM payment_order")
        assert sealing(platform, keys, "k2", "k2").open(card, CARD, order_id) == "6222000000000001"
    finally:
        await service.close()
        await owner.close()
