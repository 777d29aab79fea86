"""The SMSC and the gateway beside it: sessions, handsets, deliveries, one loop each."""

import asyncio
import contextlib
import ssl
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from functools import partial

from simulators.smsc.book import Acceptance, Book
from simulators.smsc.cmpp_session import CmppSession
from simulators.smsc.faults import Faults, Treatment
from simulators.smsc.handset import GBK, UCS2, Form
from simulators.smsc.pdu import ShortMessage, Status
from simulators.smsc.session import Session
from simulators.smsc.settings import SmscSettings

HANDSET_BATCH = 500
HANDSET_TICK_SECONDS = 0.02
KEEP_ALIVE_TICK_SECONDS = 1.0
ALPHABETS = {"ucs2": UCS2, "gbk": GBK}
AnyPeer = Session | CmppSession


THROTTLED = Treatment(Status.THROTTLED, accepted=False)
TREATMENTS = (
    ("throttle", THROTTLED),
    ("queue_full", Treatment(Status.MESSAGE_QUEUE_FULL, accepted=False)),
    ("reject", Treatment(Status.INVALID_DESTINATION, accepted=False)),
    ("swallow", Treatment(accepted=False, answers=0)),
    ("disconnect", Treatment(accepted=False, answers=0, disconnect=True)),
    ("disconnect_after_accepting", Treatment(answers=0, disconnect=True)),
    ("drop_answer", Treatment(answers=0)),
    ("garbage", Treatment(accepted=False, answers=0, garbage=True)),
)
"""Fault → what becomes of the submit_sm, in order of precedence."""
FATES = ("lose", "undeliverable", "no_receipt")
"""Faults that show only after a good answer."""


class Centre:
    """Owns the book, the faults and the open sessions."""

    def __init__(self, settings: SmscSettings) -> None:
        self.settings = settings
        self.book = Book(settings.book_path)
        self.faults = Faults()
        self.counters: Counter[str] = Counter()
        self.cmpp_port = 0
        """Where the gateway listens, once it does."""
        self._sessions: set[AnyPeer] = set()
        self._delivery_due = asyncio.Event()
        self._tokens = float(settings.max_segments_per_second)
        self._tokens_at = time.monotonic()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[int]:
        """Listen and work; gives the SMPP port (for port 0: the one the system chose)."""
        servers = [await self._listen(Session, self.settings.port)]
        if self.settings.cmpp_port is not None:
            servers.append(await self._listen(CmppSession, self.settings.cmpp_port))
            self.cmpp_port = _port_of(servers[-1])
        loops = [
            asyncio.create_task(work)
            for work in (self._serve_handsets(), self._deliver(), self._keep_alive())
        ]
        try:
            yield _port_of(servers[0])
        finally:
            for server in servers:
                server.close()
            self.disconnect()
            for task in loops:
                task.cancel()
            await asyncio.gather(*loops, return_exceptions=True)
            self.book.close()

    async def _listen(self, speaks: type[Session] | type[CmppSession], port: int) -> asyncio.Server:
        tls = _tls(self.settings)
        return await asyncio.start_server(
            partial(self._connected, speaks), self.settings.host, port, ssl=tls
        )

    async def _connected(
        self,
        speaks: type[Session] | type[CmppSession],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        session = speaks(self, reader, writer)
        self._sessions.add(session)
        try:
            await session.serve()
        finally:
            self._sessions.discard(session)
            self.wake()

    def disconnect(self, carrier: str | None = None) -> None:
        """Break every connection now, or one protocol's."""
        for session in self._sessions:
            if carrier in (None, session.carrier):
                session.close()

    def wake(self) -> None:
        """Something may be deliverable now."""
        self._delivery_due.set()

    def saw_window(self, carrier: str, outstanding: int) -> None:
        """Remember the most requests to send that were ever unanswered on one session."""
        name = "max_outstanding" if carrier == Session.carrier else f"max_outstanding_{carrier}"
        self.counters[name] = max(self.counters[name], outstanding)

    def accept(self, acceptances: Sequence[Acceptance]) -> list[str]:
        """Book what was accepted."""
        self.counters["accepted"] += len(acceptances)
        return self.book.accept(acceptances) if acceptances else []

    def acknowledge(self, delivery_ids: Sequence[int]) -> None:
        """12329 has taken these; there is room for more."""
        self.counters["deliveries_acknowledged"] += len(delivery_ids)
        self.book.acknowledge(delivery_ids)
        self.wake()

    def send_from_phone(
        self, phone: str, text: str, carrier: str = Session.carrier, alphabet: str = "ucs2",
        *, form: Form = Form.UDH8, bring: Sequence[int] | None = None,
        reference: int | None = None,
    ) -> None:  # fmt: skip
        """A citizen texts the short number; the carrier brings it in an alphabet and a form of its own."""
        self.book.send_from_phone(
            phone, self.settings.short_number, text, carrier, ALPHABETS[alphabet],
            form=form, bring=bring, reference=reference,
        )  # fmt: skip
        self.wake()

    def treat(self, message: ShortMessage, carrier: str) -> Treatment:
        """Decide what happens to one message: the rate limit first, then the faults."""
        strike = partial(self.faults.strike, phone=message.destination, carrier=carrier)
        self.counters["submits"] += 1
        if not self._within_rate():
            self.counters["throttled"] += 1
            return THROTTLED
        for name, treatment in TREATMENTS:
            if strike(name):
                return treatment
        answers = 2 if strike("answer_twice") else 1
        fate = next((fate for fate in FATES if strike(fate)), "deliver")
        return Treatment(answers=answers, fate=fate)

    def _within_rate(self) -> bool:
        rate = self.settings.max_segments_per_second
        if not rate:
            return True
        now = time.monotonic()
        self._tokens = min(float(rate), self._tokens + (now - self._tokens_at) * rate)
        self._tokens_at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True

    async def _serve_handsets(self) -> None:
        while True:
            await asyncio.sleep(HANDSET_TICK_SECONDS)
            while self.book.deliver_due(HANDSET_BATCH):
                self.wake()
                await asyncio.sleep(0)

    async def _deliver(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(KEEP_ALIVE_TICK_SECONDS):
                    await self._delivery_due.wait()
            self._delivery_due.clear()
            self._fill_windows()

    def _fill_windows(self) -> None:
        """Send what is due and not in flight to whichever receiver has room."""
        taken = {delivery for s in self._sessions for delivery, _at in s.in_flight.values()}
        for session in [s for s in self._sessions if s.receives]:
            room = session.window - len(session.in_flight)
            if room <= 0:
                continue
            due = self.book.due_deliveries(session.carrier, limit=room + len(taken))
            batch = [item for item in due if item.delivery_id not in taken][:room]
            session.deliver(batch)
            taken |= {item.delivery_id for item in batch}

    async def _keep_alive(self) -> None:
        settings = self.settings
        while True:
            await asyncio.sleep(KEEP_ALIVE_TICK_SECONDS)
            for session in list(self._sessions):
                session.forget_unanswered(settings.response_timeout_seconds)
                session.keep_alive(settings.enquire_link_seconds, settings.response_timeout_seconds)


def _port_of(server: asyncio.Server) -> int:
    port: int = server.sockets[0].getsockname()[1]
    return port


def _tls(settings: SmscSettings) -> ssl.SSLContext | None:
    if settings.cert_file is None:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(settings.cert_file, settings.key_file)
    return context
