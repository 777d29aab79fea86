"""People's requests to be sealed (R-SEAL-7): kept until the account is sealed, or they are taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from shared.messages.accounts import SealReason


@dataclass(frozen=True)
class NewRequest:
    """A request to be sealed."""

    id: UUID
    account_number: str
    person_id: UUID
    employer_number: str
    reason: SealReason
    employment_ended_on: date
    evidence: tuple[str, ...]
    asked_at: datetime


OPEN_ACCOUNT = """
SELECT number FROM individual_account WHERE person_id = $1 AND state NOT IN ('03', '04', '05')
"""
ADD = """
INSERT INTO seal_request (id, account_number, person_id, employer_number, reason, employment_ended_on,
                          evidence, state, asked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, 'open', $8)
ON CONFLICT (account_number) WHERE state = 'open' DO NOTHING RETURNING id
"""
WITHDRAW = """
UPDATE seal_request SET state = 'withdrawn', ended_at = $3
WHERE id = $1 AND person_id = $2 AND state = 'open' RETURNING id
"""
OF_PERSON = "SELECT * FROM seal_request WHERE person_id = $1 ORDER BY asked_at DESC LIMIT $2"
WAITING = """
SELECT * FROM seal_request WHERE state = 'open' ORDER BY employment_ended_on, id LIMIT $1
"""


async def open_account(connection: Connection, person_id: UUID) -> str | None:
    """Return the number of a person's open account."""
    number: str | None = await connection.fetchval(OPEN_ACCOUNT, person_id)
    return number


async def add(connection: Connection, new: NewRequest) -> bool:
    """Keep a request; False where one is open for the account."""
    found = await connection.fetchval(
        ADD,
        new.id,
        new.account_number,
        new.person_id,
        new.employer_number,
        new.reason.value,
        new.employment_ended_on,
        list(new.evidence),
        new.asked_at,
    )
    return found is not None


async def withdraw(
    connection: Connection, request_id: UUID, person_id: UUID, now: datetime
) -> bool:
    """Take a person's own open request back; False where there is none."""
    return await connection.fetchval(WITHDRAW, request_id, person_id, now) is not None


async def of_person(pool: Pool, person_id: UUID, limit: int) -> list[asyncpg.Record]:
    """Return a person's requests, latest first."""
    return await pool.fetch(OF_PERSON, person_id, limit)


async def waiting(pool: Pool, limit: int) -> list[asyncpg.Record]:
    """Return open requests, whose employment ended first before the others."""
    return await pool.fetch(WAITING, limit)
