"""One connection to a carrier: a true window, a keep-alive, and answers told apart.

What became of a request is one of three things, and they must not be confused: it was answered
(`Answer`), it never left (`NotSentError`), or nobody knows (`InDoubtError`).
"""

import asyncio
import contextlib
import ssl
import time
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import ClassVar, Protocol, TypeVar

from notifications.carriers import Received, UnreadableError
from shared.base.telemetry import get_logger

READ_OCTETS = 65_536
INCOMING_MAX_MESSAGES = 1_000

log = get_logger()


class NotSentError(Exception):
    """The link was gone before anything went onto it."""


class InDoubtError(Exception):
    """It went out and no answer came."""


class RefusedError(Exception):
    """The carrier did not let us in."""


@dataclass(frozen=True)
class Answer:
    """A response."""

    status: int
    """Of its header; 0 where the protocol has none there."""
    body: bytes


@dataclass(frozen=True)
class Terms:
    """Where to connect, how long the other side may take, how much may be unanswered."""

    host: str
    port: int
    connect_timeout_seconds: float
    response_timeout_seconds: float
    keep_alive_seconds: float
    """After so much silence it is asked whether it is there."""
    window_segments: int
    tls: ssl.SSLContext | None = None


class Incoming(Protocol):
    """Something that a carrier brought, to be acknowledged once it is safely kept."""

    def read(self) -> Received | None:
        """Read what it says; raises `UnreadableError`."""

    def acknowledge(self) -> None:
        """Tell the carrier that it is kept."""

    def refuse(self) -> None:
        """Tell the carrier that it never will be."""


Brought = asyncio.Queue[Incoming]
"""What has come in by all links, at most `INCOMING_MAX_MESSAGES`."""


class Framed(Protocol):
    """A frame's header."""

    @property
    def length(self) -> int:
        """Octets of the whole frame."""

    @property
    def command(self) -> int:
        """What it is."""

    @property
    def sequence(self) -> int:
        """By which an answer is found."""


H = TypeVar("H", bound=Framed)
C = TypeVar("C", bound="Connection")


class Connection(ABC):
    """Send with `request`; what comes in goes to the queue; ends when `closed` is set."""

    header_octets: ClassVar[int]
    last_sequence: ClassVar[int]
    peer: ClassVar[str]
    """Who is at the other end, for the log."""

    def __init__(
        self, terms: Terms, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._terms = terms
        self._reader = reader
        self._writer = writer
        self._window = asyncio.Semaphore(terms.window_segments)
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._sequence = 0
        self._heard_at = time.monotonic()
        self.closed = asyncio.Event()

    @abstractmethod
    async def log_in(self) -> None:
        """Say who we are; raises `RefusedError`."""

    @abstractmethod
    async def log_out(self) -> None:
        """Say good-bye."""

    @abstractmethod
    def _alive(self, sequence: int) -> bytes:
        """Make the request that asks whether the other side is there."""

    @abstractmethod
    def _header(self, buffer: bytearray, at: int) -> Framed:
        """Read a header; raises `UnreadableError` when its length is impossible."""

    @abstractmethod
    def _take(self, header: Framed, frame: bytes) -> None:
        """Do what a frame asks for."""

    async def request(self, make: Callable[[int], bytes]) -> Answer:
        """Send a request when the window has room, and wait for its answer."""
        async with self._window:
            return await self._exchange(make)

    async def prove(self) -> None:
        """Make sure that the other side answers at this moment; raises `NotSentError`."""
        try:
            await self.request(self._alive)
        except InDoubtError as error:
            raise NotSentError("the link does not answer") from error

    def close(self) -> None:
        """Drop the connection; everything unanswered is in doubt."""
        self.closed.set()
        self._writer.close()
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(InDoubtError("connection lost"))
        self._waiting.clear()

    async def _exchange(self, make: Callable[[int], bytes]) -> Answer:
        if self.closed.is_set():
            raise NotSentError("connection lost")
        sequence = self._next_sequence()
        frame = make(sequence)
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[sequence] = future
        sent_at = time.monotonic()
        self._write(frame)
        try:
            async with asyncio.timeout(self._terms.response_timeout_seconds):
                return await future
        except TimeoutError:
            if self._heard_at < sent_at:
                log.warning("the carrier has gone silent, reconnecting", peer=self.peer)
                self.close()
            raise InDoubtError("no answer in time") from None
        finally:
            self._waiting.pop(sequence, None)

    def _answered(self, sequence: int, answer: Answer) -> None:
        """Hand an answer to whoever waits for it; one that nobody waits for is late, or comes twice."""
        future = self._waiting.get(sequence)
        if future is not None and not future.done():
            future.set_result(answer)

    async def keep_alive(self) -> None:
        """Ask whether the other side is there, whenever it has been silent."""
        every = self._terms.keep_alive_seconds
        while True:
            silent = time.monotonic() - self._heard_at
            if silent < every:
                await asyncio.sleep(every - silent)
                continue
            try:
                await self._exchange(self._alive)
            except (NotSentError, InDoubtError):
                self.close()
                return

    async def read(self) -> None:
        """Take what comes in until the end of the connection."""
        buffer = bytearray()
        try:
            while chunk := await self._reader.read(READ_OCTETS):
                self._heard_at = time.monotonic()
                buffer += chunk
                del buffer[: self._take_frames(buffer)]
        except (ConnectionError, UnreadableError) as error:
            log.warning("connection ended", peer=self.peer, error=repr(error))
        finally:
            self.close()

    def _take_frames(self, buffer: bytearray) -> int:
        at = 0
        while len(buffer) - at >= self.header_octets:
            header = self._header(buffer, at)
            if len(buffer) - at < header.length:
                break
            self._take(header, bytes(buffer[at : at + header.length]))
            at += header.length
        return at

    def _write(self, frame: bytes) -> None:
        if not self.closed.is_set():
            self._writer.write(frame)

    def _next_sequence(self) -> int:
        self._sequence = self._sequence % self.last_sequence + 1
        return self._sequence


@contextlib.asynccontextmanager
async def connected(
    terms: Terms, make: Callable[[asyncio.StreamReader, asyncio.StreamWriter], C]
) -> AsyncIterator[C]:
    """Connect and log in; logs out and closes at the end of the block."""
    async with asyncio.timeout(terms.connect_timeout_seconds):
        reader, writer = await asyncio.open_connection(terms.host, terms.port, ssl=terms.tls)
    made = make(reader, writer)
    tasks = [asyncio.create_task(work) for work in (made.read(), made.keep_alive())]
    try:
        await made.log_in()
        yield made
        with contextlib.suppress(NotSentError, InDoubtError):
            await made.log_out()
    finally:
        made.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
