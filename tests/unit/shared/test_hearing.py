"""A service says only who handles what a queue hears; what the queue hears stands in the table of queues."""

from collections.abc import Sequence
from typing import Any

import pytest

from shared.messages.accounts import OffsetRefused, OffsetReserved
from shared.messages.settlement import DebitSucceeded, ReceiptCredited
from shared.messaging.consumer import hearing
from shared.messaging.topology import Queue
from shared.messaging.unit import Received, Unit

QUEUE = Queue("loans.test", (OffsetReserved, OffsetRefused, DebitSucceeded), "a test")


async def either(unit: Unit, batch: Sequence[Received[OffsetRefused | OffsetReserved]]) -> None:
    """Take two kinds of events."""


async def refused(unit: Unit, batch: Sequence[Received[OffsetRefused]]) -> None:
    """Take one kind."""


async def debits(unit: Unit, batch: Sequence[Received[DebitSucceeded]]) -> None:
    """Take another."""


async def whatever(unit: Unit, batch: Sequence[Received[Any]]) -> None:
    """Take what no other takes."""


async def receipts(unit: Unit, batch: Sequence[Received[ReceiptCredited]]) -> None:
    """Take what this queue does not hear."""


def test_events_come_in_the_order_of_their_handlers() -> None:
    heard = hearing(QUEUE, debits, either)
    assert list(heard.handlers.items()) == [
        (DebitSucceeded, debits),
        (OffsetRefused, either),
        (OffsetReserved, either),
    ]


def test_who_names_no_event_takes_the_others() -> None:
    heard = hearing(QUEUE, whatever, refused)
    assert list(heard.handlers.items()) == [
        (OffsetReserved, whatever),
        (DebitSucceeded, whatever),
        (OffsetRefused, refused),
    ]


@pytest.mark.parametrize(
    "handlers",
    [(either,), (either, refused, debits), (either, debits, receipts), (either, receipts)],
    ids=["an event without a handler", "two handlers", "an unknown event", "another event"],
)
def test_whatever_differs_from_the_table_of_queues_is_refused_at_import(handlers: Any) -> None:
    with pytest.raises(ValueError, match=r"loans\.test"):
        hearing(QUEUE, *handlers)
