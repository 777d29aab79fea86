"""What runs beside requests and messages: signing keys, pruning, terminals."""

import asyncio

from gateway.clock import now_of, terminals_heard_since
from gateway.handlers import corrections, erasures, keys
from gateway.metrics import CORRECTIONS_OPEN, KIOSKS_IN_NEED, KIOSKS_SILENT
from gateway.rules.corrections import OPEN
from gateway.settings import Settings
from gateway.store import corrections as correction_store
from gateway.store import pruning, terminals
from shared.jobs.job import DAY_SECONDS, HOUR_SECONDS, Job, Round, day_after
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

CORRECTIONS: Job[Settings] = Job(
    "end-corrections",
    "信息更正超期未办的结束",
    lambda settings: settings.corrections_end_seconds,
    DAY_SECONDS,
)
CORRECTIONS_AT_ONCE = 200


ERASURES: Job[Settings] = Job(
    "forget-old-logins", "久停登录去标识", lambda _: HOUR_SECONDS, DAY_SECONDS
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


async def end_corrections(context: Context[Settings], stop: asyncio.Event) -> None:
    """End corrections that were referred and that nobody came for, and count those that wait."""
    await keep(context, CORRECTIONS, end_some_corrections, stop)


async def end_some_corrections(unit: Unit[Settings]) -> Round:
    """End some; says whether there may be more."""
    ended = await corrections.end_unattended(unit, CORRECTIONS_AT_ONCE)
    waiting = await correction_store.waiting(unit.connection)
    for state in OPEN:
        CORRECTIONS_OPEN.labels(state.value).set(waiting.get(state, 0))
    return Round(more=ended == CORRECTIONS_AT_ONCE)


async def forget_old_logins(context: Context[Settings], stop: asyncio.Event) -> None:
    """Once a business date forget who staff and operators were that were shut out so long ago."""

    async def forget(unit: Unit[Settings]) -> Round:
        gone = await erasures.forget_old_logins(unit)
        if gone == erasures.LOGINS_AT_ONCE:
            return Round(f"{gone}个", more=True)
        return Round(f"{gone}个" if gone else None, next_at=day_after(unit.clock.today()))

    await keep(context, ERASURES, forget, stop)


JOBS: tuple[Job[Settings], ...] = (KEYS, PRUNE, TERMINALS, CORRECTIONS, ERASURES)
"""What staff can look at."""
