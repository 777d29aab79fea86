"""Live progress: one LISTEN connection per process, fanned out to all open streams.

A notification carries no data: it only wakes the hub, which reads in one query what all streams have not
seen. The history itself comes the same way, so there is no gap between what was and what comes.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

import asyncpg

from shared.base.db import connect
from shared.base.resilience import every
from shared.base.waiting import pause
from shared.messaging.unit import Context
from withdrawals.settings import Settings
from withdrawals.shapes.citizens import HistoryLine
from withdrawals.views import citizens as views

CHANNEL = "application_progress"
UNREAD_MAX_LINES = 200
"""A stream that leaves more unread is closed; the page comes back with its last line."""
RECONNECT_SECONDS = 1.0
COALESCE_SECONDS = 0.02
"""Wakes that come close together are answered by one query."""


class Stream:
    """One page that follows one application."""

    def __init__(self, application_id: UUID, last_line: int) -> None:
        self.application_id = application_id
        self.last_line = last_line
        self._lines: asyncio.Queue[HistoryLine | None] = asyncio.Queue(UNREAD_MAX_LINES)
        self.closed = False

    def push(self, line: HistoryLine) -> None:
        """Hand over a line that is newer than those before."""
        if line.id <= self.last_line or self.closed:
            return
        self.last_line = line.id
        try:
            self._lines.put_nowait(line)
        except asyncio.QueueFull:
            self.close()

    def close(self) -> None:
        """Let the reader leave after what is in the queue."""
        self.closed = True
        with contextlib.suppress(asyncio.QueueFull):
            self._lines.put_nowait(None)

    async def next(self, timeout_seconds: float) -> HistoryLine | None:
        """Wait for a line; raises `TimeoutError`; None when the stream was closed."""
        if self.closed and self._lines.empty():
            return None
        async with asyncio.timeout(timeout_seconds):
            return await self._lines.get()


class Progress:
    """The streams of this process; its `run` is a task of the service."""

    def __init__(self) -> None:
        self._streams: set[Stream] = set()
        self._woken = asyncio.Event()
        self._leaving = False

    @property
    def open_streams(self) -> int:
        """How many pages follow something right now."""
        return len(self._streams)

    @contextlib.contextmanager
    def follow(self, application_id: UUID, last_line: int) -> Iterator[Stream]:
        """Open a stream that starts after a line."""
        stream = Stream(application_id, last_line)
        self._streams.add(stream)
        if self._leaving:
            stream.close()
        self._woken.set()
        try:
            yield stream
        finally:
            self._streams.discard(stream)

    async def run(self, context: Context[Settings], stop: asyncio.Event) -> None:
        """Serve the streams until the service leaves; survives a lost database."""
        stopping = asyncio.create_task(self._wake_when(stop))
        try:
            serve = partial(self._serve, context, stop)
            await every(RECONNECT_SECONDS, serve, stop, name="show live progress")
        finally:
            stopping.cancel()
            self._leaving = True
            for stream in self._streams:
                stream.close()

    async def _wake_when(self, stop: asyncio.Event) -> None:
        await stop.wait()
        self._woken.set()

    async def _serve(self, context: Context[Settings], stop: asyncio.Event) -> None:
        settings = context.settings
        connection = await connect(
            str(settings.database_url),
            command_timeout=settings.statement_timeout_seconds,
            server_settings={"application_name": "withdrawals live progress"},
        )
        try:
            await connection.add_listener(CHANNEL, lambda *_: self._woken.set())
            while not stop.is_set():
                self._woken.clear()
                await self._deliver(connection)
                await pause(self._woken, settings.live_poll_seconds)
                await asyncio.sleep(COALESCE_SECONDS)
        finally:
            connection.terminate()

    async def _deliver(self, connection: "asyncpg.Connection[asyncpg.Record]") -> None:
        streams = list(self._streams)
        if not streams:
            return
        readers = [views.Reader(stream.application_id, stream.last_line) for stream in streams]
        for index, line in await views.newer_lines(connection, readers):
            streams[index].push(line)


@dataclass(frozen=True)
class Follower:
    """Who follows which application, after which line."""

    application_id: UUID
    last_line: int
    still_logged_in: Callable[[], Awaitable[bool]]
    """Asked again and again: a session that ends takes its streams along."""


async def events(progress: Progress, settings: Settings, follower: Follower) -> AsyncIterator[str]:
    """Write a stream as server-sent events, until the application, the session or its time has ended."""
    loop = asyncio.get_running_loop()
    ends_at = loop.time() + settings.live_stream_max_seconds
    yield "retry: 2000\n\n"
    with progress.follow(follower.application_id, follower.last_line) as stream:
        while loop.time() < ends_at and await follower.still_logged_in():
            try:
                line = await stream.next(settings.live_heartbeat_seconds)
            except TimeoutError:
                yield ": heartbeat\n\n"
                continue
            if line is None:
                return
            yield f"id: {line.id}\nevent: progress\ndata: {line.model_dump_json()}\n\n"
            if line.final:
                yield "event: end\ndata: {}\n\n"
                return
