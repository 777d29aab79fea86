"""What runs beside requests and messages: signing keys, pruning, terminals."""

import asyncio

from gateway.clock import now_of, terminals_heard_since
from gateway.handlers import keys
from gateway.metrics import KIOSKS_IN_NEED, KIOSKS_SILENT
from gateway.settings import Settings
from gateway.store import pruning, terminals
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

TERMINALS: Job[Settings] = Job(
    "watch-terminals",
    "自助终端状态检查",
    lambda settings: settings.terminals_check_seconds,
    HOUR_SECONDS,
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


async def watch_terminals(context: Context[Settings], stop: asyncio.Event) -> None:
    """Count the terminals that are silent, and those that need somebody's hands."""
    await keep(context, TERMINALS, count_terminals, stop)


async def count_terminals(unit: Unit[Settings]) -> Round:
    """Tell Prometheus how the kiosks stand."""
    found = await terminals.standing(unit.connection, terminals_heard_since(unit.context))
    KIOSKS_SILENT.set(found.silent)
    KIOSKS_IN_NEED.set(found.in_need)
    return Round()


JOBS: tuple[Job[Settings], ...] = (KEYS, PRUNE, TERMINALS)
"""What staff can look at."""
