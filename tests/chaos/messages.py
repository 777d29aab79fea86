"""Messages gone wrong: copies sent again, late and out of order, and at the end everything once more."""

import asyncio
import contextlib
import random
from collections import Counter
from collections.abc import Mapping, Sequence

import aio_pika
from aio_pika.abc import AbstractChannel, AbstractIncomingMessage

from shared.messaging.topology import QUEUES

from .checker import HEARERS
from .disorder import Disorder
from .hand import AGAIN_SECONDS, AWAY, CONNECT_SECONDS, Hand, copy_of
from .holding import Holds
from .tap import TAP, declare_tap

PUBLISH_EVERY_SECONDS = 0.1
AT_ONCE = 200
LATE_MAX_SECONDS = 8.0
Late = tuple[float, str, aio_pika.Message]
"""When a copy is sent again, to which queue."""


class Mail(Hand):
    """Hears everything, and lets some of it go wrong."""

    def __init__(
        self, url: str, chance: random.Random, share: float, disorder: Disorder, holds: Holds
    ) -> None:
        super().__init__(url)
        self._chance = chance
        self._share = share
        self._disorder = disorder
        self._holds = holds
        self._kept: dict[str, aio_pika.Message] = {}
        self._waiting: list[Late] = []
        self.copied: Counter[str] = Counter()
        """Duplicates by type."""

    @property
    def seen(self) -> Mapping[str, int]:
        """Messages by type."""
        return self._disorder.sent

    @property
    def sent(self) -> Mapping[str, str]:
        """Message id → type, of everything that any service has published."""
        return self._disorder.kinds

    async def take_place(self) -> None:
        """Declare the queue that hears everything, before anything breaks."""
        await self.insist(declare_tap)

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
            due = self._take_due(_now() if not stop.is_set() else float("inf"))
            self._chance.shuffle(due)
            for start in range(0, len(due), AT_ONCE):
                await self._publish_some(channel, due[start : start + AT_ONCE])
            await asyncio.sleep(PUBLISH_EVERY_SECONDS)

    def _take_due(self, now: float) -> list[Late]:
        """Take what is due, but no copy of what may wait elsewhere: it would not be late any more."""
        held = {queue.name: self._holds.waiting(queue.name) for queue in QUEUES}
        due: list[Late] = []
        rest: list[Late] = []
        for item in self._waiting:
            free = item[0] <= now and _kind(item[2]) not in held[item[1]]
            (due if free else rest).append(item)
        self._waiting = rest
        return due

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
        copy = self._kept[str(message.message_id)] = copy_of(message)
        self._disorder.note(str(message.message_id), _kind(copy))
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
        for message in self._kept.values():
            for queue in HEARERS.get(_kind(message), ()):
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


def _kind(message: aio_pika.Message | AbstractIncomingMessage) -> str:
    return str(message.headers.get("cloudEvents:type"))


def _now() -> float:
    return asyncio.get_running_loop().time()
