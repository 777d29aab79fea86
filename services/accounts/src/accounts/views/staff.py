"""An employer's people: all of them, those who are searched for, those for whom months are owed."""

from dataclasses import dataclass
from datetime import date

import asyncpg

from shared.base.db import Pool

_STAFF = """
       account.number, account.person_id, account.state, account.opened_on, account.paid_up_to,
       account.sealed_on, account.sealed_month, account.seal_reason,
       coalesce((SELECT base_fen FROM base_change
                 WHERE account_number = account.number AND effective_month <= $5
                 ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS base_fen,
       ARRAY(SELECT unnest(months_owed(account, $6)) INTERSECT SELECT unnest(owed_months(account, $6, $1))
             ORDER BY 1) AS owed_months, person.name_sealed, person.id_number_sealed
"""
STAFF_OF = f"""SELECT {_STAFF}FROM individual_account AS account JOIN person ON person.id = account.person_id
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
        STAFF_OF, page.employer_number, page.after, page.state, page.limit, month, today
    )


SHOWN = f""")
SELECT {_STAFF}FROM page JOIN individual_account AS account USING (number)
JOIN person ON person.id = account.person_id
ORDER BY account.number
"""
"""Ends a query that begins with `WITH page AS (` and finds numbers: their columns are shown."""
A_PAGE = """
account.employer_number = $1 AND account.number > $2 AND ($3::text IS NULL OR account.state = $3)
ORDER BY account.number LIMIT $4
"""
# Who has the first part, in order, and every other part too.
BY_PARTS = f"""
WITH page AS (
    SELECT one.account_number AS number
    FROM account_part AS one JOIN individual_account AS account ON account.number = one.account_number
    WHERE one.part = ($7::bigint[])[1] AND one.account_number > $2
      AND NOT EXISTS (
          SELECT FROM unnest(($7::bigint[])[2:]) AS other (part)
          WHERE NOT EXISTS (SELECT FROM account_part AS two
                            WHERE two.part = other.part AND two.account_number = one.account_number))
      AND account.employer_number = $1 AND ($3::text IS NULL OR account.state = $3)
    ORDER BY one.account_number LIMIT $4
{SHOWN}"""  # noqa: S608 - made of the texts here, no input
BY_DOCUMENT = f"""
WITH page AS (
    SELECT account.number FROM person JOIN individual_account AS account ON account.person_id = person.id
    WHERE person.id_number_hash = ANY($7::text[]) AND {A_PAGE}
{SHOWN}"""  # noqa: S608 - made of the texts here, no input
BY_NUMBER = f"""
WITH page AS (
    SELECT account.number FROM individual_account AS account
    WHERE account.number >= $7::text AND account.number < $8::text AND {A_PAGE}
{SHOWN}"""  # noqa: S608 - made of the texts here, no input


async def sought(
    pool: Pool, page: StaffPage, today: date, query: str, *values: object
) -> list[asyncpg.Record]:
    """Return those whom one of the three queries above finds, by number; without balances."""
    month = today.replace(day=1)
    return await pool.fetch(
        query, page.employer_number, page.after, page.state, page.limit, month, today, *values
    )


NUMBERS_BY_PART = """
SELECT DISTINCT account_number FROM account_part WHERE part = ANY($1::bigint[])
ORDER BY account_number LIMIT $2
"""
OF_A_NAME_MAX = 20


async def numbers_by_part(pool: Pool, parts: list[int]) -> list[str]:
    """Return the account numbers of whoever has one of these parts."""
    rows = await pool.fetch(NUMBERS_BY_PART, parts, OF_A_NAME_MAX)
    return [row["account_number"] for row in rows]


OWED = """
SELECT account.number, account.person_id, account.state, owed.months, person.name_sealed
FROM individual_account AS account JOIN person ON person.id = account.person_id
CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT unnest(months_owed(account, $2)) INTERSECT SELECT unnest(owed_months(account, $2, $1))
                 ORDER BY 1) AS months) AS owed
WHERE account.number IN (SELECT account_number FROM contribution_period WHERE employer_number = $1)
  AND account.number > $3 AND owed.months <> '{}'
ORDER BY account.number LIMIT $4
"""


async def owed_by(
    pool: Pool, employer_number: str, today: date, after: str, limit: int
) -> list[asyncpg.Record]:
    """Return for whom an employer owes contributions, and of which months, by account number."""
    return await pool.fetch(OWED, employer_number, today, after, limit)
