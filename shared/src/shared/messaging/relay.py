"""The relay of the outbox: publishes what transactions left there, in order, and deletes what was confirmed.

Woken by NOTIFY it writes a batch to the journal, publishes it with pipelined confirms and deletes what was
confirmed. A session-level advisory lock lets one relay per database work at a time, so the order per subject
holds however many instances run; a relay that dies in between publishes again, which the inbox absorbs.
"""

import asyncio
from collections.abc import Sequence
from functools import partial

import asyncpg

from shared.base.db import DATABASE_AWAY, connect
from shared.base.linger import Linger
from shared.base.resilience import every
from shared.base.telemetry import (
    DATABASE_UP,
    OUTBOX_OLDEST_SECONDS,
    OUTBOX_PUBLISHED,
    OUTBOX_UNROUTABLE,
    OUTBOX_WAITING,
    get_logger,
)
from shared.base.tracing import Attributes, Part, SpanKind, failed, message_attributes, traced_each
from shared.base.waiting import pause
from shared.messages import EVENTS
from shared.messaging.broker import Broker, Message
from shared.messaging.journal import Journal, Told
from shared.messaging.topology import HEARD, exchange_of
from shared.messaging.unit import Context

RELAY_LOCK_KEY = 0x0B0C
"""Advisory lock held by the one relay that publishes."""

RETRY_SECONDS = 1.0
"""From what failed, or from another instance's being the relay, to the next try; sooner where polls are."""
MEASURE_EVERY_SECONDS = 5.0

log = get_logger()


# Of the confirmed rows the same statement still sees the old versions, hence the exclusion.
TAKE_NEXT = """
WITH confirmed AS (DELETE FROM outbox WHERE id = ANY($1::bigint[]))
SELECT id, message_id, type, subject, sequence, occurred_at, traceparent, body,
       current_setting('synchronous_standby_names') <> '' AS replicated
FROM outbox WHERE id <> ALL($1::bigint[]) ORDER BY id LIMIT $2
"""


async def relay(context: Context, broker: Broker, stop: asyncio.Event) -> None:
    """Publish the outbox for as long as the service lives; survives a lost database or broker."""
    relaying = partial(_relay_on_one_connection, context, broker, stop)
    await every(
        _retry_seconds(context),
        relaying,
        stop,
        name="relay the outbox",
        # Without its relay a service is mute: what will not pass by itself ends both.
        survives=DATABASE_AWAY,
    )


def _retry_seconds(context: Context) -> float:
    return min(RETRY_SECONDS, context.settings.outbox_poll_seconds)


async def _relay_on_one_connection(context: Context, broker: Broker, stop: asyncio.Event) -> None:
    settings = context.settings
    woken = asyncio.Event()
    connection = await connect(
        str(settings.database_url),
        command_timeout=settings.statement_timeout_seconds,
        server_settings={
            "application_name": f"{context.service} outbox relay",
            # It only deletes what the broker has; a delete that a crash undoes is one repeat more.
            "synchronous_commit": "off",
        },
    )
    try:
        await connection.add_listener("outbox", lambda *_: woken.set())
        connection.add_termination_listener(lambda _: woken.set())
        while not stop.is_set():
            if await connection.fetchval("SELECT pg_try_advisory_lock($1)", RELAY_LOCK_KEY):
                await _relay_as_holder(context, broker, connection, woken, stop)
            await pause(woken, _retry_seconds(context))
    finally:
        connection.terminate()


async def _relay_as_holder(
    context: Context,
    broker: Broker,
    connection: "asyncpg.Connection[asyncpg.Record]",
    woken: asyncio.Event,
    stop: asyncio.Event,
) -> None:
    settings = context.settings
    linger = Linger(settings.outbox_max_wait_ms / 1000)
    journal = Journal(settings.journal_folder)
    confirmed: list[int] = []
    while confirmed or not stop.is_set():
        woken.clear()
        rows = await connection.fetch(TAKE_NEXT, confirmed, settings.outbox_batch_max_events)
        confirmed = []
        if not rows:
            await pause(woken, settings.outbox_poll_seconds)
            continue
        with linger.over(len(rows)):
            if rows[0]["replicated"]:
                await _see_replicated(connection)
            await journal.keep([_told(context.service, row) for row in rows])
            confirmed = await _publish(context.service, broker, rows)
        if len(confirmed) < len(rows):
            await asyncio.sleep(_retry_seconds(context))
        elif len(rows) < settings.outbox_batch_max_events:
            await asyncio.sleep(linger.seconds)


