"""One bound SMPP connection: a true window, enquire_link, and answers told apart.

What became of a submit_sm is one of three things, and they must not be confused: it was answered
(`Answer`), it never left (`NotSentError`), or nobody knows (`InDoubtError`).
"""

import asyncio
import contextlib
import ssl
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import smpp34

from notifications.smpp import incoming, pdus
from notifications.smpp.pdus import Header, InvalidPduError
from shared.base.telemetry import get_logger

READ_OCTETS = 65_536
FIRST_SEQUENCE = 1

log = get_logger()


class NotSentError(Exception):
    """The link was gone before anything went onto it."""


class InDoubtError(Exception):
    """It went out and no answer came."""


class BindRefusedError(Exception):
    """The SMSC did not let us in."""


@dataclass(frozen=True)
class Answer:
    """A response PDU."""

    status: int
    body: bytes


@dataclass(frozen=True)
class Login:
    """Where to bind and as whom."""

    host: str
    port: int
    system_id: str
    password: str
    connect_timeout_seconds: float
    response_timeout_seconds: float
    enquire_link_seconds: float
    window_segments: int
    tls: ssl.SSLContext | None = None


@dataclass(frozen=True)
class Incoming:
    """A deliver_sm or data_sm to be acknowledged once it is safely kept."""

    session: "Session"
    sequence: int
    message: smpp34.DeliverSm
    command: int = pdus.DELIVER_SM

    def acknowledge(self, status: int = pdus.OK) -> None:
        """Tell the SMSC that it is kept, or why it is not."""
        self.session.acknowledge(self.sequence, status, self.command)


class Session:
    """Send with `request`; what comes in goes to `incoming`; ends when `closed` is set."""

    def __init__(
        self,
        login: Login,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        incoming: "asyncio.Queue[Incoming]",
    ) -> None:
        self._login = login
        self._reader = reader
        self._writer = writer
        self._incoming = incoming
        self._window = asyncio.Semaphore(login.window_segments)
        self._waiting: dict[int, asyncio.Future[Answer]] = {}
        self._sequence = FIRST_SEQUENCE - 1
        self._heard_at = time.monotonic()
        self.closed = asyncio.Event()

    @classmethod
    @contextlib.asynccontextmanager
    async def bound(
        cls, login: Login, incoming: "asyncio.Queue[Incoming]"
    ) -> AsyncIterator["Session"]:
        """Connect and bind; unbinds and closes at the end of the block."""
        async with asyncio.timeout(login.connect_timeout_seconds):
            reader, writer = await asyncio.open_connection(login.host, login.port, ssl=login.tls)
        session = cls(login, reader, writer, incoming)
        tasks = [asyncio.create_task(work) for work in (session._read(), session._keep_alive())]
        try:
            await session._bind()
            yield session
            await session._unbind()
        finally:
            session.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def request(self, make: Callable[[int], bytes]) -> Answer:
        """Send a request when the window has room, and wait for its answer."""
        async with self._window:
            return await self._exchange(make)

    def acknowledge(
        self, sequence: int, status: int = pdus.OK, command: int = pdus.DELIVER_SM
    ) -> None:
        """Answer a deliver_sm or data_sm."""
        self._write(pdus.frame(command | pdus.RESPONSE, sequence, b"\0", status))

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
        pdu = make(sequence)
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[sequence] = future
        sent_at = time.monotonic()
        self._write(pdu)
        try:
            async with asyncio.timeout(self._login.response_timeout_seconds):
                return await future
        except TimeoutError:
            if self._heard_at < sent_at:
                log.warning("the SMSC has gone silent, reconnecting")
                self.close()
            raise InDoubtError("no answer in time") from None
        finally:
            self._waiting.pop(sequence, None)

    async def _bind(self) -> None:
        login = self._login
        answer = await self._exchange(
            lambda sequence: pdus.bind_transceiver(sequence, login.system_id, login.password)
        )
        if answer.status != pdus.OK:
            raise BindRefusedError(f"command_status 0x{answer.status:02x}")

    async def _unbind(self) -> None:
        with contextlib.suppress(NotSentError, InDoubtError):
            await self._exchange(lambda sequence: pdus.frame(pdus.UNBIND, sequence))

    async def _keep_alive(self) -> None:
        every = self._login.enquire_link_seconds
        while True:
            silent = time.monotonic() - self._heard_at
            if silent < every:
                await asyncio.sleep(every - silent)
                continue
            try:
                await self._exchange(lambda sequence: pdus.frame(pdus.ENQUIRE_LINK, sequence))
            except (NotSentError, InDoubtError):
                self.close()
                return

    async def _read(self) -> None:
        buffer = bytearray()
        try:
            while chunk := await self._reader.read(READ_OCTETS):
                self._heard_at = time.monotonic()
                buffer += chunk
                del buffer[: self._take_frames(buffer)]
        except (ConnectionError, InvalidPduError) as error:
            log.warning("SMPP connection ended", error=repr(error))
        finally:
            self.close()

    def _take_frames(self, buffer: bytearray) -> int:
        at = 0
        while len(buffer) - at >= pdus.HEADER.size:
            header = pdus.header(buffer, at)
            if len(buffer) - at < header.length:
                break
            self._take(header, bytes(buffer[at : at + header.length]))
            at += header.length
        return at

    def _take(self, header: Header, pdu: bytes) -> None:
        if header.command & pdus.RESPONSE:
            future = self._waiting.get(header.sequence)
            if future is not None and not future.done():
                future.set_result(Answer(header.status, pdu[pdus.HEADER.size :]))
        elif header.command in (pdus.DELIVER_SM, pdus.DATA_SM):
            self._take_message(header, pdu)
        elif header.command == pdus.ENQUIRE_LINK:
            self._write(pdus.frame(pdus.ENQUIRE_LINK | pdus.RESPONSE, header.sequence))
        elif header.command == pdus.UNBIND:
            self._write(pdus.frame(pdus.UNBIND | pdus.RESPONSE, header.sequence))
            self.close()
        else:
            unknown = pdus.INVALID_COMMAND_ID
            self._write(pdus.frame(pdus.GENERIC_NACK, header.sequence, status=unknown))

    def _take_message(self, header: Header, pdu: bytes) -> None:
        """Hand a message on; when too many wait already, the SMSC is to bring it again."""
        try:
            message = incoming.deliver(pdu)
            self._incoming.put_nowait(Incoming(self, header.sequence, message, header.command))
        except InvalidPduError as error:
            log.error("unreadable deliver_sm refused for good", error=str(error))
            self.acknowledge(header.sequence, pdus.PERMANENT_APPLICATION_ERROR, header.command)
        except asyncio.QueueFull:
            self.acknowledge(header.sequence, pdus.TEMPORARY_APPLICATION_ERROR, header.command)

    def _write(self, pdu: bytes) -> None:
        if not self.closed.is_set():
            self._writer.write(pdu)

    def _next_sequence(self) -> int:
        self._sequence = self._sequence % pdus.MAX_SEQUENCE + 1
        return self._sequence
