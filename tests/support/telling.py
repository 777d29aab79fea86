"""Messages as a service's relay would publish them, for tests that speak in its name."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

from tests.support.letters import body_of

from shared.base.tracing import new_traceparent
from shared.messages import Event
from shared.messaging.broker import Message
from shared.messaging.topology import exchange_of
from shared.messaging.unit import Received

E = TypeVar("E", bound=Event)


def told(event: Event, at: datetime | None = None) -> Message:
    """Make the message of an event."""
    return message(event.owner, event.type, event.subject, body_of(event), at)


def received(events: Iterable[E]) -> list[Received[E]]:
    """Give events to a handler as the consumer does."""
    return [Received(event, uuid.uuid4(), new_traceparent()) for event in events]


def message(
    owner: str, type_: str, subject: str, body: bytes, at: datetime | None = None
) -> Message:
    """Make a message with any body; `at` is now unless told."""
    return Message(
        exchange=exchange_of(owner),
        routing_key=type_,
        message_id=uuid.uuid4(),
        source=f"/{owner}",
        type=type_,
        subject=subject,
        time=at or datetime.now(UTC),
        sequence=1,
        traceparent="",
        body=body,
    )
