"""What staff conclude (处理结论) of an order that contradicts the bank: one proposes, another decides.

The bank ends an order; this is for one that its word cannot end, because its book has the key with other
content, and for one that is over and only has to be looked at. Money goes back to its owner only when the
bank's own statements, of every day since the order went out, show that nothing of it stands.
"""

from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from settlement import decisions
from settlement.domain import Order, OrderId, State
from settlement.errors import (
    BankBookedIt,
    NoConclusion,
    NotFlagged,
    NotYetConcluded,
    SamePerson,
    StatementMissing,
    UnknownOrder,
    WrongConclusion,
)
from settlement.process import Step
from settlement.store import orders as store
from shared.base.clock import business_date
from shared.base.db import Connection
from shared.identity.principal import Principal
from shared.messaging.unit import Unit


class Outcome(StrEnum):
    """What became of the order."""

    NOT_EXECUTED = "not_executed"
    """未执行: the bank confirms that it never did what was ordered, and never will."""
    EXPLAINED = "explained"
    """已说明: the order is over; what the bank said beside it has been cleared up."""


OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.NOT_EXECUTED: "未执行",
    Outcome.EXPLAINED: "已说明",
}

FITTING: dict[State, Outcome] = {
    State.UNKNOWN: Outcome.NOT_EXECUTED,
    State.SUCCEEDED: Outcome.EXPLAINED,
    State.FAILED: Outcome.EXPLAINED,
    State.RETURNED: Outcome.EXPLAINED,
}
"""What can be concluded in which state; an order that may still be sent is not concluded."""


PROPOSE = """
INSERT INTO order_conclusion (order_id, outcome, explanation, proposed_by, proposed_by_name, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (order_id) WHERE decided_at IS NULL DO NOTHING
RETURNING id
"""


async def propose(
    unit: Unit, order_id: UUID, maker: Principal, outcome: Outcome, explanation: str
) -> None:
    """Write a proposal down; raises what `_checked` does, and `NotYetConcluded` where one waits."""
    await _checked(unit, order_id, outcome)
    made = await unit.connection.fetchval(
        PROPOSE, order_id, outcome, explanation, maker.identity_id, maker.name, unit.clock.now()
    )
    if made is None:
        raise NotYetConcluded


WAITING = """
SELECT id, outcome, explanation, proposed_by, proposed_by_name
FROM order_conclusion WHERE order_id = $1 AND decided_at IS NULL
FOR UPDATE
"""
DECIDE = """
UPDATE order_conclusion SET decided_by = $2, decided_by_name = $3, decided_at = $4, agreed = $5 WHERE id = $1
"""
# Whatever of its key waited for the order to end has been looked at by people now.
SETTLE_ENTRIES = "UPDATE bank_entry SET fate = 'contradicted' WHERE key = $1 AND fate IS NULL"


async def decide(unit: Unit, order_id: UUID, checker: Principal, *, agree: bool) -> None:
    """Let a proposal take effect, or send it back.

    Raises `NoConclusion`, `SamePerson`, and where the checker agrees what `_checked` does.
    """
    found = await unit.connection.fetchrow(WAITING, order_id)
    if found is None:
        raise NoConclusion
    if found["proposed_by"] == checker.identity_id:
        raise SamePerson
    now = unit.clock.now()
    await unit.connection.execute(
        DECIDE, found["id"], checker.identity_id, checker.name, now, agree
    )
    if not agree:
        return
    outcome = Outcome(found["outcome"])
    order = await _checked(unit, order_id, outcome)
    text = (
        f"处理结论：{OUTCOME_NAMES[outcome]}（{found['explanation']}），"
        f"经办{found['proposed_by_name']}，复核{checker.name}"
    )
    concluded = (
        decisions.not_executed(order, text)
        if outcome is Outcome.NOT_EXECUTED
        else decisions.explained(order, text)
    )
    await store.write(unit, [concluded])
    await unit.connection.execute(SETTLE_ENTRIES, order_id)


async def _checked(unit: Unit, order_id: UUID, outcome: Outcome) -> Order:
    """Lock an order of which this can be concluded.

    Raises `UnknownOrder`, `NotFlagged`, `WrongConclusion`, `BankBookedIt`, `StatementMissing`.
    """
    orders = await store.lock(unit.connection, [order_id])
    order = orders.get(OrderId(order_id))
    if order is None:
        raise UnknownOrder
    if order.attention is None:
        raise NotFlagged
    if FITTING.get(order.state) is not outcome:
        raise WrongConclusion
    if outcome is Outcome.NOT_EXECUTED:
        await _nothing_stands(unit.connection, order_id, unit.clock.today())
    return order


LAST_SENT = "SELECT max(at) FROM payment_order_history WHERE order_id = $1 AND step = $2"
STANDING = """
SELECT coalesce(sum(CASE WHEN credit THEN amount_fen ELSE -amount_fen END), 0)::bigint
FROM bank_entry WHERE key = $1
"""
NOT_COMPARED = """
SELECT count(*)
FROM generate_series($1::date, $2::date, interval '1 day') AS day (at)
    LEFT JOIN reconciliation r ON r.business_date = day.at::date
WHERE r.compared_as_of IS NULL
"""


async def _nothing_stands(connection: Connection, order_id: UUID, today: date) -> None:
    """Raise `BankBookedIt` or `StatementMissing` unless the bank's statements show nothing of the key."""
    if await connection.fetchval(STANDING, order_id):
        raise BankBookedIt
    sent_on = business_date(await connection.fetchval(LAST_SENT, order_id, Step.SEND))
    yesterday = today - timedelta(days=1)
    if sent_on > yesterday or await connection.fetchval(NOT_COMPARED, sent_on, yesterday):
        raise StatementMissing
