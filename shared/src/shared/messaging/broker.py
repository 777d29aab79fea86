"""The RabbitMQ connection of a service: publishing with pipelined confirms, and channels to consume on.

Built on aio-pika's plain connection with a reconnect loop of our own: a robust connection brings channels
back but not what was in flight, and here whoever holds a channel must know that it is gone. A message that
was not confirmed is reported as such; the caller still has it (outbox row or unacknowledged delivery).
"""

import asyncio
import contextlib
import random
import uuid
from collections import deque
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aio_pika
import aiormq
from aio_pika.abc import AbstractChannel, AbstractConnection
from aiormq.exceptions import DeliveryError, PublishError
from pamqp import commands as spec

from shared.base.settings import broker_addresses
from shared.base.telemetry import BROKER_CONNECTED, get_logger
from shared.messaging.publishing import Outgoing, publish_all
from shared.messaging.topology import QUEUES, RETRY_STAGES_MS, Queue, exchange_of, returns_of

BROKER_AWAY: tuple[type[Exception], ...] = (
    OSError,
    TimeoutError,
    aiormq.exceptions.AMQPError,
    asyncio.InvalidStateError,
    aiormq.exceptions.ChannelInvalidStateError,
)
"""The broker, the connection or the channel is gone: connect again."""

CANNOT_CONNECT: tuple[type[Exception], ...] = (*BROKER_AWAY, StopAsyncIteration)
"""StopAsyncIteration: the broker hung up during the handshake, says aiormq."""

CONFIRM_TIMEOUT_SECONDS = 10.0
FIRST_CONFIRM_SECONDS = (2.0, 2.0, 4.0, 8.0)
"""For a channel's first messages, rising from one silent channel to the next: one that was opened while a
queue's leader was lost may ask the lost one for ever, and the next has found the new one."""
CONNECT_TIMEOUT_SECONDS = 3.0
"""For each address: a frozen node takes the connection and then says nothing."""
CLOSE_TIMEOUT_SECONDS = 1.0
HEARTBEAT_SECONDS = 3
"""A silent connection is given up after 8 s by this side (two beats of `HEARTBEAT_SECONDS` + 1), and sooner
by the broker."""
aiormq.Connection.HEARTBEAT_GRACE_MULTIPLIER = 2
PERSISTENT = 2

log = get_logger()


@dataclass(frozen=True)
class Message:
    """A message on its way out: CloudEvents 1.0 attributes in AMQP binary mode."""

    exchange: str
    routing_key: str
    message_id: uuid.UUID
    source: str
    type: str
    subject: str
    time: datetime
    sequence: int
    traceparent: str
    body: bytes
    mandatory: bool = True
    extra_headers: Mapping[str, Any] = field(default_factory=dict)

    def properties(self) -> spec.Basic.Properties:
        """The AMQP properties and headers."""
        return spec.Basic.Properties(
            content_type="application/json",
            delivery_mode=PERSISTENT,
            message_id=str(self.message_id),
            message_type=self.type,
            headers={
                "cloudEvents:specversion": "1.0",
                "cloudEvents:id": str(self.message_id),
                "cloudEvents:source": self.source,
                "cloudEvents:type": self.type,
                "cloudEvents:subject": self.subject,
                "cloudEvents:time": self.time.isoformat(),
                "cloudEvents:sequence": str(self.sequence),
                "cloudEvents:traceparent": self.traceparent,
                **self.extra_headers,
            },
        )

    def outgoing(self) -> Outgoing:
        """The message as it goes onto the wire."""
        publish = spec.Basic.Publish(
            exchange=self.exchange, routing_key=self.routing_key, mandatory=self.mandatory
        )
        return publish, self.properties(), self.body


