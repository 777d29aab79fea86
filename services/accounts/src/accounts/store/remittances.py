"""Remittance lists (汇缴清册): computed, frozen, and the accounts on them, whatever the head count."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from accounts.domain import Month
from accounts.rules.deposit import DepositPolicy
from accounts.store.rows import ListRow
from shared.base.db import Connection, typed

POLICY = """
SELECT ratio_min_bp, ratio_max_bp, base_min_fen, base_max_fen, rounding FROM deposit_policy
ORDER BY effective_from <= $1 DESC, abs(effective_from - $1) LIMIT 1
"""


async def policy_on(connection: Connection, day: date) -> DepositPolicy:
    """Return the limits and rounding in force on a day; the first ones for days before there were any."""
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
WITH line AS (SELECT * FROM contributions($2, $3)), added AS (
    INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count,
                                 employer_fen, employee_fen, created_at)
    SELECT $1, $2, $3, 'draft', $4, count(*), sum(employer_fen), sum(employee_fen), $5
    FROM line HAVING count(*) > 0
    RETURNING id
)
INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
SELECT added.id, line.account_number, line.base_fen, line.employer_fen, line.employee_fen
FROM added, line
"""


async def draft(
    connection: Connection, *, list_id: UUID, employer_number: str, month: Month, now: datetime
) -> bool:
    """Compute a list from the contributing staff, in one statement; False when nobody is on it.

    The arithmetic is that of `rules.deposit.side_fen`, and a test compares both.
    """
    reference = f"HJ{employer_number}{month.year:04d}{month.month:02d}{list_id.hex[:6].upper()}"
    tag = await connection.execute(DRAFT, list_id, employer_number, month.first, reference, now)
    return tag != "INSERT 0 0"


LOCK_LISTS = """
SELECT id, employer_number, month, state, payment_reference, head_count, employer_fen, employee_fen
FROM remittance_list
WHERE id IN (
    SELECT unnest($1::uuid[])
    UNION
    SELECT list.id FROM remittance_list AS named JOIN remittance_list AS list USING (employer_number, month)
    WHERE named.payment_reference = ANY($2::text[]))
ORDER BY id FOR UPDATE
"""
SET_LIST_STATE = """
UPDATE remittance_list
SET state = $2, confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 ELSE confirmed_at END
WHERE id = $1
"""


async def lock_lists(
    connection: Connection, *, ids: Sequence[UUID] = (), references: Sequence[str] = ()
) -> list[ListRow]:
    """Lock lists by id, or all of the months that payment references are of, in sorted order."""
    return typed(ListRow, await connection.fetch(LOCK_LISTS, ids, references))


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
    SELECT now.* FROM list, contributions(list.employer_number, list.month) AS now
    WHERE NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = now.account_number
                        AND reservation.state = 'reserved' AND reservation.closing)
)
SELECT count(*) FROM contributing
FULL JOIN (SELECT * FROM remittance_line WHERE list_id = $1) AS line USING (account_number)
WHERE (contributing.employer_fen, contributing.employee_fen)
      IS DISTINCT FROM (line.employer_fen, line.employee_fen)
"""


async def lock_listed_accounts(connection: Connection, list_ids: Sequence[UUID]) -> None:
    """Lock the accounts on lists, and the new ones of whoever closed theirs, in sorted order."""
    await connection.execute(LOCK_LISTED_ACCOUNTS, list_ids)


async def outdated_lines(connection: Connection, list_id: UUID) -> int:
    """Count who contributes otherwise than a list says by now, or not at all, and who is missing on it."""
    count: int = await connection.fetchval(OUTDATED_LINES, list_id)
    return count


async def set_list_state(connection: Connection, list_id: UUID, state: str, now: datetime) -> None:
    """Confirm a draft, or withdraw it."""
    await connection.execute(SET_LIST_STATE, list_id, state, now)
