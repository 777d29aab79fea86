"""Bank receipts: recorded in suspense (暂收), matched with lists and booked, whatever the head count."""

from collections.abc import Sequence
from datetime import date, datetime

import asyncpg

from shared.base.db import Connection
from shared.messages.settlement import ReceiptCredited

RECORD_RECEIPTS = """
WITH arrived AS (
    SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::date[])
        AS arrived (bank_serial, amount_fen, payer_name, remittance_information, value_date)
), added AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date,
                         employer_number, recorded_at)
    SELECT arrived.bank_serial, amount_fen, payer_name, trim(remittance_information), value_date,
           list.employer_number, $6
    FROM arrived
    LEFT JOIN remittance_list AS list
        ON list.payment_reference = trim(arrived.remittance_information)
    ORDER BY arrived.bank_serial
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
SELECT transfer_id, suspense_id, fen, '99', value_date, $5::date FROM receipt
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), -fen, '99', value_date, $5::date
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
        await connection.execute(RECEIPT_TRANSFERS, transfers, [row["bank_serial"] for row in rows])
        await connection.execute(
            RECEIPT_ENTRIES,
            transfers,
            [row["suspense_id"] for row in rows],
            [row["amount_fen"] for row in rows],
            [row["value_date"] for row in rows],
            today,
        )
    return rows


KNOWN_RECEIPTS = """
SELECT bank_serial, amount_fen FROM receipt WHERE bank_serial = ANY($1::text[])
"""


async def recorded_amounts(connection: Connection, serials: Sequence[str]) -> dict[str, int]:
    """Return the amounts with which bank serials are in the ledger."""
    rows = await connection.fetch(KNOWN_RECEIPTS, serials)
    return {row["bank_serial"]: row["amount_fen"] for row in rows}


MATCH = """
SELECT list.id, list.employer_number, list.month, list.head_count,
       list.employer_fen + list.employee_fen AS total_fen, receipt.bank_serial, receipt.value_date,
       gen_random_uuid() AS transfer_id
FROM remittance_list AS list
JOIN LATERAL (
    SELECT bank_serial, value_date, employer_number FROM receipt
    WHERE receipt.remittance_information = list.payment_reference AND receipt.list_id IS NULL
      AND receipt.employer_number = list.employer_number
      AND receipt.amount_fen = list.employer_fen + list.employee_fen
    ORDER BY bank_serial LIMIT 1
) AS receipt ON true
WHERE list.payment_reference = ANY($1::text[]) AND list.state = 'confirmed'
ORDER BY list.id
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
SELECT transfer_id, suspense_id, -total_fen, '01', value_date, $4::date, NULL::date FROM booked
UNION ALL
SELECT booked.transfer_id, account.ledger_account_id, line.employer_fen + line.employee_fen, '01',
       booked.value_date, $4::date, booked.month
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

    Lists, employers and accounts are locked. The number of statements does not depend on head counts.
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
