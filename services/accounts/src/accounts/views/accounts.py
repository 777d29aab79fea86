"""What an account looks like: its facts (R-QRY-1), and what happened to it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

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


_FACTS = """
       account.number, account.person_id, account.employer_number, employer.name AS employer_name,
       ratio.employer_ratio_bp, ratio.employee_ratio_bp, account.state, account.opened_on,
       account.paid_up_to, account.sealed_on, account.sealed_month, account.seal_reason,
       account.closed_on, months_owed(account, $3) AS owed_months,
       deferred_months(account, $3) AS deferred_months,
       account.ledger_account_id, balance.posted_fen, balance.frozen_fen,
       coalesce((SELECT base_fen FROM base_change
                 WHERE account_number = account.number AND effective_month <= $2
                 ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS base_fen,
       person.name_sealed, person.id_number_sealed, person.id_type, person.phone_sealed, policy.ratio_min_bp,
       policy.ratio_max_bp, policy.base_min_fen, policy.base_max_fen, policy.rounding
FROM individual_account AS account
JOIN employer ON employer.number = account.employer_number
CROSS JOIN LATERAL ratios_of(employer, $2::date) AS ratio
JOIN ledger_balance AS balance ON balance.ledger_account_id = account.ledger_account_id
JOIN person ON person.id = account.person_id
CROSS JOIN (SELECT * FROM deposit_policy WHERE effective_from <= $3
            ORDER BY effective_from DESC LIMIT 1) AS policy
"""
# The planner does not look through (SELECT $1): the plan is made once, not for each number of persons.
OWN_FACTS = f"""
SELECT facts.* FROM unnest((SELECT $1::uuid[])) AS asked (person_id) CROSS JOIN LATERAL (
    SELECT {_FACTS}
    WHERE account.person_id = asked.person_id
    ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC LIMIT 1
) AS facts
"""  # noqa: S608 - made of the text above, no input
FACTS = f"""SELECT {_FACTS}
WHERE account.number = $1 AND ($4::uuid IS NULL OR account.person_id = $4)
"""


async def own_accounts(
    pool: Pool | Connection, person_ids: Sequence[UUID], today: date
) -> dict[UUID, asyncpg.Record]:
    """Return the account of each person, the open one if there is one, and the policy of the day."""
    rows = await pool.fetch(OWN_FACTS, person_ids, today.replace(day=1), today)
    return {row["person_id"]: row for row in rows}


async def account_facts(
    pool: Pool, number: str, person_id: UUID | None, today: date
) -> asyncpg.Record | None:
    """Return an account by its number, bounded to a person if one is given, and the policy of the day."""
    return await pool.fetchrow(FACTS, number, today.replace(day=1), today, person_id)


HISTORY = """
SELECT business_type, state_after, on_date, reason FROM account_history
WHERE account_number = $1 ORDER BY id DESC LIMIT $2
"""


async def history(pool: Pool, number: str, limit: int) -> list[asyncpg.Record]:
    """Return what happened to an account besides money, latest first."""
    return await pool.fetch(HISTORY, number, limit)


NOTE_VIEW = "INSERT INTO account_view (account_number, identity_id, viewed_at) VALUES ($1, $2, $3)"


async def note_view(pool: Pool, number: str, identity_id: UUID, now: datetime) -> None:
    """Log that staff looked at an account (R-QRY-5)."""
    await pool.execute(NOTE_VIEW, number, identity_id, now)


NUMBERS_BY_ID = """
SELECT account.number FROM person JOIN individual_account AS account ON account.person_id = person.id
WHERE person.id_number_hash = $1
ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC
"""


NUMBERS_BY_PHONE = """
SELECT account.number FROM person JOIN individual_account AS account ON account.person_id = person.id
WHERE person.phone_hash = $1
ORDER BY account.state IN ('03', '04', '05'), account.opened_on DESC LIMIT $2
"""
OF_A_PHONE_MAX = 20


async def numbers_of_phone(pool: Pool, phone_hash: str) -> list[str]:
    """Return the account numbers of whoever has this phone on file, the open ones first."""
    rows = await pool.fetch(NUMBERS_BY_PHONE, phone_hash, OF_A_PHONE_MAX)
    return [row["number"] for row in rows]


NUMBERS_BY_PERSON = """
SELECT number FROM individual_account WHERE person_id = $1
ORDER BY state IN ('03', '04', '05'), opened_on DESC
"""


async def numbers_of_person(pool: Pool, person_id: UUID) -> list[str]:
    """Return the account numbers of a person, the open one first."""
    return [row["number"] for row in await pool.fetch(NUMBERS_BY_PERSON, person_id)]


async def numbers_of(pool: Pool, id_number_hash: str) -> list[str]:
    """Return the account numbers of an ID number, the open one first."""
    rows = await pool.fetch(NUMBERS_BY_ID, id_number_hash)
    return [row["number"] for row in rows]
