"""Waiting for events: for some time at the most, or for the first of several."""

import asyncio
import contextlib


async def pause(until: asyncio.Event, seconds: float) -> None:
    """Rest for so long, but not through an event, usually the order to stop."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await until.wait()


async def first_of(*events: asyncio.Event, seconds: float | None = None) -> None:
    """Wait until one of the events is set, or for so long at the most."""
    waits = [asyncio.create_task(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
