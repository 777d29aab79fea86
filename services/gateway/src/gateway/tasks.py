"""What runs beside requests and messages: signing keys, pruning."""

import asyncio

from gateway.clock import now_of
from gateway.handlers import keys
from gateway.settings import Settings
from gateway.store import pruning
from shared.jobs.job import DAY_SECONDS, HOUR_SECONDS, Job, Round
from shared.jobs.keeping import keep, keep_alone
from shared.messaging.unit import Context, Unit

KEYS: Job[Settings] = Job(
    "keep-keys",
    "登录签名密钥轮换",
    lambda settings: settings.keys_check_seconds,
    HOUR_SECONDS,
    after_failure_seconds=1.0,
)
PRUNE: Job[Settings] = Job(
    "prune", "过期登录记录清除", lambda settings: settings.prune_every_seconds, DAY_SECONDS
)


async def keep_keys(context: Context[Settings], stop: asyncio.Event) -> None:
    """Make, publish and forget signing keys as they age."""

    async def rotate() -> Round:
        await keys.rotate_by_age(context)
        return Round()

    await keep_alone(context, KEYS, rotate, stop)


async def prune(context: Context[Settings], stop: asyncio.Event) -> None:
    """Forget old limits, locks, challenges and sessions."""

    async def forget(unit: Unit[Settings]) -> Round:
        await pruning.prune(unit.connection, now_of(context))
        return Round()

    await keep(context, PRUNE, forget, stop)


JOBS: tuple[Job[Settings], ...] = (KEYS, PRUNE)
"""What staff can look at."""
