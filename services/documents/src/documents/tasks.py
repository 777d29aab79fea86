"""What runs beside requests and messages."""

import asyncio

from documents.settings import Settings
from documents.work import press, reading
from shared.jobs.job import Job
from shared.messaging.unit import Context


async def keep_printing(context: Context[Settings], stop: asyncio.Event) -> None:
    """Print and sign until `stop`."""
    await press.run(context, stop)


async def read_codes(context: Context[Settings], stop: asyncio.Event) -> None:
    """Ask the national platform about codes of other centres until `stop`."""
    await reading.run(context, stop)


async def forget_codes(context: Context[Settings], stop: asyncio.Event) -> None:
    """Delete what dead codes stood for until `stop`."""
    await reading.forget(context, stop)


JOBS: tuple[Job[Settings], ...] = (reading.FORGET_CODES,)
"""What staff can look at."""
