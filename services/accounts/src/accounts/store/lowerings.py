"""Lower ratios in hardship (降低缴存比例) that two people agreed on; never changed. Set-based."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.rules.lowering import Lowering, Pair
from shared.base.db import Connection

COVERS = """
SELECT until_month FROM ratio_lowering
WHERE employer_number = $1 AND from_month <= $3 AND until_month >= $2
ORDER BY from_month LIMIT 1
"""


async def covering(
    connection: Connection, employer_number: str, first: date, last: date
) -> date | None:
    """Return the last month of a lowering that one of these months belongs to."""
    until: date | None = await connection.fetchval(COVERS, employer_number, first, last)
    return until


CHANGED = "SELECT effective_month FROM ratio_change WHERE employer_number = $1"


async def changed(connection: Connection, employer_number: str) -> list[date]:
    """Return every month from which other ratios stand."""
    rows = await connection.fetch(CHANGED, employer_number)
    return [row["effective_month"] for row in rows]


@dataclass(frozen=True)
class NewLowering:
    """A lowering to be kept."""

    id: UUID
    employer_number: str
    asked: Lowering
    after_bp: Pair
    resolution_number: str
    maker_id: UUID
    checker_id: UUID
    decided_at: datetime
    actor: str


# Where ratios change in the month after it anyway, that is what comes after it.
ADD = """
WITH added AS (
    INSERT INTO ratio_lowering (id, employer_number, from_month, until_month, employer_ratio_bp,
        employee_ratio_bp, employer_bp_after, employee_bp_after, resolution_number, resolution_on, maker_id,
        checker_id, decided_at)
    VALUES ($1, $2, $3, $4, $6, $7, $8, $9, $10, $11, $12, $13, $14)
)
INSERT INTO ratio_change (employer_number, effective_month, employer_ratio_bp, employee_ratio_bp, reason,
                          actor, changed_at, lowering_id)
VALUES ($2, $3, $6, $7, '降低缴存比例，决议' || $10, $15, $14, $1),
       ($2, $5, $8, $9, '降低缴存比例期满恢复', $15, $14, $1)
ON CONFLICT (employer_number, effective_month) DO UPDATE
SET employer_ratio_bp = excluded.employer_ratio_bp, employee_ratio_bp = excluded.employee_ratio_bp,
    reason = excluded.reason, actor = excluded.actor, changed_at = excluded.changed_at,
    lowering_id = excluded.lowering_id
WHERE ratio_change.effective_month = $3
"""


async def add(connection: Connection, new: NewLowering) -> None:
    """Keep a lowering, with the ratios of its period and those that follow it by themselves."""
    asked = new.asked
    await connection.execute(
        ADD, new.id, new.employer_number, asked.first.first, asked.last.first, asked.back.first,
        *asked.pair_bp, *new.after_bp, new.resolution_number, asked.resolution_on, new.maker_id,
        new.checker_id, new.decided_at, new.actor,
    )  # fmt: skip
