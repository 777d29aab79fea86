"""One delivered message, and where it goes when it cannot be handled now: a retry stage, or parked.

The copy is confirmed by the broker before the original is acknowledged: in between it may exist twice,
never not at all. Messages that are not CloudEvents at all are parked too; nothing is thrown away.
"""

import asyncio
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from shared.base.telemetry import MESSAGES_HANDLED, get_logger
from shared.messaging.broker import Broker, Message
from shared.messaging.topology import MAX_ATTEMPTS, Queue, returns_of

ATTEMPTS = "x-attempts"
ERROR = "x-error"
EARLY_MAX_ATTEMPTS = 120
"""An early fact waits for about two hours of last-stage retries before the operators get it."""
ERROR_MAX_CHARACTERS = 2_000
NOWHERE_TIME = datetime(1970, 1, 1, tzinfo=UTC)

log = get_logger()


@dataclass(frozen=True)
class Delivery:
    """A message as it came, its CloudEvents attributes read leniently."""

    tag: int
    message_id: uuid.UUID
    type: str
    subject: str
    time: datetime
    traceparent: str
    attempts: int
    headers: dict[str, Any]
    body: bytes

    @classmethod
    def received(cls, message: Any) -> "Delivery":
        """Read an aiormq delivery; whatever is missing or malformed gets a harmless value."""
        properties = message.header.properties
        headers = dict(properties.headers or {})
        attempts = headers.get(ATTEMPTS)
        return cls(
            tag=message.delivery_tag,
            message_id=_uuid(headers.get("cloudEvents:id") or properties.message_id, message.body),
            type=str(headers.get("cloudEvents:type") or message.routing_key),
            subject=str(headers.get("cloudEvents:subject", "")),
            time=_time(headers.get("cloudEvents:time")),
            traceparent=str(headers.get("cloudEvents:traceparent", "")),
            attempts=attempts if isinstance(attempts, int) else 0,
            headers=headers,
            body=bytes(message.body),
        )

    def copy_for(self, queue: Queue, target: str, headers: dict[str, Any]) -> Message:
        """Make a copy for one of a service's own queues, with these headers of its own."""
        return Message(
            exchange=returns_of(queue.consumer),
            routing_key=target,
            message_id=self.message_id,
            source=str(self.headers.get("cloudEvents:source", "")),
            type=self.type,
            subject=self.subject,
            time=self.time,
            sequence=0,
            traceparent=self.traceparent,
            body=self.body,
            extra_headers=headers,
        )

    def about(self) -> dict[str, Any]:
        """What a log line says about it; never the body."""
        return {
            "message_id": str(self.message_id),
            "type": self.type,
            "subject": self.subject,
            "attempts": self.attempts,
        }


def _uuid(text: Any, body: bytes) -> uuid.UUID:
    try:
        return uuid.UUID(str(text))
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_OID, f"{text}|{body!r}")


def _time(text: Any) -> datetime:
    try:
        time = datetime.fromisoformat(str(text))
    except ValueError:
        return NOWHERE_TIME
    return time if time.tzinfo else time.replace(tzinfo=UTC)


async def forward(
    broker: Broker, queue: Queue, delivery: Delivery, error: str, *, early: bool = False
) -> None:
    """Send a message to its next retry stage, or park it when it has had all its attempts."""
    attempts = delivery.attempts + 1
    if attempts >= (EARLY_MAX_ATTEMPTS if early else MAX_ATTEMPTS):
        await park(broker, queue, delivery, error)
        return
    MESSAGES_HANDLED.labels(queue.name, delivery.type, "early" if early else "retried").inc()
    log.info("message retried later", queue=queue.name, error=error, **delivery.about())
    await _move(broker, queue, queue.retry(attempts), delivery, {ATTEMPTS: attempts, ERROR: error})


async def park(broker: Broker, queue: Queue, delivery: Delivery, error: str) -> None:
    """Set a message aside with its error; replayed by `ops parked`."""
    MESSAGES_HANDLED.labels(queue.name, delivery.type, "parked").inc()
    log.error("message parked", queue=queue.name, error=error, **delivery.about())
    await _move(
        broker, queue, queue.parked, delivery, {ATTEMPTS: delivery.attempts + 1, ERROR: error}
    )


async def _move(
    broker: Broker, queue: Queue, target: str, delivery: Delivery, headers: dict[str, Any]
) -> None:
    """Publish a copy to a queue by name and wait for its confirm, however long the broker is away."""
    headers[ERROR] = headers[ERROR][:ERROR_MAX_CHARACTERS]
    kept = {name: value for name, value in delivery.headers.items() if name != "x-death"}
    message = delivery.copy_for(queue, target, {**kept, **headers})
    while True:
        (problem,) = await broker.publish([message])
        if problem is None:
            return
        log.warning("could not move a message", target=target, error=problem)
        await asyncio.sleep(0.5)
