"""Messages gone wrong: copies sent again late and out of order, and whole queues held back and shuffled."""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Awaitable, Mapping, Sequence
from functools import partial

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage

from shared.broker import QUORUM
from shared.messages import Event
from shared.topology import QUEUES, SERVICES, Queue, exchange_of

from .checker import HEARERS
from .hand import AGAIN_SECONDS, AWAY, CONNECT_SECONDS, Hand

TAP = "chaos.tap"
HELD = "chaos.held."
PUBLISH_EVERY_SECONDS = 0.1
AT_ONCE = 200
LATE_MAX_SECONDS = 8.0
TAKE_SECONDS = 30.0
Late = tuple[float, str, aio_pika.Message]
"""When a copy is sent again, to which queue."""


class Mail(Hand):
    """Hears everything, and lets some of it go wrong."""

    def __init__(self, url: str, chance: random.Random, share: float) -> None:
        super().__init__(url)
        self._chance = chance
        self._share = share
        self._kept: dict[str, aio_pika.Message] = {}
        self._types: dict[str, str] = {}
        self._waiting: list[Late] = []
        self._holding: dict[str, set[str]] = {}
        """Queue → the types that wait elsewhere at this moment."""
        self.seen: Counter[str] = Counter()
        """Messages by type."""
        self.copied: Counter[str] = Counter()
        """Duplicates by type."""
        self.late: Counter[str] = Counter()
        """Messages by type that waited elsewhere."""
        self.early: Counter[str] = Counter()
        """Messages by type that overtook others on their way to the same queue."""

    @property
    def sent(self) -> Mapping[str, str]:
        """Message id → type, of everything that any service has published."""
        return self._types

    async def take_place(self) -> None:
        """Declare all places before anything breaks: RabbitMQ 3.10 can lose the leader of a quorum queue
        that was declared in the very second in which the node is killed.
        """

        async def declare(channel: AbstractChannel) -> None:
            tap = await channel.declare_queue(TAP, durable=True, arguments=QUORUM)
            for service in SERVICES:
                await tap.bind(exchange_of(service), routing_key="#")
            for queue in QUEUES:
                await channel.declare_queue(f"{HELD}{queue.name}", durable=True, arguments=QUORUM)

        await self.insist(declare)

    async def copy(self, stop: asyncio.Event) -> None:
        """Listen to everything and send some of it again, until `stop` and until all copies are sent."""
        while not (stop.is_set() and not self._waiting):
            with contextlib.suppress(*AWAY):
                async with self.channel() as channel:
                    async with asyncio.timeout(CONNECT_SECONDS):
                        queue = await channel.get_queue(TAP)
                        await queue.consume(self._on_message)
                    await self._publish_waiting(channel, stop)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _publish_waiting(self, channel: AbstractChannel, stop: asyncio.Event) -> None:
        while not (channel.is_closed or (stop.is_set() and not self._waiting)):
            now = _now() if not stop.is_set() else float("inf")
            due = [item for item in self._waiting if item[0] <= now]
            self._waiting = [item for item in self._waiting if item[0] > now]
            self._chance.shuffle(due)
            for start in range(0, len(due), AT_ONCE):
                await self._publish_some(channel, due[start : start + AT_ONCE])
            await asyncio.sleep(PUBLISH_EVERY_SECONDS)

    async def _publish_some(self, channel: AbstractChannel, due: Sequence[Late]) -> None:
        exchange = channel.default_exchange
        results = await asyncio.gather(
            *(exchange.publish(item[2], routing_key=item[1], timeout=5) for item in due),
            return_exceptions=True,
        )
        failed = [
            item
            for item, result in zip(due, results, strict=True)
            if isinstance(result, BaseException)
        ]
        self._waiting += failed
        lost = {id(item) for item in failed}
        self.copied.update(_kind(item[2]) for item in due if id(item) not in lost)

    async def _on_message(self, message: AbstractIncomingMessage) -> None:
        copy = self._keep(message)
        if copy is not None and self._chance.random() < self._share:
            for _ in range(self._chance.choice((1, 1, 2, 3))):
                for queue in HEARERS.get(_kind(copy), ()):
                    due = _now() + self._chance.uniform(0.0, LATE_MAX_SECONDS)
                    self._waiting.append((due, queue, copy))
        await message.ack()

    def _keep(self, message: AbstractIncomingMessage) -> aio_pika.Message | None:
        """Keep a message, and give it, unless it is known."""
        if message.message_id in self._kept:
            return None
        copy = self._kept[str(message.message_id)] = _copy_of(message)
        self._types[str(message.message_id)] = _kind(copy)
        self.seen[_kind(copy)] += 1
        held = [
            self._holding[name] for name in HEARERS.get(_kind(copy), ()) if name in self._holding
        ]
        if any(_kind(copy) not in types for types in held):
            self.early[_kind(copy)] += 1
        return copy

    async def catch_up(self) -> None:
        """Keep what nobody has read yet, when `copy` has ended."""

        async def read(channel: AbstractChannel) -> None:
            tap = await channel.get_queue(TAP)
            while (message := await tap.get(fail=False, timeout=5)) is not None:
                self._keep(message)
                await message.ack()

        await self.insist(read)

    def repeat_everything(self) -> None:
        """Let every message of the run arrive once more, in any order."""
        for message_id, message in self._kept.items():
            for queue in HEARERS.get(self._types[message_id], ()):
                self._waiting.append((_now(), queue, message))

    def message_about(self, kind: str, subject: str) -> aio_pika.Message:
        """Find a message of the run again."""
        return next(item for item in self.messages_about(subject) if _kind(item) == kind)

    def messages_about(self, subject: str) -> list[aio_pika.Message]:
        """Find all messages of the run about something."""
        return [
            message
            for message in self._kept.values()
            if str(message.headers.get("cloudEvents:subject")) == subject
        ]

    async def hold(self, name: str, over: Awaitable[object], types_max: int) -> None:
        """Let some types of a queue's messages, the rarest first, wait elsewhere; then they come in shuffled.

        They are never without a queue: the other place is bound before the queue is unbound, and back.
        """
        queue = next(queue for queue in QUEUES if queue.name == name)
        by_rarity = sorted(
            queue.events, key=lambda event: (self.late[event.type], self._chance.random())
        )
        events = by_rarity[:types_max]
        await self.insist(partial(_divert, queue=queue, events=events))
        self._holding[name] = {event.type for event in events}
        await over
        del self._holding[name]
        await self.insist(partial(_divert_back, queue=queue, events=events))
        await self.insist(partial(self._release, queue=queue))

    async def caught(self, name: str, seconds: float) -> None:
        """Wait, and up to twice as long until something waits in the other place too."""
        await asyncio.sleep(seconds)
        give_up_at = _now() + seconds

        async def count(channel: AbstractChannel) -> None:
            while _now() < give_up_at:
                place = await channel.declare_queue(f"{HELD}{name}", passive=True)
                if place.declaration_result.message_count:
                    return
                await asyncio.sleep(AGAIN_SECONDS)

        await self.insist(count)

    async def _release(self, channel: AbstractChannel, queue: Queue) -> None:
        found = await _all_in(channel, f"{HELD}{queue.name}")
        order = list(range(len(found)))
        self._chance.shuffle(order)
        copies = [_copy_of(found[place]) for place in order]
        usual = channel.default_exchange
        await asyncio.gather(
            *(usual.publish(copy, routing_key=queue.name, timeout=30) for copy in copies)
        )
        first_after = len(found)
        overtook = set()
        for position in reversed(range(len(order))):
            if order[position] > first_after:
                overtook.add(position)
            first_after = min(first_after, order[position])
        for position, place in enumerate(order):
            await found[place].ack()
            self.late[_kind(copies[position])] += 1
            if position in overtook:
                self.early[_kind(copies[position])] += 1

    async def release_everything(self) -> None:
        """Bring back whatever has come to the other places in the last moment of a hold."""
        async with asyncio.TaskGroup() as group:
            for queue in QUEUES:
                group.create_task(self.insist(partial(self._release, queue=queue)))


