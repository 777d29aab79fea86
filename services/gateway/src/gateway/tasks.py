"""What runs beside requests and messages: the first administrator, signing keys, pruning."""

import asyncio

from gateway.clock import now_of
from gateway.handlers import administration, keys
from gateway.secrets_at_rest import Passwords
from gateway.settings import settings_of
from gateway.store import pruning
from shared.base.db import CONTENDED, DATABASE_AWAY
from shared.base.telemetry import get_logger
from shared.base.waiting import pause
from shared.messaging.unit import Context

log = get_logger()


async def keep_keys(context: Context, stop: asyncio.Event) -> None:
    """Make, publish and forget signing keys as they age."""
    settings = settings_of(context)
    while not stop.is_set():
        pause_seconds = settings.keys_check_seconds
        try:
            await keys.rotate_by_age(context)
        except (*DATABASE_AWAY, *CONTENDED) as error:
            log.warning("signing keys not looked after", error=repr(error))
            pause_seconds = 1.0
        await pause(stop, pause_seconds)


async def make_first_admin(context: Context, stop: asyncio.Event) -> None:
    """Make the administrator whom the settings name, if there is none."""
    settings = settings_of(context)
    passwords = Passwords.from_settings(settings)
    while not stop.is_set():
        try:
            if await administration.make_first_admin(context, passwords):
                log.warning("first administrator made", login=settings.first_admin_login)
            return
        except (*DATABASE_AWAY, *CONTENDED) as error:
            log.warning("first administrator not made yet", error=repr(error))
            await pause(stop, 1.0)


async def prune(context: Context, stop: asyncio.Event) -> None:
    """Forget old limits, locks, challenges and sessions."""
    settings = settings_of(context)
    while not stop.is_set():
        try:
            async with context.unit() as unit:
                await pruning.prune(unit.connection, now_of(context))
        except (*DATABASE_AWAY, *CONTENDED) as error:
            log.warning("nothing pruned", error=repr(error))
        await pause(stop, settings.prune_every_seconds)
