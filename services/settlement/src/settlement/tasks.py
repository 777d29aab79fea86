"""What runs beside requests and messages: one link to the bank, and all that use it."""

import asyncio

from settlement.domain import Kind
from settlement.settings import Settings
from settlement.work import reader, reconciler
from settlement.work.adoption import adopt
from settlement.work.link import BankLink
from settlement.work.sender import Sender
from settlement.work.wakes import Wakes
from settlement.work.watcher import Watcher
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context

log = get_logger()


async def adopt_conclusions(context: Context, _stop: asyncio.Event) -> None:
    """Let what waited for a second person before there were proposals be one; once."""
    if adopted := await context.transact(adopt, patient=True):
        log.info("conclusions are proposals now", conclusions=adopted)


async def work_with_bank(context: Context[Settings], stop: asyncio.Event) -> None:
    """Send, ask, read and compare until `stop`; the link goes down last."""
    settings = context.settings
    wakes = Wakes()
    async with BankLink(settings) as link, asyncio.TaskGroup() as group:
        group.create_task(wakes.run(context, stop))
        for kind in Kind:
            group.create_task(Sender(context, settings, link, wakes, kind).run(stop))
        group.create_task(Watcher(context, settings, link).run(stop))
        group.create_task(reader.read(context, settings, link, stop))
        group.create_task(reconciler.run(context, settings, link, wakes, stop))
