"""Consuming in batches: one transaction a batch, one acknowledgement, and one by one when it fails.

A batch is up to `batch_max_messages` messages, or what comes while it lingers: at most `batch_max_wait_ms`,
and not at all on a quiet queue (`shared.base.linger`). Its new messages are grouped by type and given to the
handlers in the order of the handler table, which is the order of life of what they are about. When a batch
fails its messages are handled one by one, so that only the poison one suffers: it goes through the retry
stages and, after `MAX_ATTEMPTS`, is parked with its error. While the database is away, nothing is consumed
and nothing is parked.
"""

import asyncio
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from inspect import signature
from typing import Any, get_args

from pydantic import ValidationError

from shared.base.linger import Linger
from shared.base.resilience import all_or_each, attempt
from shared.base.telemetry import (
    BATCH_SECONDS,
    BATCH_SIZE,
    MESSAGE_AGE_SECONDS,
    MESSAGES_HANDLED,
    get_logger,
)
from shared.base.tracing import (
    Attributes,
    Part,
    SpanKind,
    joined,
    message_attributes,
    new_traceparent,
    traced_each,
)
from shared.messages import Event
from shared.messaging import inbox, sealed
from shared.messaging.broker import BROKER_AWAY, Broker
from shared.messaging.delivery import Delivery, forward, park
from shared.messaging.progress import Progress
from shared.messaging.topology import Queue, exchange_of
from shared.messaging.unit import Context, Received, Unit
from shared.sealing.personal_data import UnreadablePersonalData

Handler = Callable[[Unit, Sequence[Any]], Awaitable[None]]
"""Gets every new message of its type in the batch, as `Sequence[Received[…]]`.

Set-based, idempotent, does not commit.
"""

Aside = tuple[Mapping[uuid.UUID, str], Mapping[uuid.UUID, str]]
"""Message id → why it is postponed; message id → why it is parked."""

log = get_logger()


@dataclass(frozen=True)
class Consumer:
    """A queue and what handles its events, in the order of their life; made by `hearing`."""

    queue: Queue
    handlers: Mapping[type[Event], Handler]

    def __post_init__(self) -> None:
        if set(self.handlers) != set(self.queue.understood):
            raise ValueError(f"{self.queue.name}: handlers and bound events differ")

    @property
    def types(self) -> dict[str, type[Event]]:
        """Event type → model."""
        return {event.type: event for event in self.handlers}


def hearing(queue: Queue, *handlers: Handler) -> Consumer:
    """Let handlers take what a queue hears, each the events that its second parameter names, in their order.

    A handler of `Received[Any]` takes what no other does. Raises `ValueError` where the table of queues
    (`shared.messaging.topology`), which alone says what a queue hears, says otherwise.
    """
    named = {handler: taken_by(handler) for handler in handlers}
    explicit = {event for events in named.values() for event in events}
    rest = tuple(event for event in queue.understood if event not in explicit)
    pairs = [(event, handler) for handler in handlers for event in named[handler] or rest]
    if len(pairs) != len(queue.understood):
        raise ValueError(f"{queue.name}: an event has no handler, or two")
    return Consumer(queue, dict(pairs))


def taken_by(handler: Handler) -> tuple[type[Event], ...]:
    """Read which events a handler takes in `Sequence[Received[A | B]]`; none named: whatever comes."""
    _unit, batch = list(signature(handler, eval_str=True).parameters.values())
    (received,) = get_args(batch.annotation)
    (events,) = get_args(received)
    return () if events is Any else get_args(events) or (events,)


async def consume(
    context: Context, broker: Broker, consumer: Consumer, stop: asyncio.Event
) -> None:
    """Consume one queue for as long as the service lives."""
    while not stop.is_set():
        try:
            await _consume_on_one_channel(context, broker, consumer, stop)
        except BROKER_AWAY as error:
            log.warning("consumer lost its channel", queue=consumer.queue.name, error=repr(error))
            await asyncio.sleep(0.2)


async def _consume_on_one_channel(
    context: Context, broker: Broker, consumer: Consumer, stop: asyncio.Event
) -> None:
    settings = context.settings
    prefetch = settings.batch_max_messages * 2
    progress = context.progress.setdefault(consumer.queue.name, Progress())
    arrived: asyncio.Queue[Delivery] = asyncio.Queue(maxsize=prefetch)
    cancelled = asyncio.Event()
    async with broker.channel(confirms=False) as channel:
        await channel.basic_qos(prefetch_count=prefetch)

        async def on_message(message: Any) -> None:
            await arrived.put(Delivery.received(message))

        async def on_cancelled_by_broker(*_: Any) -> None:
            cancelled.set()

        channel.on_consumer_cancel_callbacks.add(on_cancelled_by_broker)
        await channel.basic_consume(consumer.queue.name, on_message)
        watches = [asyncio.create_task(event.wait()) for event in (stop, cancelled)]
        interrupted: set[asyncio.Future[Any]] = {channel.closing, *watches}
        linger = Linger(settings.batch_max_wait_ms / 1000)
        try:
            while batch := await _next_batch(
                arrived, settings.batch_max_messages, linger, interrupted
            ):
                with linger.over(len(batch)), progress.over([each.time for each in batch]):
                    await _handle(context, broker, consumer, batch)
                    await channel.basic_ack(batch[-1].tag, multiple=True)
        finally:
            for watch in watches:
                watch.cancel()
        if not stop.is_set():
            raise ConnectionError("the channel was closed or the consumer cancelled")


