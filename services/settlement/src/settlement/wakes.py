"""Waking the tasks that look for work: one LISTEN connection per process, polling where it was lost."""

import asyncio
import contextlib

import asyncpg

from settlement.domain import Kind
from shared.db import DATABASE_AWAY
from shared.telemetry import get_logger
from shared.unit import Context

SEND_CHANNEL = "settlement_work"
RECONCILE_CHANNEL = "settlement_reconciliation"
RECONNECT_SECONDS = 0.5
CHECK_SECONDS = 5.0

TROUBLE: tuple[type[Exception], ...] = (*DATABASE_AWAY, asyncpg.PostgresError)
"""What a task beside the requests survives: it says so, rests, and looks again."""

log = get_logger()


class Wakes:
    """The events that NOTIFY sets; its `run` is a task beside those that wait."""

    def __init__(self) -> None:
        self.send = {kind: asyncio.Event() for kind in Kind}
        self.reconcile = asyncio.Event()

    async def run(self, context: Context, stop: asyncio.Event) -> None:
        """Listen for as long as the service lives; survives a lost database."""
        while not stop.is_set():
            try:
                await self._listen(context, stop)
            except DATABASE_AWAY as error:
                log.warning("waking by notification is off", error=repr(error))
                await pause(stop, RECONNECT_SECONDS)

    async def _listen(self, context: Context, stop: asyncio.Event) -> None:
        connection = await asyncpg.connect(
            str(context.settings.database_url),
            command_timeout=context.settings.statement_timeout_seconds,
            server_settings={"application_name": f"{context.service} wakes"},
        )
        try:
            await connection.add_listener(SEND_CHANNEL, self._new_orders)
            await connection.add_listener(RECONCILE_CHANNEL, lambda *_: self.reconcile.set())
            for event in (*self.send.values(), self.reconcile):
                event.set()
            while not stop.is_set():
                await pause(stop, CHECK_SECONDS)
                await connection.fetchval("SELECT 1")
        finally:
            connection.terminate()

    def _new_orders(self, *notified: object) -> None:
        """Wake the sender of the kind that the payload names, the last of what the driver tells."""
        self.send[Kind(str(notified[-1]))].set()


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Rest, unless the service is to stop."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()


async def woken(event: asyncio.Event, stop: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for the order to stop, or for some time; clears the event."""
    waits = [asyncio.ensure_future(one.wait()) for one in (event, stop)]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    event.clear()
