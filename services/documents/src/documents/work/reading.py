"""Asks about codes of other centres, in no transaction: claims readings, asks, keeps what came."""

import asyncio
from datetime import timedelta
from functools import partial

from documents import metrics, views
from documents.domain import CaseKind
from documents.errors import Reason
from documents.handlers import reading as handlers
from documents.handlers import showing
from documents.sealed import READ_CODE, READ_ID_NUMBER
from documents.settings import Settings
from documents.store import readings
from documents.store.readings import Reading
from documents.work.national import HttpPlatform, Platform, Question, client_of
from shared.base.resilience import every
from shared.jobs.job import HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep
from shared.messaging.unit import Context, Unit

LEASE = timedelta(minutes=2)
"""Longer than the platform may take; after it another process asks, under the same number."""
LONGEST_PAUSE_SECONDS = 60
GAUGES_EVERY_SECONDS = 5.0
FORGET_CODES: Job[Settings] = Job(
    "forget-codes", "失效亮码清除", lambda settings: settings.code_sweep_seconds, HOUR_SECONDS
)
PURPOSES = {CaseKind.WITHDRAWAL: "住房公积金提取", CaseKind.LOAN: "住房公积金贷款"}


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Read until `stop`."""
    client = client_of(context.settings)
    if client is None:
        return
    platform = HttpPlatform(client, context.settings)
    try:
        async with asyncio.TaskGroup() as group:
            work, seconds = (
                partial(read_some, context, platform),
                context.settings.reading_poll_seconds,
            )
            group.create_task(every(seconds, work, stop, name="read codes of other centres"))
            show = partial(measure, context)
            group.create_task(
                every(GAUGES_EVERY_SECONDS, show, stop, name="count codes to be read")
            )
    finally:
        await client.aclose()


async def forget(context: Context[Settings], stop: asyncio.Event) -> None:
    """Delete what dead codes stood for, until `stop`."""

    async def some(unit: Unit[Settings]) -> Round:
        more = await showing.forget(unit)
        return Round("清除失效亮码" if more else None, more)

    await keep(context, FORGET_CODES, some, stop)


async def read_some(context: Context[Settings], platform: Platform) -> bool:
    """Ask about what is due; True where there may be more."""
    limit = context.settings.reading_batch
    async with context.pool.acquire() as connection:
        claimed = await readings.claim(connection, context.clock.now(), LEASE, limit)
    await asyncio.gather(*(_read_one(context, platform, one) for one in claimed))
    return len(claimed) == limit


async def measure(context: Context[Settings]) -> None:
    """Show what waits to be read."""
    found = await views.readings_waiting(context.pool)
    metrics.READINGS_WAITING.set(found["waiting"])
    metrics.OLDEST_READING_SECONDS.set(found["oldest_seconds"] or 0)


async def _read_one(context: Context[Settings], platform: Platform, one: Reading) -> None:
    """Ask about one; what is not answered is asked again, until no code of that day lives any more."""
    data = context.personal_data
    assert one.code_sealed is not None, "it is still asked"
    assert one.id_number_sealed is not None, "it is still asked"
    answer = await platform.read(
        Question(
            one.reading_id,
            data.open(one.code_sealed, READ_CODE, one.reading_id),
            data.open(one.id_number_sealed, READ_ID_NUMBER, one.reading_id),
            PURPOSES[one.case_kind],
        )
    )
    if answer is None and context.clock.now() < one.dies_at:
        pause = timedelta(seconds=min(2 ** (one.attempts - 1), LONGEST_PAUSE_SECONDS))
        async with context.unit() as unit:
            await readings.again_at(unit.connection, one.reading_id, unit.clock.now() + pause)
        return

    async def keep(unit: Unit) -> None:
        if answer is None:
            await handlers.refuse(unit, one.reading_id, Reason.PLATFORM_AWAY)
        elif isinstance(answer, Reason):
            await handlers.refuse(unit, one.reading_id, answer)
        else:
            await handlers.told(unit, one.reading_id, answer)

    await context.transact(keep, patient=True)
