"""What runs beside requests and messages: signing keys, pruning."""

import asyncio

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.settings import Settings
from gateway.store import pruning
from shared.base.resilience import every
from shared.messaging.unit import Context

KEYS_RETRY_SECONDS = 1.0


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


async def prune(context: Context[Settings], stop: asyncio.Event) -> None:
    """Forget old limits, locks, challenges and sessions."""

    async def forget() -> None:
        async with context.unit() as unit:
            await pruning.prune(unit.connection, now_of(context))

    await every(context.settings.prune_every_seconds, forget, stop, name="prune")
