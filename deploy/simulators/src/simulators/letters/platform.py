"""The platform itself: lets the real centre in, answers it, pushes what others say until it is heard."""

import asyncio
import contextlib
import hmac
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from simulators.letters import wire
from simulators.letters.book import Book, Push
from simulators.letters.centres import Centres
from simulators.letters.faults import Faults
from simulators.letters.settings import LetterSettings
from simulators.letters.taking import REFUSED, Taking, Told

NODE = "NATION"


class Platform:
    """The running simulator."""

    def __init__(self, settings: LetterSettings) -> None:
        self.settings = settings
        self.book = Book(settings.book_path)
        self.faults = Faults()
        self.centres = Centres(self.book, settings)
        self.requests = 0
        self.port = settings.port
        self._taking = Taking(self.book, settings.centre_code)
        self._sessions: set[Session] = set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator["Platform"]:
        """Listen until the block ends."""
        server = await asyncio.start_server(
            self._meet, self.settings.host, self.settings.port, ssl=self._tls()
        )
        self.port = server.sockets[0].getsockname()[1]
        living = asyncio.create_task(self.centres.live()) if self.settings.bank_url else None
        try:
            yield self
        finally:
            if living is not None:
                living.cancel()
            server.close()
            self.disconnect()
            await asyncio.sleep(0)
            self.book.close()

    def disconnect(self) -> None:
        """Cut every line."""
        for session in list(self._sessions):
            session.cut()

    def _tls(self) -> ssl.SSLContext | None:
        if self.settings.cert_file is None or self.settings.key_file is None:
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.settings.cert_file, self.settings.key_file)
        return context

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        session = Session(self, reader, writer)
        self._sessions.add(session)
        try:
            await session.live()
        finally:
            self._sessions.discard(session)
            session.cut()

    def take(self, request: wire.Document) -> Told:
        """Do what a signed-on node asks."""
        self.requests += 1
        if self.faults.use_up("refuse"):
            return Told(REFUSED, "E999", "系统忙")
        head = request.head
        return self._taking.take(head.get("TxCode", ""), head.get("SendSeqNo", ""), request.body)


class Session:
    """One connection of a node."""

    def __init__(
        self, platform: Platform, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._platform = platform
        self._reader = reader
        self._writer = writer
        self._heard: dict[str, asyncio.Future[str]] = {}

    def cut(self) -> None:
        """End it."""
        with contextlib.suppress(OSError):
            self._writer.close()

    async def live(self) -> None:
        """Sign the node on, then answer and push until the line ends."""
        with contextlib.suppress(EOFError, OSError, ValueError):
            if not await self._sign_on():
                return
            pushing = asyncio.create_task(self._push_all())
            answering: set[asyncio.Task[None]] = set()
            try:
                while True:
                    came = await wire.read(self._reader)
                    if "TxStatus" in came.head:
                        self._hear(came)
                        continue
                    task = asyncio.create_task(self._answer(came))
                    answering.add(task)
                    task.add_done_callback(answering.discard)
            finally:
                for one in (pushing, *answering):
                    one.cancel()
                await asyncio.gather(pushing, *answering, return_exceptions=True)

    async def _sign_on(self) -> bool:
        came = await wire.read(self._reader)
        if self._platform.faults.use_up("away"):
            return False
        settings = self._platform.settings
        good = (
            came.head.get("TxCode") == "BDC001"
            and came.head.get("SendNode") == settings.node
            and hmac.compare_digest(came.body.get("Password", ""), settings.password)
        )
        told = Told() if good else Told(REFUSED, "E001", "节点或密码有误")
        await self._say(came, told)
        return good

    async def _answer(self, came: wire.Document) -> None:
        faults = self._platform.faults
        if faults.use_up("deaf"):
            return
        if faults.use_up("wrong"):
            self._writer.write(b"\0" * wire.HEADER_BYTES)
            return
        told = self._platform.take(came)
        if faults.use_up("slow"):
            await asyncio.sleep(faults.slow_seconds)
        if not faults.use_up("lost"):
            await self._say(came, told)

    async def _say(self, came: wire.Document, told: Told) -> None:
        head = {
            "SendSeqNo": came.head.get("SendSeqNo", ""),
            "TxCode": came.head.get("TxCode", ""),
            "TxStatus": told.status,
            "RtnCode": told.code,
            "RtnMessage": told.text,
        }
        self._writer.write(wire.written(NODE, head, told.body))
        await self._writer.drain()

    def _hear(self, came: wire.Document) -> None:
        waiting = self._heard.get(came.head.get("SendSeqNo", ""))
        if waiting is not None and not waiting.done():
            status, code = came.head["TxStatus"], came.head.get("RtnCode", "")
            waiting.set_result(f"{status} {code}")

    async def _push_all(self) -> None:
        book = self._platform.book
        while True:
            for push in book.due():
                if self._platform.faults.use_up("silent"):
                    book.pushed(push.id, "lost")
                    continue
                answer = await self._push(push)
                if answer is None:
                    break
                if self._platform.faults.use_up("twice"):
                    await self._push(push)
                book.pushed(push.id, answer)
            await asyncio.sleep(self._platform.settings.tick_seconds)

    async def _push(self, push: Push) -> str | None:
        """Say it once; None where nothing is answered, so it comes again."""
        serial = f"P{push.id:019d}"
        waiting: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._heard[serial] = waiting
        head = {"SendSeqNo": serial, "SendNode": NODE, "TxCode": push.code}
        try:
            self._writer.write(wire.written(NODE, head, push.fields))
            await self._writer.drain()
            async with asyncio.timeout(self._platform.settings.push_seconds):
                return await waiting
        except TimeoutError:
            return None
        finally:
            self._heard.pop(serial, None)
