"""Remittance lists (汇缴清册): computed, frozen, and the accounts on them, whatever the head count."""

from collections.abc import Sequence
from dataclasses import dataclass
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


OPEN_MONTHS = """
SELECT employer_number, min(month) AS month FROM remittance_list
WHERE employer_number = ANY($1::text[]) AND state IN ('draft', 'confirmed') GROUP BY employer_number
"""
MONTHS_FROZEN = """
SELECT employer_number, month FROM remittance_list
WHERE employer_number = ANY($1::text[]) AND state = 'confirmed'
"""


async def open_months(connection: Connection, employer_numbers: Sequence[str]) -> dict[str, date]:
    """Return by employer the month of the list that is not booked yet."""
    rows = await connection.fetch(OPEN_MONTHS, employer_numbers)
    return {row["employer_number"]: row["month"] for row in rows}


async def months_frozen(
    connection: Connection, employer_numbers: Sequence[str]
) -> set[tuple[str, date]]:
    """Return `(employer, first of the month)` of confirmed lists that are not booked yet (R-CHG-6)."""
    rows = await connection.fetch(MONTHS_FROZEN, employer_numbers)
    return {(row["employer_number"], row["month"]) for row in rows}


DRAFT = """
WITH wanted AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[])
        AS wanted (list_id, employer_number, month, reference)
), line AS MATERIALIZED (
    SELECT wanted.list_id, one.*
    FROM wanted CROSS JOIN LATERAL contributions(wanted.employer_number, wanted.month) AS one
), added AS (
    INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count,
                                 employer_fen, employee_fen, created_at)
    SELECT list_id, wanted.employer_number, wanted.month, 'draft', reference, count(*), sum(employer_fen),
           sum(employee_fen), $5
    FROM wanted JOIN line USING (list_id)
    GROUP BY list_id, wanted.employer_number, wanted.month, reference
    RETURNING id
), listed AS (
    INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
    SELECT list_id, account_number, base_fen, employer_fen, employee_fen FROM line
)
SELECT id FROM added
"""


@dataclass(frozen=True)
class NewList:
    """A list to be drafted."""

    list_id: UUID
    employer_number: str
    month: Month

    @property
    def reference(self) -> str:
        """What its employer writes as the remittance information."""
        month, mark = self.month, self.list_id.hex[:6].upper()
        return f"HJ{self.employer_number}{month.year:04d}{month.month:02d}{mark}"


async def draft(connection: Connection, new: Sequence[NewList], now: datetime) -> set[UUID]:
    """Compute lists from the contributing staff, in one statement; return those on which somebody is.

    The arithmetic is that of `rules.deposit.side_fen`, and a test compares both.
    """
    rows = await connection.fetch(
        DRAFT,
        [one.list_id for one in new],
        [one.employer_number for one in new],
        [one.month.first for one in new],
        [one.reference for one in new],
        now,
    )
    return {row["id"] for row in rows}


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
SET_LIST_STATES = """
UPDATE remittance_list
SET state = $2, confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 ELSE confirmed_at END
WHERE id = ANY($1::uuid[])
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
WITH list AS (SELECT * FROM remittance_list WHERE id = ANY($1::uuid[])), contributing AS (
    SELECT list.id AS list_id, now.*
    FROM list CROSS JOIN LATERAL contributions(list.employer_number, list.month) AS now
    WHERE NOT EXISTS (SELECT FROM reservation WHERE reservation.account_number = now.account_number
                        AND reservation.state = 'reserved' AND reservation.closing)
)
SELECT list_id, count(*) AS lines FROM contributing
FULL JOIN (SELECT * FROM remittance_line WHERE list_id = ANY($1::uuid[])) AS line
    USING (list_id, account_number)
WHERE (contributing.employer_fen, contributing.employee_fen)
      IS DISTINCT FROM (line.employer_fen, line.employee_fen)
GROUP BY list_id
"""


async def lock_listed_accounts(connection: Connection, list_ids: Sequence[UUID]) -> None:
    """Lock the accounts on lists, and the new ones of whoever closed theirs, in sorted order."""
    await connection.execute(LOCK_LISTED_ACCOUNTS, list_ids)


async def outdated_lines(connection: Connection, list_ids: Sequence[UUID]) -> dict[UUID, int]:
    """Count by list who contributes otherwise than it says by now, or not at all, or is missing on it."""
    rows = await connection.fetch(OUTDATED_LINES, list_ids)
    return {row["list_id"]: row["lines"] for row in rows}


async def set_list_states(
    connection: Connection, list_ids: Sequence[UUID], state: str, now: datetime
) -> None:
    """Confirm drafts, or withdraw lists."""
    await connection.execute(SET_LIST_STATES, list_ids, state, now)
