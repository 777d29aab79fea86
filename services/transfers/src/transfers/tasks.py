"""What runs beside requests and messages."""

import asyncio
from datetime import timedelta

from shared.base.resilience import every
from shared.messages.transfers import Direction
from shared.messaging.unit import Context
from transfers import metrics, views
from transfers.settings import Settings
from transfers.work import exchange as work


async def exchange(context: Context[Settings], stop: asyncio.Event) -> None:
    """Speak with the national platform until `stop`."""
    await work.run(context, stop)


async def count_letters(context: Context[Settings], stop: asyncio.Event) -> None:
    """Count what is open, overdue and unsaid until `stop`."""

    async def count() -> None:
        now = context.clock.now()
        policy = await views.policy(context.pool, context.clock.today())
        found = await views.figures(context.pool, now - timedelta(days=policy.overdue_days))
        for direction in Direction:
            row = found.get(direction)
            metrics.LETTERS_OPEN.labels(direction.value).set(row["open"] if row else 0)
            metrics.LETTERS_OVERDUE.labels(direction.value).set(row["overdue"] if row else 0)
        unsaid = await views.messages(context.pool, now)
        metrics.MESSAGES_WAITING.set(unsaid["waiting"])
        metrics.OLDEST_MESSAGE_SECONDS.set(unsaid["oldest_seconds"] or 0)
        metrics.MESSAGES_REFUSED.set(unsaid["refused"])

    await every(context.settings.figures_seconds, count, stop, name="count letters")
