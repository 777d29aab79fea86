"""Wakes tasks that look for work: NOTIFY sets their events, so that they rarely look by themselves."""

import asyncio
from collections.abc import Callable, Mapping

import asyncpg

from shared.base.db import DATABASE_AWAY
from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from shared.messaging.unit import Context

RECONNECT_SECONDS = 0.5
CHECK_SECONDS = 10.0

log = get_logger()


Hear = Callable[[str], None]
"""Gets the payload."""


async def listen(
    context: Context, heard: Mapping[str, Hear], missed: Callable[[], None], stop: asyncio.Event
) -> None:
    """Tell each channel's notifications, and when some may have been missed; survives a lost database."""
    while not stop.is_set():
        try:
            await _listen(context, heard, missed, stop)
        except DATABASE_AWAY as error:
            log.warning("waking by notification is off", error=repr(error))
            await pause(stop, RECONNECT_SECONDS)


async def _listen(
    context: Context, heard: Mapping[str, Hear], missed: Callable[[], None], stop: asyncio.Event
) -> None:
    connection = await asyncpg.connect(
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
