"""Remittance lists (汇缴清册): computed, frozen, and the accounts on them, whatever the head count."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_CEILING
from uuid import UUID

import asyncpg

from accounts.domain import Month
from accounts.rules.deposit import ROUNDINGS, DepositPolicy
from shared.base.db import Connection

POLICY = """
SELECT ratio_min_bp, ratio_max_bp, base_min_fen, base_max_fen, rounding FROM deposit_policy
WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
"""


async def policy_on(connection: Connection, day: date) -> DepositPolicy:
    """Return the limits and rounding in force on a day."""
    row = await connection.fetchrow(POLICY, day)
    assert row is not None
    return DepositPolicy(**dict(row))


OPEN_LIST = """
SELECT month FROM remittance_list
WHERE employer_number = $1 AND state IN ('draft', 'confirmed') ORDER BY month LIMIT 1
"""
MONTHS_FROZEN = """
SELECT employer_number, month FROM remittance_list
WHERE employer_number = ANY($1::text[]) AND state = 'confirmed'
"""


async def open_list(connection: Connection, employer_number: str) -> date | None:
    """Return the month of the list that is not booked yet."""
    month: date | None = await connection.fetchval(OPEN_LIST, employer_number)
    return month


async def months_frozen(
    connection: Connection, employer_numbers: Sequence[str]
) -> set[tuple[str, date]]:
    """Return `(employer, first of the month)` of confirmed lists that are not booked yet (R-CHG-6)."""
    rows = await connection.fetch(MONTHS_FROZEN, employer_numbers)
    return {(row["employer_number"], row["month"]) for row in rows}


DRAFT = """
WITH side AS (
    SELECT number, base_fen, base_fen * $4::numeric / 10000 / $6 AS employer_units,
           base_fen * $5::numeric / 10000 / $6 AS employee_units
    FROM (SELECT number, least(greatest(coalesce(
                     (SELECT base_fen FROM base_change
                      WHERE account_number = account.number AND effective_month <= $3::date
                      ORDER BY effective_month DESC LIMIT 1), base_fen), $8), $9) AS base_fen
          FROM individual_account AS account
          WHERE employer_number = $2 AND state NOT IN ('03', '04', '05')
            AND coalesce(paid_up_to < $3::date, true)
            AND EXISTS (SELECT FROM contribution_period AS period
                        WHERE period.account_number = account.number AND period.from_month <= $3::date
                          AND coalesce(period.until_month > $3::date, true))) AS contributing
), line AS (
    SELECT number, base_fen,
           (CASE WHEN $7 THEN ceil(employer_units) ELSE round(employer_units) END * $6)::bigint
               AS employer_fen,
           (CASE WHEN $7 THEN ceil(employee_units) ELSE round(employee_units) END * $6)::bigint
               AS employee_fen
    FROM side
), added AS (
    INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count,
                                 employer_fen, employee_fen, created_at)
    SELECT $1, $2, $3, 'draft', $10, count(*), sum(employer_fen), sum(employee_fen), $11
    FROM line HAVING count(*) > 0
    RETURNING id
)
INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
SELECT added.id, line.number, line.base_fen, line.employer_fen, line.employee_fen
FROM added, line
"""


async def draft(
    connection: Connection,
    *,
    list_id: UUID,
    employer: asyncpg.Record,
    month: Month,
    policy: DepositPolicy,
    now: datetime,
) -> bool:
    """Compute a list from the contributing staff, in one statement; False when nobody is on it.

    A frozen account still receives (只收不付). The arithmetic is that of `rules.deposit.side_fen`, and
    a test compares both.
    """
    reference = f"HJ{employer['number']}{month.year:04d}{month.month:02d}{list_id.hex[:6].upper()}"
    unit, mode = ROUNDINGS[policy.rounding]
    tag = await connection.execute(
        DRAFT,
        list_id,
        employer["number"],
        month.first,
        employer["employer_ratio_bp"],
        employer["employee_ratio_bp"],
        unit,
        mode == ROUND_CEILING,
        policy.base_min_fen,
        policy.base_max_fen,
        reference,
        now,
    )
    return tag != "INSERT 0 0"


LOCK_LISTS = """
SELECT id, employer_number, month, state, payment_reference, head_count, employer_fen, employee_fen
FROM remittance_list
WHERE id = ANY($1::uuid[]) OR (employer_number, month) IN (
    SELECT employer_number, month FROM remittance_list WHERE payment_reference = ANY($2::text[]))
ORDER BY id FOR UPDATE
"""
SET_LIST_STATE = """
UPDATE remittance_list
SET state = $2, confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 ELSE confirmed_at END
WHERE id = $1
"""


async def lock_lists(
    connection: Connection, *, ids: Sequence[UUID] = (), references: Sequence[str] = ()
) -> list[asyncpg.Record]:
    """Lock lists by id, or all of the months that payment references are of, in sorted order."""
    return await connection.fetch(LOCK_LISTS, ids, references)


LOCK_LISTED_ACCOUNTS = """
SELECT number FROM individual_account
WHERE number IN (
    SELECT account_number FROM remittance_line WHERE list_id = ANY($1::uuid[])
    UNION ALL
    SELECT anew.number FROM remittance_line AS line
    JOIN individual_account AS account ON account.number = line.account_number
    JOIN individual_account AS anew ON anew.person_id = account.person_id
    WHERE line.list_id = ANY($1::uuid[]) AND account.state IN ('03', '04', '05'))
ORDER BY number FOR UPDATE
"""
OUTDATED_LINES = """
WITH list AS (SELECT * FROM remittance_list WHERE id = $1), contributing AS (
    SELECT number FROM individual_account AS account, list
    WHERE account.employer_number = list.employer_number AND account.state NOT IN ('03', '04', '05')
      AND coalesce(account.paid_up_to < list.month, true)
      AND EXISTS (SELECT FROM contribution_period AS period
                  WHERE period.account_number = account.number AND period.from_month <= list.month
                    AND coalesce(period.until_month > list.month, true))
      AND NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = account.number
                        AND reservation.state = 'reserved' AND reservation.closing)
)
SELECT count(*) FROM contributing
FULL JOIN (SELECT account_number AS number FROM remittance_line WHERE list_id = $1) AS line USING (number)
WHERE contributing.number IS NULL OR line.number IS NULL
"""


async def lock_listed_accounts(connection: Connection, list_ids: Sequence[UUID]) -> None:
    """Lock the accounts on lists, and the new ones of whoever closed theirs, in sorted order."""
    await connection.execute(LOCK_LISTED_ACCOUNTS, list_ids)


async def outdated_lines(connection: Connection, list_id: UUID) -> int:
    """Count who is on a list and contributes for its month no more, and who does and is not on it."""
    count: int = await connection.fetchval(OUTDATED_LINES, list_id)
    return count


async def set_list_state(connection: Connection, list_id: UUID, state: str, now: datetime) -> None:
    """Confirm a draft, or withdraw it."""
    await connection.execute(SET_LIST_STATE, list_id, state, now)
