"""The auditor of the ledger: everything recomputed from the entries, and what differs by one fen."""

from dataclasses import dataclass

import asyncpg

from shared.base.db import Connection


@dataclass(frozen=True)
class Check:
    """One thing that must hold: a query that returns a row for each difference."""

    name: str
    differences: str


CHECKS = (
    Check(
        "every transfer balances",
        "SELECT transfer_id, sum(amount_fen) FROM entry GROUP BY 1 HAVING sum(amount_fen) <> 0",
    ),
    Check(
        "posted transfers have entries, others have none",
        """
        SELECT id, state FROM transfer
        WHERE (state = 'posted') <> EXISTS (SELECT FROM entry WHERE entry.transfer_id = transfer.id)
        """,
    ),
    Check(
        "running balances equal the sum of their entries",
        """
        SELECT ledger_account_id, posted_fen, coalesce(fen, 0) FROM ledger_balance
        LEFT JOIN (SELECT ledger_account_id, sum(amount_fen) AS fen FROM entry GROUP BY 1) AS entries
            USING (ledger_account_id)
        WHERE posted_fen <> coalesce(fen, 0)
        """,
    ),
    Check(
        "frozen amounts equal the sum of their holds",
        """
        SELECT ledger_account_id, frozen_fen, coalesce(fen, 0) FROM ledger_balance
        LEFT JOIN (SELECT ledger_account_id, sum(amount_fen) AS fen FROM hold WHERE active GROUP BY 1)
            AS holds USING (ledger_account_id)
        WHERE frozen_fen <> coalesce(fen, 0)
        """,
    ),
    Check(
        "holds are active exactly while their transfer is pending",
        """
        SELECT transfer_id, active, state FROM hold JOIN transfer ON transfer.id = hold.transfer_id
        WHERE active <> (state = 'pending')
        """,
    ),
    Check(
        "everything together is 0",
        "SELECT sum(posted_fen) FROM ledger_balance HAVING sum(posted_fen) <> 0",
    ),
    Check(
        "what moves between employers is the balance of its instant, and ends where the account is",
        """
        SELECT account_transfer_id, movement.amount_fen, booked.fen FROM employer_movement AS movement
        JOIN individual_account AS account ON account.number = movement.account_number
        CROSS JOIN LATERAL (SELECT coalesce(sum(entry.amount_fen), 0) AS fen FROM entry
            WHERE entry.ledger_account_id = account.ledger_account_id AND entry.id <= last_entry_id) AS booked
        WHERE abs(movement.amount_fen) <> booked.fen
        UNION ALL
        SELECT moved.id, NULL, NULL FROM account_transfer AS moved
        WHERE (moved.state = 'done') <> EXISTS (SELECT FROM employer_movement AS movement
                                                WHERE movement.account_transfer_id = moved.id)
        UNION ALL
        SELECT last.id, NULL, NULL FROM individual_account AS account CROSS JOIN LATERAL (
            SELECT id, to_employer FROM account_transfer
            WHERE account_number = account.number AND state = 'done' ORDER BY ended_at DESC LIMIT 1) AS last
        WHERE last.to_employer <> account.employer_number
        """,
    ),
    Check(
        "reservations agree with their transfers",
        """
        SELECT application_id, reservation.state, transfer.state FROM reservation
        JOIN transfer ON transfer.id = reservation.transfer_id
        WHERE transfer.state <> CASE reservation.state WHEN 'reserved' THEN 'pending'
            WHEN 'posted' THEN 'posted' WHEN 'restored' THEN 'posted' ELSE 'voided' END
        """,
    ),
    Check(
        "a reservation holds its principal",
        """
        SELECT application_id, principal_fen, hold.amount_fen FROM reservation
        LEFT JOIN hold ON hold.transfer_id = reservation.transfer_id AND hold.active
        WHERE reservation.state = 'reserved' AND hold.amount_fen IS DISTINCT FROM principal_fen
        """,
    ),
    Check(
        "what is inherited is divided to the fen, or the fund's income (R-WDR-46)",
        """
        SELECT one.request_id, one.principal_fen + one.interest_fen, share.fen, income.fen, interest.fen
        FROM estate_distribution AS one
        LEFT JOIN (SELECT estate_request_id, sum(principal_fen) AS fen FROM reservation GROUP BY 1) AS share
            ON share.estate_request_id = one.request_id
        LEFT JOIN (SELECT transfer_id, sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                   FROM entry GROUP BY 1) AS income ON income.transfer_id = one.income_transfer_id
        LEFT JOIN LATERAL (
            SELECT sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
            FROM entry JOIN transfer ON transfer.id = entry.transfer_id
            WHERE transfer.idempotency_key = 'estate-interest:' || one.request_id) AS interest ON true
        WHERE coalesce(share.fen, 0) + coalesce(income.fen, 0) <> one.principal_fen + one.interest_fen
           OR (share.fen IS NOT NULL AND income.fen IS NOT NULL)
           OR coalesce(interest.fen, 0) <> one.interest_fen + one.taken_back_fen
        """,
    ),
    Check(
        "offsets agree with their transfers and hold what they reserve",
        """
        SELECT offset_id, loan_offset.state, transfer.state, reserved_fen, hold.amount_fen FROM loan_offset
        JOIN transfer ON transfer.id = loan_offset.transfer_id
        LEFT JOIN hold ON hold.transfer_id = loan_offset.transfer_id AND hold.active
        WHERE transfer.state <> CASE loan_offset.state WHEN 'reserved' THEN 'pending'
                WHEN 'posted' THEN 'posted' ELSE 'voided' END
           OR hold.amount_fen IS DISTINCT FROM
              CASE loan_offset.state WHEN 'reserved' THEN reserved_fen END
        """,
    ),
    Check(
        "loan money equals its entries",
        """
        SELECT kind, key, loan_money.amount_fen, booked.fen FROM loan_money
        LEFT JOIN (SELECT transfer_id, sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                   FROM entry GROUP BY 1) AS booked USING (transfer_id)
        WHERE booked.fen IS DISTINCT FROM loan_money.amount_fen
        UNION ALL
        SELECT 'offset', offset_id::text, loan_offset.posted_fen, -entry.amount_fen FROM loan_offset
        LEFT JOIN individual_account AS account ON account.number = loan_offset.account_number
        LEFT JOIN entry USING (transfer_id, ledger_account_id)
        WHERE loan_offset.state = 'posted'
          AND -entry.amount_fen IS DISTINCT FROM loan_offset.posted_fen
        """,
    ),
    Check(
        "the loans' accounts equal what was booked for loans",
        """
        SELECT account.kind, posted_fen, coalesce(told.fen, 0) + closed.fen FROM ledger_account AS account
        JOIN ledger_balance ON ledger_balance.ledger_account_id = account.id
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(amount_fen), 0) AS fen FROM entry
            JOIN voucher ON voucher.transfer_id = entry.transfer_id AND voucher.kind = 'closing'
            WHERE entry.ledger_account_id = account.id) AS closed
        JOIN (
            SELECT 'loan_principal' AS kind, sum(CASE money.kind
                WHEN 'disbursement' THEN -amount_fen WHEN 'disbursement_return' THEN amount_fen
                WHEN 'opening' THEN -amount_fen WHEN 'opening_repayment' THEN amount_fen
                WHEN 'repayment' THEN principal_fen ELSE -principal_fen END) AS fen FROM loan_money AS money
            UNION ALL
            SELECT 'loan_interest', sum(CASE money.kind WHEN 'repayment' THEN interest_fen
                ELSE -interest_fen END) FROM loan_money AS money
            UNION ALL
            SELECT 'loan_penalty', sum(CASE money.kind WHEN 'repayment' THEN penalty_fen
                ELSE -penalty_fen END) FROM loan_money AS money
            UNION ALL
            SELECT 'loan_opening', sum(CASE money.kind WHEN 'opening' THEN amount_fen
                ELSE -amount_fen END) FROM loan_money AS money
                WHERE kind IN ('opening', 'opening_repayment')
            UNION ALL
            SELECT 'loan_counter', sum(CASE money.kind WHEN 'repayment' THEN -amount_fen
                ELSE amount_fen END) FROM loan_money AS money WHERE source = 'counter'
            UNION ALL
            SELECT 'loan_transit', (
                SELECT coalesce(sum(CASE WHEN kind IN ('debit', 'receipt', 'repayment_reversal')
                    THEN amount_fen ELSE -amount_fen END), 0) FROM loan_money
                WHERE kind IN ('debit', 'debit_reversal', 'receipt')
                   OR source IN ('card', 'account', 'transfer')
            ) + (SELECT coalesce(sum(posted_fen), 0) FROM loan_offset)
        ) AS told USING (kind)
        WHERE posted_fen <> coalesce(told.fen, 0) + closed.fen
        """,
    ),
    Check(
        "no debit, receipt or offset repays more than it brought",
        """
        SELECT source_id, used.fen, brought.fen FROM (
            SELECT source_id, sum(CASE kind WHEN 'repayment' THEN amount_fen ELSE -amount_fen END) AS fen
            FROM loan_money WHERE source IN ('card', 'account', 'transfer') GROUP BY 1) AS used
        LEFT JOIN (
            SELECT key::uuid AS source_id, amount_fen AS fen FROM loan_money
            WHERE kind IN ('debit', 'receipt')
            UNION ALL SELECT offset_id, posted_fen FROM loan_offset) AS brought USING (source_id)
        WHERE used.fen NOT BETWEEN 0 AND coalesce(brought.fen, 0)
        """,
    ),
    Check(
        "suspense equals the receipts that pay no list",
        """
        SELECT ledger_account.kind, ledger_account.number, posted_fen, coalesce(waiting.fen, 0)
        FROM ledger_account
        JOIN ledger_balance ON ledger_balance.ledger_account_id = ledger_account.id
        LEFT JOIN (
            SELECT coalesce(employer_number, 'unmatched') AS number, sum(amount_fen) AS fen FROM (
                SELECT employer_number, amount_fen FROM receipt WHERE list_id IS NULL AND loan_claim IS NULL
                UNION ALL
                SELECT employer_number, -part.amount_fen
                FROM receipt_part AS part JOIN receipt USING (bank_serial)
                UNION ALL
                SELECT employer_number, -amount_fen FROM refund WHERE state IN ('paid', 'returned')
            ) AS moved GROUP BY 1) AS waiting USING (number)
        WHERE ledger_account.kind IN ('employer_suspense', 'unmatched_suspense')
          AND posted_fen <> coalesce(waiting.fen, 0)
        """,
    ),
    Check(
        "what was taken of a receipt is in lists or refunds, and never more than came",
        """
        SELECT bank_serial, amount_fen, taken_fen, coalesce(used.fen, 0) FROM receipt
        LEFT JOIN (SELECT bank_serial, sum(fen) AS fen FROM (
                SELECT bank_serial, amount_fen AS fen FROM receipt_part
                UNION ALL SELECT bank_serial, amount_fen FROM refund WHERE state <> 'failed') AS one
            GROUP BY 1) AS used USING (bank_serial)
        WHERE taken_fen <> coalesce(used.fen, 0) OR taken_fen > amount_fen
        """,
    ),
    Check(
        "booked back payments equal their lines, their receipts and their entries",
        """
        SELECT back.id, back.employer_fen + back.employee_fen, line.fen, part.fen, booked.fen
        FROM back_payment AS back
        LEFT JOIN (SELECT back_payment_id AS id, sum(employer_fen + employee_fen) AS fen
                   FROM back_payment_line GROUP BY 1) AS line USING (id)
        LEFT JOIN (SELECT back_payment_id AS id, sum(amount_fen) AS fen FROM receipt_part GROUP BY 1) AS part
            USING (id)
        LEFT JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry JOIN transfer ON transfer.id = entry.transfer_id
            WHERE transfer.idempotency_key = 'back-payment:' || back.id AND contribution_month IS NOT NULL
        ) AS booked ON true
        WHERE line.fen IS DISTINCT FROM back.employer_fen + back.employee_fen
           OR (back.state = 'booked') <> (part.fen IS NOT NULL)
           OR (back.state = 'booked' AND (part.fen, booked.fen) IS DISTINCT FROM (line.fen, line.fen))
        """,
    ),
    Check(
        "corrections equal their entries, and never more than was booked",
        """
        SELECT correction.id, employer_fen + employee_fen, gone.fen FROM correction
        JOIN individual_account AS account ON account.number = account_number
        LEFT JOIN LATERAL (
            SELECT -sum(amount_fen) AS fen FROM entry JOIN transfer ON transfer.id = entry.transfer_id
            WHERE transfer.idempotency_key = 'correction:' || correction.id
              AND entry.ledger_account_id = account.ledger_account_id
        ) AS gone ON true
        WHERE gone.fen IS DISTINCT FROM employer_fen + employee_fen
        UNION ALL
        SELECT corrected_transfer_id, sum(employer_fen + employee_fen), booked.fen FROM correction
        JOIN individual_account AS account ON account.number = account_number
        LEFT JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry
            WHERE entry.transfer_id = corrected_transfer_id
              AND entry.ledger_account_id = account.ledger_account_id AND contribution_month = month
        ) AS booked ON true
        GROUP BY corrected_transfer_id, account_number, month, booked.fen
        HAVING sum(employer_fen + employee_fen) > coalesce(booked.fen, 0)
        """,
    ),
    Check(
        "refunds agree with their transfers, and what is on its way is held",
        """
        SELECT refund.id, refund.state, transfer.state, refund.amount_fen, hold.amount_fen FROM refund
        JOIN transfer ON transfer.id = refund.transfer_id
        LEFT JOIN hold ON hold.transfer_id = refund.transfer_id AND hold.active
        WHERE transfer.state <> CASE refund.state WHEN 'ordered' THEN 'pending'
                WHEN 'failed' THEN 'voided' ELSE 'posted' END
           OR hold.amount_fen IS DISTINCT FROM CASE refund.state WHEN 'ordered' THEN refund.amount_fen END
           OR (refund.state = 'returned') <> EXISTS (
                SELECT FROM transfer AS back WHERE back.reverses = refund.transfer_id)
        """,
    ),
    Check(
        "what came from other centres equals its receipts and its entries (R-TRF-4)",
        """
        SELECT letter_id, principal_fen + interest_fen, part.amount_fen, receipt.amount_fen, booked.fen
        FROM letter_receipt AS letter JOIN receipt USING (bank_serial)
        JOIN individual_account AS account ON account.number = letter.account_number
        LEFT JOIN receipt_part AS part ON part.transfer_id = letter.transfer_id
        LEFT JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry
            WHERE entry.transfer_id = letter.transfer_id
              AND entry.ledger_account_id = account.ledger_account_id AND business_type = '08'
        ) AS booked ON true
        WHERE (part.amount_fen, receipt.amount_fen, booked.fen) IS DISTINCT FROM
              (principal_fen + interest_fen, principal_fen + interest_fen,
               (principal_fen + interest_fen)::numeric)
        """,
    ),
    Check(
        "what moved in equals the former books and its entries (R-BK-1)",
        """
        SELECT moved.id, moved.total_fen, line.fen, booked.fen FROM moving_in AS moved
        LEFT JOIN (SELECT moving_in_id, count(*) AS people, sum(balance_fen) AS fen
                   FROM moving_in_line GROUP BY 1) AS line ON line.moving_in_id = moved.id
        LEFT JOIN (SELECT transfer_id, sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                   FROM entry GROUP BY 1) AS booked USING (transfer_id)
        WHERE (line.people, line.fen, booked.fen)
              IS DISTINCT FROM (moved.head_count::bigint, moved.total_fen::numeric, moved.total_fen::numeric)
        """,
    ),
    Check(
        "the general ledger equals the ledger (R-BK-1)",
        "SELECT subject, books_fen, ledger_fen FROM books_difference",
    ),
    Check(
        "a closed account is empty",
        """
        SELECT number, posted_fen FROM individual_account JOIN ledger_balance USING (ledger_account_id)
        WHERE state IN ('03', '04', '05') AND (posted_fen <> 0 OR frozen_fen <> 0)
        """,
    ),
    Check(
        "a list that was made of a file has the lines that were previewed (R-CHG-5)",
        """
        SELECT file.id, file.list_id FROM list_file AS file
        JOIN remittance_line AS line USING (list_id) WHERE file.state = 'accepted'
        GROUP BY file.id HAVING file.digest <> encode(sha256(convert_to(string_agg(
            list_line_text(account_number, base_fen, employer_fen, employee_fen), ','
            ORDER BY account_number), 'UTF8')), 'hex')
        """,
    ),
    Check(
        "booked lists equal their receipts and their entries (R-BK-1)",
        """
        SELECT list.id, list.employer_fen + list.employee_fen, receipt.fen, booked.fen
        FROM remittance_list AS list
        LEFT JOIN (SELECT list_id, sum(amount_fen) AS fen FROM (
                SELECT list_id, amount_fen FROM receipt UNION ALL SELECT list_id, amount_fen FROM receipt_part
            ) AS one GROUP BY 1) AS receipt
            ON receipt.list_id = list.id
        LEFT JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry
            JOIN transfer ON transfer.id = entry.transfer_id
            WHERE transfer.idempotency_key = 'list:' || list.id AND contribution_month IS NOT NULL
        ) AS booked ON true
        WHERE list.state = 'booked'
          AND (receipt.fen, booked.fen) IS DISTINCT FROM
              (list.employer_fen + list.employee_fen, list.employer_fen + list.employee_fen)
        """,
    ),
)
BROKEN_DAYS = """
SELECT day.booked_on FROM ledger_day AS day
LEFT JOIN LATERAL (SELECT hash FROM ledger_day AS earlier WHERE earlier.booked_on < day.booked_on
                   ORDER BY earlier.booked_on DESC LIMIT 1) AS before ON true
WHERE day.previous_hash <> coalesce(before.hash, ''::bytea)
   OR day.hash <> ledger_day_hash(day.booked_on, day.previous_hash)
   OR day.entries <> (SELECT count(*) FROM entry WHERE entry.booked_on = day.booked_on)
ORDER BY 1
"""


async def differences(connection: "Connection | asyncpg.Connection[asyncpg.Record]") -> list[str]:
    """Return every difference found, in words; empty when the books are right."""
    found: list[str] = []
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        for check in CHECKS:
            rows = await connection.fetch(check.differences)
            found.extend(f"{check.name}: {tuple(row.values())}" for row in rows)
        days = await connection.fetch(BROKEN_DAYS)
        found.extend(f"the chain is broken on {row['booked_on']}" for row in days)
    return found


SIZE = "SELECT (SELECT count(*) FROM entry) AS entries, (SELECT count(*) FROM ledger_day) AS days"


async def size(connection: "Connection | asyncpg.Connection[asyncpg.Record]") -> tuple[int, int]:
    """Count the entries and the sealed days."""
    row = await connection.fetchrow(SIZE)
    assert row is not None
    return row["entries"], row["days"]
