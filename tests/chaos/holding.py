"""Messages held back: they wait in another place while others pass, then come in shuffled or backwards."""

import asyncio
import contextlib
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence, Set
from functools import partial

from aio_pika.abc import AbstractChannel

from local.broker import VirtualHost
from shared.messages import Event
from shared.messaging.broker import QUORUM
from shared.messaging.definitions import OPERATOR
from shared.messaging.topology import QUEUES, Queue

from .disorder import Disorder
from .hand import (
    AGAIN_SECONDS,
    AWAY,
    CONNECT_SECONDS,
    Hand,
    all_in,
    bindings,
    copy_of,
    move,
    unbind,
)
from .plan import HELD_TYPES_MAX

HELD = "chaos.held."
"""Where messages wait for some seconds."""
EXPECTED = "chaos.expected."
"""Where messages wait of kinds that were not late and early yet, however long they take to come."""
TOGETHER = 2
"""So many of a kind that wait can come in backwards."""
ALONE_SECONDS = 15.0
"""How long the first of a kind waits for the second."""
LOOK_SECONDS = 0.2
BIND_AGAIN_SECONDS = 1.0

Kinds = Sequence[type[Event]]
Handled = Callable[[str, Sequence[str]], Awaitable[Set[str]]]
"""Which of these messages the consumer of a queue has handled already."""


