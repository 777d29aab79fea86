"""What staff propose to conclude of an order, and what another of them decides."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from settlement.domain import Outcome
from settlement.process import Step
from shared.base.clock import business_date
from shared.base.db import Connection
from shared.identity.principal import Principal

PROPOSE = """
INSERT INTO order_conclusion (order_id, outcome, explanation, proposed_by, proposed_by_name, proposed_at)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (order_id) WHERE decided_at IS NULL DO NOTHING
RETURNING id
"""


async def propose(
    connection: Connection,
    order_id: UUID,
    maker: Principal,
    claim: tuple[Outcome, str],
    now: datetime,
) -> bool:
    """Write down what was proposed, in whose words; False where a proposal waits already."""
    made = await connection.fetchval(PROPOSE, order_id, *claim, maker.identity_id, maker.name, now)
    return made is not None


@dataclass(frozen=True)
class Proposal:
    """What one person proposed, and nobody has decided yet."""

    id: int
    outcome: Outcome
    explanation: str
    proposed_by: UUID
    proposed_by_name: str


WAITING = """
SELECT id, outcome, explanation, proposed_by, proposed_by_name
FROM order_conclusion WHERE order_id = $1 AND decided_at IS NULL
FOR UPDATE
"""


async def lock_waiting(connection: Connection, order_id: UUID) -> Proposal | None:
    """Lock the proposal about an order that waits for its second person."""
    row = await connection.fetchrow(WAITING, order_id)
    if row is None:
        return None
    return Proposal(**{**dict(row), "outcome": Outcome(row["outcome"])})


DECIDE = """
UPDATE order_conclusion SET decided_by = $2, decided_by_name = $3, decided_at = $4, agreed = $5 WHERE id = $1
"""


async def decide(
    connection: Connection, proposal: Proposal, checker: Principal, now: datetime, *, agreed: bool
) -> None:
    """Write down what the second person decided."""
    await connection.execute(DECIDE, proposal.id, checker.identity_id, checker.name, now, agreed)


LAST_SENT = "SELECT max(at) FROM payment_order_history WHERE order_id = $1 AND step = $2"


async def last_sent_on(connection: Connection, order_id: UUID) -> date:
    """Return the business date on which an order went out last."""
    return business_date(await connection.fetchval(LAST_SENT, order_id, Step.SEND))


NOT_COMPARED = """
SELECT count(*)
FROM generate_series($1::date, $2::date, interval '1 day') AS day (at)
    LEFT JOIN reconciliation r ON r.business_date = day.at::date
WHERE r.compared_as_of IS NULL
"""


async def days_not_compared(connection: Connection, since: date, until: date) -> int:
    """Count the days, both ends included, that were not compared with the bank's statement yet."""
    days: int = await connection.fetchval(NOT_COMPARED, since, until)
    return days
