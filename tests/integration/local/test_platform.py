"""What the platform promises to services: rights, isolation, queues of the right kind."""

import asyncpg
import pytest
from tests.support.workbench import Workbench

from local.broker import VirtualHost
from local.databases import provide_all
from local.errors import CannotStart
from shared.base.settings import ServiceSettings
from shared.messaging.broker import QUORUM, Broker, declare
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import QUEUES


async def test_the_runtime_role_may_write_rows_but_not_alter_tables(
    service_database, platform: Workbench
) -> None:
    database = await service_database("loans")
    connection = await asyncpg.connect(database.url)
    try:
        await connection.execute("INSERT INTO subject_sequence VALUES ('x', 1)")
        await connection.execute("UPDATE subject_sequence SET last_sequence = 2")
        for forbidden in (
            "DROP TABLE subject_sequence",
            "ALTER TABLE outbox ADD COLUMN x int",
            "CREATE TABLE mine (x int)",
            "TRUNCATE outbox",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(forbidden)
    finally:
        await connection.close()


async def test_a_service_cannot_enter_the_database_of_another(
    service_database, platform: Workbench
) -> None:
    loans = await service_database("loans")
    withdrawals = await service_database("withdrawals")
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await asyncpg.connect(loans.url.replace(loans.name, withdrawals.name))


async def test_a_service_may_declare_its_own_queues_and_no_other(vhost: VirtualHost) -> None:
    broker = Broker(vhost.url("loans"), "test")
    try:
        await declare(broker, "loans")
        with pytest.raises(Exception, match="ACCESS_REFUSED"):
            await declare(broker, "settlement")
    finally:
        await broker.close()


async def test_settings_of_a_service_can_be_made_from_the_platform(service_context) -> None:
    context = await service_context("loans", ServiceSettings)
    assert await context.pool.fetchval("SELECT count(*) FROM outbox") == 0


async def test_databases_of_another_version_are_one_clear_sentence(platform: Workbench) -> None:
    prefix = f"{platform.prefix}old_"
    made = await provide_all(platform.platform.postgres, ("loans",), prefix)
    owner = await asyncpg.connect(made["loans"].owner_url)
    await owner.execute("UPDATE schema_migration SET digest = 'older' WHERE component = 'loans'")
    await owner.close()
    try:
        with pytest.raises(
            CannotStart, match=r"another version .*0001.* `make clean` removes them"
        ):
            await provide_all(platform.platform.postgres, ("loans",), prefix)
    finally:
        await platform.drop_database(made["loans"])


async def test_queues_of_another_version_are_one_clear_sentence(platform: Workbench) -> None:
    vhost = await platform.create_vhost()
    stage = QUEUES[0].retry(1)
    broker = Broker(vhost.url(OPERATOR), "test")
    try:
        async with broker.channel() as channel:
            await channel.queue_declare(stage, durable=True, arguments=QUORUM)
        with pytest.raises(CannotStart, match=rf"another version \({stage} .*`make clean` removes"):
            await vhost.load()
        async with broker.channel() as channel:
            await channel.queue_delete(stage)
        await vhost.load()
        await vhost.load()
    finally:
        await broker.close()
        await platform.drop_vhost(vhost)
