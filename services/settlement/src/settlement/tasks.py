"""What runs beside requests and messages: one link to the bank, and all that use it."""

import asyncio

from settlement.domain import Kind
from settlement.settings import Settings
from settlement.work import reader, reconciler
from settlement.work.link import BankLink
from settlement.work.sender import Sender
from settlement.work.wakes import Wakes
from settlement.work.watcher import Watcher
from shared.messaging.unit import Context


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
