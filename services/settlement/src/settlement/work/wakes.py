"""Waking the tasks that look for work: one LISTEN connection per process, polling where it was lost."""

import asyncio

from settlement.domain import Kind
from settlement.store.days import RECONCILE_CHANNEL
from settlement.store.due import Due
from shared.base.waiting import first_of
from shared.messaging import notices
from shared.messaging.unit import Context

SEND_CHANNEL = "settlement_work"
CARDS_CHANNEL = "settlement_cards"
SELDOM_SECONDS = 5.0
"""How often each looks for itself: one look for all of them wakes them, as NOTIFY does."""


class Wakes:
    """The events that NOTIFY sets; its `run` is a task beside those that wait."""

    def __init__(self) -> None:
        self.send = {kind: asyncio.Event() for kind in Kind}
        self.reconcile = asyncio.Event()
        self.check_cards = asyncio.Event()
        self.doubt = asyncio.Event()
        self.lapse = asyncio.Event()
        self.ask = asyncio.Event()
        self.evidence = asyncio.Event()

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

    def time_has_come(self, due: Due) -> None:
        """Wake whoever has something to do by now."""
        for kind in due.to_send:
            self.send[kind].set()
        for event, wanted in (
            (self.doubt, due.silent),
            (self.lapse, due.lapsed),
            (self.ask, due.to_ask),
            (self.evidence, due.evidence),
            (self.check_cards, due.cards),
        ):
            if wanted:
                event.set()

    def _new_orders(self, kind: str) -> None:
        """Wake the sender of the kind that the payload names."""
        self.send[Kind(kind)].set()

    def _cards_to_check(self, _: str) -> None:
        self.check_cards.set()

    def _reconciliation_wanted(self, _: str) -> None:
        self.reconcile.set()


def seldom(seconds: float) -> float:
    """How long who is woken rests at the most, of whom `seconds` says how often they look together."""
    return max(seconds, SELDOM_SECONDS)


async def woken(event: asyncio.Event, stop: asyncio.Event, seconds: float) -> None:
    """Wait for an event, for the order to stop, or for some time; clears the event."""
    await first_of(event, stop, seconds=seconds)
    event.clear()
