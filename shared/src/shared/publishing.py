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
    channel: aiormq.Channel, messages: Sequence[Outgoing]
) -> "list[asyncio.Future[Any]]":
    """Send all in order; returns a future of the broker's confirm for each.

    Does for the batch what `Channel.basic_publish` does for one message, with the same book keeping: a
    confirm is found by its delivery tag, a returned message by its id.
    """
    frames: list[Any] = []
    for publish, properties, body in messages:
        header = ContentHeader(properties=properties, body_size=len(body))
        frames += (publish, header, *channel._split_body(body))
    written = ChannelFrame.marshall(channel.number, frames)
    async with channel.lock:
        confirms = [_expect(channel, properties.message_id) for _, properties, _ in messages]
        try:
            await channel.write_queue.put(written)
        except BaseException:
            _take_back(channel, confirms)
            raise
    return confirms


def _expect(channel: aiormq.Channel, message_id: str | None) -> "asyncio.Future[Any]":
    """Count a message as the channel's next, and expect its confirm."""
    assert message_id is not None
    channel.delivery_tag += 1
    tag = channel.delivery_tag
    confirm: asyncio.Future[Any] = channel.create_future()
    channel.confirmations[tag] = confirm
    channel.message_id_delivery_tag[message_id] = tag

    def forget(_: "asyncio.Future[Any]") -> None:
        if channel.message_id_delivery_tag.get(message_id) == tag:
            del channel.message_id_delivery_tag[message_id]

    confirm.add_done_callback(forget)
    return confirm


def _take_back(channel: aiormq.Channel, confirms: "Sequence[asyncio.Future[Any]]") -> None:
    """Give the numbers back of what never left, while nobody else can number anything."""
    for confirm in reversed(confirms):
        channel.confirmations.pop(channel.delivery_tag, None)
        channel.delivery_tag -= 1
        confirm.cancel()
