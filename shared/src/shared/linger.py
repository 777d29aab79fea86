"""How long to wait for company: a lone message goes at once, under load many share one transaction.

Every batch costs its statements, its commit and its round trips whatever its size. Waiting longer the more
came together last time makes batches grow with the load, and leaves a quiet system quick. How long a batch
takes bounds the wait: a machine with time to spare is quick, and so are its messages; on one that is busy few
large batches do more than many small ones.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

PER_ITEM_SECONDS = 0.004
TIMES_THE_BATCH = 3
"""The wait is at most so many times as long as the last batch took."""


class Linger:
    """The pause before the next batch, from the size of the last one and from how long it took."""

    def __init__(self, max_seconds: float) -> None:
        self._max_seconds = max_seconds
        self.seconds = 0.0
        """How long to wait now."""

    @contextmanager
    def over(self, items: int) -> Iterator[None]:
        """Take notice of so many that came together, and of how long the block takes with them."""
        began = time.perf_counter()
        yield
        self.note(items, time.perf_counter() - began)

    def note(self, items: int, took_seconds: float) -> None:
        """Take notice of a batch."""
        for_company = max(items - 1, 0) * PER_ITEM_SECONDS
        self.seconds = min(self._max_seconds, for_company, took_seconds * TIMES_THE_BATCH)
