"""Complaints (投诉) about months that were not paid, and their answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

OWED_BY = """
SELECT account.number, account.employer_number, months_owed(account, $2) AS months
FROM individual_account AS account
WHERE account.person_id = $1 ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC LIMIT 1
"""


async def owed_to(connection: Connection, person_id: UUID, today: date) -> asyncpg.Record | None:
    """Return a person's account with the months that are owed on it."""
    return await connection.fetchrow(OWED_BY, person_id, today)


ADD = """
INSERT INTO complaint (id, person_id, account_number, employer_number, months, words_sealed,
                       unseen_by_employer, state, made_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)
ON CONFLICT (account_number) WHERE state = 'open' DO NOTHING RETURNING id
"""


@dataclass(frozen=True, repr=False)
class NewComplaint:
    """A complaint to be kept, its words sealed."""

    id: UUID
    person_id: UUID
    account_number: str
    employer_number: str
    months: Sequence[date]
    words_sealed: str
    unseen_by_employer: bool
    made_at: datetime


async def add(connection: Connection, new: NewComplaint) -> bool:
    """Keep a complaint; False where one of the account is open."""
    values = (
        new.id, new.person_id, new.account_number, new.employer_number, list(new.months), new.words_sealed,
        new.unseen_by_employer, new.made_at,
    )  # fmt: skip
    return await connection.fetchval(ADD, *values) is not None


LOCK = "SELECT id, person_id, state FROM complaint WHERE id = $1 FOR UPDATE"
ANSWER = """
UPDATE complaint
SET state = 'answered', answer = $2, answered_by = $3, answered_by_name = $4, answered_at = $5
WHERE id = $1
"""


async def lock(connection: Connection, complaint_id: UUID) -> asyncpg.Record | None:
    """Lock a complaint."""
    return await connection.fetchrow(LOCK, complaint_id)


async def answer(
    connection: Connection, complaint_id: UUID, text: str, staff: tuple[UUID, str], now: datetime
) -> None:
    """Write the answer to a locked complaint."""
    await connection.execute(ANSWER, complaint_id, text, *staff, now)
