"""What runs beside the requests: a link to each carrier, a sender for each, and what all of them share."""

import asyncio
from collections.abc import Sequence
from typing import Any

from notifications.carriers import Route
from notifications.settings import Settings
from notifications.work.cmpp_link import CmppLink
from notifications.work.connection import INCOMING_MAX_MESSAGES, Brought
from notifications.work.link import Link
from notifications.work.receiver import receive
from notifications.work.sender import QUEUED_CHANNEL, Sender
from notifications.work.smpp_link import SmppLink
from notifications.work.watcher import Watcher, measure
from shared.messaging import notices
from shared.messaging.unit import Context


async def exchange_texts(context: Context[Settings], stop: asyncio.Event) -> None:
    """Send and receive until `stop`; the links go down last, so that answers still come in."""
    settings = context.settings
    brought: Brought = asyncio.Queue(INCOMING_MAX_MESSAGES)
    links = links_of(settings, brought)
    senders = [Sender(context, settings, link) for link in links]
    link_stop = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for link in links:
            group.create_task(link.stay_up(link_stop))
        try:
            async with asyncio.TaskGroup() as users:
                users.create_task(_wake(context, senders, stop))
                for sender in senders:
                    users.create_task(sender.run(stop))
                users.create_task(receive(context, brought, stop))
                users.create_task(Watcher(context, settings, links).run(stop))
                users.create_task(measure(context, stop))
        finally:
            link_stop.set()


def links_of(settings: Settings, brought: Brought) -> Sequence[Link[Any]]:
    """A link to each carrier that there is a contract with."""
    links: list[Link[Any]] = []
    if Route.SMPP in settings.routes:
        links.append(SmppLink(settings, brought))
    if Route.CMPP in settings.routes:
        links.append(CmppLink(settings, brought))
    return links


async def _wake(context: Context[Settings], senders: Sequence[Sender], stop: asyncio.Event) -> None:
    """Tell every sender that there are texts, whenever somebody has queued some."""

    def wake(_told: str = "") -> None:
        for sender in senders:
            sender.wake()

    await notices.listen(context, {QUEUED_CHANNEL: wake}, wake, stop)