async def _all_in(channel: AbstractChannel, name: str) -> list[AbstractIncomingMessage]:
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


async def _divert(channel: AbstractChannel, queue: Queue, events: Sequence[type[Event]]) -> None:
    place = await channel.get_queue(f"{HELD}{queue.name}")
    usual = await channel.get_queue(queue.name)
    for event in events:
        await place.bind(exchange_of(event.owner), routing_key=event.type)
        await usual.unbind(exchange_of(event.owner), routing_key=event.type)


async def _divert_back(
    channel: AbstractChannel, queue: Queue, events: Sequence[type[Event]]
) -> None:
    place = await channel.get_queue(f"{HELD}{queue.name}")
    usual = await channel.get_queue(queue.name)
    for event in events:
        await usual.bind(exchange_of(event.owner), routing_key=event.type)
        await place.unbind(exchange_of(event.owner), routing_key=event.type)


def _copy_of(message: AbstractIncomingMessage) -> aio_pika.Message:
    """The same message, byte for byte, with the same id."""
    return aio_pika.Message(
        message.body,
        headers={k: v for k, v in message.headers.items() if k != "x-death"},
        content_type=message.content_type,
        delivery_mode=message.delivery_mode,
        message_id=message.message_id,
        type=message.type,
    )


def _kind(message: aio_pika.Message | AbstractIncomingMessage) -> str:
    return str(message.headers.get("cloudEvents:type"))


def _now() -> float:
    return asyncio.get_running_loop().time()
