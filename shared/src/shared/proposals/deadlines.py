"""Proposals that nobody decides: counted while they wait, ended when their time is over."""

import asyncio
from functools import partial

from shared.base.resilience import every
from shared.base.telemetry import PROPOSALS_EXPIRED, PROPOSALS_OLDEST_SECONDS, PROPOSALS_OPEN
from shared.messaging.unit import Context
from shared.proposals import store

CHECK_EVERY_SECONDS = 60.0


async def watch(context: Context, kinds: frozenset[str], stop: asyncio.Event) -> None:
    """End what is out of time and show what waits, every minute."""
    for kind in kinds:
        PROPOSALS_EXPIRED.labels(kind)
    await every(
        CHECK_EVERY_SECONDS, partial(look, context, kinds), stop, name="look at open proposals"
    )


async def look(context: Context, kinds: frozenset[str]) -> None:
    """Look once."""
    now = context.clock.now()
    for kind in await store.expire(context.pool, now):
        PROPOSALS_EXPIRED.labels(kind).inc()
    waiting = await store.waiting(context.pool, now)
    for kind in kinds:
        proposals, oldest_seconds = waiting.get(kind, (0, 0.0))
        PROPOSALS_OPEN.labels(kind).set(proposals)
        PROPOSALS_OLDEST_SECONDS.labels(kind).set(oldest_seconds)


async def check_policies(context: Context, kinds: frozenset[str]) -> None:
    """Raise `LookupError` where an operation that takes two people has no policy."""
    if missing := kinds - await store.kinds_with_policy(context.pool):
        raise LookupError(f"operations without a row in proposal_policy: {sorted(missing)}")
