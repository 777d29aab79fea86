"""What runs beside requests and messages."""

import asyncio

from shared.messaging.unit import Context
from wechat.platform import Platform
from wechat.settings import Settings
from wechat.work.holder import Holder
from wechat.work.sender import Sender
from wechat.work.watcher import Watcher


async def keep_in_touch(context: Context[Settings], stop: asyncio.Event) -> None:
    """Hold the token, send and watch until `stop`."""
    platform = Platform(context.settings)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(Holder(context, platform).run(stop))
            group.create_task(Sender(context, platform).run(stop))
            group.create_task(Watcher(context).run(stop))
    finally:
        await platform.close()
