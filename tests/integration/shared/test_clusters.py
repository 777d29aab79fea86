"""Servers of several addresses: who is dead or silent is passed by, and what no standby has is not told."""

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import aiormq
import asyncpg
import pytest
from pydantic import SecretStr, ValidationError
from tests.chaos.proxy import Link
from tests.support import waiting
from tests.support.workbench import Workbench

from local.databases import ServiceDatabase, ensure_database, ensure_roles
from local.folder import RunFolder
from local.postgres import start_private
from shared.base import db, migrate
from shared.base.clock import SystemClock
from shared.base.settings import ServiceSettings
from shared.messaging import broker as brokers
from shared.messaging.broker import Broker, Message
from shared.messaging.definitions import OPERATOR
from shared.messaging.publishing import publish_all
from shared.messaging.relay import relay
from shared.messaging.topology import exchange_of
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData

from .conftest import Line, fact

NOBODY_LISTENS = 9


@contextlib.asynccontextmanager
async def silent() -> AsyncIterator[int]:
    """A frozen server: the kernel takes connections, and nobody says anything. Gives its port."""

    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


def message() -> Message:
    return Message(
        exchange_of("accounts"), "nobody.hears", uuid.uuid4(), "/accounts", "nobody.hears", "1",
        datetime.now(UTC), 1, "", b"{}", mandatory=False,
    )  # fmt: skip


