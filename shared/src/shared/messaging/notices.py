"""Wakes tasks that look for work: NOTIFY sets their events, so that they rarely look by themselves."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial

from shared.base.db import connect
from shared.base.resilience import every
from shared.base.waiting import pause
from shared.messaging.unit import Context

RECONNECT_SECONDS = 0.5
CHECK_SECONDS = 10.0


Hear = Callable[[str], None]
"""Gets the payload."""


async def listen(
    context: Context, heard: Mapping[str, Hear], missed: Callable[[], None], stop: asyncio.Event
) -> None:
    """Tell each channel's notifications, and when some may have been missed; survives a lost database."""
    listening = partial(_listen, context, heard, missed, stop)
    await every(RECONNECT_SECONDS, listening, stop, name="hear notifications")


async def _listen(
    context: Context, heard: Mapping[str, Hear], missed: Callable[[], None], stop: asyncio.Event
) -> None:
    connection = await connect(
        str(context.settings.database_url),
        command_timeout=context.settings.statement_timeout_seconds,
        server_settings={"application_name": f"{context.service} notices"},
    )
    try:
        for channel, hear in heard.items():
            await connection.add_listener(
                channel, lambda *notified, hear=hear: hear(str(notified[-1]))
            )
        missed()
        while not stop.is_set():
            await pause(stop, CHECK_SECONDS)
            await connection.fetchval("SELECT 1")
    finally:
        connection.terminate()
