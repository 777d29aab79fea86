"""The run's own hand in the broker: it does what its operator may do, however often the broker is away."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import aio_pika
import aiormq
from aio_pika.abc import AbstractChannel

from shared.broker import Message
from shared.topology import QUEUES

AWAY = (
    OSError,
    TimeoutError,
    aiormq.exceptions.AMQPError,
    RuntimeError,
    StopAsyncIteration,
    asyncio.InvalidStateError,
)
CONNECT_SECONDS = 5.0
WORK_SECONDS = 45.0
"""What takes longer has lost its broker without being told."""
AGAIN_SECONDS = 0.3


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

    async def insist(self, work: Callable[[AbstractChannel], Any]) -> None:
        """Do it on a channel until it is done."""
        while True:
            try:
                async with asyncio.timeout(WORK_SECONDS), self.channel() as channel:
                    await work(channel)
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
