"""The unit of work: one transaction, and the events that leave with it.

`Context` is what a running service has; `context.unit()` opens the one transaction in which a request or
a batch of messages is handled. Handlers emit events into the unit, never to the broker; they leave
through the outbox in the same transaction. Handlers do not commit: whoever opened the unit does, by
leaving it.
"""

import contextlib
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic

from typing_extensions import TypeVar

from shared.audit import trail as audit
from shared.base.clock import Clock
from shared.base.db import Connection, Pool
from shared.base.resilience import attempt
from shared.base.settings import ServiceSettings
from shared.base.tracing import current_traceparent
from shared.messages import Event
from shared.messaging import outbox
from shared.messaging.progress import Progress
from shared.sealing.letters import Letters, private_key, public_key
from shared.sealing.personal_data import PersonalData

T = TypeVar("T")
S = TypeVar("S", bound=ServiceSettings)
E_co = TypeVar("E_co", bound=Event, default=Event, covariant=True)
S_co = TypeVar("S_co", bound=ServiceSettings, default=ServiceSettings, covariant=True)
"""A service's own settings; what all services have in common asks for none in particular."""


@dataclass(frozen=True, slots=True)
class Received(Generic[E_co]):
    """An event as it came, in one message."""

    event: E_co
    message_id: uuid.UUID
    traceparent: str
    """Its trace, at this piece of work."""


def events_of(batch: "Sequence[Received[E_co]]") -> list[E_co]:
    """Give what was said, for what does not care how it came."""
    return [received.event for received in batch]


@dataclass(frozen=True)
class Context(Generic[S_co]):
    """What a running service has at hand."""

    service: str
    settings: S_co
    pool: Pool
    clock: Clock
    personal_data: PersonalData
    progress: dict[str, Progress] = field(default_factory=dict, compare=False)
    """Queue → how far this process has come with it."""

    @cached_property
    def letters(self) -> Letters:
        """What seals personal data to the others and opens what they tell; raises `BadKey`."""
        settings = self.settings
        public = {
            name: [public_key(key) for key in keys.split()]
            for name, keys in settings.message_public_keys.items()
        }
        return Letters(
            self.service,
            [private_key(key.get_secret_value()) for key in settings.message_private_keys],
            {name: keys[0] for name, keys in public.items()},
            self.personal_data.open_unbound,
            former={name: keys[1:] for name, keys in public.items()},
            unproved=settings.message_unproved,
        )

    @contextlib.asynccontextmanager
    async def unit(self) -> AsyncIterator["Unit[S_co]"]:
        """Open one transaction; commit with its events when the block ends well."""
        trail = audit.current()
        async with self.pool.acquire() as connection, connection.transaction():
            unit = Unit(self, connection, trails=[trail] if trail is not None else [])
            yield unit
            recorded = await unit.flush()
        for trail in recorded:
            trail.recorded = True

    async def transact(
        self, work: "Callable[[Unit[S_co]], Awaitable[T]]", *, patient: bool = False
    ) -> T:
        """Do work in one transaction, and again when another one was in the way, as `attempt` does."""

        async def once() -> T:
            async with self.unit() as unit:
                return await work(unit)

        return await attempt(once, patient=patient)


def own_settings(context: Context, kind: type[S]) -> S:
    """The settings of a running service as its own kind; raises `TypeError` where they are another's."""
    if not isinstance(context.settings, kind):
        raise TypeError(f"{context.service} needs its own settings")
    return context.settings


@dataclass
class Unit(Generic[S_co]):
    """One transaction of a service."""

    context: Context[S_co]
    connection: Connection
    traceparents: dict[str, str] = field(default_factory=dict)
    """Subject → trace, for batches in which every message belongs to another trace."""
    postponed: dict[uuid.UUID, str] = field(default_factory=dict)
    """Message id → why it is too early; the consumer delivers it again later."""
    parked: dict[uuid.UUID, str] = field(default_factory=dict)
    """Message id → why it can never be handled; the consumer parks it."""
    trails: list[audit.Trail] = field(default_factory=list)
    """Of the requests that this transaction does: their records leave with it."""
    _events: list[outbox.Outgoing] = field(default_factory=list)

    @property
    def clock(self) -> Clock:
        """The business clock."""
        return self.context.clock

    @property
    def personal_data(self) -> PersonalData:
        """Seals and opens personal data."""
        return self.context.personal_data

    def emit(self, event: Event) -> None:
        """Let an event leave when this transaction commits; its personal data is in clear until then."""
        if event.owner != self.context.service:
            raise ValueError(f"{self.context.service} does not own {event.type}")
        traceparent = self.traceparents.get(event.subject) or current_traceparent()
        self._events.append(outbox.Outgoing(event, traceparent))

    def retry_later(self, received: Received[Event], reason: str) -> None:
        """Hand one event of a batch back: its time has not come yet."""
        self.postponed[received.message_id] = reason

    def park(self, received: Received[Event], reason: str) -> None:
        """Set one event of a batch aside for the operators: it can never be handled."""
        self.parked[received.message_id] = reason

    @contextlib.asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """Do the block and undo it, with what it emits: who asks whether it can be done is refused alike."""
        emitted = len(self._events)
        attempt = self.connection.transaction()
        await attempt.start()
        try:
            yield
        finally:
            await attempt.rollback()
            del self._events[emitted:]

    async def flush(self) -> list[audit.Trail]:
        """Write emitted events and audit records; return whose: they count when it has committed."""
        due = [trail for trail in self.trails if trail.due]
        if due:
            subjects = [item.event.subject for item in self._events] if len(due) == 1 else []
            records = [trail.record(subjects=subjects) for trail in due]
            await audit.append(self.connection, records)
        if self._events:
            await outbox.insert(self.connection, self._events, self.context.letters)
            self._events.clear()
        return due
