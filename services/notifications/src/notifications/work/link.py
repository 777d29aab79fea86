"""A link to a carrier: stays connected, reconnects with back-off, keeps to the rate; whatever it speaks."""

import asyncio
import random
import ssl
import time
from abc import ABC, abstractmethod
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from prometheus_client import Gauge

from notifications.carriers import Route, UnreadableError
from notifications.decisions import Verdict
from notifications.rules.segments import Part
from notifications.work.connection import (
    Answer,
    Brought,
    Connection,
    InDoubtError,
    NotSentError,
    RefusedError,
    Terms,
)
from shared.base.telemetry import get_logger
from shared.base.waiting import first_of, pause

RECONNECT_FIRST_SECONDS = 0.2
RATE_BURST_SECONDS = 0.05
"""How far behind the even pace the sender may catch up at once."""

log = get_logger()
C = TypeVar("C", bound=Connection)


@dataclass(frozen=True)
class Outgoing:
    """One short message to be submitted."""

    phone: str
    part: Part
    urgency: int
    """From 0; the highest first."""
    valid_until: datetime
    """In real time, wherever the business clock is."""
    reference: int


@dataclass(frozen=True)
class Contract:
    """What is agreed with a carrier, beside its address."""

    segments_per_second: float
    reconnect_max_seconds: float
    throttle_pause_seconds: float
    again_seconds: float
    """From an attempt in doubt to the next one."""


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


class Link(ABC, Generic[C]):
    """What the sender and the receiver share."""

    route: ClassVar[Route]
    request: ClassVar[str]
    """How the request is called that sends a message."""

    def __init__(self, terms: Terms, contract: Contract, brought: Brought, up: Gauge) -> None:
        self.terms = terms
        self.contract = contract
        self.brought = brought
        self._session: C | None = None
        self._pace = Pace(contract.segments_per_second)
        self._changed_at = time.monotonic()
        self._gauge = up
        self.up = asyncio.Event()
        up.set(0)

    @abstractmethod
    def _connect(self) -> AbstractAsyncContextManager[C]:
        """Connect and log in."""

    @abstractmethod
    def _frame(self, session: C, sequence: int, message: Outgoing) -> bytes:
        """Lay the request out that sends a message."""

    @abstractmethod
    def _verdict(self, session: C, answer: Answer) -> tuple[Verdict, str]:
        """Read the answer to it: the message's id where it was accepted, else why not."""

    def _refused(self, _error: RefusedError) -> None:
        """Learn from having been refused."""

    async def stay_up(self, stop: asyncio.Event) -> None:
        """Log in, and again whenever the session ends, until `stop`."""
        delay_seconds = RECONNECT_FIRST_SECONDS
        while not stop.is_set():
            try:
                async with self._connect() as session:
                    delay_seconds = RECONNECT_FIRST_SECONDS
                    await self._serve(session, stop)
            except (OSError, NotSentError, InDoubtError, RefusedError, UnreadableError) as error:
                if isinstance(error, RefusedError):
                    self._refused(error)
                log.warning("no link, its texts wait", route=self.route, error=repr(error))
            jitter = random.uniform(0.8, 1.2)  # noqa: S311
            await pause(stop, delay_seconds * jitter)
            delay_seconds = min(delay_seconds * 2, self.contract.reconnect_max_seconds)

    async def _serve(self, session: C, stop: asyncio.Event) -> None:
        self._session = session
        self._changed_at = time.monotonic()
        self.up.set()
        self._gauge.set(1)
        log.info("link up", route=self.route)
        try:
            await first_of(session.closed, stop)
        finally:
            self.up.clear()
            self._changed_at = time.monotonic()
            self._gauge.set(0)
            self._session = None

    def up_for(self, seconds: float) -> bool:
        """Whether the link is up, and has been for so long: whatever had waited has come in."""
        return self.up.is_set() and time.monotonic() - self._changed_at >= seconds

    def away_for(self, seconds: float) -> bool:
        """Whether the link is down, and has been for so long."""
        return not self.up.is_set() and time.monotonic() - self._changed_at >= seconds

    async def submit(self, message: Outgoing, not_after: float) -> tuple[Verdict, str]:
        """Send one short message; the second value is its id, or why there is none.

        `not_after` (monotonic seconds) is when the sender's claim on the text runs out.
        Raises `NotSentError` or `InDoubtError`.
        """
        await self._pace.turn()
        session = self._there()

        def make(sequence: int) -> bytes:
            if time.monotonic() > not_after:
                raise NotSentError("the claim ran out")
            return self._frame(session, sequence, message)

        verdict, detail = self._verdict(session, await session.request(make))
        if verdict is Verdict.LATER:
            self._pace.rest(self.contract.throttle_pause_seconds)
        return verdict, detail

    async def prove(self) -> None:
        """Make sure that the carrier answers at this moment; raises `NotSentError`."""
        await self._there().prove()

    def _there(self) -> C:
        if self._session is None:
            raise NotSentError("no link")
        return self._session


def tls_of(authority: Path | None) -> ssl.SSLContext | None:
    """TLS towards whom this authority vouches for; without one in clear."""
    if authority is None:
        return None
    context = ssl.create_default_context(cafile=authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
