"""Runs the process that touches employers' files, within bounds of memory, processor time and patience."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from shared.base import bounded
from shared.base.bounded import Bounds, ProcessEnded, Running, nothing

__all__ = ["MODULE", "Bounds", "ProcessEnded", "nothing", "process"]

MODULE = "accounts.work.list_process"


def process(
    bounds: Bounds, given: AsyncIterator[bytes], *what: str
) -> AbstractAsyncContextManager[Running]:
    """Start it and give it what it reads; it is gone when the block is left."""
    return bounded.process(MODULE, bounds, given, *what)
