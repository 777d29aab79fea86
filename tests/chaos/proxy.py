"""A TCP proxy between two neighbours that can cut, tear, lose, stall, delay and refuse."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

HOST = "127.0.0.1"
CHUNK_BYTES = 64 * 1024
FLUSH_SECONDS = 10.0
"""How long what one side has sent may still take to reach the other after the first has gone."""
DELAY_SECONDS = 0.15
"""Of each chunk, while a link is slow."""


@dataclass(eq=False)
class _Connection:
    """One connection of a link: what the caller has opened, and what was opened for it."""

    caller: asyncio.StreamWriter
    callee: asyncio.StreamWriter
    torn: bool = False
    kept_open_until: float = 0.0

    def abort(self) -> None:
        self.caller.transport.abort()
        self.callee.transport.abort()


@dataclass(eq=False)
class Link:
    """Everything that goes from one neighbour to another."""

    name: str
    port: int = 0
    target_port: int = 0
    """Known only when the neighbour's port is."""
    refused: int = 0
    """How many connections."""
    _stalled_until: float = 0.0
    _slow_until: float = 0.0
    _refusing_until: float = 0.0
    _connections: set[_Connection] = field(default_factory=set)

    @contextlib.asynccontextmanager
    async def opened(self) -> AsyncIterator["Link"]:
        """Listen for as long as the block runs."""
        server = await asyncio.start_server(self._accept, HOST, 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            self.cut()
            await server.wait_closed()

    def leads_to(self, url: str) -> str:
        """Take a neighbour's URL, and give the one that leads there through this link."""
        parts = urlsplit(url)
        self.target_port = parts.port or 0
        credentials = parts.netloc.rpartition("@")[0]
        return parts._replace(netloc=f"{credentials}@{HOST}:{self.port}").geturl()

    def cut(self) -> int:
        """Reset every connection; say how many there were."""
        found = list(self._connections)
        for connection in found:
            connection.abort()
        return len(found)

    def tear(self) -> int:
        """Let half of the next chunk through, then reset."""
        for connection in self._connections:
            connection.torn = True
        return len(self._connections)

    def lose(self, seconds: float) -> int:
        """Reset the caller's side; the callee goes on believing in the connection for a while."""
        found = list(self._connections)
        for connection in found:
            connection.kept_open_until = _now() + seconds
            connection.caller.transport.abort()
        return len(found)

    def stall(self, seconds: float) -> int:
        """Let nothing through either way; then everything."""
        self._stalled_until = _now() + seconds
        return len(self._connections)

    def delay(self, seconds: float) -> int:
        """Let everything through late."""
        self._slow_until = _now() + seconds
        return len(self._connections)

    def refuse(self, seconds: float) -> int:
        """Reset what there is, and every new connection for a while."""
        self._refusing_until = _now() + seconds
        return self.cut()

    def heal(self) -> None:
        """Be an ordinary link again."""
        self._stalled_until = self._slow_until = self._refusing_until = 0.0
        for connection in self._connections:
            connection.torn = False
            connection.kept_open_until = 0.0

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if _now() < self._refusing_until:
            self.refused += 1
            writer.transport.abort()
            return
        try:
            far_reader, far_writer = await asyncio.open_connection(HOST, self.target_port)
        except OSError:
            writer.transport.abort()
            return
        connection = _Connection(writer, far_writer)
        self._connections.add(connection)
        there = asyncio.create_task(self._pipe(connection, reader, far_writer))
        back = asyncio.create_task(self._pipe(connection, far_reader, writer))
        try:
            await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
            await self._keep_open(connection)
            await asyncio.wait({there, back}, timeout=FLUSH_SECONDS)
        finally:
            there.cancel()
            back.cancel()
            connection.abort()
            self._connections.discard(connection)

    async def _pipe(
        self, connection: _Connection, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(CHUNK_BYTES):
                await self._passage()
                if connection.torn:
                    writer.write(data[: len(data) // 2])
                    await writer.drain()
                    connection.abort()
                    return
                writer.write(data)
                await writer.drain()
            await self._keep_open(connection)
            if writer.can_write_eof():
                writer.write_eof()

    async def _passage(self) -> None:
        while _now() < self._stalled_until:
            await asyncio.sleep(min(0.1, max(0.0, self._stalled_until - _now())))
        if _now() < self._slow_until:
            await asyncio.sleep(DELAY_SECONDS)

    async def _keep_open(self, connection: _Connection) -> None:
        while _now() < connection.kept_open_until:
            await asyncio.sleep(0.1)


def _now() -> float:
    return asyncio.get_running_loop().time()
