"""Wait for a condition, never for time."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

PATIENCE_SECONDS = 30.0
PAUSE_SECONDS = (0.02, 0.1)
"""Between two looks, the first and the longest."""


def pauses() -> Iterator[float]:
    """What comes at once is seen at once; who waits long leaves the cores to those that are waited for."""
    pause_seconds, longest = PAUSE_SECONDS
    while True:
        yield pause_seconds
        pause_seconds = min(1.2 * pause_seconds, longest)


async def until(condition: Callable[[], Any], patience_seconds: float = PATIENCE_SECONDS) -> Any:
    """Wait for a condition, plain or awaited, and give what it gave; raises `TimeoutError`."""
    waiting = pauses()
    async with asyncio.timeout(patience_seconds):
        while True:
            found = condition()
            if isinstance(found, Awaitable):
                found = await found
            if found:
                return found
            await asyncio.sleep(next(waiting))
