"""How long to wait for company: a lone message goes at once, under load many share one transaction.

Every batch costs its statements, its commit and its round trips whatever its size. So batches keep a distance
from each other, the greater the more came together last time: they grow with the load, and a quiet system is
quick. How long a batch takes bounds the distance: a machine with time to spare is quick, and so are its
messages; on one that is busy few large batches do more than many small ones.
"""

import asyncio
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

PER_ITEM_SECONDS = 0.004
TIMES_THE_BATCH = 3
"""The distance is at most so many times as long as the last batch took."""
QUIET_SECONDS = 0.01
"""What leaves together arrives together: when nothing came for so long, no more is on its way."""

T = TypeVar("T")


class Linger:
    """The distance to the next batch, from the size of the last one and from how long it took."""

    def __init__(self, max_seconds: float, per_item_seconds: float = PER_ITEM_SECONDS) -> None:
        self._max_seconds = max_seconds
        self._per_item_seconds = per_item_seconds
        self._ended = -math.inf
        self.seconds = 0.0
        """The distance now."""

    @contextmanager
    def over(self, items: int) -> Iterator[None]:
        """Take notice of so many that came together, and of how long the block takes with them."""
        began = time.monotonic()
        yield
        self.note(items, time.monotonic() - began)

    def note(self, items: int, took_seconds: float) -> None:
        """Take notice of a batch that has just ended."""
        for_company = max(items - 1, 0) * self._per_item_seconds
        self.seconds = min(self._max_seconds, for_company, took_seconds * TIMES_THE_BATCH)
        self._ended = time.monotonic()

    async def company(self, there: Callable[[], int], enough: int) -> None:
        """Wait for others, now that a first one has come; `there` counts them.

        Until the distance is kept; from then on only while more comes, and never longer than the distance.
        Nobody waits when `enough` are there.
        """
        now = time.monotonic()
        earliest, latest = self._ended + self.seconds, now + self.seconds
        while now < latest and (before := there()) < enough:
            await asyncio.sleep(min(latest - now, QUIET_SECONDS))
            now = time.monotonic()
            if now >= earliest and there() == before:
                return

    async def batch(self, first: T, queue: "asyncio.Queue[T]", limit: int) -> list[T]:
        """Wait for others, now that the first is taken from a queue, and take them: `limit` at the most."""
        await self.company(queue.qsize, limit - 1)
        batch = [first]
        while len(batch) < limit and not queue.empty():
            batch.append(queue.get_nowait())
        return batch
