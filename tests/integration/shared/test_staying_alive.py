"""What a service lives through, and what it must not live on after."""

import asyncio
import signal
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import aio_pika
import asyncpg
from tests.chaos.proxy import Link
from tests.support import waiting
from tests.support.workbench import Workbench, around, environment_from

from local.databases import ServiceDatabase
from local.folder import RunFolder
from local.processes import python, start
from shared.base.db import open_pool
from shared.base.settings import ServiceSettings
from shared.messaging.broker import Broker
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import ANSWER_LOAN_QUESTIONS

HANG_UPS = 3
NOBODY_LISTENS = 9
STEPS_OF_CONNECTING = 40
"""Of the event loop, and some more: a refusal takes 8, a handshake that is cut short 20."""
NO_TLS = b"N"
"""What PostgreSQL answers to the question for TLS."""
WITHIN_SECONDS = 30


async def test_a_broker_that_hangs_up_during_the_handshake_is_tried_again() -> None:
    """As it does while it starts: its port is open before it is ready."""
    async with hanging_up() as (port, hung_up):
        broker = Broker(f"amqp://nobody:none@127.0.0.1:{port}", "test", reconnect_max_seconds=0.1)
        await tries_again_and_again(broker.connection(), hung_up)


async def test_a_database_that_hangs_up_during_the_handshake_is_tried_again(
    platform: Workbench,
) -> None:
    """As it does when it is killed while a service starts."""
    nowhere = ServiceDatabase("loans", "none", "", "")
    async with hanging_up(NO_TLS) as (port, hung_up):
        url = f"postgresql://nobody:none@127.0.0.1:{port}/none"
        settings = ServiceSettings(**platform.settings(replace(nowhere, url=url)))
        await tries_again_and_again(open_pool(settings, "test"), hung_up)


async def test_who_waits_for_a_broker_stops_when_told_at_whatever_step_of_connecting() -> None:
    """Client library and wait_for both lose a cancellation that comes in the instant of an error."""
    async with hanging_up() as (port, _):
        for broker_port in (NOBODY_LISTENS, port):
            for steps in range(STEPS_OF_CONNECTING):
                url = f"amqp://nobody:none@127.0.0.1:{broker_port}"
                connecting = asyncio.create_task(Broker(url, "test", 0.1).connection())
                for _ in range(steps):
                    await asyncio.sleep(0)
                connecting.cancel()
                stopped, _ = await asyncio.wait({connecting}, timeout=WITHIN_SECONDS)
                assert stopped, f"goes on after a cancellation at step {steps}"


@asynccontextmanager
async def hanging_up(greeting: bytes = b"") -> AsyncIterator[tuple[int, asyncio.Semaphore]]:
    """A server that hangs up on everybody, and counts."""
    hung_up = asyncio.Semaphore(0)

    async def hang_up(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(64)
        if greeting:
            writer.write(greeting)
            await reader.read(1)
        writer.close()
        hung_up.release()

    server = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1], hung_up


async def tries_again_and_again(
    connect: Coroutine[Any, Any, Any], hung_up: asyncio.Semaphore
) -> None:
    """Whoever connects is hung up on several times, and has not given up."""
    connecting = asyncio.create_task(connect)
    try:
        async with asyncio.timeout(WITHIN_SECONDS):
            for _ in range(HANG_UPS):
                await hung_up.acquire()
                assert not connecting.done(), connecting.exception()
    finally:
        connecting.cancel()
        await asyncio.wait({connecting})


async def test_a_service_whose_relay_has_died_ends_so_that_it_is_started_again(
    platform: Workbench, tmp_path: Path
) -> None:
    """Its events would stay in the outbox for ever, and everything else would look well."""
    database = await platform.create_database("loans")
    vhost = await platform.create_vhost()
    owner = await asyncpg.connect(database.owner_url)
    await owner.execute("REVOKE SELECT ON outbox FROM loans")
    await owner.close()
    values = platform.settings(database, vhost, http_port=platform.folder.port("staying_alive"))

    folder = RunFolder(tmp_path)
    process = await start(folder, python("loans", "loans", environment_from(values)))
    try:
        assert await asyncio.wait_for(process.ended(), WITHIN_SECONDS) == 1
    finally:
        await process.kill()
    said = (folder.logs / "loans.log").read_text("utf-8")
    assert "permission denied for table outbox" in said
    await platform.drop_vhost(vhost)
    await platform.drop_database(database)


async def test_a_service_whose_servers_are_gone_still_leaves_in_time(
    platform: Workbench, tmp_path: Path
) -> None:
    """Found by the crash test: services whose servers were killed with them drained for ever."""
    database = await platform.create_database("loans")
    vhost = await platform.create_vhost(queues=around("loans"))
    async with Link("postgres").opened() as to_database, Link("rabbitmq").opened() as to_broker:
        values = platform.settings(
            replace(database, url=to_database.leads_to(database.url)),
            vhost,
            broker_url=to_broker.leads_to(vhost.url("loans")),
            http_port=platform.folder.port("leaving"),
            drain_timeout_seconds="1",
        )
        command = python("loans", "loans", environment_from(values))
        process = await start(RunFolder(tmp_path), command)
        try:
            await waiting.until(partial(_consumed, vhost.url(OPERATOR)))
            for link in (to_database, to_broker):
                link.refuse(10 * WITHIN_SECONDS)
            await waiting.until(lambda: to_broker.refused > 1)
            process.signal(signal.SIGTERM)
            assert await asyncio.wait_for(process.ended(), WITHIN_SECONDS) == 0
        finally:
            await process.kill()
    await platform.drop_vhost(vhost)
    await platform.drop_database(database)


async def _consumed(url: str) -> bool:
    async with await aio_pika.connect(url) as connection:
        channel = await connection.channel()
        queue = await channel.declare_queue(ANSWER_LOAN_QUESTIONS.name, passive=True)
    return bool(queue.declaration_result.consumer_count)