AFTER_ALL_READ = "SELECT pg_logical_emit_message(true, 'outbox relay', '')"


async def _see_replicated(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Commit something after what was read, and wait until the standby has it: then it has all of it.

    A commit whose wait for a synchronous standby was broken off is visible here, and gone when the standby
    takes over: nobody may be told of it. The server answers such a commit with a warning, and no error.
    Raises `ConnectionError` when that befalls this one.
    """
    warned: list[str] = []

    def listen(_: object, message: asyncpg.PostgresLogMessage) -> None:
        warned.append(str(message))

    connection.add_log_listener(listen)
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL synchronous_commit = on")
            await connection.execute(AFTER_ALL_READ)
    finally:
        connection.remove_log_listener(listen)
    if warned:
        raise ConnectionError(f"not known to be replicated: {warned[0]}")


def _told(service: str, row: asyncpg.Record) -> Told:
    return Told(
        service,
        row["message_id"],
        row["type"],
        row["subject"],
        row["sequence"],
        row["occurred_at"],
        row["traceparent"],
        row["body"],
    )


async def _publish(service: str, broker: Broker, rows: Sequence[asyncpg.Record]) -> list[int]:
    """Publish the rows; return the ids of those that the broker has confirmed."""
    confirmed: list[int] = []
    traceparents = [row["traceparent"] for row in rows]
    describe = partial(_described, service, rows)
    with traced_each(SpanKind.PRODUCER, traceparents, describe) as parts:
        results = await broker.publish(
            [_message(service, row, part) for row, part in zip(rows, parts, strict=True)]
        )
        for row, part, error in zip(rows, parts, results, strict=True):
            if error is None:
                OUTBOX_PUBLISHED.labels(row["type"]).inc()
                confirmed.append(row["id"])
                continue
            OUTBOX_UNROUTABLE.labels(row["type"]).inc()
            failed(part.span, "not_accepted")
            log.error("event not accepted", type=row["type"], subject=row["subject"], error=error)
    return confirmed


def _message(service: str, row: asyncpg.Record, part: Part) -> Message:
    return Message(
        exchange=exchange_of(service),
        routing_key=row["type"],
        message_id=row["message_id"],
        source=f"/{service}",
        type=row["type"],
        subject=row["subject"],
        time=row["occurred_at"],
        sequence=row["sequence"],
        traceparent=part.traceparent,
        body=row["body"].encode(),
        mandatory=row["type"] in HEARD,
    )


def _described(service: str, rows: Sequence[asyncpg.Record], index: int) -> tuple[str, Attributes]:
    """The span of one publish: its name, and what it says."""
    row = rows[index]
    destination = f"{exchange_of(service)}:{row['type']}"
    attributes = message_attributes(
        "publish",
        destination,
        event_type=row["type"],
        subject=row["subject"],
        message_id=str(row["message_id"]),
    )
    return f"publish {destination}", attributes


FIGURES = """
SELECT count(*) AS waiting,
       coalesce(extract(epoch FROM clock_timestamp() - min(occurred_at)), 0)::float8 AS oldest_seconds
FROM outbox
"""


def show_zeros(service: str) -> None:
    """Let each of a service's events have its counters from the start: a first trouble is a rise from 0."""
    for event in EVENTS.values():
        if event.owner == service:
            OUTBOX_PUBLISHED.labels(event.type)
            OUTBOX_UNROUTABLE.labels(event.type)


async def measure(context: Context, stop: asyncio.Event) -> None:
    """Show what waits, whoever relays and however long the broker keeps the relay waiting."""
    show_zeros(context.service)
    await every(MEASURE_EVERY_SECONDS, partial(_measure, context), stop, name="measure the outbox")


async def _measure(context: Context) -> None:
    try:
        figures = await context.pool.fetchrow(FIGURES)
    except DATABASE_AWAY:
        DATABASE_UP.set(0)
        raise
    assert figures is not None
    DATABASE_UP.set(1)
    OUTBOX_WAITING.set(figures["waiting"])
    OUTBOX_OLDEST_SECONDS.set(figures["oldest_seconds"])


PENDING = "SELECT count(*) FROM outbox"


async def flushed(context: Context, timeout_seconds: float) -> bool:
    """Wait until nothing is left to publish; False when it took longer (drain)."""
    try:
        async with asyncio.timeout(timeout_seconds):
            while await context.pool.fetchval(PENDING):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
            return True
    except DATABASE_AWAY:
        return False
