"""The two servers that the system stands on, PostgreSQL and RabbitMQ, from wherever they can be had."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from local import containers, postgres, rabbitmq
from local.certificates import Certificates
from local.folder import RunFolder
from local.postgres import PostgresServer
from local.processes import Running
from local.rabbitmq import RabbitServer
from shared.base import given


@dataclass(frozen=True)
class Platform:
    """PostgreSQL and RabbitMQ, ready."""

    postgres: PostgresServer
    rabbitmq: RabbitServer


@dataclass(frozen=True)
class Beginning:
    """Both servers on their way: PostgreSQL is there first, RabbitMQ's node takes seconds more."""

    _postgres: "asyncio.Task[PostgresServer]"
    _rabbitmq: "asyncio.Task[tuple[RabbitServer, Running | None]]"
    _broker_ready: "asyncio.Task[RabbitServer]"

    async def postgres(self) -> PostgresServer:
        """Wait until PostgreSQL answers; raises `CannotStart`."""
        return await asyncio.shield(self._postgres)

    async def known_broker(self) -> RabbitServer:
        """Wait until it is known where RabbitMQ will be, whether it answers yet or not."""
        return (await asyncio.shield(self._rabbitmq))[0]

    async def rabbitmq(self) -> RabbitServer:
        """Wait until RabbitMQ answers; raises `CannotStart`."""
        return await asyncio.shield(self._broker_ready)


@asynccontextmanager
async def provided(
    folder: RunFolder,
    *,
    throwaway: bool = False,
    durable: bool = True,
    tls: Certificates | None = None,
) -> AsyncIterator[Platform]:
    """Provide both, in the order given URLs, Docker engine, local programs; stop what was started.

    A throwaway platform's data is not needed again: RabbitMQ is killed, whose orderly end takes 6 s. One that
    is not durable need not survive a power cut, and its broker keeps to one core, as tests have it. With
    certificates, servers are started as local programs that take nobody without TLS; those that are given say
    in their URLs how they are reached.
    """
    async with begun(folder, throwaway=throwaway, durable=durable, tls=tls) as beginning:
        yield Platform(await beginning.postgres(), await beginning.rabbitmq())


@asynccontextmanager
async def begun(
    folder: RunFolder,
    *,
    throwaway: bool = False,
    durable: bool = True,
    tls: Certificates | None = None,
) -> AsyncIterator[Beginning]:
    """Begin to provide both, as `provided` says, and leave it to the block what it waits for."""
    given_postgres = given.find("POSTGRES_URL")
    given_broker = given.find("BROKER_URL")
    docker = (
        tls is None
        and not (given_postgres and given_broker)
        and await asyncio.to_thread(containers.engine_answers)
    )
    async with AsyncExitStack() as stack:
        postgres_there = asyncio.create_task(
            _postgres(folder, stack, given_postgres, docker=docker, durable=durable, tls=tls)
        )
        broker_known = asyncio.create_task(
            _rabbitmq(
                folder,
                stack,
                given_broker,
                docker=docker,
                throwaway=throwaway,
                one_core=not durable,
                tls=tls,
            )
        )
        broker_ready = asyncio.create_task(_ready(broker_known))
        tasks = (postgres_there, broker_known, broker_ready)
        try:
            yield Beginning(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


async def _postgres(
    folder: RunFolder,
    stack: AsyncExitStack,
    url: str | None,
    *,
    docker: bool,
    durable: bool,
    tls: Certificates | None,
) -> PostgresServer:
    if url:
        server = PostgresServer(url, "the server given by POSTGRES_URL")
    elif docker:
        server, container = await containers.start_postgres(folder)
        stack.push_async_callback(container.stop)
    else:
        server, running = await postgres.start_private(folder, durable=durable, tls=tls)
        stack.push_async_callback(running.stop)
    await postgres.wait_until_ready(server.url)
    return server


async def _rabbitmq(
    folder: RunFolder,
    stack: AsyncExitStack,
    url: str | None,
    *,
    docker: bool,
    throwaway: bool,
    one_core: bool,
    tls: Certificates | None,
) -> tuple[RabbitServer, Running | None]:
    if url:
        management = given.find("BROKER_MANAGEMENT_URL") or rabbitmq.management_url_for(url)
        origin = "the broker given by BROKER_URL"
        server = RabbitServer(url, management, origin, authority=rabbitmq.authority_of(url))
        await rabbitmq.wait_until_ready(server)
        return await rabbitmq.with_metrics(server), None
    if docker:
        server, container = await containers.start_rabbitmq(folder)
        stack.push_async_callback(container.stop)
        return server, None
    server, started = await rabbitmq.begin_private(folder, tls, one_core=one_core)
    for running in started:
        stack.push_async_callback(running.kill if throwaway else running.stop)
    return server, started[-1]


async def _ready(known: "asyncio.Task[tuple[RabbitServer, Running | None]]") -> RabbitServer:
    server, node = await known
    await rabbitmq.wait_until_ready(server, node)
    return server
