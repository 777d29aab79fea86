"""Moving parked messages between the broker's queues and the database; nothing is lost in between.

What is replayed is confirmed in its queue, and what is set aside is committed in the database, before the
parked message is acknowledged: whoever dies in the middle leaves it in both places, and it is done again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import aiormq

from shared.base.db import Pool
from shared.messaging.broker import Broker
from shared.messaging.delivery import Delivery
from shared.messaging.topology import Queue
from shared.operations.parked import LIST_MAX_MESSAGES, fresh
from shared.operations.parking import store
from shared.operations.parking.store import State, Wanted


@dataclass(frozen=True)
class Found:
    """What lay in a queue, and what of it was moved."""

    taken: Sequence[Delivery]
    """All that was looked at."""
    moved: frozenset[UUID]
    complete: bool
    """More did not lie there."""

    @property
    def stay(self) -> Sequence[Delivery]:
        """What lies there still."""
        return [each for each in self.taken if each.message_id not in self.moved]


async def counts(broker: Broker, queues: Sequence[Queue]) -> dict[str, int]:
    """Count what is parked, by queue."""
    async with broker.channel(confirms=False) as channel:
        return {
            queue.name: (await channel.queue_declare(queue.parked, passive=True)).message_count or 0
            for queue in queues
        }


async def move(broker: Broker, pool: Pool, queue: Queue, wanted: Mapping[UUID, Wanted]) -> Found:
    """Look at a queue's parked messages and do with each what is wanted; the others stay where they are."""
    from_here = [one.kept for one in wanted.values() if _lies_here(one) and one.kept is not None]
    replayed = await _replay(broker, queue, from_here)
    async with broker.channel(confirms=False) as channel:
        there = await _all_of(channel, queue)
        again = [each for each in there if _is(wanted, each, State.REPLAYING)]
        aside = [each for each in there if _is(wanted, each, State.SETTING_ASIDE)]
        kept = await store.keep(pool, queue.name, aside) if aside else set()
        moved = await _replay(broker, queue, again) | kept
        for delivery in there:
            if delivery.message_id in moved:
                await channel.basic_ack(delivery.tag)
    return Found(there, frozenset(moved | replayed), len(there) < LIST_MAX_MESSAGES)


def _lies_here(one: Wanted) -> bool:
    return one.state is State.REPLAYING and one.kept is not None


def _is(wanted: Mapping[UUID, Wanted], delivery: Delivery, state: State) -> bool:
    one = wanted.get(delivery.message_id)
    return one is not None and one.state is state and not _lies_here(one)


async def _all_of(channel: aiormq.Channel, queue: Queue) -> list[Delivery]:
    """Take what is parked, unacknowledged: it goes back when the channel closes."""
    there: list[Delivery] = []
    while len(there) < LIST_MAX_MESSAGES:
        message: Any = await channel.basic_get(queue.parked)
        if message.delivery_tag is None:
            break
        there.append(Delivery.received(message))
    return there


async def _replay(broker: Broker, queue: Queue, deliveries: Sequence[Delivery]) -> set[UUID]:
    """Publish copies with a fresh count of attempts; return those that the broker has safely."""
    problems = await broker.publish([fresh(each, queue) for each in deliveries])
    failed = {
        each.message_id
        for each, problem in zip(deliveries, problems, strict=True)
        if problem is not None
    }
    return {each.message_id for each in deliveries} - failed