async def test_dead_and_frozen_nodes_of_a_broker_are_passed_by(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(brokers, "CONNECT_TIMEOUT_SECONDS", 0.5)
    monkeypatch.setattr(brokers.random, "shuffle", lambda _: None)
    async with silent() as port:
        frozen, dead = (f"amqp://nobody:none@127.0.0.1:{at}/none" for at in (port, NOBODY_LISTENS))
        broker = Broker(f"{frozen} {dead}\n{line.vhost.url(OPERATOR)}", "test")
        try:
            async with asyncio.timeout(10):
                await broker.connection()
            assert broker.connected
        finally:
            await broker.close()


async def test_a_node_that_no_longer_confirms_is_left_for_another(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same dead channel was used again, for as long as the node was frozen."""
    monkeypatch.setattr(brokers, "CONFIRM_TIMEOUT_SECONDS", 0.5)
    monkeypatch.setattr(brokers, "CLOSE_TIMEOUT_SECONDS", 0.2)
    monkeypatch.setattr(brokers.random, "shuffle", lambda _: None)
    url = line.vhost.url("accounts")
    async with Link("rabbitmq").opened() as link:
        broker = Broker(f"{link.leads_to(url)} {url}", "test")
        try:
            assert await broker.publish([message()]) == [None]
            link.stall(30)
            (problem,) = await broker.publish([message()])
            assert problem is not None
            assert "no confirm came" in problem
            async with asyncio.timeout(10):
                assert await broker.publish([message()]) == [None]
        finally:
            await broker.close()


async def test_a_channel_that_never_confirmed_is_left_sooner_than_one_that_did(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened while a queue's leader was lost, it was waited for as long as the frozen node before it."""
    waited = []

    async def published(
        channel: aiormq.Channel, messages: Any, seconds: float
    ) -> list[asyncio.Future[Any]]:
        waited.append(seconds)
        return await publish_all(channel, messages, min(seconds, 0.3))

    monkeypatch.setattr(brokers, "publish_all", published)
    monkeypatch.setattr(brokers, "CLOSE_TIMEOUT_SECONDS", 0.2)
    monkeypatch.setattr(brokers.random, "shuffle", lambda _: None)
    url = line.vhost.url("accounts")
    async with Link("one").opened() as one, Link("other").opened() as other:
        broker = Broker(f"{one.leads_to(url)} {other.leads_to(url)} {url}", "test")
        try:
            for link in (one, other):
                await broker._publishing_channel()
                link.stall(30)
                assert await broker.publish([message()]) != [None]
            assert await broker.publish([message()]) == [None]
            assert await broker.publish([message()]) == [None]
        finally:
            await broker.close()
    first = brokers.FIRST_CONFIRM_SECONDS
    assert waited == [first[0], first[1], first[2], brokers.CONFIRM_TIMEOUT_SECONDS]
    assert max(first) < brokers.CONFIRM_TIMEOUT_SECONDS


async def test_a_channel_on_which_the_broker_refused_is_left_for_another(
    line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asked a queue's lost leader for ever: whoever had opened it in that instant told nobody anything."""
    used = []

    async def published(channel: aiormq.Channel, *rest: Any) -> list[asyncio.Future[Any]]:
        used.append(channel)
        return await publish_all(channel, *rest)

    monkeypatch.setattr(brokers, "publish_all", published)
    broker = Broker(line.vhost.url(OPERATOR), "test")
    takes_one = {"x-max-length": 1, "x-overflow": "reject-publish"}
    async with broker.channel() as channel:
        await channel.queue_declare("takes one", arguments=takes_one, exclusive=True)
        await channel.queue_bind("takes one", exchange_of("accounts"), routing_key="nobody.hears")
        assert await broker.publish([message()]) == [None]
        (problem,) = await broker.publish([message()])
        assert problem is not None
        assert "Basic.Nack" in problem
        await channel.queue_purge("takes one")
        assert await broker.publish([message()]) == [None]
    await broker.close()
    first, refused, other = used
    assert first is refused
    assert other is not refused
    assert refused.is_closed


@pytest.mark.parametrize(
    "url",
    [
        "",
        "127.0.0.1:5672",
        "http://user:Tr0ub4dor@broker/vhost",
        "amqp:///vhost",
        "amqp://user:Tr0ub4dor@one:5672,two:5672/vhost",
        "amqp://user:Tr0ub4dor@one/v amqp://user:Tr0ub4dor@two:port/v",
    ],
)
def test_addresses_of_a_broker_that_are_none_are_refused_without_the_password(
    platform: Workbench, url: str
) -> None:
    database = db_nobody_asks(platform)
    with pytest.raises(ValidationError) as refused:
        ServiceSettings(**{**database, "broker_url": SecretStr(url)})
    assert "broker" in str(refused.value)
    assert "Tr0ub4dor" not in str(refused.value)


def db_nobody_asks(platform: Workbench) -> dict[str, object]:
    url = "postgresql://nobody:none@127.0.0.1:9/none"
    return platform.settings(ServiceDatabase("accounts", "none", url, url))


def test_a_url_of_several_hosts_is_one_for_each() -> None:
    assert db.hosts_of("postgresql://me:a%2Cb@one:1,two:2/books?sslmode=prefer") == [
        "postgresql://me:a%2Cb@one:1/books?sslmode=prefer",
        "postgresql://me:a%2Cb@two:2/books?sslmode=prefer",
    ]


async def test_a_frozen_host_of_a_database_is_passed_by(
    platform: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """asyncpg never skipped it: a total outage beside a healthy primary."""
    monkeypatch.setattr(db, "HOST_TIMEOUT_SECONDS", 0.5)
    database = await platform.create_database("accounts")
    async with silent() as port:
        credentials, _, where = database.url.partition("@")
        several = f"{credentials}@127.0.0.1:{port},127.0.0.1:{NOBODY_LISTENS},{where}"
        settings = ServiceSettings(**platform.settings(replace(database, url=several)))
        async with asyncio.timeout(20):
            pool = await db.open_pool(settings, "test")
        try:
            assert await pool.fetchval("SELECT 1") == 1
        finally:
            await pool.close()
    await platform.drop_database(database)


async def test_what_no_synchronous_standby_has_is_not_told(platform: Workbench, line: Line) -> None:
    """The wait for the standby is broken off: the commit is visible, and may be gone with this server."""
    server, running = await start_private(
        RunFolder(platform.folder.path / "replicated"), durable=False
    )
    try:
        await ensure_roles(server, ["withdrawals"])
        database = await ensure_database(server, "withdrawals", "replicated")
        await migrate.apply(database.owner_url, "withdrawals")
        settings = ServiceSettings(
            **platform.settings(database, line.vhost, statement_timeout_seconds=2)
        )
        pool = await db.open_pool(settings, "test")
        context = Context(
            "withdrawals", settings, pool, SystemClock(), PersonalData.from_settings(settings)
        )
        administrator = await asyncpg.connect(server.url)
        broker = Broker(line.vhost.url("withdrawals"), "test")
        stop = asyncio.Event()
        relaying = asyncio.create_task(relay(context, broker, stop))
        try:
            await standby(administrator, "gone")
            emitting = asyncio.create_task(emit(context))
            await waiting.until(lambda: waits_for_standby(administrator, 1))
            await administrator.execute(BREAK_OFF)
            await emitting
            # It is visible; the relay has read it and waits for a standby in its turn.
            assert await pool.fetchval("SELECT count(*) FROM outbox") == 1
            await waiting.until(lambda: waits_for_standby(administrator, 1))
            await administrator.execute(BREAK_OFF)
            await waiting.until(lambda: waits_for_standby(administrator, 1))
            assert await pool.fetchval("SELECT count(*) FROM outbox") == 1
            assert not broker.connected
            await standby(administrator, "")
            await waiting.until(lambda: gone(pool))
        finally:
            stop.set()
            relaying.cancel()
            await asyncio.wait([relaying])
            await broker.close()
            await administrator.close()
            await pool.close()
    finally:
        await running.stop()


async def test_a_server_that_is_not_written_to_yet_is_waited_for(
    platform: Workbench, line: Line
) -> None:
    """A standby that is taking over refuses what writes; relays ended of it, and their services with them."""
    database = await platform.create_database("withdrawals")
    settings = ServiceSettings(**platform.settings(database, line.vhost))
    pool = await db.open_pool(settings, "test")
    context = Context(
        "withdrawals", settings, pool, SystemClock(), PersonalData.from_settings(settings)
    )
    await emit(context)
    administrator = await asyncpg.connect(platform.platform.postgres.url_of(database.name))
    broker = Broker(line.vhost.url("withdrawals"), "test")
    stop = asyncio.Event()
    await administrator.execute(TAKING_OVER.format(database.name))
    relaying = asyncio.create_task(relay(context, broker, stop))
    try:
        await waiting.until(lambda: refused_to_relay(administrator))
        assert not relaying.done()
        await administrator.execute(TAKEN_OVER.format(database.name))
        await waiting.until(lambda: gone(pool))
    finally:
        stop.set()
        relaying.cancel()
        await asyncio.wait([relaying])
        await broker.close()
        await administrator.close()
        await pool.close()
    await platform.drop_database(database)


TAKING_OVER = "ALTER ROLE withdrawals IN DATABASE {} SET default_transaction_read_only = on"
TAKEN_OVER = "ALTER ROLE withdrawals IN DATABASE {} RESET default_transaction_read_only"
REFUSED = "SELECT xact_rollback > 0 FROM pg_stat_database WHERE datname = current_database()"


async def refused_to_relay(administrator: "asyncpg.Connection") -> bool:
    return bool(await administrator.fetchval(REFUSED))


WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
BREAK_OFF = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


async def waits_for_standby(administrator: "asyncpg.Connection", count: int) -> bool:
    return bool(await administrator.fetchval(WAITING) == count)


async def gone(pool: db.Pool) -> bool:
    return not await pool.fetchval("SELECT count(*) FROM outbox")


async def standby(administrator: "asyncpg.Connection", name: str) -> None:
    await administrator.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{name}'")
    await administrator.execute("SELECT pg_reload_conf()")


async def emit(context: Context) -> None:
    async with context.unit() as unit:
        unit.emit(fact())
