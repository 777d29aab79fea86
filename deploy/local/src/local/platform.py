"""The two servers that the system stands on, PostgreSQL and RabbitMQ, from wherever they can be had."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from local import containers, postgres, rabbitmq
from local.certificates import Certificates
from local.folder import RunFolder
from local.postgres import PostgresServer
from local.rabbitmq import RabbitServer
from shared.base import given


@dataclass(frozen=True)
class Platform:
    """PostgreSQL and RabbitMQ, ready."""

    postgres: PostgresServer
    rabbitmq: RabbitServer


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
    is not durable need not survive a power cut. With certificates, servers are started as local programs that
    take nobody without TLS; those that are given say in their URLs how they are reached.
    """
    given_postgres = given.find("POSTGRES_URL")
    given_broker = given.find("BROKER_URL")
    docker = (
        tls is None
        and not (given_postgres and given_broker)
        and await asyncio.to_thread(containers.engine_answers)
    )
    async with AsyncExitStack() as stack:
        starting = asyncio.gather(
            _postgres(folder, stack, given_postgres, docker=docker, durable=durable, tls=tls),
            _rabbitmq(folder, stack, given_broker, docker=docker, throwaway=throwaway, tls=tls),
            return_exceptions=True,
        )
        try:
            results = await starting
        except asyncio.CancelledError:
            starting.cancel()
            raise
        for result in results:
            if isinstance(result, BaseException):
                raise result
        database, broker = results
        assert isinstance(database, PostgresServer)
        assert isinstance(broker, RabbitServer)
        yield Platform(database, broker)


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
    tls: Certificates | None,
) -> RabbitServer:
    if url:
        management = given.find("BROKER_MANAGEMENT_URL") or rabbitmq.management_url_for(url)
        origin = "the broker given by BROKER_URL"
        server = RabbitServer(url, management, origin, authority=rabbitmq.authority_of(url))
    elif docker:
        server, container = await containers.start_rabbitmq(folder)
        stack.push_async_callback(container.stop)
    else:
        server, started = await rabbitmq.start_private(folder, tls)
        for running in started:
            stack.push_async_callback(running.kill if throwaway else running.stop)
    await rabbitmq.wait_until_ready(server)
    return server if server.metrics_url else await rabbitmq.with_metrics(server)
