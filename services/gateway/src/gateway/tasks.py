"""What runs beside requests and messages: the first administrator, signing keys, pruning."""

import asyncio
from functools import partial

from gateway.clock import now_of
from gateway.handlers import administration, keys
from gateway.secrets_at_rest import Passwords
from gateway.settings import Settings
from gateway.store import pruning
from shared.base.resilience import attempt, every
from shared.base.telemetry import get_logger
from shared.base.waiting import unless
from shared.messaging.unit import Context

KEYS_RETRY_SECONDS = 1.0

log = get_logger()


async def keep_keys(context: Context[Settings], stop: asyncio.Event) -> None:
    """Make, publish and forget signing keys as they age."""

    async def rotate() -> None:
        await keys.rotate_by_age(context)

    await every(
        context.settings.keys_check_seconds,
        rotate,
        stop,
        name="look after signing keys",
        after_failure_seconds=KEYS_RETRY_SECONDS,
    )


async def make_first_admin(context: Context[Settings], stop: asyncio.Event) -> None:
    """Make the administrator whom the settings name, if there is none."""
    passwords = Passwords.from_settings(context.settings)
    making = partial(administration.make_first_admin, context, passwords)
    if await unless(stop, attempt(making, patient=True)):
        log.warning("first administrator made", login=context.settings.first_admin_login)


async def prune(context: Context[Settings], stop: asyncio.Event) -> None:
    """Forget old limits, locks, challenges and sessions."""

    async def forget() -> None:
        async with context.unit() as unit:
            await pruning.prune(unit.connection, now_of(context))

    await every(context.settings.prune_every_seconds, forget, stop, name="prune")
