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
from shared.identity.principal import Principal
from shared.messaging.unit import Unit


async def propose(
    unit: Unit, order_id: UUID, maker: Principal, outcome: Outcome, explanation: str
) -> None:
    """Write a proposal down; raises what `_checked` does, and `NOT_YET_CONCLUDED` where one waits."""
    await _checked(unit, order_id, outcome)
    claim = (outcome, explanation)
    if not await store.propose(unit.connection, order_id, maker, claim, unit.clock.now()):
        raise Refused(Reason.NOT_YET_CONCLUDED)


async def decide(unit: Unit, order_id: UUID, checker: Principal, *, agree: bool) -> None:
    """Let a proposal take effect, or send it back.

    Raises `NO_CONCLUSION`, `SAME_PERSON`, and where the checker agrees what `_checked` does.
    """
    proposal = await store.lock_waiting(unit.connection, order_id)
    if proposal is None:
        raise Refused(Reason.NO_CONCLUSION)
    if proposal.proposed_by == checker.identity_id:
        raise Refused(Reason.SAME_PERSON)
    await store.decide(unit.connection, proposal, checker, unit.clock.now(), agreed=agree)
    if not agree:
        return
    order = await _checked(unit, order_id, proposal.outcome)
    by_whom = f"经办{proposal.proposed_by_name}，复核{checker.name}"
    concluded = decisions.concluded(order, proposal.outcome, proposal.explanation, by_whom)
    await write(unit, [concluded])
    await entries.settle_by_people(unit.connection, order_id)


async def _checked(unit: Unit, order_id: UUID, outcome: Outcome) -> Order:
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
