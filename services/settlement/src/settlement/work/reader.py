"""Reading notifications (camt.054): one reader at a time; entries and cursor are one transaction."""

import asyncio
from functools import partial

import asyncpg

from settlement.domain import Notification
from settlement.handlers import evidence
from settlement.iso20022 import BadMessage, read_notification
from settlement.settings import Settings
from settlement.store import entries as store
from settlement.work.link import BankLink, Doubt, NotReached, understood
from shared.base.db import connect
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.base.waiting import pause, unless
from shared.messaging.unit import Context

EMPTY_PAUSE_SECONDS = 0.05
"""A bank that does not wait as asked is not asked in a tight loop."""

log = get_logger()


async def read(context: Context, settings: Settings, link: BankLink, stop: asyncio.Event) -> None:
    """Read for as long as the service lives; survives a lost database and a lost bank."""
    reading = partial(_on_one_connection, context, settings, link, stop)
    await every(settings.watch_every_seconds, reading, stop, name="read notifications")


async def _on_one_connection(
    context: Context, settings: Settings, link: BankLink, stop: asyncio.Event
) -> None:
    connection = await connect(
        str(settings.database_url),
        command_timeout=settings.statement_timeout_seconds,
        server_settings={"application_name": f"{context.service} notifications reader"},
    )
    try:
        while not stop.is_set():
            if await store.hold_reading(connection):
                await _as_holder(context, settings, link, connection, stop)
            await pause(stop, settings.watch_every_seconds)
    finally:
        connection.terminate()


async def _as_holder(
    context: Context,
    settings: Settings,
    link: BankLink,
    connection: "asyncpg.Connection[asyncpg.Record]",
    stop: asyncio.Event,
) -> None:
    failures = 0
    while not stop.is_set():
        await connection.fetchval("SELECT 1")  # Whoever lost this connection lost the lock.
        try:
            told = await _poll(context, settings, link, stop)
            failures = 0
        except (NotReached, Doubt, BadMessage) as error:
            failures += 1
            log.warning("no notifications", error=repr(error), failures=failures)
            doubled = settings.bank_pause_first_seconds * 2.0 ** min(failures - 1, 16)
            await pause(stop, min(doubled, settings.bank_pause_max_seconds))
            continue
        if told.entries or told.odd:
            async with context.unit() as unit:
                moved = await evidence.read_up_to(unit, told)
            await evidence.settle_waiting(context)
            if not moved:  # Nothing has a number: the bank says the same until it is mended.
                await pause(stop, settings.bank_pause_max_seconds)
        elif not stop.is_set():
            await pause(stop, EMPTY_PAUSE_SECONDS)


async def _poll(
    context: Context, settings: Settings, link: BankLink, stop: asyncio.Event
) -> Notification:
    """Wait for entries after the cursor; nothing when the service is to stop."""
    after = await store.last_number(context.pool)
    asking = link.notifications(
        after, settings.notifications_max_entries, settings.notifications_wait_seconds
    )
    body = await unless(stop, asking)
    if body is None:
        return Notification(())
    with understood():
        told = read_notification(body)
    return Notification(
        tuple(entry for entry in told.entries if entry.number > after),
        tuple(odd for odd in told.odd if odd.number is None or odd.number > after),
    )
