"""Proposals that nobody decides: counted while they wait, ended when their time is over."""

import asyncio

from shared.base.telemetry import PROPOSALS_EXPIRED, PROPOSALS_OLDEST_SECONDS, PROPOSALS_OPEN
from shared.jobs.job import HOUR_SECONDS, MINUTE_SECONDS, Job, Round
from shared.jobs.keeping import keep_alone
from shared.messaging.unit import Context
from shared.proposals import store

EXPIRING = Job("expire-proposals", "待复核事项到期", lambda _: MINUTE_SECONDS, HOUR_SECONDS)


async def watch(context: Context, kinds: frozenset[str], stop: asyncio.Event) -> None:
    """End what is out of time and show what waits, every minute."""
    for kind in kinds:
        PROPOSALS_EXPIRED.labels(kind)

    async def work() -> Round:
        expired = await look(context, kinds)
        return Round(f"{expired}件待复核事项到期" if expired else None)

    await keep_alone(context, EXPIRING, work, stop)


async def look(context: Context, kinds: frozenset[str]) -> int:
    """Look once; returns how many proposals ended."""
    now = context.clock.now()
    ended = await store.expire(context.pool, now)
    for kind in ended:
        PROPOSALS_EXPIRED.labels(kind).inc()
    waiting = await store.waiting(context.pool, now)
    for kind in kinds:
        proposals, oldest_seconds = waiting.get(kind, (0, 0.0))
        PROPOSALS_OPEN.labels(kind).set(proposals)
        PROPOSALS_OLDEST_SECONDS.labels(kind).set(oldest_seconds)
    return len(ended)


async def check_policies(context: Context, kinds: frozenset[str]) -> None:
    """Raise `LookupError` where an operation that takes two people has no policy."""
    if missing := kinds - await store.kinds_with_policy(context.pool):
        raise LookupError(f"operations without a row in proposal_policy: {sorted(missing)}")
