"""What must hold of each transfer, its entries and the row that they were booked for.

Every statement reads `touched`, the transfers that are looked at: all of them, a day's, or those of late.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Check:
    """One thing that must hold: a query that returns a row for each difference."""

    name: str
    differences: str

    def over(self, scope: str) -> str:
        """The query over the transfers of a scope."""
        return "WITH " + scope + self.differences


ALL = """
touched AS (SELECT id AS transfer_id FROM transfer),
since AS (SELECT '-infinity'::timestamptz AS instant)
"""
OF_A_DAY = """
touched AS (SELECT DISTINCT transfer_id FROM entry WHERE booked_on = $1)
"""
OF_LATE = """
since AS (SELECT $1::timestamptz AS instant), touched AS (
    SELECT id AS transfer_id FROM transfer WHERE settled_at >= $1
    UNION SELECT id FROM transfer WHERE created_at >= $1
    UNION SELECT transfer_id FROM hold WHERE active
    UNION SELECT transfer_id FROM entry WHERE booked_on > $2::date)
"""

OF_TRANSFERS = (
    Check(
        "every transfer balances",
        """
        SELECT transfer_id, sum(amount_fen) FROM touched JOIN entry USING (transfer_id)
        GROUP BY 1 HAVING sum(amount_fen) <> 0
        """,
    ),
    Check(
        "posted transfers have entries, others have none",
        """
        SELECT id, state FROM touched JOIN transfer ON transfer.id = transfer_id
        WHERE (state = 'posted') <> EXISTS (SELECT FROM entry WHERE entry.transfer_id = transfer.id)
        """,
    ),
    Check(
        "holds are active exactly while their transfer is pending",
        """
        SELECT transfer_id, active, state FROM touched JOIN hold USING (transfer_id)
        JOIN transfer ON transfer.id = transfer_id
        WHERE active <> (state = 'pending')
        """,
    ),
    Check(
        "reservations agree with their transfers",
        """
        SELECT application_id, reservation.state, transfer.state FROM touched
        JOIN reservation USING (transfer_id) JOIN transfer ON transfer.id = transfer_id
        WHERE transfer.state <> CASE reservation.state WHEN 'reserved' THEN 'pending'
            WHEN 'posted' THEN 'posted' WHEN 'restored' THEN 'posted' ELSE 'voided' END
        """,
    ),
    Check(
        "offsets agree with their transfers and hold what they reserve",
        """
        SELECT offset_id, loan_offset.state, transfer.state, reserved_fen, hold.amount_fen FROM touched
        JOIN loan_offset USING (transfer_id) JOIN transfer ON transfer.id = transfer_id
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
        SELECT kind, key, loan_money.amount_fen, booked.fen FROM touched JOIN loan_money USING (transfer_id)
        CROSS JOIN LATERAL (SELECT sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                            FROM entry WHERE entry.transfer_id = loan_money.transfer_id) AS booked
        WHERE booked.fen IS DISTINCT FROM loan_money.amount_fen
        UNION ALL
        SELECT 'offset', offset_id::text, loan_offset.posted_fen, -entry.amount_fen FROM touched
        JOIN loan_offset USING (transfer_id)
        LEFT JOIN individual_account AS account ON account.number = loan_offset.account_number
        LEFT JOIN entry USING (transfer_id, ledger_account_id)
        WHERE loan_offset.state = 'posted'
          AND -entry.amount_fen IS DISTINCT FROM loan_offset.posted_fen
        """,
    ),
    Check(
        "no debit, receipt or offset repays more than it brought",
        """
        SELECT one.source_id, used.fen, brought.fen FROM (
            SELECT DISTINCT source_id FROM touched JOIN loan_money USING (transfer_id)
            WHERE source IN ('card', 'account', 'transfer')) AS one
        CROSS JOIN LATERAL (
            SELECT sum(CASE kind WHEN 'repayment' THEN amount_fen ELSE -amount_fen END) AS fen
            FROM loan_money AS money
            WHERE money.source_id = one.source_id AND source IN ('card', 'account', 'transfer')) AS used
        LEFT JOIN LATERAL (
            SELECT amount_fen AS fen FROM loan_money AS money
            WHERE kind IN ('debit', 'receipt') AND money.key = one.source_id::text
            UNION ALL SELECT posted_fen FROM loan_offset WHERE offset_id = one.source_id) AS brought ON true
        WHERE used.fen NOT BETWEEN 0 AND coalesce(brought.fen, 0)
        """,
    ),
    Check(
        "refunds agree with their transfers, and what is on its way is held",
        """
        SELECT refund.id, refund.state, transfer.state, refund.amount_fen, hold.amount_fen FROM touched
        JOIN refund USING (transfer_id) JOIN transfer ON transfer.id = transfer_id
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
        FROM touched JOIN letter_receipt AS letter USING (transfer_id) JOIN receipt USING (bank_serial)
        JOIN individual_account AS account ON account.number = letter.account_number
        LEFT JOIN receipt_part AS part
            ON part.bank_serial = letter.bank_serial AND part.transfer_id = letter.transfer_id
        CROSS JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry
            WHERE entry.transfer_id = letter.transfer_id
              AND entry.ledger_account_id = account.ledger_account_id AND business_type = '08'
        ) AS booked
        WHERE (part.amount_fen, receipt.amount_fen, booked.fen) IS DISTINCT FROM
              (principal_fen + interest_fen, principal_fen + interest_fen,
               (principal_fen + interest_fen)::numeric)
        """,
    ),
    Check(
        "what moved in equals the former books and its entries (R-BK-1)",
        """
        SELECT moved.id, moved.total_fen, line.fen, booked.fen
        FROM touched JOIN moving_in AS moved USING (transfer_id)
        CROSS JOIN LATERAL (SELECT count(*) AS people, sum(balance_fen) AS fen
                            FROM moving_in_line WHERE moving_in_id = moved.id) AS line
        CROSS JOIN LATERAL (SELECT sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                            FROM entry WHERE entry.transfer_id = moved.transfer_id) AS booked
        WHERE (line.people, line.fen, booked.fen)
              IS DISTINCT FROM (moved.head_count::bigint, moved.total_fen::numeric, moved.total_fen::numeric)
        """,
    ),
    Check(
        "booked lists equal their receipts and their entries (R-BK-1)",
        """
        SELECT list.id, list.employer_fen + list.employee_fen, receipt.fen, booked.fen
        FROM touched JOIN transfer ON transfer.id = transfer_id
        JOIN remittance_list AS list ON list.id = CASE
            WHEN starts_with(transfer.idempotency_key, 'list:')
            THEN substr(transfer.idempotency_key, 6)::uuid END
        CROSS JOIN LATERAL (SELECT sum(amount_fen) AS fen FROM (
                SELECT amount_fen FROM receipt WHERE receipt.list_id = list.id
                UNION ALL SELECT amount_fen FROM receipt_part AS part WHERE part.list_id = list.id) AS one
            ) AS receipt
        CROSS JOIN LATERAL (
            SELECT sum(amount_fen) AS fen FROM entry
            WHERE entry.transfer_id = transfer.id AND contribution_month IS NOT NULL) AS booked
        WHERE list.state <> 'booked' OR (receipt.fen, booked.fen) IS DISTINCT FROM
              (list.employer_fen + list.employee_fen, list.employer_fen + list.employee_fen)
        """,
    ),
    Check(
        "a booked list that was made of a file has the lines that were previewed (R-CHG-5)",
        """
        SELECT file.id, file.list_id FROM touched JOIN transfer ON transfer.id = transfer_id
        JOIN list_file AS file ON file.state = 'accepted' AND file.list_id = CASE
            WHEN starts_with(transfer.idempotency_key, 'list:')
            THEN substr(transfer.idempotency_key, 6)::uuid END
        JOIN remittance_line AS line USING (list_id)
        GROUP BY file.id HAVING file.digest <> encode(sha256(convert_to(string_agg(
            list_line_text(account_number, base_fen, employer_fen, employee_fen), ','
            ORDER BY account_number), 'UTF8')), 'hex')
        """,
    ),
)
"""What stands behind a day's entries, or behind all."""

