"""The locks of jobs that work outside a transaction: all on one connection, and none of them the pool's.

Whoever held a connection of the pool while the work asks for another would wait for itself as soon as there
are as many such jobs as connections. A server that is lost takes the locks with it; what was being done is
done to its end, as each of these jobs may be done twice, and the next round asks for the lock anew.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import asyncpg

from shared.base.db import connect
from shared.jobs import store
from shared.messaging.unit import Context


class _Session:
    """The connection, from the first lock that is asked for until nobody keeps a job."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._connection: asyncpg.Connection[asyncpg.Record] | None = None
        self._one_at_a_time = asyncio.Lock()
        self.users = 0

    async def hold(self, name: str) -> bool:
        async with self._one_at_a_time:
            return await store.hold(await self._opened(), name)

    async def release(self, name: str) -> None:
        async with self._one_at_a_time:
            if self._connection is not None and not self._connection.is_closed():
                await store.release(self._connection, name)

    async def _opened(self) -> "asyncpg.Connection[asyncpg.Record]":
        if self._connection is None or self._connection.is_closed():
            settings = self._context.settings
            self._connection = await connect(
                str(settings.database_url),
                command_timeout=settings.statement_timeout_seconds,
                server_settings={"application_name": f"{self._context.service} jobs"},
            )
        return self._connection

    def close(self) -> None:
        """All locks go with the connection."""
        if self._connection is not None:
            self._connection.terminate()


_sessions: dict[int, _Session] = {}
"""By the pool of the process; a test has several."""


class Holder:
    """By which one keeper of a job in this process asks for its lock."""

    def __init__(self, session: _Session) -> None:
        self._session = session

    @contextlib.asynccontextmanager
    async def alone(self, name: str) -> AsyncIterator[bool]:
        """Be the only one who does this job within the block; gives False where another one is."""
        if not await self._session.hold(name):
            yield False
            return
        try:
            yield True
        finally:
            await self._session.release(name)


@contextlib.asynccontextmanager
async def holder(context: Context) -> AsyncIterator[Holder]:
    """Share the process's connection while the block runs."""
    key = id(context.pool)
    session = _sessions.setdefault(key, _Session(context))
    session.users += 1
    try:
        yield Holder(session)
    finally:
        session.users -= 1
        if not session.users:
            session.close()
            del _sessions[key]
