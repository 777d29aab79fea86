"""Runs the process that touches employers' files, within bounds of memory, processor time and patience."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from shared.base import bounded
from shared.base.bounded import Bounds, ProcessEnded, Running, nothing

__all__ = ["LENGTH_BYTES", "MODULE", "Bounds", "ProcessEnded", "nothing", "process"]

MODULE = "accounts.work.list_process"
LENGTH_BYTES = 8
"""Before the first piece of what the process is given: how long it is."""
MOVING_IN = "accounts.work.moving_in_process"
UNREADABLE = "unreadable"
"""The first word of a line that says why a file cannot be read at all."""


def process(
    bounds: Bounds, given: AsyncIterator[bytes], *what: str
) -> AbstractAsyncContextManager[Running]:
    """Start it and give it what it reads; it is gone when the block is left."""
    return bounded.process(MODULE, bounds, given, *what)
