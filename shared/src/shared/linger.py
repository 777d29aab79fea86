"""How long to wait for company: a lone message goes at once, under load many share one transaction.

Every batch costs its statements, its commit and its round trips whatever its size. Waiting longer the more
came together last time makes batches grow with the load, and leaves a quiet system quick.
"""

PER_ITEM_SECONDS = 0.004


class Linger:
    """The pause before the next batch, from the size of the last one."""

    def __init__(self, max_seconds: float) -> None:
        self._max_seconds = max_seconds
        self.seconds = 0.0
        """How long to wait now."""

    def note(self, items: int) -> None:
        """Take notice of how many came together."""
        self.seconds = min(self._max_seconds, (items - 1) * PER_ITEM_SECONDS) if items else 0.0
