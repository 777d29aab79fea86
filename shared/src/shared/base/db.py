"""The PostgreSQL pool of a service, and which database errors will pass by themselves."""

import asyncio
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, TypeVar, cast
from urllib.parse import urlsplit

import asyncpg

from shared.base.settings import ServiceSettings

if TYPE_CHECKING:
    Pool = asyncpg.Pool[asyncpg.Record]
    Connection = asyncpg.pool.PoolConnectionProxy[asyncpg.Record]
    _OwnConnection = asyncpg.Connection[asyncpg.Record]
else:
    Pool = asyncpg.Pool
    Connection = asyncpg.pool.PoolConnectionProxy
    _OwnConnection = asyncpg.Connection

DATABASE_AWAY: tuple[type[Exception], ...] = (
    OSError,
    TimeoutError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.ReadOnlySQLTransactionError,
)
"""The server cannot be reached, is stopping or has not quite taken over: wait and do the same again."""

CONTENDED: tuple[type[Exception], ...] = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
)
"""Another transaction was in the way: do the same again at once."""


def named(error: Exception) -> str:
    """Say what went wrong without quoting a row: of what the database refuses, just the constraint."""
    if isinstance(error, asyncpg.PostgresError) and not isinstance(error, DATABASE_AWAY):
        return f"{type(error).__name__} {getattr(error, 'constraint_name', None) or ''}".rstrip()
    return repr(error)


R = TypeVar("R")


def typed(_kind: type[R], rows: "Iterable[asyncpg.Record]") -> list[R]:
    """Take rows as the `TypedDict` that says what their statement selects; tests hold it to the database."""
    return cast("list[R]", rows)


def typed_or_none(_kind: type[R], row: "asyncpg.Record | None") -> R | None:
    """Take a row, if there is one, as the `TypedDict` that says what its statement selects."""
    return cast("R | None", row)


HOST_TIMEOUT_SECONDS = 3.0
"""For each host of several: a frozen one takes the connection and then says nothing."""


def hosts_of(url: str) -> list[str]:
    """Take a URL of several hosts apart, into one for each (libpq: `host1:port1,host2:port2`)."""
    parts = urlsplit(url)
    credentials, at, hosts = parts.netloc.rpartition("@")
    return [parts._replace(netloc=f"{credentials}{at}{host}").geturl() for host in hosts.split(",")]


async def connect(url: str, **how: Any) -> "asyncpg.Connection[asyncpg.Record]":
    """Connect as `asyncpg.connect` does; of several hosts to the first that answers and may be written to.

    asyncpg waits for a host that takes the connection and is silent as long as for all of them: each has
    `HOST_TIMEOUT_SECONDS` here. Raises what the last one did, one of `DATABASE_AWAY` where none is fit.
    """
    hosts = hosts_of(url)
    if len(hosts) == 1:
        return await asyncpg.connect(url, **how)
    writable: dict[str, Any] = {**how, "target_session_attrs": "read-write"}
    for left, host in zip(reversed(range(len(hosts))), hosts, strict=True):
        try:
            async with asyncio.timeout(HOST_TIMEOUT_SECONDS):
                return await asyncpg.connect(host, **writable)
        except DATABASE_AWAY:
            if not left:
                raise
    raise AssertionError("a URL has a host")


class PooledConnection(_OwnConnection):
    """A connection without state of its own: nothing is to be reset when it goes back to the pool.

    Nobody may SET, LISTEN or take a session's advisory lock on it; who does that has its own connection. An
    open transaction is rolled back in any case.
    """

    def get_reset_query(self) -> str:
        """Spare every transaction one round trip."""
        return ""


async def _prepare_connection(
    connection: "asyncpg.Connection[asyncpg.Record] | Connection",
) -> None:
    for name in ("json", "jsonb"):
        await connection.set_type_codec(
            name, encoder=json.dumps, decoder=json.loads, schema="pg_catalog"
        )


async def open_pool(
    settings: ServiceSettings,
    application_name: str,
    kind: type[PooledConnection] = PooledConnection,
) -> "Pool":
    """Open the pool, waiting as long as the server takes to come up."""
    delay_seconds = 0.1
    while True:
        try:
            return await asyncpg.create_pool(
                str(settings.database_url),
                min_size=settings.pool_min_connections,
                max_size=settings.pool_max_connections,
                command_timeout=settings.statement_timeout_seconds,
                init=_prepare_connection,
                connect=cast(Any, connect),
                connection_class=kind,
                server_settings={"application_name": application_name, "timezone": "UTC"},
            )
        except DATABASE_AWAY:
            await asyncio.sleep(delay_seconds)
            delay_seconds = min(delay_seconds * 2, 2.0)
