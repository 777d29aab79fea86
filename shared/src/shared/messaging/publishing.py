"""Many publishes as one write to the broker: aiormq's own publish costs a task, a lock and a write each."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiormq
from aiormq.abc import ChannelFrame
from pamqp import commands as spec
from pamqp.header import ContentHeader

Outgoing = tuple[spec.Basic.Publish, spec.Basic.Properties, bytes]
"""Where to, properties with a message id, body."""


async def publish_all(
    channel: aiormq.Channel, messages: Sequence[Outgoing], timeout_seconds: float
) -> "list[asyncio.Future[Any]]":
    """Send all in order and wait for the answers; returns them as futures, cancelled where none came.

    Does for the batch what `Channel.basic_publish` does for one message, with the same book keeping: a
    confirm is found by its delivery tag, a returned message by its id.
    """
    frames: list[Any] = []
    for publish, properties, body in messages:
        header = ContentHeader(properties=properties, body_size=len(body))
        frames += (publish, header, *channel._split_body(body))
    written = ChannelFrame.marshall(channel.number, frames)
    ids = [str(properties.message_id) for _, properties, _ in messages]
    async with channel.lock:
        confirms = [_expect(channel, message_id) for message_id in ids]
        try:
            await channel.write_queue.put(written)
        except BaseException:
            _take_back(channel, confirms)
            raise
    try:
        await asyncio.wait(
            {asyncio.gather(*confirms, return_exceptions=True), channel.closing},
            timeout=timeout_seconds,
            return_when=asyncio.FIRST_COMPLETED,
        )
    finally:
        for confirm in confirms:
            confirm.cancel()
        for message_id in ids:
            channel.message_id_delivery_tag.pop(message_id, None)
    return confirms


def _expect(channel: aiormq.Channel, message_id: str) -> "asyncio.Future[Any]":
    """Count a message as the channel's next, and expect its confirm."""
    channel.delivery_tag += 1
    confirm: asyncio.Future[Any] = channel.loop.create_future()
    channel.confirmations[channel.delivery_tag] = confirm
    channel.message_id_delivery_tag[message_id] = channel.delivery_tag
    return confirm


def _take_back(channel: aiormq.Channel, confirms: "Sequence[asyncio.Future[Any]]") -> None:
    """Give the numbers back of what never left, while nobody else can number anything."""
    for confirm in reversed(confirms):
        channel.confirmations.pop(channel.delivery_tag, None)
        channel.delivery_tag -= 1
        confirm.cancel()
