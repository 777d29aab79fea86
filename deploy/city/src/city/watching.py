"""What goes over the broker, as an operator would see it: the events of one subject, as they happen."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

import aio_pika
from aio_pika.abc import AbstractIncomingMessage

from local.addresses import City
from shared.messaging.topology import QUEUES, SERVICES, exchange_of

HEARERS = {
    event.type: sorted({queue.consumer for queue in QUEUES if event in queue.events})
    for queue in QUEUES
    for event in queue.events
}


@dataclass(frozen=True)
class Seen:
    """One event that passed."""

    type: str
    subject: str
    at: datetime
    source: str

    @property
    def owner(self) -> str:
        """Who said it."""
        return self.source.strip("/")

    @property
    def hearers(self) -> list[str]:
        """Who listens to it."""
        return HEARERS.get(self.type, [])


@asynccontextmanager
async def all_events(city: City) -> AsyncIterator["asyncio.Queue[Seen]"]:
    """Listen to every exchange through a queue that ends with the block."""
    seen: asyncio.Queue[Seen] = asyncio.Queue()

    async def on_message(message: AbstractIncomingMessage) -> None:
        headers = message.headers
        await seen.put(
            Seen(
                type=str(headers.get("cloudEvents:type")),
                subject=str(headers.get("cloudEvents:subject")),
                at=datetime.fromisoformat(str(headers.get("cloudEvents:time"))),
                source=str(headers.get("cloudEvents:source")),
            )
        )

    connection = await aio_pika.connect(city.operator_broker_url)
    async with connection:
        channel = await connection.channel()
        queue = await channel.declare_queue("", exclusive=True, auto_delete=True)
        for service in SERVICES:
            await queue.bind(exchange_of(service), routing_key="#")
        await queue.consume(on_message, no_ack=True)
        yield seen
