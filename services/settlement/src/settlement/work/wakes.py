"""Waking the tasks that look for work: one LISTEN connection per process, polling where it was lost."""

import asyncio

from settlement.domain import Kind
from settlement.store.days import RECONCILE_CHANNEL
from shared.base.waiting import first_of
from shared.messaging import notices
from shared.messaging.unit import Context

SEND_CHANNEL = "settlement_work"
CARDS_CHANNEL = "settlement_cards"


class Wakes:
    """The events that NOTIFY sets; its `run` is a task beside those that wait."""

    def __init__(self) -> None:
        self.send = {kind: asyncio.Event() for kind in Kind}
        self.reconcile = asyncio.Event()
        self.check_cards = asyncio.Event()

    async def run(self, context: Context, stop: asyncio.Event) -> None:
        """Listen for as long as the service lives; survives a lost database."""
        heard = {
            SEND_CHANNEL: self._new_orders,
            RECONCILE_CHANNEL: self._reconciliation_wanted,
            CARDS_CHANNEL: self._cards_to_check,
        }
        await notices.listen(context, heard, self._look, stop)

    def _look(self) -> None:
        """Wake everybody: something may have been missed."""
        for event in (*self.send.values(), self.reconcile, self.check_cards):
            event.set()

    def _new_orders(self, kind: str) -> None:
        """Wake the sender of the kind that the payload names."""
        self.send[Kind(kind)].set()

    def _cards_to_check(self, _: str) -> None:
        self.check_cards.set()

    def _reconciliation_wanted(self, _: str) -> None:
        self.reconcile.set()


async def woken(event: asyncio.Event, stop: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for the order to stop, or for some time; clears the event."""
    await first_of(event, stop, seconds=seconds)
    event.clear()
