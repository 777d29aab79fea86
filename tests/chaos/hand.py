"""The run's own hand in the broker: it does what its operator may do, however often the broker is away."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Collection, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote

import aio_pika
import aiormq
import httpx
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage

from shared.messages import Event
from shared.messaging.broker import Message
from shared.messaging.topology import QUEUES, exchange_of

AWAY = (
    OSError,
    TimeoutError,
    aiormq.exceptions.AMQPError,
    httpx.HTTPError,
    RuntimeError,
    StopAsyncIteration,
    asyncio.InvalidStateError,
)
CONNECT_SECONDS = 5.0
WORK_SECONDS = 45.0
"""What takes longer has lost its broker without being told."""
AGAIN_SECONDS = 0.3
TAKE_SECONDS = 30.0


class Hand:
    """Opens a connection for each thing that it does."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def depth(self) -> dict[str, int]:
        """How many messages rest in every queue of the system; empty ones are left out."""
        depths: dict[str, int] = {}

        async def count(channel: AbstractChannel) -> None:
            for queue in QUEUES:
                stages = {queue.retry(attempt) for attempt in range(1, 20)}
                for name in (queue.name, queue.parked, *sorted(stages)):
                    found = await channel.declare_queue(name, passive=True)
                    waiting = found.declaration_result.message_count
                    if waiting:
                        depths[name] = waiting

        await self.insist(count)
        return depths

    async def publish(self, queue: str, message: aio_pika.Message) -> None:
        """Put one message into a queue."""

        async def put(channel: AbstractChannel) -> None:
            await channel.default_exchange.publish(message, routing_key=queue, timeout=5)

        await self.insist(put)

    async def tell(self, message: Message) -> None:
        """Publish a fact as its owner does."""
        properties = message.properties()
        told = aio_pika.Message(
            message.body,
            headers=properties.headers,
            content_type=properties.content_type,
            delivery_mode=properties.delivery_mode,
            message_id=properties.message_id,
            type=properties.message_type,
        )

        async def put(channel: AbstractChannel) -> None:
            exchange = await channel.get_exchange(message.exchange)
            await exchange.publish(told, routing_key=message.routing_key, timeout=5)

        await self.insist(put)

    @asynccontextmanager
    async def unbound(self, name: str, exchange: str, kind: str) -> AsyncIterator[None]:
        """Let messages of a type miss a queue for as long as the block runs."""

        async def unbind(channel: AbstractChannel) -> None:
            await (await channel.get_queue(name)).unbind(exchange, routing_key=kind)

        async def bind(channel: AbstractChannel) -> None:
            await (await channel.get_queue(name)).bind(exchange, routing_key=kind)

        await self.insist(unbind)
        try:
            yield
        finally:
            await self.insist(bind)

    async def insist(self, work: Callable[[AbstractChannel], Coroutine[Any, Any, None]]) -> None:
        """Do it on a channel until it is done."""
        while True:
            try:
                async with asyncio.timeout(WORK_SECONDS), self.channel() as channel:
                    await _while_open(channel, work(channel))
                    return
            except AWAY:
                await asyncio.sleep(AGAIN_SECONDS)

    @asynccontextmanager
    async def channel(self) -> AsyncIterator[AbstractChannel]:
        """Open a channel for as long as the block runs."""
        connection = await aio_pika.connect(self._url, timeout=CONNECT_SECONDS)
        try:
            yield await connection.channel()
        finally:
            with contextlib.suppress(*AWAY):
                await asyncio.wait_for(connection.close(), CONNECT_SECONDS)


async def all_in(channel: AbstractChannel, name: str) -> list[AbstractIncomingMessage]:
    """Take all messages of a queue; they are not acknowledged yet."""
    queue = await channel.declare_queue(name, passive=True)
    count = queue.declaration_result.message_count or 0
    found: list[AbstractIncomingMessage] = []
    taken = asyncio.Event()

    async def take(message: AbstractIncomingMessage) -> None:
        found.append(message)
        if len(found) >= count:
            taken.set()

    if count:
        consumer = await queue.consume(take)
        await asyncio.wait_for(taken.wait(), TAKE_SECONDS)
        await queue.cancel(consumer)
    return found


async def move(
    channel: AbstractChannel, kinds: Collection[type[Event]], source: str, target: str
) -> None:
    """Let some kinds of messages go to another queue; there is none to which they go nowhere."""
    place = await channel.get_queue(target)
    for event in kinds:
        await place.bind(exchange_of(event.owner), routing_key=event.type)
    await unbind(channel, source, kinds)


async def unbind(channel: AbstractChannel, name: str, kinds: Collection[type[Event]]) -> None:
    """Let some kinds of messages miss a queue."""
    if not kinds:
        return
    queue = await channel.get_queue(name)
    for event in kinds:
        await queue.unbind(exchange_of(event.owner), routing_key=event.type)


async def bindings(client: httpx.AsyncClient, vhost: str) -> dict[str, set[str]]:
    """Which kinds of messages go to each queue now, as the broker's management API tells."""
    answer = await client.get(f"/api/bindings/{quote(vhost, safe='')}")
    answer.raise_for_status()
    found: dict[str, set[str]] = {}
    for binding in answer.json():
        found.setdefault(binding["destination"], set()).add(binding["routing_key"])
    return found


def copy_of(message: AbstractIncomingMessage) -> aio_pika.Message:
    """The same message, byte for byte, with the same id."""
    return aio_pika.Message(
        message.body,
        headers={k: v for k, v in message.headers.items() if k != "x-death"},
        content_type=message.content_type,
        delivery_mode=message.delivery_mode,
        message_id=message.message_id,
        type=message.type,
    )


async def _while_open(channel: AbstractChannel, work: Coroutine[Any, Any, None]) -> None:
    """Do it as long as the channel is open: who waits for a dead one waits for nothing."""
    working, closed = asyncio.ensure_future(work), asyncio.ensure_future(channel.closed())
    try:
        await asyncio.wait({working, closed}, return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ConnectionError("the channel was closed")
        await working
    finally:
        working.cancel()
        closed.cancel()
        await asyncio.gather(working, closed, return_exceptions=True)
