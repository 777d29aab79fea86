"""What `shared.messaging.publishing` uses of aiormq beyond its public interface, held against its own way.

When this fails after an update, compare `Channel.basic_publish` of that version with `publish_all`.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator, Callable, MutableMapping
from contextlib import AbstractAsyncContextManager
from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

import pytest
from aiormq import Channel
from aiormq.abc import ChannelFrame
from aiormq.base import Base
from aiormq.exceptions import DeliveryError
from pamqp import commands as spec

from shared.messaging.publishing import Outgoing, publish_all

ADVICE = f"aiormq {version('aiormq')} changed under shared.messaging.publishing:"
BODIES = (b"one", b"x" * 300)
"""The second is longer than a frame of the connection below."""


class Connection(Base):
    """As much of a connection as a channel asks for; what is written stays in the queue."""

    publisher_confirms = True
    is_opened = False
    connection_tune = SimpleNamespace(frame_max=128, heartbeat=0)

    def __init__(self) -> None:
        super().__init__(loop=asyncio.get_running_loop())
        self.write_queue: asyncio.Queue[ChannelFrame] = asyncio.Queue()

    async def _on_close(self, exc: Any = None) -> None:
        """Nobody is at the other end."""

    def __str__(self) -> str:
        return "a connection to nobody"

    def written(self) -> bytes:
        """What went onto the wire until now."""
        frames = [self.write_queue.get_nowait() for _ in range(self.write_queue.qsize())]
        return b"".join(frame.payload for frame in frames)


Line = tuple[Connection, Channel]


@pytest.fixture
async def new_line() -> AsyncIterator[Callable[[], Line]]:
    """Make channels whose broker is this test; left to the collector they would fail another test."""
    made: list[Channel] = []

    def make() -> Line:
        connection = Connection()
        made.append(Channel(connection, number=1))  # type: ignore[arg-type]
        return connection, made[-1]

    others = asyncio.all_tasks()
    yield make
    begun = asyncio.all_tasks() - others
    readers = [one for one in begun if "Channel._reader" in repr(one.get_coro())]
    for channel in made:
        await channel.close(ConnectionError("the test is over"))
    while pending := [one for one in readers if not one.done()]:
        for one in pending:
            one.cancel()
        await asyncio.wait(pending, timeout=0.1)


@pytest.fixture
async def line(new_line: Callable[[], Line]) -> Line:
    """One of them."""
    return new_line()


def messages() -> list[Outgoing]:
    return [
        (
            spec.Basic.Publish(exchange="loans.events", routing_key="loan.repaid", mandatory=True),
            spec.Basic.Properties(message_id=str(uuid.UUID(int=number)), delivery_mode=2),
            body,
        )
        for number, body in enumerate(BODIES, start=1)
    ]


def test_a_channel_has_what_is_used_of_it(line: Line) -> None:
    _, channel = line
    for name, kind in (
        ("lock", AbstractAsyncContextManager),
        ("write_queue", asyncio.Queue),
        ("delivery_tag", int),
        ("confirmations", MutableMapping),
        ("message_id_delivery_tag", MutableMapping),
        ("closing", asyncio.Future),
        ("loop", asyncio.AbstractEventLoop),
    ):
        assert isinstance(getattr(channel, name, None), kind), f"{ADVICE} Channel.{name}"
    assert callable(getattr(channel, "_split_body", None)), f"{ADVICE} Channel._split_body"
    assert callable(getattr(ChannelFrame, "marshall", None)), f"{ADVICE} ChannelFrame.marshall"


async def kept(channel: Channel) -> tuple[int, list[int], dict[str, int]]:
    """What a channel keeps of its publishes while they wait for their confirms."""
    return (
        channel.delivery_tag,
        list(channel.confirmations),
        dict(channel.message_id_delivery_tag),
    )


async def by_aiormq(connection: Connection, channel: Channel) -> tuple[bytes, Any]:
    """Publish one by one, as aiormq does it; return what was written and what is kept."""
    waiting = [
        asyncio.ensure_future(
            channel.basic_publish(
                body,
                exchange=publish.exchange,
                routing_key=publish.routing_key,
                properties=properties,
                mandatory=publish.mandatory,
                wait=False,
            )
        )
        for publish, properties, body in messages()
    ]
    await until_written(channel)
    found = connection.written(), await kept(channel)
    for one in waiting:
        one.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    return found


async def until_written(channel: Channel) -> None:
    async with asyncio.timeout(30):
        while len(channel.confirmations) < len(BODIES):
            await asyncio.sleep(0)


async def test_a_batch_is_written_and_kept_as_aiormq_does_it_one_by_one(
    new_line: Callable[[], Line],
) -> None:
    theirs = await by_aiormq(*new_line())
    other, channel = new_line()
    publishing = asyncio.create_task(publish_all(channel, messages(), 10))
    await until_written(channel)
    ours = other.written(), await kept(channel)
    publishing.cancel()
    assert ours == theirs, f"{ADVICE} what a publish writes or keeps"


async def test_the_channels_own_book_keeping_brings_each_confirm_to_its_message(
    line: Line,
) -> None:
    _, channel = line
    publishing = asyncio.create_task(publish_all(channel, messages(), 10))
    await until_written(channel)
    acks = [spec.Basic.Ack(delivery_tag=1), spec.Basic.Nack(delivery_tag=2)]
    for ack in acks:
        channel._confirm_delivery(ack.delivery_tag, ack)
    first, second = await publishing
    assert first.result() == acks[0], f"{ADVICE} how a confirm is found"
    assert isinstance(second.exception(), DeliveryError), f"{ADVICE} how a refusal is told"
    assert await kept(channel) == (len(BODIES), [], {}), f"{ADVICE} what is left behind"
