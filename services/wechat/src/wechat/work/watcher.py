"""Looks after what nobody looks after: dead senders, what is late or in doubt, receipts, what is old."""

import asyncio
from datetime import UTC, datetime, timedelta

from shared.base.resilience import every
from shared.messaging.unit import Context, Unit
from wechat import metrics
from wechat.handlers import delivering
from wechat.settings import Settings
from wechat.store import bindings, incoming, outgoing, receipts

KEEP_INCOMING = timedelta(days=3)
"""WeChat takes an answer for 48 hours."""
KEEP_RECEIPTS = timedelta(days=1)


class Watcher:
    """Runs every `send_poll_seconds`; several instances do not get into each other's way."""

    def __init__(self, context: Context[Settings]) -> None:
        self._context = context
        self._settings = context.settings

    async def run(self, stop: asyncio.Event) -> None:
        """Watch until `stop`."""
        await every(self._settings.send_poll_seconds, self.round, stop, name="watch what goes out")

    async def round(self) -> None:
        """Look once."""
        await self._context.transact(self._tidy)

    async def _tidy(self, unit: Unit) -> None:
        connection, now = unit.connection, unit.clock.now()
        recovered = await outgoing.recover(connection, now, now + self._settings.doubt)
        told = await receipts.match(connection, now)
        ended = await outgoing.expire(connection, now)
        delivering.tell(unit, [*recovered, *told, *ended])
        await bindings.prune(connection, now - KEEP_INCOMING)
        real, age = datetime.now(UTC), timedelta(seconds=2 * self._settings.callback_age_seconds)
        await incoming.prune(connection, real - 2 * age, now - KEEP_INCOMING)
        await receipts.prune(connection, now - KEEP_RECEIPTS)
        _measure(await outgoing.figures(connection, now))


def _measure(found: outgoing.Figures) -> None:
    metrics.WAITING.set(found.waiting)
    metrics.DOUBTFUL.set(found.doubtful)
    metrics.BINDINGS.set(found.bindings)
    metrics.TOKEN_SECONDS.set(found.token_seconds)
