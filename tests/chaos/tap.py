"""The queue that hears everything that any service says, from before the first of them starts."""

import aio_pika
from aio_pika.abc import AbstractChannel

from shared.messaging.broker import QUORUM
from shared.messaging.topology import SERVICES, exchange_of

TAP = "chaos.tap"


async def declare_tap(channel: AbstractChannel) -> None:
    """Declare it, and bind it to every exchange; again changes nothing."""
    tap = await channel.declare_queue(TAP, durable=True, arguments=QUORUM)
    for service in SERVICES:
        await tap.bind(exchange_of(service), routing_key="#")


async def open_tap(operator_url: str) -> None:
    """Declare it on a broker on which nothing goes wrong yet."""
    async with await aio_pika.connect(operator_url) as connection:
        await declare_tap(await connection.channel())
