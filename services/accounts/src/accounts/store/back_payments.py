"""Back payments (补缴): reckoned by person and month, confirmed, paid, booked. Set-based."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.domain import Month
from accounts.rules.back_payment import Asked, Line, PastMonth
from accounts.rules.deposit import DepositPolicy
from accounts.store.rows import BackPaymentRow
from shared.base.db import Connection, typed

# A booked line counts as paid; what was moved in says up to which month the former books were paid.
PAST = """
SELECT asked.position, account.state,
       EXISTS (SELECT FROM contribution_period AS period
               WHERE period.account_number = account.number AND period.employer_number = $1
                 AND period.from_month <= asked.month
                 AND coalesce(period.until_month > asked.month, true)) AS employed,
       account.employer_number = $1
           AND asked.month < date_trunc('month', account.opened_on) AS before_opening,
       EXISTS (SELECT FROM deferral WHERE deferral.employer_number = $1
                 AND asked.month BETWEEN from_month AND until_month) AS deferred,
       employer.paid_up_to AS employer_paid_up_to, moved.paid_up_to AS moved_in_up_to,
       coalesce((SELECT changed.base_fen FROM base_change AS changed
                 WHERE changed.account_number = account.number AND effective_month <= asked.month
                 ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS base_fen,
       ratio.employer_ratio_bp, ratio.employee_ratio_bp,
       policy.ratio_min_bp, policy.ratio_max_bp, policy.base_min_fen, policy.base_max_fen, policy.rounding,
       paid.employer_fen AS paid_employer_fen, paid.employee_fen AS paid_employee_fen,
       EXISTS (SELECT FROM back_payment_line AS other
               WHERE other.account_number = account.number AND other.month = asked.month AND other.open
                 AND other.back_payment_id IS DISTINCT FROM $4) AS open
FROM unnest($2::text[], $3::date[]) WITH ORDINALITY AS asked (number, month, position)
JOIN individual_account AS account ON account.number = asked.number
    AND (account.employer_number = $1 OR EXISTS (
        SELECT FROM contribution_period AS period
        WHERE period.account_number = account.number AND period.employer_number = $1))
JOIN employer ON employer.number = $1
CROSS JOIN LATERAL ratios_of(employer, asked.month) AS ratio
CROSS JOIN LATERAL (SELECT * FROM deposit_policy WHERE effective_from <= asked.month
                    ORDER BY effective_from DESC LIMIT 1) AS policy
LEFT JOIN moving_in_line AS moved ON moved.account_number = account.number
CROSS JOIN LATERAL (
    SELECT coalesce(sum(employer_fen), 0)::bigint AS employer_fen,
           coalesce(sum(employee_fen), 0)::bigint AS employee_fen
    FROM (SELECT line.employer_fen, line.employee_fen FROM remittance_line AS line
          JOIN remittance_list AS list ON list.id = line.list_id
          WHERE line.account_number = account.number AND list.month = asked.month AND list.state = 'booked'
          UNION ALL
          SELECT line.employer_fen, line.employee_fen FROM back_payment_line AS line
          JOIN back_payment AS back ON back.id = line.back_payment_id
          WHERE line.account_number = account.number AND line.month = asked.month AND back.state = 'booked'
          UNION ALL
          SELECT -employer_fen, -employee_fen FROM correction
          WHERE correction.account_number = account.number AND correction.month = asked.month
          UNION ALL
          SELECT employer_fen, employee_fen FROM correction
          WHERE to_account_number = account.number AND correction.month = asked.month
    ) AS booked
) AS paid
"""


async def past_months(
    connection: Connection,
    employer_number: str,
    asked: Sequence[Asked],
    beside: UUID | None = None,
) -> dict[Asked, PastMonth]:
    """Return what is known of people's months; who never was of this employer's staff is missing.

    A month has the ratios of that month, and is its employer's, wherever the account is now (R-TRF-2).

    `beside` is the back payment that the months may be in.
    """
    numbers, months = [one.account_number for one in asked], [one.month.first for one in asked]
    rows = await connection.fetch(PAST, employer_number, numbers, months, beside)
    return {asked[row["position"] - 1]: _past(row) for row in rows}


def _past(row: asyncpg.Record) -> PastMonth:
    limits = ("ratio_min_bp", "ratio_max_bp", "base_min_fen", "base_max_fen", "rounding")
    return PastMonth(
        state=row["state"],
        employed=row["employed"],
        before_opening=row["before_opening"],
        deferred=row["deferred"],
        employer_paid_up_to=row["employer_paid_up_to"],
        moved_in_up_to=row["moved_in_up_to"],
        base_fen=row["base_fen"],
        ratios_bp=(row["employer_ratio_bp"], row["employee_ratio_bp"]),
        policy=DepositPolicy(**{name: row[name] for name in limits}),
        paid_fen=(row["paid_employer_fen"], row["paid_employee_fen"]),
        open=row["open"],
    )


OWED = """
SELECT account.number, owed.month
FROM individual_account AS account
CROSS JOIN LATERAL (
    SELECT unnest(months_owed(account, $2) || deferred_months(account, $2)) AS month) AS owed
JOIN employer ON employer.number = $1
JOIN contribution_period AS period ON period.account_number = account.number
    AND period.employer_number = $1 AND period.from_month <= owed.month
    AND coalesce(period.until_month > owed.month, true)
WHERE account.number IN (SELECT account_number FROM contribution_period WHERE employer_number = $1)
  AND account.state NOT IN ('03', '04', '05')
  AND (owed.month <= employer.paid_up_to OR is_deferred($1, owed.month, $2))
  AND NOT EXISTS (SELECT FROM back_payment_line AS line
                  WHERE line.account_number = account.number AND line.month = owed.month AND line.open)
ORDER BY account.number, owed.month
"""


async def owed(connection: Connection, employer_number: str, today: date) -> list[Asked]:
    """Return every month that is owed or deferred, that no list of its own will bring any more."""
    rows = await connection.fetch(OWED, employer_number, today)
    return [Asked(row["number"], Month.of(row["month"]), None) for row in rows]


DRAFT = """
WITH line AS (
    SELECT * FROM unnest($5::text[], $6::date[], $7::bigint[], $8::integer[], $9::integer[], $10::bigint[],
                         $11::bigint[])
        AS line (number, month, base_fen, employer_bp, employee_bp, employer_fen, employee_fen)
), added AS (
    INSERT INTO back_payment (id, employer_number, state, payment_reference, head_count, employer_fen,
                              employee_fen, created_at)
    SELECT $1, $2, 'draft', $3, count(DISTINCT number), sum(employer_fen), sum(employee_fen), $4 FROM line
)
INSERT INTO back_payment_line (back_payment_id, account_number, month, base_fen, employer_ratio_bp,
                               employee_ratio_bp, employer_fen, employee_fen, open)
SELECT $1, number, month, base_fen, employer_bp, employee_bp, employer_fen, employee_fen, true
FROM line ORDER BY number, month
"""


async def draft(
    connection: Connection,
    back_id: UUID,
    employer_number: str,
    lines: Sequence[Line],
    *,
    now: datetime,
    reference: str,
) -> None:
    """Keep a back payment with its lines."""
    await connection.execute(
        DRAFT,
        back_id,
        employer_number,
        reference,
        now,
        [line.account_number for line in lines],
        [line.month.first for line in lines],
        [line.base_fen for line in lines],
        [line.ratios_bp[0] for line in lines],
        [line.ratios_bp[1] for line in lines],
        [line.employer_fen for line in lines],
        [line.employee_fen for line in lines],
    )


LOCK = """
SELECT id, employer_number, state, payment_reference, head_count, employer_fen, employee_fen
FROM back_payment WHERE id = ANY($1::uuid[]) OR payment_reference = ANY($2::text[]) ORDER BY id FOR UPDATE
"""


async def lock(
    connection: Connection, *, ids: Sequence[UUID] = (), references: Sequence[str] = ()
) -> list[BackPaymentRow]:
    """Lock back payments by id or payment reference, in sorted order."""
    return typed(BackPaymentRow, await connection.fetch(LOCK, ids, references))


LOCK_ACCOUNTS = """
SELECT number FROM individual_account
WHERE number IN (
    SELECT account_number FROM back_payment_line WHERE back_payment_id = ANY($1::uuid[])
    UNION ALL
    SELECT anew.number FROM back_payment_line AS line
    JOIN individual_account AS account ON account.number = line.account_number
    JOIN individual_account AS anew ON anew.person_id = account.person_id
    WHERE line.back_payment_id = ANY($1::uuid[]) AND account.state IN ('03', '04', '05'))
ORDER BY number FOR UPDATE
"""
LINES = """
SELECT account_number, month, base_fen, employer_ratio_bp, employee_ratio_bp, employer_fen, employee_fen
FROM back_payment_line WHERE back_payment_id = $1 ORDER BY account_number, month
"""


async def lock_accounts(connection: Connection, ids: Sequence[UUID]) -> None:
    """Lock the accounts of back payments, and the new ones of whoever closed theirs, in sorted order."""
    await connection.execute(LOCK_ACCOUNTS, ids)


async def lines(connection: Connection, back_id: UUID) -> list[Line]:
    """Return the lines of a back payment."""
    return [
        Line(
            row["account_number"],
            Month.of(row["month"]),
            row["base_fen"],
            (row["employer_ratio_bp"], row["employee_ratio_bp"]),
            row["employer_fen"],
            row["employee_fen"],
        )
        for row in await connection.fetch(LINES, back_id)
    ]


SET_STATE = """
WITH changed AS (
    UPDATE back_payment SET state = $2,
           confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 ELSE confirmed_at END
    WHERE id = $1
)
UPDATE back_payment_line SET open = $2 = 'confirmed' WHERE back_payment_id = $1 AND open <> ($2 = 'confirmed')
"""


async def set_state(connection: Connection, back_id: UUID, state: str, now: datetime) -> None:
    """Confirm a draft, or take it back."""
    await connection.execute(SET_STATE, back_id, state, now)


HAS_MONEY = """
SELECT EXISTS (SELECT FROM receipt JOIN back_payment AS back ON back.payment_reference = receipt.reference
               WHERE back.id = $1 AND receipt.list_id IS NULL AND receipt.taken_fen < receipt.amount_fen)
"""


async def has_money(connection: Connection, back_id: UUID) -> bool:
    """Tell whether money that names a back payment waits in suspense."""
    found: bool = await connection.fetchval(HAS_MONEY, back_id)
    return found
