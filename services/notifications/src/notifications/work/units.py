"""Transactions of the background tasks: a lost database is waited for, a conflict tried again."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

DATABASE_WAIT_SECONDS = 0.5

log = get_logger()


async def in_unit(
    context: Context, stop: asyncio.Event, work: Callable[[Unit], Awaitable[None]]
) -> bool:
    """Do work in one transaction; False when the database stayed away past the drain."""
    give_up_at: float | None = None
    while True:
        try:
            async with context.unit() as unit:
                await work(unit)
        except CONTENDED:
            await asyncio.sleep(0)
        except DATABASE_AWAY as error:
            log.warning("waiting for the database", error=repr(error))
            if stop.is_set():
                give_up_at = give_up_at or time.monotonic() + context.settings.drain_timeout_seconds
                if time.monotonic() > give_up_at:
                    return False
            await asyncio.sleep(DATABASE_WAIT_SECONDS)
        else:
            return True