OF_ROWS_BOOKED_LATELY = (
    Check(
        "booked lists have a transfer (R-BK-1)",
        """
        SELECT list.id, list.booked_at FROM remittance_list AS list
        WHERE list.state = 'booked' AND list.booked_at >= (SELECT instant FROM since)
          AND NOT EXISTS (SELECT FROM transfer WHERE idempotency_key = 'list:' || list.id)
        """,
    ),
    Check(
        "a list that was made of a file has the lines that were previewed (R-CHG-5)",
        """
        SELECT file.id, file.list_id FROM list_file AS file
        JOIN remittance_line AS line USING (list_id)
        WHERE file.state = 'accepted' AND file.accepted_at >= (SELECT instant FROM since)
        GROUP BY file.id HAVING file.digest <> encode(sha256(convert_to(string_agg(
            list_line_text(account_number, base_fen, employer_fen, employee_fen), ','
            ORDER BY account_number), 'UTF8')), 'hex')
        """,
    ),
    Check(
        "what moves between employers is the balance of its instant",
        """
        SELECT account_transfer_id, movement.amount_fen, booked.fen FROM employer_movement AS movement
        JOIN individual_account AS account ON account.number = movement.account_number
        CROSS JOIN LATERAL (SELECT coalesce(sum(entry.amount_fen), 0) AS fen FROM entry
            WHERE entry.ledger_account_id = account.ledger_account_id AND entry.id <= last_entry_id) AS booked
        WHERE abs(movement.amount_fen) <> booked.fen
          AND movement.booked_on >= (SELECT instant FROM since)
        """,
    ),
)
"""What rows say of money, whose transfer might be missing: looked at while new, and with the whole."""
