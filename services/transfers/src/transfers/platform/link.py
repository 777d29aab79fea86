"""The line to the platform: one connection that we open, over which both sides ask and answer."""

import asyncio
import contextlib
import ssl
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from transfers.platform import wire
from transfers.platform.port import Answer, Hear, Message, TxCode

log = get_logger()

LINE_LOST: tuple[type[Exception], ...] = (OSError, EOFError, wire.Unreadable, TimeoutError)
"""What ends a connection; the next begins after a rest. `asyncio.IncompleteReadError` is an `EOFError`."""


@dataclass(frozen=True)
class Line:
    """Where the platform is, and how it knows us."""

    host: str
    port: int
    node: str
    password: str
    ca_file: Path | None
    answer_seconds: float
    rest_seconds: float
    probe_seconds: float


class TcpPlatform:
    """The platform over its line; what nobody answers in time is None, and may have been heard."""

    def __init__(
        self, line: Line, now: Callable[[], datetime], report: Callable[[bool], None]
    ) -> None:
        """`report` is told when the platform has let us in, and when the line is lost."""
        self._line = line
        self._now = now
        self._report = report
        self._writer: asyncio.StreamWriter | None = None
        self._waiting: dict[str, asyncio.Future[Answer]] = {}
        self.signed_on = asyncio.Event()

    async def ask(self, message: Message) -> Answer | None:
        """Say something; None where there is no line, or no answer in time."""
        if not self.signed_on.is_set():
            return None
        return await self._ask(message)

    async def run(self, hear: Hear, stop: asyncio.Event) -> None:
        """Keep the line up, and answer what the platform asks, until `stop`."""
        while not stop.is_set():
            try:
                await self._talk(hear, stop)
            except LINE_LOST as error:
                log.warning("platform line lost", error=repr(error))
            finally:
                self._drop()
            await pause(stop, self._line.rest_seconds)

    async def _talk(self, hear: Hear, stop: asyncio.Event) -> None:
        """Live as long as one connection; raises what ended it."""
        async with asyncio.timeout(self._line.answer_seconds):
            reader, self._writer = await asyncio.open_connection(
                self._line.host, self._line.port, ssl=self._tls()
            )
        listening = asyncio.create_task(self._listen(reader, hear))
        talking = asyncio.create_task(self._stay_signed_on(stop))
        try:
            await asyncio.wait({listening, talking}, return_when=asyncio.FIRST_COMPLETED)
            for task in (talking, listening):
                if task.done():
                    task.result()
        finally:
            for task in (listening, talking):
                task.cancel()
            await asyncio.gather(listening, talking, return_exceptions=True)

    async def _stay_signed_on(self, stop: asyncio.Event) -> None:
        """Sign on, probe while it is quiet, sign off when it is time to stop."""
        password = {"Password": self._line.password}
        answer = await self._ask(Message(TxCode.SIGN_ON, uuid.uuid4().hex, password))
        if answer is None or not answer.accepted:
            raise ConnectionRefusedError(answer.text if answer else "no answer to the sign-on")
        self.signed_on.set()
        self._report(True)
        while not stop.is_set():
            await pause(stop, self._line.probe_seconds)
            if not stop.is_set() and await self._ask(self._probe()) is None:
                raise TimeoutError("the line is dead")
        self.signed_on.clear()
        await self._ask(Message(TxCode.SIGN_OFF, uuid.uuid4().hex))

    def _probe(self) -> Message:
        return Message(TxCode.PROBE, uuid.uuid4().hex)

    async def _ask(self, message: Message) -> Answer | None:
        answer = asyncio.get_running_loop().create_future()
        self._waiting[message.serial] = answer
        try:
            await self._send(wire.request(message, self._line.node, self._now()))
            async with asyncio.timeout(self._line.answer_seconds):
                told: Answer = await answer
                return told
        except (TimeoutError, OSError):
            return None
        finally:
            self._waiting.pop(message.serial, None)

    async def _send(self, framed: bytes) -> None:
        if self._writer is None:
            raise ConnectionResetError("there is no line")
        self._writer.write(framed)
        await self._writer.drain()

    async def _listen(self, reader: asyncio.StreamReader, hear: Hear) -> None:
        """Take what comes, in order; an answer that nobody waits for any more is dropped, and asked about."""
        while True:
            came = await wire.read(reader)
            if came.is_answer:
                waiting = self._waiting.get(came.serial)
                if waiting is not None and not waiting.done():
                    waiting.set_result(came.answer())
                continue
            asked = came.request()
            answer = await hear(asked)
            if answer is not None:
                await self._send(wire.reply(asked, answer, self._line.node, self._now()))

    def _drop(self) -> None:
        """Whoever waits for an answer on a lost line waits for nothing."""
        self.signed_on.clear()
        self._report(False)
        for waiting in self._waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionResetError("the line is lost"))
        self._waiting.clear()
        if self._writer is not None:
            with contextlib.suppress(OSError):
                self._writer.close()
            self._writer = None

    def _tls(self) -> ssl.SSLContext | None:
        ca_file = self._line.ca_file
        return ssl.create_default_context(cafile=ca_file) if ca_file else None
