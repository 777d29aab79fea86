"""What runs beside the requests: one link to the SMSC and the three that use it."""

import asyncio

from notifications.settings import Settings
from notifications.work.link import Link
from notifications.work.receiver import receive
from notifications.work.sender import Sender
from notifications.work.watcher import Watcher, measure
from shared.messaging.unit import Context


async def exchange_texts(context: Context[Settings], stop: asyncio.Event) -> None:
    """Send and receive until `stop`; the link goes down last, so that answers still come in."""
    settings = context.settings
    link = Link(settings)
    link_stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(link.stay_bound(link_stop))
        try:
            async with asyncio.TaskGroup() as users:
                users.create_task(Sender(context, settings, link).run(stop))
                users.create_task(receive(context, link, stop))
                users.create_task(Watcher(context, settings, link).run(stop))
                users.create_task(measure(context, stop))
        finally:
            link_stop.set()
