"""Fines on employers, and the law's bounds of them (R-CRD-4)."""

from datetime import datetime
from uuid import UUID

import asyncpg

from accounts.rules.penalties import Fine, PenaltyRule
from shared.base.db import Connection
from shared.messages.penalties import PenaltyCause

RULES = "SELECT effective_from, cause, least_fen, most_fen, basis FROM penalty_policy"


async def rules(connection: Connection) -> list[PenaltyRule]:
    """Read the bounds that laws have, and had."""
    return [
        PenaltyRule(**{**dict(row), "cause": PenaltyCause(row["cause"])})
        for row in await connection.fetch(RULES)
    ]


ADD = """
INSERT INTO employer_penalty (penalty_id, social_credit_code, name, cause, facts, basis, fine_fen,
                              order_number, ordered_until, decided_on, document_number, maker_id, checker_id,
                              imposed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
ON CONFLICT DO NOTHING RETURNING penalty_id
"""


async def add(
    connection: Connection,
    penalty_id: UUID,
    fine: Fine,
    basis: str,
    by: tuple[UUID, UUID, datetime],
) -> bool:
    """Keep a fine; False where one stands under its number. `by`: who proposed, who decided, when."""
    added = await connection.fetchval(
        ADD,
        penalty_id,
        fine.social_credit_code,
        fine.name,
        fine.cause.value,
        fine.facts,
        basis,
        fine.fine_fen,
        fine.order_number,
        fine.ordered_until,
        fine.decided_on,
        fine.document_number,
        *by,
    )
    return added is not None


KNOWN = """
SELECT EXISTS (SELECT FROM employer_penalty WHERE document_number = $1 AND lifted_at IS NULL)
"""


async def known(connection: Connection, document_number: str) -> bool:
    """Whether a fine stands under a number."""
    found: bool = await connection.fetchval(KNOWN, document_number)
    return found


LOCK = """
SELECT penalty_id, social_credit_code, name, document_number, lifted_at IS NOT NULL AS lifted
FROM employer_penalty WHERE penalty_id = $1 FOR NO KEY UPDATE
"""


async def lock(connection: Connection, penalty_id: UUID) -> asyncpg.Record | None:
    """Lock a fine."""
    return await connection.fetchrow(LOCK, penalty_id)


LIFT = """
UPDATE employer_penalty SET lifted_at = $2, lift_reason = $3, lift_maker_id = $4, lift_checker_id = $5
WHERE penalty_id = $1
"""


async def lift(
    connection: Connection, penalty_id: UUID, now: datetime, reason: str, by: tuple[UUID, UUID]
) -> None:
    """Take a fine back; it stays on record. `by` are who proposed and who decided."""
    await connection.execute(LIFT, penalty_id, now, reason, *by)
