"""In from the carriers: receipts and citizens' texts, kept in batches before they are acknowledged."""

import asyncio
from collections.abc import Sequence
from functools import partial

from notifications.carriers import ReceivedPart, ReceivedText, Report, UnreadableError
from notifications.handlers import long_texts, receipts
from notifications.handlers.incoming import answer_texts
from notifications.metrics import TEXTS_RECEIPTED
from notifications.settings import Settings
from notifications.store.receipts import Told
from notifications.work.connection import Brought, Incoming
from shared.base.db import CONTENDED, named
from shared.base.linger import Linger
from shared.base.resilience import all_or_each
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

BATCH_MESSAGES = 200
LINGER_MAX_SECONDS = 0.25

log = get_logger()


async def receive(context: Context[Settings], brought: Brought, stop: asyncio.Event) -> None:
    """Keep what comes in, then acknowledge it; what was not kept, the carrier brings again."""
    stopping = asyncio.create_task(stop.wait())
    linger = Linger(LINGER_MAX_SECONDS)
    try:
        while not stop.is_set():
            first = asyncio.create_task(brought.get())
            await asyncio.wait({first, stopping}, return_when=asyncio.FIRST_COMPLETED)
            if not first.done():
                first.cancel()
                return
            batch = await linger.batch(first.result(), brought, BATCH_MESSAGES)
            with linger.over(len(batch)):
                await _keep_and_acknowledge(context, batch)
    finally:
        stopping.cancel()


async def _keep_and_acknowledge(context: Context[Settings], batch: Sequence[Incoming]) -> None:
    """Keep a batch; when it fails, one by one, so that only the poison message is refused."""

    async def work(some: Sequence[Incoming]) -> Sequence[Incoming]:
        await context.transact(partial(keep, batch=some), patient=True)
        return some

    for kept in await all_or_each(batch, work, _refused):
        for message in kept:
            message.acknowledge()


async def _refused(message: Incoming, error: Exception) -> None:
    if isinstance(error, CONTENDED):
        log.warning("message not kept, the carrier brings it again", error=named(error))
        return
    log.error("message refused for good", exc_info=error)
    message.refuse()


async def keep(unit: Unit[Settings], *, batch: Sequence[Incoming]) -> None:
    """Record the receipts and answer the texts of a batch."""
    now = unit.clock.now()
    told: list[Told] = []
    texts: list[ReceivedText] = []
    parts: list[ReceivedPart] = []
    for message in batch:
        try:
            match message.read():
                case ReceivedText() as text:
                    texts.append(text)
                case ReceivedPart() as part:
                    parts.append(part)
                case Report(outcome=str(outcome)) as report:
                    TEXTS_RECEIPTED.labels(outcome).inc()
                    told.append(receipts.told_by(unit, report, outcome))
        except UnreadableError as error:
            log.error("unreadable message left aside", error=str(error))
    await receipts.keep(unit, told, now)
    if parts:
        texts += await long_texts.take(unit, parts, now)
    if texts:
        await answer_texts(unit, texts, now)
