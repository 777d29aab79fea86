"""Whatever one of the staff does here for somebody else takes another one: every operation, every trick."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from tests.support.two_people import holds_against_insiders

from settlement.iso20022 import read_notification
from settlement.operations import OPERATIONS

from .conftest import Settlement
from .test_odd_entries import ONE_IN_DOLLARS, read, set_aside
from .test_reconciliation import Books
from .test_two_ends import planted
from .test_who_may_what import DAY, plant

GROUNDS = {"reason": "银行书面说明", "evidence": ["2026-118"]}
LARGE_FEN = 50_000_000


async def conclusion(settlement: Settlement) -> tuple[str, dict[str, Any]]:
    key = await Books(settlement).order("failed")
    await settlement.context.pool.execute(
        "UPDATE payment_order SET attention = 'contradiction' WHERE order_id = $1", key
    )
    return f"/payment-orders/{key}/conclusion", {"outcome": "explained", **GROUNDS}


async def explanation(settlement: Settlement) -> tuple[str, dict[str, Any]]:
    await plant(settlement, 1)
    found = await settlement.context.pool.fetchval(
        "UPDATE difference SET bank_fen = $2 WHERE business_date = $1 RETURNING id", DAY, LARGE_FEN
    )
    return f"/differences/{found}/explanation", GROUNDS


async def odd_explanation(settlement: Settlement) -> tuple[str, dict[str, Any]]:
    assert await read(settlement, read_notification(ONE_IN_DOLLARS))
    (odd,) = await set_aside(settlement)
    return f"/odd-entries/{odd['id']}/explanation", GROUNDS


async def cross_explanation(settlement: Settlement) -> tuple[str, dict[str, Any]]:
    return f"/cross-differences/{await planted(settlement, LARGE_FEN)}/explanation", GROUNDS


ARRANGE: dict[str, Callable[[Settlement], Awaitable[tuple[str, dict[str, Any]]]]] = {
    "order.conclude": conclusion,
    "difference.explain": explanation,
    "odd_entry.explain": odd_explanation,
    "cross_difference.explain": cross_explanation,
}


def test_every_operation_is_tried() -> None:
    """Setting messages aside is every service's: tests/integration/shared/test_parking.py."""
    assert set(ARRANGE) == {operation.kind for operation in OPERATIONS} - {
        "parked_message.set_aside"
    }


@pytest.mark.parametrize("kind", ARRANGE)
async def test_no_insider_gets_it_done_alone(settlement_alone: Settlement, kind: str) -> None:
    path, body = await ARRANGE[kind](settlement_alone)
    done = await holds_against_insiders(settlement_alone.desk, path, body)
    assert (done["kind"], done["state"]) == (kind, "executed")
