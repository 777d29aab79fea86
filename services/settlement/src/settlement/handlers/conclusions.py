"""What staff conclude (处理结论) of an order that contradicts the bank: one proposes, another decides.

The bank ends an order; this is for one that its word cannot end, because its book has the key with other
content, and for one that is over and only has to be looked at. Money goes back to its owner only when the
bank's own statements, of every day since the order went out, show that nothing of it stands.
"""

from datetime import date, timedelta
from uuid import UUID

from settlement import decisions
from settlement.domain import Order, OrderId, Outcome
from settlement.errors import Reason, Refused
from settlement.handlers.outcomes import write
from settlement.process import conclusion_fitting
from settlement.store import conclusions as store
from settlement.store import entries
from settlement.store.orders import lock
from shared.base.db import Connection
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def conclude(unit: Unit, order_id: UUID, outcome: Outcome, decision: Decision) -> None:
    """Let what two people agreed on take effect; raises what `checked` does."""
    order = await checked(unit, order_id, outcome)
    await store.keep(unit.connection, order_id, outcome, decision, unit.clock.now())
    by_whom = f"经办{decision.maker_name}，复核{decision.checker_name}"
    await write(unit, [decisions.concluded(order, outcome, decision.reason, by_whom)])
    await entries.settle_by_people(unit.connection, order_id)


async def checked(unit: Unit, order_id: UUID, outcome: Outcome) -> Order:
    """Lock an order of which this can be concluded.

    Raises `NOT_FOUND`, `NOT_FLAGGED`, `WRONG_CONCLUSION`, `BANK_BOOKED_IT`, `STATEMENT_MISSING`.
    """
    order = (await lock(unit.connection, [order_id])).get(OrderId(order_id))
    if order is None:
        raise Refused(Reason.NOT_FOUND)
    if order.attention is None:
        raise Refused(Reason.NOT_FLAGGED)
    if conclusion_fitting(order.state, order.attention) is not outcome:
        raise Refused(Reason.WRONG_CONCLUSION)
    if outcome is Outcome.NOT_EXECUTED:
        await _nothing_stands(unit.connection, order_id, unit.clock.today())
    return order


async def _nothing_stands(connection: Connection, order_id: UUID, today: date) -> None:
    """Raise `BANK_BOOKED_IT` or `STATEMENT_MISSING` unless the bank's statements show nothing of the key."""
    if await entries.standing(connection, order_id):
        raise Refused(Reason.BANK_BOOKED_IT)
    sent_on = await store.last_sent_on(connection, order_id)
    yesterday = today - timedelta(days=1)
    if sent_on > yesterday or await store.days_not_compared(connection, sent_on, yesterday):
        raise Refused(Reason.STATEMENT_MISSING)
