"""The job that looks at what waits and what is parked, and does with that what staff want."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from shared.base.resilience import SURVIVED
from shared.base.telemetry import get_logger
from shared.jobs.job import MINUTE_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.broker import BROKER_AWAY, Broker
from shared.messaging.topology import QUEUES, Queue
from shared.messaging.unit import Context, Unit
from shared.operations.parking import moving, store, waiting
from shared.operations.parking.moving import Found
from shared.operations.parking.store import Wanted

LOOK_SECONDS = 10.0
"""Asking for the number costs the broker something for each queue, all day long."""
LOOK_AGAIN = timedelta(minutes=10)
"""The same number may be other messages. Each look is a delivery, and the broker counts those: rarely."""
COUNT_AGAIN = timedelta(seconds=30)
"""How fresh what waits and what is parked is shown: a queue is five of the broker's, each asked by itself."""
REMEMBERED = timedelta(days=90)
"""How long the list of what was put right is kept."""
WATCHING = Job(
    "parked-messages",
    "停放消息登记和处理",
    lambda _: LOOK_SECONDS,
    10 * MINUTE_SECONDS,
    survives=(*SURVIVED, *BROKER_AWAY),
)

log = get_logger()


@dataclass
class Watch:
    """The parked messages of one service."""

    context: Context
    broker: Broker
    queues: Sequence[Queue]
    _looked: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    """How many a queue was left with when it was looked at, and when that was."""
    _counted_at: datetime | None = None
    _glanced_at: datetime | None = None

    async def glance(self) -> Round:
        """Look where somebody wants something done, else now and then."""
        now = self.context.clock.now()
        if _is_fresh(self._glanced_at, now) and not await store.wanted(self.context.pool):
            return Round(None)
        done = await self.look()
        self._glanced_at = now
        return done

    async def look(self) -> Round:
        """Look once; move what is to be moved."""
        wanted: dict[str, dict[UUID, Wanted]] = {}
        for one in await store.wanted(self.context.pool):
            wanted.setdefault(one.queue, {})[one.message_id] = one
        now, moved = self.context.clock.now(), 0
        await self._count(now)
        counts = await moving.counts(self.broker, self.queues)
        for queue in self.queues:
            if queue.name in wanted or self._is_new(queue, counts[queue.name], now):
                found = await self._work_on(queue, wanted.get(queue.name, {}), now)
                beyond = max(0, counts[queue.name] - len(found.taken))
                self._looked[queue.name] = len(found.stay) + beyond, now
                moved += len(found.moved)
        return Round(f"处理停放消息{moved}条" if moved else None)

    async def _count(self, now: datetime) -> None:
        """Write down what waits, now and then."""
        if not _is_fresh(self._counted_at, now):
            context = self.context
            await waiting.look(self.broker, context.pool, self.queues, context.progress, now)
            self._counted_at = now

    def _is_new(self, queue: Queue, count: int, now: datetime) -> bool:
        last = self._looked.get(queue.name)
        if last is None or last[0] != count:
            return True
        return count > 0 and not timedelta(0) <= now - last[1] < LOOK_AGAIN

    async def _work_on(self, queue: Queue, wanted: dict[UUID, Wanted], now: datetime) -> Found:
        found = await moving.move(self.broker, self.context.pool, queue, wanted)

        async def write(unit: Unit) -> None:
            await store.looked(
                unit.connection,
                queue.name,
                found.stay,
                found.moved,
                complete=found.complete,
                at=now,
            )
            await store.forget(unit.connection, now - REMEMBERED)

        await self.context.transact(write)
        if found.moved:
            log.info("parked messages moved", queue=queue.name, messages=len(found.moved))
        return found


def _is_fresh(at: datetime | None, now: datetime) -> bool:
    return at is not None and timedelta(0) <= now - at < COUNT_AGAIN


async def keep(context: Context, broker: Broker, stop: asyncio.Event) -> None:
    """Look until `stop`, one process of the service at a time; its queues are declared by now."""
    queues = [queue for queue in QUEUES if queue.consumer == context.service]
    await keep_alone(context, WATCHING, Watch(context, broker, queues).glance, stop)
