"""How many messages wait in each queue, and since when the oldest does: counted, never taken out to look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.base.db import Connection, Pool
from shared.messaging.broker import Broker
from shared.messaging.progress import Progress
from shared.messaging.queue import RETRY_STAGES_MS
from shared.messaging.topology import Queue


@dataclass(frozen=True)
class Depth:
    """What the broker counts."""

    waiting: int
    """Nobody has taken them yet."""
    retrying: int
    """They failed, and rest until they are tried again."""


@dataclass(frozen=True)
class Waiting:
    """A row: what waits in a queue."""

    queue: str
    waiting: int
    retrying: int
    oldest_since: datetime | None
    """At the longest; None: nothing waits but for its next try."""
    looked_at: datetime


async def depths(broker: Broker, queues: Sequence[Queue]) -> dict[str, Depth]:
    """Ask the broker for the numbers."""
    stages = range(1, len(RETRY_STAGES_MS) + 1)
    async with broker.channel(confirms=False) as channel:

        async def count(name: str) -> int:
            return (await channel.queue_declare(name, passive=True)).message_count or 0

        return {
            queue.name: Depth(
                await count(queue.name), sum([await count(queue.retry(stage)) for stage in stages])
            )
            for queue in queues
        }


def oldest_since(
    before: Waiting | None, depth: Depth, progress: Progress, now: datetime
) -> datetime | None:
    """Since when the oldest message can have waited: nobody looked at it, so it is never said too short.

    What is in hand is older than all that wait. Those came after the queue was last seen empty, and after
    the newest that was handled.
    """
    if progress.at_work_on is not None:
        return min(progress.at_work_on, now)
    if depth.waiting == 0:
        return None
    empty_at = None if before is None else before.oldest_since or before.looked_at
    known = [each for each in (progress.handled_up_to, empty_at) if each is not None]
    return min(now, max(known, default=now))


READ = "SELECT queue, waiting, retrying, oldest_since, looked_at FROM queue_waiting"


async def read(pool: Pool | Connection) -> dict[str, Waiting]:
    """Give what was last seen of each queue."""
    return {row["queue"]: Waiting(**dict(row)) for row in await pool.fetch(READ)}


WRITE = """
INSERT INTO queue_waiting (queue, waiting, retrying, oldest_since, looked_at)
SELECT queue, waiting, retrying, oldest_since, $5
FROM unnest($1::text[], $2::integer[], $3::integer[], $4::timestamptz[])
    AS seen (queue, waiting, retrying, oldest_since)
ORDER BY queue
ON CONFLICT (queue) DO UPDATE
SET waiting = excluded.waiting, retrying = excluded.retrying, oldest_since = excluded.oldest_since,
    looked_at = excluded.looked_at
"""


async def write(pool: Pool, seen: Sequence[Waiting], at: datetime) -> None:
    """Write down what was seen at one time."""
    await pool.execute(
        WRITE,
        [each.queue for each in seen],
        [each.waiting for each in seen],
        [each.retrying for each in seen],
        [each.oldest_since for each in seen],
        at,
    )


async def look(
    broker: Broker,
    pool: Pool,
    queues: Sequence[Queue],
    progress: Mapping[str, Progress],
    now: datetime,
) -> None:
    """Look at all queues of a service once, and write down what waits."""
    found, before = await depths(broker, queues), await read(pool)
    seen = [
        Waiting(
            name,
            depth.waiting,
            depth.retrying,
            oldest_since(before.get(name), depth, progress.get(name, Progress()), now),
            now,
        )
        for name, depth in found.items()
    ]
    await write(pool, seen, now)
