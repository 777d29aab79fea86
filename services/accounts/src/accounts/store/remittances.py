"""Remittance lists and bank receipts: computed, frozen, matched and booked, whatever the head count."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_CEILING
from uuid import UUID

import asyncpg

from accounts.domain import Month
from accounts.rules.deposit import ROUNDINGS, DepositPolicy
from shared.db import Connection
from shared.messages.settlement import ReceiptCredited

POLICY = """
SELECT ratio_min_bp, ratio_max_bp, base_min_fen, base_max_fen, rounding FROM deposit_policy
WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
"""


async def policy_on(connection: Connection, day: date) -> DepositPolicy:
    """Return the limits and rounding in force on a day."""
    row = await connection.fetchrow(POLICY, day)
    assert row is not None
    return DepositPolicy(**dict(row))


LOCK_EMPLOYER = """
SELECT number, name, state, employer_ratio_bp, employee_ratio_bp, paid_up_to, registered_on,
       agreement_signed_on, agreement_revoked_on
FROM employer WHERE number = $1 FOR UPDATE
"""


async def lock_employer(connection: Connection, number: str) -> asyncpg.Record | None:
    """Lock an employer."""
    return await connection.fetchrow(LOCK_EMPLOYER, number)


LATEST_LIST = """
SELECT max(month) AS month, bool_or(state IN ('draft', 'confirmed')) AS open
FROM remittance_list WHERE employer_number = $1 AND state <> 'withdrawn'
"""


async def latest_list(connection: Connection, employer_number: str) -> asyncpg.Record:
    """Return the last month that has a list, and whether a list is not booked yet."""
    row = await connection.fetchrow(LATEST_LIST, employer_number)
    assert row is not None
    return row


DRAFT = """
WITH side AS (
    SELECT number, base_fen, base_fen * $4::numeric / 10000 / $6 AS employer_units,
           base_fen * $5::numeric / 10000 / $6 AS employee_units
    FROM (SELECT number, least(greatest(base_fen, $8), $9) AS base_fen FROM individual_account
          WHERE employer_number = $2 AND state = '01' AND date_trunc('month', opened_on) <= $3::date
            AND coalesce(paid_up_to < $3::date, true)
            AND coalesce(unsealed_month <= $3::date, true)) AS account
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
    list_id: UUID,
    employer: asyncpg.Record,
    month: Month,
    policy: DepositPolicy,
    now: datetime,
) -> bool:
    """Compute a list from the active staff, in one statement; False when nobody is on it.

    The arithmetic is that of `rules.deposit.side_fen`, and a test compares both.
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


LOCK_LIST = """
SELECT id, employer_number, month, state, payment_reference, head_count, employer_fen, employee_fen
FROM remittance_list WHERE id = $1 FOR UPDATE
"""
SET_LIST_STATE = """
UPDATE remittance_list
SET state = $2, confirmed_at = CASE WHEN $2 = 'confirmed' THEN $3 ELSE confirmed_at END
WHERE id = $1
"""


async def lock_list(connection: Connection, list_id: UUID) -> asyncpg.Record | None:
    """Lock a list."""
    return await connection.fetchrow(LOCK_LIST, list_id)


async def set_list_state(connection: Connection, list_id: UUID, state: str, now: datetime) -> None:
    """Confirm a draft, or withdraw it."""
    await connection.execute(SET_LIST_STATE, list_id, state, now)


RECORD_RECEIPTS = """
WITH arrived AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::date[])
        AS arrived (bank_serial, amount_fen, payer_name, remittance_information, value_date)
), added AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date,
                         employer_number, recorded_at)
    SELECT bank_serial, amount_fen, payer_name, trim(remittance_information), value_date,
           list.employer_number, $6
    FROM arrived
    LEFT JOIN remittance_list AS list
        ON list.payment_reference = trim(arrived.remittance_information)
    ORDER BY bank_serial
    ON CONFLICT (bank_serial) DO NOTHING
    RETURNING bank_serial, amount_fen, value_date, employer_number
)
SELECT gen_random_uuid() AS transfer_id, added.*,
       coalesce(employer.ledger_account_id,
                (SELECT id FROM ledger_account WHERE kind = 'unmatched_suspense')) AS suspense_id
FROM added LEFT JOIN employer ON employer.number = added.employer_number
"""
RECEIPT_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'receipt:' || bank_serial, 'posted', '99', bank_serial, now()
FROM unnest($1::uuid[], $2::text[]) AS receipt (transfer_id, bank_serial)
"""
RECEIPT_ENTRIES = """
WITH receipt AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::date[])
        AS receipt (transfer_id, suspense_id, fen, value_date)
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, suspense_id, fen, '99', value_date, $5 FROM receipt
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), -fen, '99', value_date, $5
FROM receipt
"""