class Broker:
    """One live connection, made again when it breaks: to any node of a cluster.

    `url` has one address or several, by blanks (`broker_addresses`); they are tried in turn, in an order that
    each process draws for itself, so that clients spread and a dead node is passed by. Raises `ValueError`
    for what is no address.
    """

    def __init__(self, url: str, name: str, reconnect_max_seconds: float = 5.0) -> None:
        addresses = [_with_heartbeat(address) for address in broker_addresses(url)]
        random.shuffle(addresses)
        self._addresses = deque(addresses)
        self._name = name
        self._reconnect_max_seconds = reconnect_max_seconds
        self._connection: AbstractConnection | None = None
        self._publishing: aiormq.Channel | None = None
        self._confirming: aiormq.Channel | None = None
        self._silences = 0
        self._connecting = asyncio.Lock()
        self._opening = asyncio.Lock()

    @property
    def connected(self) -> bool:
        """Whether the connection is up right now.

        Asks the transport: the connection itself counts as closed only when this side closed it.
        """
        transport = self._connection.transport if self._connection is not None else None
        return transport is not None and not transport.connection.is_closed

    async def connection(self) -> AbstractConnection:
        """Return the live connection, waiting as long as the broker takes to come back."""
        async with self._connecting:
            delay_seconds, tried = 0.1, 0
            while not self.connected:
                address = self._addresses[0]
                # The next one, if this one fails now or later.
                self._addresses.rotate(-1)
                try:
                    self._connection = await aio_pika.connect(
                        address,
                        client_properties={"connection_name": self._name},
                        timeout=CONNECT_TIMEOUT_SECONDS,
                    )
                    BROKER_CONNECTED.labels(self._name).set(1)
                except CANNOT_CONNECT as error:
                    BROKER_CONNECTED.labels(self._name).set(0)
                    where = urlsplit(address)
                    log.warning(
                        "broker not reachable",
                        host=where.hostname,
                        port=where.port,
                        error=repr(error),
                    )
                    _mind_cancellation()
                    tried += 1
                    if tried % len(self._addresses) == 0:
                        await asyncio.sleep(delay_seconds)
                        delay_seconds = min(delay_seconds * 2, self._reconnect_max_seconds)
            assert self._connection is not None
            return self._connection

    @contextlib.asynccontextmanager
    async def channel(self, *, confirms: bool = True) -> AsyncIterator[aiormq.Channel]:
        """Open a channel of one's own for as long as the block runs."""
        channel = await self._open_channel(confirms=confirms)
        try:
            yield _underlay(await channel.get_underlay_channel())
        finally:
            with contextlib.suppress(*BROKER_AWAY):
                await channel.close()

    async def publish(self, messages: Sequence[Message]) -> list[str | None]:
        """Publish all at once, then wait for the confirms.

        Returns, in the order of `messages`, None for each that the broker has safely, else what was
        wrong. A message reported as wrong may still have arrived: publishing it again is a repeat.
        """
        if not messages:
            return []
        try:
            channel = await self._publishing_channel()
        except BROKER_AWAY as error:
            return [repr(error)] * len(messages)
        try:
            outgoing = [message.outgoing() for message in messages]
            confirms = await publish_all(channel, outgoing, self._patience_seconds(channel))
        except BROKER_AWAY as error:
            return [repr(error)] * len(messages)
        silent = any(confirm.cancelled() for confirm in confirms)
        self._remember(channel, silent=silent)
        if silent and not channel.is_closed:
            # A broker that is silent for so long may be frozen; another node may not be.
            await self._give_up()
        elif any(map(_refused, confirms)):
            await self._leave(channel)
        return [_problem(confirm) for confirm in confirms]

    def _patience_seconds(self, channel: aiormq.Channel) -> float:
        """How long to wait for a channel's confirms: shortly for one that never gave any."""
        if channel is self._confirming:
            return CONFIRM_TIMEOUT_SECONDS
        return FIRST_CONFIRM_SECONDS[min(self._silences, len(FIRST_CONFIRM_SECONDS) - 1)]

    def _remember(self, channel: aiormq.Channel, *, silent: bool) -> None:
        """Keep which channel the broker answers on, and how many it did not answer on since."""
        if not silent:
            self._confirming, self._silences = channel, 0
        elif channel is not self._confirming:
            self._silences += 1

    async def _leave(self, channel: aiormq.Channel) -> None:
        """Publish on another channel from now on.

        Where a queue's leader was away at a channel's first message, RabbitMQ 3.10 asks the lost one for ever
        and refuses everything, while every other channel has found the new one.
        """
        if self._publishing is channel:
            self._publishing = None
        with contextlib.suppress(*BROKER_AWAY):
            await channel.close(timeout=CLOSE_TIMEOUT_SECONDS)

    async def _give_up(self) -> None:
        """Leave the connection; whoever needs one connects anew."""
        log.warning("broker does not confirm, its connection is given up")
        connection, self._connection, self._publishing = self._connection, None, None
        if connection is not None:
            with contextlib.suppress(*BROKER_AWAY):
                async with asyncio.timeout(CLOSE_TIMEOUT_SECONDS):
                    await connection.close()

    async def _publishing_channel(self) -> aiormq.Channel:
        async with self._opening:
            if self._publishing is None or self._publishing.is_closed or not self.connected:
                channel = await self._open_channel(confirms=True)
                self._publishing = _underlay(await channel.get_underlay_channel())
            return self._publishing

    async def _open_channel(self, *, confirms: bool) -> AbstractChannel:
        connection = await self.connection()
        try:
            return await connection.channel(publisher_confirms=confirms, on_return_raises=confirms)
        except RuntimeError as error:
            # What aiormq says of a connection that has closed in this very moment.
            raise ConnectionError(str(error)) from error

    async def close(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            with contextlib.suppress(*BROKER_AWAY):
                await self._connection.close()
        BROKER_CONNECTED.labels(self._name).set(0)


def _with_heartbeat(address: str) -> str:
    """The address with the heartbeat of `HEARTBEAT_SECONDS`, unless it names one."""
    parts = urlsplit(address)
    if "heartbeat" in parse_qs(parts.query):
        return address
    query = "&".join(part for part in (parts.query, f"heartbeat={HEARTBEAT_SECONDS}") if part)
    return parts._replace(query=query).geturl()


def _mind_cancellation() -> None:
    """Raise a cancellation that was lost on the way: aiormq and Python 3.11's wait_for do that.

    They do when it comes in the instant of an error, and whoever waits for a broker would wait for ever.
    """
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError


def _underlay(channel: aiormq.abc.AbstractChannel) -> aiormq.Channel:
    """The wire-level channel: it publishes without waiting for each frame to drain."""
    assert isinstance(channel, aiormq.Channel)
    return channel


def _refused(confirm: "asyncio.Future[Any]") -> bool:
    """Whether the broker said no (`basic.nack`): a queue is full, or cannot be reached."""
    error = None if confirm.cancelled() else confirm.exception()
    return isinstance(error, DeliveryError) and not isinstance(error, PublishError)


def _problem(confirm: "asyncio.Future[Any]") -> str | None:
    """What is wrong with a message by its confirm; None when the broker has it safely."""
    if confirm.cancelled():
        return "the channel was closed, or no confirm came in time"
    error = confirm.exception()
    if isinstance(error, PublishError):
        return f"returned by the broker: {error!r}"
    if error is not None:
        return repr(error)
    return None if isinstance(confirm.result(), spec.Basic.Ack) else "refused by the broker"


QUORUM: dict[str, Any] = {"x-queue-type": "quorum"}
"""Arguments of a queue; what an operator may want to change is a policy (shared.messaging.definitions)."""


def retry_arguments(queue: Queue) -> dict[str, Any]:
    """Arguments of a retry stage: no message is lost while it moves back (at-least-once)."""
    return {
        **QUORUM,
        "x-dead-letter-exchange": returns_of(queue.consumer),
        "x-dead-letter-routing-key": queue.name,
        "x-dead-letter-strategy": "at-least-once",
        "x-overflow": "reject-publish",
    }


def own_queues(queue: Queue) -> list[str]:
    """The queue, its retry stages and where it parks."""
    stages = [queue.retry(stage) for stage in range(1, len(RETRY_STAGES_MS) + 1)]
    return [queue.name, *stages, queue.parked]


async def declare(broker: Broker, service: str) -> None:
    """Declare the exchange and the queues of a service, and bind them; repeats change nothing."""
    async with broker.channel() as channel:
        await channel.exchange_declare(exchange_of(service), exchange_type="topic", durable=True)
        await channel.exchange_declare(returns_of(service), exchange_type="direct", durable=True)
        for queue in QUEUES:
            if queue.consumer == service:
                await _declare_queue(channel, queue)


async def _declare_queue(channel: aiormq.Channel, queue: Queue) -> None:
    await channel.queue_declare(queue.name, durable=True, arguments=QUORUM)
    await channel.queue_declare(queue.parked, durable=True, arguments=QUORUM)
    for stage in range(1, len(RETRY_STAGES_MS) + 1):
        await channel.queue_declare(
            queue.retry(stage), durable=True, arguments=retry_arguments(queue)
        )
    for name in own_queues(queue):
        await channel.queue_bind(name, returns_of(queue.consumer), routing_key=name)
    for event in queue.events:
        await channel.queue_bind(queue.name, exchange_of(event.owner), routing_key=event.type)
    for event in queue.left:
        await channel.queue_unbind(queue.name, exchange_of(event.owner), routing_key=event.type)
