"""Ratios of an employer by month, and what its people contribute for a month. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import asyncpg

from shared.base.db import Connection

RATIOS_ON = """
SELECT ratio.employer_ratio_bp, ratio.employee_ratio_bp
FROM employer CROSS JOIN LATERAL ratios_of(employer, $2) AS ratio WHERE number = $1
"""
CHANGED_IN = """
SELECT effective_month FROM ratio_change WHERE employer_number = $1 AND lowering_id IS NULL
"""


async def ratios_on(connection: Connection, employer_number: str, month: date) -> tuple[int, int]:
    """Return the pair in force in a month, employer's side first, in basis points."""
    row = await connection.fetchrow(RATIOS_ON, employer_number, month)
    assert row is not None
    return row["employer_ratio_bp"], row["employee_ratio_bp"]


async def changed_in(connection: Connection, employer_number: str) -> list[date]:
    """Return the months from which the pair was changed, other than for a hardship and back (R-DEP-9)."""
    rows = await connection.fetch(CHANGED_IN, employer_number)
    return [row["effective_month"] for row in rows]


@dataclass(frozen=True)
class NewRatio:
    """Another pair from a month on; basis points."""

    employer_number: str
    month: date
    employer_bp: int
    employee_bp: int
    reason: str
    actor: str
    changed_at: datetime


CHANGE = """
INSERT INTO ratio_change (employer_number, effective_month, employer_ratio_bp, employee_ratio_bp, reason,
                          actor, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (employer_number, effective_month) DO UPDATE
    SET employer_ratio_bp = excluded.employer_ratio_bp, employee_ratio_bp = excluded.employee_ratio_bp,
        reason = excluded.reason, actor = excluded.actor, changed_at = excluded.changed_at
"""


async def change(connection: Connection, new: NewRatio) -> None:
    """Set a pair from a month on (R-CHG-4)."""
    await connection.execute(
        CHANGE,
        new.employer_number,
        new.month,
        new.employer_bp,
        new.employee_bp,
        new.reason,
        new.actor,
        new.changed_at,
    )


DEPOSITS = "SELECT account_number, employer_fen + employee_fen AS fen FROM contributions($1, $2)"
LAST_LIST = """
SELECT account_number, line.employer_fen + line.employee_fen AS fen
FROM remittance_line AS line
WHERE list_id = (SELECT id FROM remittance_list
                 WHERE employer_number = $1 AND month < $2 AND state = 'booked'
                 ORDER BY month DESC LIMIT 1)
"""


async def deposits(connection: Connection, employer_number: str, month: date) -> dict[str, int]:
    """Return what everybody contributes for a month by what is known now, in fen."""
    rows = await connection.fetch(DEPOSITS, employer_number, month)
    return {row["account_number"]: row["fen"] for row in rows}


async def last_list(connection: Connection, employer_number: str, month: date) -> dict[str, int]:
    """Return the lines of the last booked list before a month, in fen; nothing where there is none."""
    rows = await connection.fetch(LAST_LIST, employer_number, month)
    return {row["account_number"]: row["fen"] for row in rows}


ROUND = """
SELECT account.number, account.person_id, person.name_sealed, changed.base_fen AS new_base_fen,
       coalesce((SELECT base_fen FROM base_change
                 WHERE account_number = account.number AND effective_month < $2
                 ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS base_fen
FROM individual_account AS account JOIN person ON person.id = account.person_id
LEFT JOIN base_change AS changed
    ON changed.account_number = account.number AND changed.effective_month = $2
WHERE account.employer_number = $1 AND account.number > $3
  AND account.state IN ('01', '06')
  AND EXISTS (SELECT FROM contribution_period AS period
              WHERE period.account_number = account.number AND period.employer_number = $1
                AND period.from_month <= $2
                AND coalesce(period.until_month > $2, true))
ORDER BY account.number LIMIT $4
"""
MISSING_IN_ROUND = """
SELECT account.number FROM individual_account AS account
WHERE account.employer_number = $1 AND account.state IN ('01', '06') AND account.number <> ALL($3::text[])
  AND EXISTS (SELECT FROM contribution_period AS period
              WHERE period.account_number = account.number AND period.employer_number = $1
                AND period.from_month <= $2
                AND coalesce(period.until_month > $2, true))
  AND NOT EXISTS (SELECT FROM base_change AS changed
                  WHERE changed.account_number = account.number AND changed.effective_month = $2)
ORDER BY account.number
"""


async def round_of(
    connection: Connection, employer_number: str, july: date, after: str, limit: int
) -> list[asyncpg.Record]:
    """Return who has a base to be set for a July, by account; whoever is sealed has none (R-CHG-3)."""
    return await connection.fetch(ROUND, employer_number, july, after, limit)


async def missing_in_round(
    connection: Connection, employer_number: str, july: date, numbers: Sequence[str]
) -> list[str]:
    """Return whose base of a July neither stands yet nor is among these accounts."""
    rows = await connection.fetch(MISSING_IN_ROUND, employer_number, july, numbers)
    return [row["number"] for row in rows]
