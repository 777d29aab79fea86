"""What an account looks like: its facts (R-QRY-1), its entries, an employer's staff."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.db import Connection, Pool

BALANCES = """
SELECT DISTINCT ON (account.person_id) account.person_id, account.number, account.paid_up_to,
       balance.posted_fen
FROM individual_account AS account JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE account.person_id = ANY($1::uuid[])
ORDER BY account.person_id, account.state IN ('03', '04', '05'), account.opened_on DESC
"""


async def balances(
    connection: Connection, person_ids: Sequence[UUID]
) -> dict[UUID, asyncpg.Record]:
    """Return the account of each person, the open one if there is one, with its balance."""
    rows = await connection.fetch(BALANCES, person_ids)
    return {row["person_id"]: row for row in rows}


FACTS = """
SELECT account.number, account.person_id, account.employer_number, employer.name AS employer_name,
       employer.employer_ratio_bp, employer.employee_ratio_bp, account.state, account.opened_on,
       account.paid_up_to, account.sealed_on, account.sealed_month, account.seal_reason,
       account.closed_on, account.ledger_account_id, balance.posted_fen, balance.frozen_fen,
       base_in_force(account, $3) AS base_fen, person.name_sealed, person.id_number_sealed,
       person.phone_sealed
FROM individual_account AS account
JOIN employer ON employer.number = account.employer_number
JOIN ledger_balance AS balance ON balance.ledger_account_id = account.ledger_account_id
JOIN person ON person.id = account.person_id
WHERE ($1::text IS NULL OR account.number = $1) AND ($2::uuid IS NULL OR account.person_id = $2)
ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC LIMIT 1
"""


async def account_facts(
    pool: Pool, number: str | None, person_id: UUID | None, today: date
) -> asyncpg.Record | None:
    """Return an account by its number, bounded to a person if one is given; or the person's own."""
    assert number is not None or person_id is not None
    return await pool.fetchrow(FACTS, number, person_id, today.replace(day=1))


ENTRIES = """
SELECT id, booked_on, value_date, business_type, reversal_flag, amount_fen, contribution_month,
       balance_after_fen
FROM (
    SELECT entry.*, sum(amount_fen) OVER (ORDER BY id)::bigint AS balance_after_fen
    FROM entry WHERE ledger_account_id = $1
) AS entry
JOIN (SELECT id AS transfer_id, reversal_flag FROM transfer) AS transfer USING (transfer_id)
WHERE id < $2 ORDER BY id DESC LIMIT $3
"""


async def entries(
    pool: Pool, ledger_account_id: int, before_id: int, limit: int
) -> list[asyncpg.Record]:
    """Return booked rows, latest first, each with the balance after it."""
    return await pool.fetch(ENTRIES, ledger_account_id, before_id, limit)


HISTORY = """
SELECT business_type, state_after, on_date, reason FROM account_history
WHERE account_number = $1 ORDER BY id DESC LIMIT $2
"""


async def history(pool: Pool, number: str, limit: int) -> list[asyncpg.Record]:
    """Return what happened to an account besides money, latest first."""
    return await pool.fetch(HISTORY, number, limit)


STAFF_OF = """
SELECT account.number, account.state, account.opened_on, account.paid_up_to, account.sealed_on,
       account.sealed_month, account.seal_reason, base_in_force(account, $5) AS base_fen,
       person.name_sealed, person.id_number_sealed
FROM individual_account AS account JOIN person ON person.id = account.person_id
WHERE account.employer_number = $1 AND account.number > $2 AND ($3::text IS NULL OR account.state = $3)
ORDER BY account.number LIMIT $4
"""


@dataclass(frozen=True)
class StaffPage:
    """Which of an employer's accounts are asked for."""

    employer_number: str
    after: str
    state: str | None
    limit: int


async def staff_of(pool: Pool, page: StaffPage, today: date) -> list[asyncpg.Record]:
    """Return the individual accounts of an employer, by number; without balances."""
    month = today.replace(day=1)
    return await pool.fetch(
        STAFF_OF, page.employer_number, page.after, page.state, page.limit, month
    )


NOTE_VIEW = "INSERT INTO account_view (account_number, identity_id, viewed_at) VALUES ($1, $2, $3)"


async def note_view(pool: Pool, number: str, identity_id: UUID, now: datetime) -> None:
    """Log that staff looked at an account (R-QRY-5)."""
    await pool.execute(NOTE_VIEW, number, identity_id, now)


NUMBERS_BY_ID = """
SELECT account.number FROM person JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = $1
ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC
"""


async def numbers_of(pool: Pool, id_number_hash: str) -> list[str]:
    """Return the account numbers of an ID number, the open one first."""
    rows = await pool.fetch(NUMBERS_BY_ID, id_number_hash)
    return [row["number"] for row in rows]
