"""Disputes (异议) about booked rows and balances, and their answers."""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

DISPUTED = """
SELECT account.number FROM individual_account AS account
WHERE account.person_id = $1 AND coalesce($2::bigint IS NULL OR EXISTS (
    SELECT FROM entry WHERE entry.id = $2 AND entry.ledger_account_id = account.ledger_account_id), false)
ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC LIMIT 1
"""


async def disputed(connection: Connection, person_id: UUID, entry_id: int | None) -> str | None:
    """Return which of a person's accounts has the row; without one, the open account or the last."""
    number: str | None = await connection.fetchval(DISPUTED, person_id, entry_id)
    return number


@dataclass(frozen=True, repr=False)
class NewDispute:
    """A dispute to be kept, its words sealed."""

    id: UUID
    person_id: UUID
    account_number: str
    entry_id: int | None
    words_sealed: str
    made_at: datetime
    due_on: date


ADD = """
INSERT INTO dispute (id, person_id, account_number, entry_id, words_sealed, state, made_at, due_on)
VALUES ($1, $2, $3, $4, $5, 'at_bank', $6, $7)
ON CONFLICT (account_number, coalesce(entry_id, 0)) WHERE state IN ('at_bank', 'at_centre') DO NOTHING
RETURNING id
"""


async def add(connection: Connection, new: NewDispute) -> bool:
    """Keep a dispute; False where the same is being looked into."""
    return await connection.fetchval(ADD, *astuple(new)) is not None


LOCK = "SELECT id, person_id, account_number, state, due_on FROM dispute WHERE id = $1 FOR UPDATE"


async def lock(connection: Connection, dispute_id: UUID) -> asyncpg.Record | None:
    """Lock a dispute."""
    return await connection.fetchrow(LOCK, dispute_id)


BANK_ANSWERS = """
UPDATE dispute SET state = 'bank_answered', bank_answer = $2, bank_entered_by = $3, bank_entered_name = $4,
                   bank_answered_at = $5
WHERE id = $1
"""
CENTRE_ANSWERS = """
UPDATE dispute SET state = 'centre_answered', centre_answer = $2, answered_by = $3, answered_by_name = $4,
                   answered_at = $5
WHERE id = $1
"""


async def answer(
    connection: Connection,
    dispute_id: UUID,
    text: str,
    staff: tuple[UUID, str],
    now: datetime,
    *,
    by_bank: bool,
) -> None:
    """Write an answer to a locked dispute."""
    query = BANK_ANSWERS if by_bank else CENTRE_ANSWERS
    await connection.execute(query, dispute_id, text, *staff, now)


OBJECT = """
UPDATE dispute SET state = 'at_centre', objected_at = $2, objection_sealed = $3, due_on = $4 WHERE id = $1
"""


async def object_(
    connection: Connection, dispute_id: UUID, now: datetime, words_sealed: str, due_on: date
) -> None:
    """Take a locked dispute to the centre."""
    await connection.execute(OBJECT, dispute_id, now, words_sealed, due_on)
