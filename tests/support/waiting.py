"""Wait for a condition, never for time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

PATIENCE_SECONDS = 30.0
POLL_SECONDS = 0.02


async def until(condition: Callable[[], Any], patience_seconds: float = PATIENCE_SECONDS) -> Any:
    """Wait for a condition, plain or awaited, and give what it gave; raises `TimeoutError`."""
    async with asyncio.timeout(patience_seconds):
        while True:
            found = condition()
            if isinstance(found, Awaitable):
                found = await found
            if found:
                return found
            await asyncio.sleep(POLL_SECONDS)