async def _next_batch(
    arrived: "asyncio.Queue[Delivery]",
    limit: int,
    linger: Linger,
    interrupted: "set[asyncio.Future[Any]]",
) -> list[Delivery]:
    """Wait for a first message, then take what comes in time; empty when interrupted."""
    first = asyncio.ensure_future(arrived.get())
    try:
        await asyncio.wait({first, *interrupted}, return_when=asyncio.FIRST_COMPLETED)
        if any(future.done() for future in interrupted):
            return []
    finally:
        if not first.done():
            first.cancel()
    return await linger.batch(first.result(), arrived, limit)


async def _handle(
    context: Context, broker: Broker, consumer: Consumer, batch: Sequence[Delivery]
) -> None:
    """Bring every message of the batch to an end: handled, sent to a retry stage, or parked."""
    queue = consumer.queue

    async def work(some: Sequence[Delivery]) -> tuple[Sequence[Delivery], Aside]:
        BATCH_SIZE.labels(queue.name).observe(len(some))
        with BATCH_SECONDS.labels(queue.name).time():
            return some, await attempt(partial(_transact, context, consumer, some), patient=True)

    async def failed(delivery: Delivery, error: Exception) -> None:
        log.error("message failed", queue=queue.name, exc_info=error, **delivery.about())
        MESSAGES_HANDLED.labels(queue.name, delivery.type, "failed").inc()
        await forward(broker, queue, delivery, repr(error))

    for some, (postponed, parked) in await all_or_each(batch, work, failed):
        for delivery in some:
            if delivery.message_id in parked:
                await park(broker, queue, delivery, parked[delivery.message_id])
            elif delivery.message_id in postponed:
                reason = postponed[delivery.message_id]
                await forward(broker, queue, delivery, reason, early=True)


async def _transact(context: Context, consumer: Consumer, batch: Sequence[Delivery]) -> Aside:
    """Handle a batch in one transaction; what is set aside is not remembered as handled."""
    queue = consumer.queue.name
    describe = partial(_described, consumer, batch)
    with traced_each(SpanKind.CONSUMER, [d.traceparent for d in batch], describe) as parts:
        async with context.unit() as unit:
            fresh = await inbox.remember(
                unit.connection, queue, list({d.message_id: d.time for d in batch}.items())
            )
            groups = _group(consumer, batch, parts, fresh, unit)
            for event_type, handler in consumer.handlers.items():
                received = groups.get(event_type)
                if received:
                    with joined(received[0].traceparent):
                        await handler(unit, received)
            if unit.postponed or unit.parked:
                await inbox.forget(unit.connection, queue, [*unit.postponed, *unit.parked])
    _count(queue, batch, fresh, unit)
    return unit.postponed, unit.parked


def _described(consumer: Consumer, batch: Sequence[Delivery], index: int) -> tuple[str, Attributes]:
    """The span of one message of a batch: its name, and what it says."""
    delivery = batch[index]
    origin = consumer.types.get(delivery.type)
    exchange = exchange_of(origin.owner) if origin else ""
    destination = f"{exchange}:{delivery.type}:{consumer.queue.name}"
    attributes = message_attributes(
        "process",
        destination,
        event_type=delivery.type,
        subject=delivery.subject,
        message_id=str(delivery.message_id),
    )
    if len(batch) > 1:
        attributes["messaging.batch.message_count"] = len(batch)
    return f"process {destination}", attributes


def _group(
    consumer: Consumer,
    batch: Sequence[Delivery],
    parts: Sequence[Part],
    fresh: set[uuid.UUID],
    unit: Unit,
) -> dict[type[Event], list[Received]]:
    """Parse the new messages, by type; one not of its type's shape, or not sealed to us, is parked."""
    types = consumer.types
    groups: dict[type[Event], list[Received]] = {}
    waiting = set(fresh)
    for delivery, part in zip(batch, parts, strict=True):
        if delivery.message_id not in waiting:
            continue
        waiting.discard(delivery.message_id)
        event_type = types.get(delivery.type)
        if event_type is None:
            unit.parked[delivery.message_id] = f"no handler for type {delivery.type!r}"
            continue
        try:
            event = sealed.heard(event_type, delivery.body, unit.context.letters)
        except ValidationError as error:
            unit.parked[delivery.message_id] = str(error.errors(include_input=False))
            continue
        except UnreadablePersonalData as error:
            unit.parked[delivery.message_id] = f"personal data for this service: {error}"
            continue
        traceparent = part.traceparent or new_traceparent()
        unit.traceparents[event.subject] = traceparent
        received = Received(event, delivery.message_id, traceparent)
        groups.setdefault(event_type, []).append(received)
    return groups


def _count(queue: str, batch: Sequence[Delivery], fresh: set[uuid.UUID], unit: Unit) -> None:
    now = datetime.now(UTC)
    ages = MESSAGE_AGE_SECONDS.labels(queue)
    outcomes: Counter[tuple[str, str]] = Counter()
    for delivery in batch:
        if delivery.message_id in unit.parked or delivery.message_id in unit.postponed:
            continue
        outcome = "handled" if delivery.message_id in fresh else "repeated"
        outcomes[delivery.type, outcome] += 1
        ages.observe((now - delivery.time).total_seconds())
    for (type_, outcome), count in outcomes.items():
        MESSAGES_HANDLED.labels(queue, type_, outcome).inc(count)