class Holds(Hand):
    """Knows what waits where, and that nothing is ever without a queue."""

    def __init__(
        self, vhost: VirtualHost, chance: random.Random, disorder: Disorder, handled: Handled
    ) -> None:
        super().__init__(vhost.url(OPERATOR))
        self._vhost = vhost
        self._chance = chance
        self._disorder = disorder
        self._handled = handled
        self._locks = {queue.name: asyncio.Lock() for queue in QUEUES}
        self._diverted: dict[str, Kinds] = {}
        """Place → what goes there now instead of to its queue."""
        self._waiting: dict[str, Set[str]] = {}
        """Place → the same, until all of it is back."""
        self.count = 0
        """How often messages were held back."""

    def waiting(self, queue: str) -> Set[str]:
        """Kinds of a queue's messages that wait elsewhere at this moment."""
        return self._waiting.get(f"{HELD}{queue}", set()) | self._waiting.get(
            f"{EXPECTED}{queue}", set()
        )

    async def take_place(self) -> None:
        """Declare all places before anything breaks: RabbitMQ 3.10 can lose the leader of a quorum queue
        that was declared in the very second in which the node is killed.
        """

        async def declare(channel: AbstractChannel) -> None:
            for queue in QUEUES:
                for place in (HELD, EXPECTED):
                    await channel.declare_queue(
                        f"{place}{queue.name}", durable=True, arguments=QUORUM
                    )

        await self.insist(declare)

    async def hold_all(self, queue: Queue, over: Awaitable[object]) -> None:
        """Let everything that goes to a queue wait."""
        await self._hold(queue, HELD, lambda: queue.events, lambda _: over, backwards=False)

    async def hold_some(self, name: str, seconds: float) -> None:
        """Let some kinds wait, the rarest first, for so long, and up to twice as long until some come."""
        queue = next(queue for queue in QUEUES if queue.name == name)
        await self._hold(
            queue, HELD, partial(self._rarest, queue), partial(self._some, seconds), backwards=False
        )

    async def hold_each(self, stop: asyncio.Event) -> None:
        """Let each kind wait for as long as it takes until it was late and early at each of its queues."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._keep_diverted(stop))
            for queue in QUEUES:
                group.create_task(self._hold_each_of(queue, stop))

    async def _hold_each_of(self, queue: Queue, stop: asyncio.Event) -> None:
        while not stop.is_set() and self._lacking(queue):
            await self._hold(
                queue, EXPECTED, lambda: self._free(queue, self._lacking(queue)),
                partial(self._enough, stop), backwards=True,
            )  # fmt: skip

    def _lacking(self, queue: Queue) -> Kinds:
        late, early, name = self._disorder.late, self._disorder.early, queue.name
        return [
            event
            for event in queue.events
            if not (late[name, event.type] and early[name, event.type])
        ]

    def _rarest(self, queue: Queue) -> Kinds:
        late = self._disorder.late
        free = self._free(queue, queue.events)
        free.sort(key=lambda event: (late[queue.name, event.type], self._chance.random()))
        return free[:HELD_TYPES_MAX]

    def _free(self, queue: Queue, kinds: Kinds) -> list[type[Event]]:
        waiting = self.waiting(queue.name)
        return [event for event in kinds if event.type not in waiting]

    async def _some(self, seconds: float, kinds: Kinds) -> None:
        before = self._sent(kinds)
        await asyncio.sleep(seconds)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self._sent(kinds) == before:
                    await asyncio.sleep(LOOK_SECONDS)

    async def _enough(self, stop: asyncio.Event, kinds: Kinds) -> None:
        before = self._sent(kinds)
        last_moment = float("inf")
        while not stop.is_set() and _now() < last_moment:
            new = [now - then for now, then in zip(self._sent(kinds), before, strict=True)]
            if max(new, default=0) >= TOGETHER:
                return
            if any(new):
                last_moment = min(last_moment, _now() + ALONE_SECONDS)
            await asyncio.sleep(LOOK_SECONDS)

    def _sent(self, kinds: Kinds) -> list[int]:
        return [self._disorder.sent[event.type] for event in kinds]

    async def _hold(
        self, queue: Queue, place: str, choose: Callable[[], Kinds],
        over: Callable[[Kinds], Awaitable[object]], *, backwards: bool,
    ) -> None:  # fmt: skip
        """Let chosen kinds wait until it is over; the other place is bound before the queue is unbound."""
        name = f"{place}{queue.name}"
        async with self._locks[queue.name]:
            kinds = choose()
            if not kinds:
                await asyncio.sleep(LOOK_SECONDS)
                return
            self._diverted[name], self._waiting[name] = kinds, {event.type for event in kinds}
            await self.insist(partial(move, kinds=kinds, source=queue.name, target=name))
        self.count += 1
        began = self._disorder.total
        await over(kinds)
        waited = range(began, self._disorder.total)
        async with self._locks[queue.name]:
            await self.insist(partial(move, kinds=kinds, source=name, target=queue.name))
            del self._diverted[name]
        await self._bring_back(queue, name, waited, backwards=backwards)

    async def _keep_diverted(self, stop: asyncio.Event) -> None:
        """A service that starts binds its queues as always; unbind again what must wait elsewhere."""
        while not stop.is_set():
            with contextlib.suppress(*AWAY):
                async with self.channel() as channel, self._vhost.server.management() as client:
                    while not stop.is_set():
                        await self._unbind_again(channel, await bindings(client, self._vhost.name))
                        await asyncio.sleep(BIND_AGAIN_SECONDS)
            await asyncio.sleep(AGAIN_SECONDS)

    async def _unbind_again(self, channel: AbstractChannel, bound: Mapping[str, Set[str]]) -> None:
        """Only what is bound: an unbinding costs the broker a transaction, and others wait for it here."""
        for queue in QUEUES:
            there = bound.get(queue.name, set())
            async with self._locks[queue.name], asyncio.timeout(CONNECT_SECONDS):
                again = [event for event in self._diverted_from(queue) if event.type in there]
                await unbind(channel, queue.name, again)

    def _diverted_from(self, queue: Queue) -> Kinds:
        places = (f"{place}{queue.name}" for place in (HELD, EXPECTED))
        return [event for place in places for event in self._diverted.get(place, ())]

    async def _bring_back(
        self, queue: Queue, place: str, waited: range, *, backwards: bool
    ) -> None:
        release = partial(
            self._release, queue=queue, place=place, waited=waited, backwards=backwards
        )
        await self.insist(release)
        self._waiting.pop(place, None)

    async def _release(
        self, channel: AbstractChannel, queue: Queue, place: str, waited: range, *, backwards: bool
    ) -> None:
        """Bring back what waited; what was sent while the bindings changed may have gone straight too."""
        found = await all_in(channel, place)
        if backwards:
            found.reverse()
        else:
            self._chance.shuffle(found)
        handled = await self._handled(queue.name, [str(one.message_id) for one in found])
        await asyncio.gather(
            *(
                channel.default_exchange.publish(copy_of(one), routing_key=queue.name, timeout=30)
                for one in found
            )
        )
        new = [str(one.message_id) for one in found if one.message_id not in handled]
        elsewhere = self.waiting(queue.name) - self._waiting.get(place, set())
        self._disorder.came(queue.name, new, waited, elsewhere)
        for one in found:
            await one.ack()

    async def release_everything(self) -> None:
        """Bring back whatever has come to a place in the last moment of a hold."""
        async with asyncio.TaskGroup() as group:
            for queue in QUEUES:
                for place in (HELD, EXPECTED):
                    group.create_task(
                        self._bring_back(queue, f"{place}{queue.name}", range(0), backwards=False)
                    )


def _now() -> float:
    return asyncio.get_running_loop().time()
