"""What two of the staff concluded of an order."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from settlement.domain import OrderId, Outcome
from settlement.process import Step
from shared.base.clock import business_date
from shared.base.db import Connection
from shared.proposals.operation import Decision

KEEP = """
INSERT INTO order_conclusion (order_id, outcome, explanation, proposed_by, proposed_by_name, proposed_at,
                              decided_by, decided_by_name, decided_at, agreed)
SELECT $1, $2, $3, $4, $5, coalesce((SELECT proposed_at FROM proposal WHERE id = $9), $8), $6, $7, $8, true
"""


async def keep(
    connection: Connection, order_id: UUID, outcome: Outcome, decision: Decision, now: datetime
) -> None:
    """Write down what two people concluded, in whose words."""
    who = (decision.maker_id, decision.maker_name, decision.checker_id, decision.checker_name)
    await connection.execute(
        KEEP, order_id, outcome, decision.reason, *who, now, decision.proposal_id
    )


@dataclass(frozen=True)
class Waiting:
    """What one person proposed before proposals were one mechanism, and nobody has decided."""

    id: int
    order_id: OrderId
    outcome: Outcome
    explanation: str
    proposed_by: UUID
    proposed_by_name: str
    proposed_at: datetime


WAITING = """
SELECT id, order_id, outcome, explanation, proposed_by, proposed_by_name, proposed_at
FROM order_conclusion WHERE decided_at IS NULL AND adopted_as IS NULL
ORDER BY order_id FOR UPDATE
"""


async def lock_waiting(connection: Connection) -> list[Waiting]:
    """Lock what waits for a second person and is no proposal yet."""
    rows = await connection.fetch(WAITING)
    return [Waiting(**dict(row) | {"outcome": Outcome(row["outcome"])}) for row in rows]


NOTE_ADOPTED = "UPDATE order_conclusion SET adopted_as = $2 WHERE id = $1"


async def note_adopted(connection: Connection, conclusion: int, proposal_id: UUID) -> None:
    """Say which proposal decides it instead."""
    await connection.execute(NOTE_ADOPTED, conclusion, proposal_id)


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
