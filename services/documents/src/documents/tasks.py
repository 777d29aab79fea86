"""What runs beside requests and messages."""

import asyncio

from documents.settings import Settings
from documents.work import press
from shared.messaging.unit import Context


async def keep_printing(context: Context[Settings], stop: asyncio.Event) -> None:
    """Print and sign until `stop`."""
    await press.run(context, stop)
