"""The link to the SMSC: stays bound, reconnects with back-off, keeps to the rate."""

import asyncio
import random
import ssl
import time
from dataclasses import dataclass

from notifications.metrics import LINK_UP, SEGMENTS_ANSWERED
from notifications.settings import Settings
from notifications.smpp import pdus
from notifications.smpp.pdus import InvalidPduError, MessageState
from notifications.smpp.segments import UCS2, Part
from notifications.work.session import (
    Answer,
    BindRefusedError,
    Incoming,
    InDoubtError,
    Login,
    NotSentError,
    Session,
)
from shared.base.telemetry import get_logger
from shared.base.waiting import first_of, pause

INCOMING_MAX_MESSAGES = 1_000
RECONNECT_FIRST_SECONDS = 0.2
RATE_BURST_SECONDS = 0.05
"""How far behind the even pace the sender may catch up at once."""

log = get_logger()


@dataclass(frozen=True)
class Outgoing:
    """One short message to be submitted."""

    phone: str
    part: Part
    priority: int
    validity: str
    reference: int


class Pace:
    """Lets `per_second` through each second, evenly, and rests when told to."""

    def __init__(self, per_second: float) -> None:
        self._step_seconds = 1 / per_second
        self._next_at = 0.0

    async def turn(self) -> None:
        """Wait for one's turn."""
        now = time.monotonic()
        at = max(self._next_at, now - RATE_BURST_SECONDS)
        self._next_at = at + self._step_seconds
        if at > now:
            await asyncio.sleep(at - now)

    def rest(self, seconds: float) -> None:
        """Give nobody a turn for a while; the pace afterwards is even again."""
        self._next_at = max(self._next_at, time.monotonic() + seconds)


class Link:
    """What the sender and the receiver share."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._session: Session | None = None
        self._pace = Pace(settings.smpp_segments_per_second)
        self._up_since = 0.0
        self.up = asyncio.Event()
        self.incoming: asyncio.Queue[Incoming] = asyncio.Queue(INCOMING_MAX_MESSAGES)

    async def stay_bound(self, stop: asyncio.Event) -> None:
        """Bind, and bind again whenever the session ends, until `stop`."""
        delay_seconds = RECONNECT_FIRST_SECONDS
        while not stop.is_set():
            try:
                async with Session.bound(self._login(), self.incoming) as session:
                    delay_seconds = RECONNECT_FIRST_SECONDS
                    await self._serve(session, stop)
            except (OSError, NotSentError, InDoubtError, BindRefusedError) as error:
                log.warning("no SMPP link, texts wait", error=repr(error))
            jitter = random.uniform(0.8, 1.2)  # noqa: S311
            await pause(stop, delay_seconds * jitter)
            delay_seconds = min(delay_seconds * 2, self._settings.smpp_reconnect_max_seconds)

    async def _serve(self, session: Session, stop: asyncio.Event) -> None:
        self._session = session
        self._up_since = time.monotonic()
        self.up.set()
        LINK_UP.set(1)
        log.info("SMPP link up")
        try:
            await first_of(session.closed, stop)
        finally:
            self.up.clear()
            LINK_UP.set(0)
            self._session = None

    def up_for(self, seconds: float) -> bool:
        """Whether the link is up, and has been for so long: whatever had waited has come in."""
        return self.up.is_set() and time.monotonic() - self._up_since >= seconds

    def _login(self) -> Login:
        settings = self._settings
        return Login(
            host=settings.smpp_host,
            port=settings.smpp_port,
            system_id=settings.smpp_system_id,
            password=settings.smpp_password.get_secret_value(),
            connect_timeout_seconds=settings.smpp_connect_timeout_seconds,
            response_timeout_seconds=settings.smpp_response_timeout_seconds,
            enquire_link_seconds=settings.smpp_enquire_link_seconds,
            window_segments=settings.smpp_window_segments,
            tls=_tls(settings),
        )

    async def submit(self, message: Outgoing, not_after: float) -> Answer:
        """Send one short message; raises `NotSentError` or `InDoubtError`.

        `not_after` (monotonic seconds) is when the sender's claim on the text runs out.
        """
        await self._pace.turn()
        session = self._session
        if session is None:
            raise NotSentError("no link")

        def make(sequence: int) -> bytes:
            if time.monotonic() > not_after:
                raise NotSentError("the claim ran out")
            return pdus.submit(
                sequence, self._settings.smpp_source_address, message.phone, message.part.payload,
                esm_class=message.part.esm_class, data_coding=UCS2, priority=message.priority,
                validity=message.validity, reference=message.reference,
            )  # fmt: skip

        answer = await session.request(make)
        SEGMENTS_ANSWERED.labels(f"0x{answer.status:02x}").inc()
        if answer.status in pdus.FOR_NOW:
            self._pace.rest(self._settings.smpp_throttle_pause_seconds)
        return answer

    async def prove(self) -> None:
        """Make sure that the SMSC answers at this moment; raises `NotSentError`."""
        session = self._session
        if session is None:
            raise NotSentError("no link")
        try:
            await session.request(lambda sequence: pdus.frame(pdus.ENQUIRE_LINK, sequence))
        except InDoubtError as error:
            raise NotSentError("the link does not answer") from error

    async def ask(self, message_id: str) -> MessageState | None:
        """Ask what became of a message; None when the SMSC does not know it.

        Raises `NotSentError` or `InDoubtError` when there is no answer to be had.
        """
        session = self._session
        if session is None:
            raise NotSentError("no link")
        source = self._settings.smpp_source_address
        answer = await session.request(lambda sequence: pdus.query(sequence, message_id, source))
        if answer.status == pdus.UNKNOWN_MESSAGE:
            return None
        if answer.status != pdus.OK:
            raise InDoubtError(f"query_sm answered 0x{answer.status:02x}")
        try:
            return pdus.queried_state(answer.body)
        except InvalidPduError as error:
            raise InDoubtError(str(error)) from error


def _tls(settings: Settings) -> ssl.SSLContext | None:
    if settings.smpp_ca_file is None:
        return None
    context = ssl.create_default_context(cafile=settings.smpp_ca_file)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