async def record_receipts(
    connection: Connection, events: Sequence[ReceiptCredited], now: datetime, today: date
) -> list[asyncpg.Record]:
    """Put receipts into the ledger (暂收); return the new ones. A serial books once (R-DEP-8)."""
    rows = await connection.fetch(
        RECORD_RECEIPTS,
        [event.bank_serial for event in events],
        [event.amount_fen for event in events],
        [event.payer_name for event in events],
        [event.remittance_information for event in events],
        [event.value_date for event in events],
        now,
    )
    if rows:
        transfers = [row["transfer_id"] for row in rows]
        await connection.execute(
            RECEIPT_TRANSFERS, transfers, [row["bank_serial"] for row in rows]
        )
        await connection.execute(
            RECEIPT_ENTRIES,
            transfers,
            [row["suspense_id"] for row in rows],
            [row["amount_fen"] for row in rows],
            [row["value_date"] for row in rows],
            today,
        )
    return rows


MATCH = """
SELECT list.id, list.employer_number, list.month, list.head_count,
       list.employer_fen + list.employee_fen AS total_fen, receipt.bank_serial, receipt.value_date,
       gen_random_uuid() AS transfer_id
FROM remittance_list AS list
JOIN LATERAL (
    SELECT bank_serial, value_date, employer_number FROM receipt
    WHERE receipt.remittance_information = list.payment_reference AND receipt.list_id IS NULL
      AND receipt.amount_fen = list.employer_fen + list.employee_fen
    ORDER BY bank_serial LIMIT 1
) AS receipt ON true
WHERE list.payment_reference = ANY($1::text[]) AND list.state = 'confirmed'
ORDER BY list.id FOR UPDATE OF list
"""
CLOSE_LISTS = """
UPDATE remittance_list AS list
SET state = 'booked', booked_at = $3, bank_serial = matched.bank_serial
FROM unnest($1::uuid[], $2::text[]) AS matched (id, bank_serial) WHERE list.id = matched.id
"""
ASSIGN_RECEIPTS = """
UPDATE receipt SET list_id = matched.id
FROM unnest($1::uuid[], $2::text[]) AS matched (id, bank_serial)
WHERE receipt.bank_serial = matched.bank_serial
"""
LIST_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'list:' || list_id, 'posted', '01', list_id, now()
FROM unnest($1::uuid[], $2::uuid[]) AS list (transfer_id, list_id)
"""
LIST_ENTRIES = """
WITH booked AS (
    SELECT matched.*, list.month, employer.ledger_account_id AS suspense_id,
           list.employer_fen + list.employee_fen AS total_fen
    FROM unnest($1::uuid[], $2::uuid[], $3::date[]) AS matched (list_id, transfer_id, value_date)
    JOIN remittance_list AS list ON list.id = matched.list_id
    JOIN employer ON employer.number = list.employer_number
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT transfer_id, suspense_id, -total_fen, '01', value_date, $4, NULL FROM booked
UNION ALL
SELECT booked.transfer_id, account.ledger_account_id, line.employer_fen + line.employee_fen, '01',
       booked.value_date, $4, booked.month
FROM booked
JOIN remittance_line AS line USING (list_id)
JOIN individual_account AS account ON account.number = line.account_number
"""
ADVANCE_ACCOUNTS = """
UPDATE individual_account AS account SET paid_up_to = list.month
FROM remittance_line AS line JOIN remittance_list AS list ON list.id = line.list_id
WHERE line.list_id = ANY($1::uuid[]) AND account.number = line.account_number
  AND coalesce(account.paid_up_to < list.month, true)
"""
ADVANCE_EMPLOYERS = """
UPDATE employer SET paid_up_to = list.month, state = '01'
FROM remittance_list AS list
WHERE list.id = ANY($1::uuid[]) AND employer.number = list.employer_number
  AND coalesce(employer.paid_up_to < list.month, true)
"""


async def book_matching(
    connection: Connection, references: Sequence[str], now: datetime, today: date
) -> list[asyncpg.Record]:
    """Book every confirmed list whose receipt equals it to the fen (R-DEP-7, 8); return them.

    The number of statements does not depend on the head count.
    """
    matched = await connection.fetch(MATCH, references)
    if not matched:
        return []
    lists = [row["id"] for row in matched]
    serials = [row["bank_serial"] for row in matched]
    transfers = [row["transfer_id"] for row in matched]
    await connection.execute(CLOSE_LISTS, lists, serials, now)
    await connection.execute(ASSIGN_RECEIPTS, lists, serials)
    await connection.execute(LIST_TRANSFERS, transfers, lists)
    await connection.execute(
        LIST_ENTRIES, lists, transfers, [row["value_date"] for row in matched], today
    )
    await connection.execute(ADVANCE_ACCOUNTS, lists)
    await connection.execute(ADVANCE_EMPLOYERS, lists)
    return matched
