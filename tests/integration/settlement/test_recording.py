"""Outcomes that the database refuses: nobody else's outcome goes with them (R-WDR-13)."""

import uuid
from dataclasses import replace

from settlement import decisions
from settlement.decisions import Moment, Move
from settlement.domain import Answer, BatchId, Kind, Order, OrderId, Verdict
from settlement.handlers.outcomes import record
from settlement.store import claims

from .conftest import Settlement

SERIAL = "S000001"


async def sent(settlement: Settlement, orders: int) -> tuple[BatchId, list[OrderId]]:
    """Orders that went out in one batch."""
    keys = [OrderId(await settlement.approved()) for _ in range(orders)]
    batch_id = BatchId(uuid.uuid4())
    async with settlement.context.unit() as unit:
        claimed = await claims.claim_to_send(
            unit.connection, Kind.PAYOUT, batch_id, flagged=False, limit=orders,
            answer_within_seconds=60, now=unit.clock.now(),
        )  # fmt: skip
    assert {item.key for item in claimed} == set(keys)
    return batch_id, keys


async def test_one_of_two_that_the_database_refuses_leaves_the_other_its_outcome(
    settlement_alone: Settlement,
) -> None:
    settlement = settlement_alone
    batch_id, (good, bad) = await sent(settlement, 2)
    moment = Moment(settlement.context.clock.now(), 1.0)
    day = settlement.context.clock.today()

    def decide(order: Order) -> Move | None:
        answer = Answer(Verdict.PAID, f"{SERIAL}{order.order_id.hex[:8]}", day)
        move = decisions.answered(order, batch_id, answer, moment)
        assert move is not None
        if order.order_id != bad:
            return move
        # `paid_by_the_bank`: no order succeeds without the bank's serial.
        return replace(move, order=replace(move.order, bank_serial=None), event=None)

    await record(settlement.context, [good, bad], decide)
    assert await settlement.state(good) == "succeeded"
    assert await settlement.facts(good) == ["succeeded"]
    assert await settlement.state(bad) == "sent"
    assert await settlement.facts(bad) == []
