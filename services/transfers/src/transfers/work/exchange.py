"""Speaks to the national platform in no transaction: claims what is to be said, says it, keeps what came."""

import asyncio
import uuid
from datetime import timedelta
from functools import partial

from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.base.resilience import every
from shared.base.telemetry import get_logger
from shared.jobs.job import DAY_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context, Unit
from transfers import metrics
from transfers.handlers import hearing, incoming, sent
from transfers.platform.link import Line, TcpPlatform
from transfers.platform.port import Answer, Message, Platform, TxCode
from transfers.rules import fields
from transfers.rules.fields import BadFields
from transfers.settings import Settings
from transfers.store import centres, dispatches
from transfers.store import letters as store
from transfers.store.dispatches import Dispatch

LEASE_ANSWERS = 4
"""So many answers' time a message is one process's; after it another says it, under the same serial."""
FIRST_STATES = ("01", "02", "06", "08", "00", "20", "13", "40")
"""What the platform says of a letter that it has."""
FETCH_CENTRES: Job[Settings] = Job(
    "fetch-centres",
    "更新全国中心名录",
    lambda settings: settings.platform_rest_seconds,
    DAY_SECONDS,
)
log = get_logger()


def platform_of(settings: Settings, context: Context) -> TcpPlatform | None:
    """Make the line that the settings name; None where there is none."""
    if settings.platform_host is None:
        return None
    line = Line(
        settings.platform_host,
        settings.platform_port,
        settings.platform_node,
        settings.platform_password,
        settings.platform_ca_file,
        settings.platform_answer_seconds,
        settings.platform_rest_seconds,
        settings.platform_probe_seconds,
    )
    return TcpPlatform(line, context.clock.now, metrics.LINK_UP.set)


def jobs_of(settings: Settings) -> tuple[Job[Settings], ...]:
    """What the clock starts here, where the settings name a platform."""
    return (FETCH_CENTRES,) if settings.platform_host is not None else ()


async def run(context: Context[Settings], stop: asyncio.Event) -> None:
    """Keep the line, say what is due, ask how far letters are, fetch the list of centres, until `stop`."""
    settings = context.settings
    platform = platform_of(settings, context)
    if platform is None:
        return
    poll = settings.dispatch_poll_seconds
    async with asyncio.TaskGroup() as group:
        group.create_task(platform.run(partial(hear, context), stop))
        group.create_task(
            every(poll, partial(say_some, context, platform), stop, name="send letters")
        )
        group.create_task(
            every(poll, partial(ask_progress, context, platform), stop, name="ask about letters")
        )
        fetching = partial(fetch_centres, context, platform)
        group.create_task(keep_alone(context, FETCH_CENTRES, fetching, stop))


async def hear(context: Context[Settings], message: Message) -> Answer | None:
    """Do what the platform asks; nothing is answered where the database is away, so it comes again."""

    async def work(unit: Unit) -> Answer | None:
        return await hearing.hear(unit, message)

    try:
        answer = await context.transact(work)
    except (*CONTENDED, *DATABASE_AWAY) as error:
        log.warning("platform is not answered", error=type(error).__name__)
        answer = None
    _count(message.code, answer)
    return answer


def _count(code: TxCode, answer: Answer | None) -> None:
    outcome = "unanswered" if answer is None else "accepted" if answer.accepted else "refused"
    metrics.MESSAGES.labels(code.value, outcome).inc()


async def say_some(context: Context[Settings], platform: Platform) -> bool:
    """Say what is due; True where there may be more."""
    limit = context.settings.dispatch_batch
    lease = timedelta(seconds=LEASE_ANSWERS * context.settings.platform_answer_seconds)
    async with context.unit() as unit:
        claimed = await dispatches.claim(unit.connection, unit.personal_data, lease, limit)
    await asyncio.gather(*(_say_one(context, platform, one) for one in claimed))
    return len(claimed) == limit


async def _say_one(context: Context[Settings], platform: Platform, one: Dispatch) -> None:
    """Say one thing once. Whether a letter or its cancellation was heard before is asked first (BDC904)."""
    answer = await _known(platform, one) if one.attempts > 1 else None
    if answer is None:
        told = {"TxFunc": one.function, **one.fields}
        answer = await platform.ask(Message(one.code, one.serial, told))
        _count(one.code, answer)

    async def keep(unit: Unit) -> None:
        if answer is None:
            longest = timedelta(seconds=context.settings.dispatch_pause_max_seconds)
            await sent.postponed(unit, one, longest)
        else:
            await sent.answered(unit, one, answer)

    await context.transact(keep, patient=True)


async def _known(platform: Platform, one: Dispatch) -> Answer | None:
    """What the platform's books say of something that may have been heard; None: it is to be said."""
    if one.code is TxCode.LETTER and one.function == "0":
        known = await _progress(platform, one.number)
        if known is not None and known.fields.get("TranState") in FIRST_STATES:
            return Answer(accepted=True)
    elif one.code is TxCode.CANCEL:
        known = await _progress(platform, one.number)
        if known is not None and known.fields.get("TranState") == "05":
            return Answer(accepted=True)
    return None


async def _progress(platform: Platform, number: str) -> Answer | None:
    asked = Message(TxCode.PROGRESS, uuid.uuid4().hex, fields.numbered(number))
    answer = await platform.ask(asked)
    _count(TxCode.PROGRESS, answer)
    return answer if answer is not None and answer.accepted else None


async def ask_progress(context: Context[Settings], platform: Platform) -> bool:
    """Ask how far those letters of ours are of which nothing was heard for long."""
    settings = context.settings
    async with context.unit() as unit:
        rest = timedelta(seconds=settings.progress_ask_seconds)
        numbers = await store.to_ask_about(unit.connection, rest, settings.progress_batch)
    for number in numbers:
        answer = await _progress(platform, number)
        if answer is not None:
            await _keep_progress(context, number, answer)
    return len(numbers) == settings.progress_batch


async def _keep_progress(context: Context[Settings], number: str, answer: Answer) -> None:
    async def keep(unit: Unit) -> None:
        await incoming.progressed(unit, number, answer.fields)

    try:
        await context.transact(keep, patient=True)
    except BadFields as error:
        metrics.MESSAGES.labels(TxCode.PROGRESS.value, "unreadable").inc()
        log.warning("platform told nonsense of a letter", field=str(error))


async def fetch_centres(context: Context[Settings], platform: Platform) -> Round:
    """Fetch the national list of centres where ours is old (BDC909)."""
    life = timedelta(seconds=context.settings.centres_refresh_seconds)
    async with context.unit() as unit:
        fetched = await centres.fetched_at(unit.connection)
        now = unit.clock.now()
    old_at = fetched + life if fetched is not None else now
    if now < old_at:
        return Round(next_at=old_at)
    answer = await platform.ask(Message(TxCode.CENTRES, uuid.uuid4().hex))
    if answer is None or not answer.accepted:
        return Round(waiting_since=old_at)
    try:
        told = fields.read_centres(answer.fields)
    except BadFields as error:
        metrics.MESSAGES.labels(TxCode.CENTRES.value, "unreadable").inc()
        log.warning("platform told nonsense of centres", field=str(error))
        return Round(waiting_since=old_at)

    async def keep(unit: Unit) -> None:
        await sent.centres_told(unit, told)

    await context.transact(keep, patient=True)
    return Round("更新全国中心名录", next_at=now + life)
