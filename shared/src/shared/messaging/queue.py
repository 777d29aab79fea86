"""What a queue of the topology is: its name, what it hears, what stands beside it."""

from dataclasses import dataclass

from shared.messages.base import Event

MAX_ATTEMPTS = 10
"""Deliveries of one message before it is parked."""

BROKER_DELIVERY_LIMIT = 100_000
"""The broker's own limit, out of the way: attempts are counted in `x-attempts`, and a consumer that is
killed over and over, or an operator who looks again and again, must not make the broker drop it."""

RETRY_STAGES_MS = (1_000, 10_000, 60_000)
"""How long a message rests in each retry stage, in milliseconds; the last stage repeats."""


@dataclass(frozen=True)
class Queue:
    """A consumer's queue: `<consumer>.<what it does>` and the events bound to it."""

    name: str
    events: tuple[type[Event], ...]
    purpose: str
    left: tuple[type[Event], ...] = ()
    """What an earlier release bound to it: unbound now, and still understood, since some may wait in it."""

    @property
    def understood(self) -> tuple[type[Event], ...]:
        """Whatever may be in it."""
        return (*self.events, *self.left)

    @property
    def consumer(self) -> str:
        """The service that reads it."""
        return self.name.partition(".")[0]

    @property
    def parked(self) -> str:
        """Where messages go that failed for good."""
        return f"{self.name}.parked"

    def retry(self, attempt: int) -> str:
        """Name the retry stage for a message that has failed `attempt` times (from 1)."""
        return f"{self.name}.retry.{min(attempt, len(RETRY_STAGES_MS))}"


def returns_of(service: str) -> str:
    """Name the direct exchange by which a service moves messages among its own queues, by their names.

    The default exchange would let it reach everybody's: whoever may write there may forge any event.
    """
    return f"{service}.returns"


def exchange_of(service: str) -> str:
    """Name the topic exchange that a service publishes its events to."""
    return f"{service}.events"
