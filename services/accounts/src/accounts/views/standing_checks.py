"""What must hold of the books as they stand now, whatever the day; read without the entries' history."""

from accounts.views.transfer_checks import Check

STANDING = (
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
        "everything together is 0",
        "SELECT sum(posted_fen) FROM ledger_balance HAVING sum(posted_fen) <> 0",
    ),
    Check(
        "a reservation holds its principal",
        """
        SELECT application_id, principal_fen, hold.amount_fen FROM (
            SELECT * FROM reservation WHERE state = 'reserved' AND estate_request_id IS NULL
            UNION ALL
            SELECT * FROM reservation WHERE state = 'reserved' AND estate_request_id IS NOT NULL) AS open
        LEFT JOIN hold ON hold.transfer_id = open.transfer_id AND hold.active
        WHERE hold.amount_fen IS DISTINCT FROM principal_fen
        """,
    ),
    Check(
        "what is inherited is divided to the fen, or the fund's income (R-WDR-46)",
        """
        SELECT one.request_id, one.principal_fen + one.interest_fen, share.fen, income.fen, interest.fen
        FROM estate_distribution AS one
        CROSS JOIN LATERAL (SELECT sum(principal_fen) AS fen FROM reservation
                            WHERE estate_request_id = one.request_id) AS share
        CROSS JOIN LATERAL (SELECT sum(amount_fen) FILTER (WHERE amount_fen > 0) AS fen
                            FROM entry WHERE entry.transfer_id = one.income_transfer_id) AS income
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
        "the general ledger equals the ledger (R-BK-1)",
        "SELECT subject, books_fen, ledger_fen FROM books_difference",
    ),
    Check(
        "an account is where its last transfer ended, and each that is done moved it",
        """
        SELECT moved.id, moved.account_number FROM account_transfer AS moved
        WHERE (moved.state = 'done') <> EXISTS (SELECT FROM employer_movement AS movement
                                                WHERE movement.account_transfer_id = moved.id)
        UNION ALL
        SELECT last.id, last.account_number FROM (
            SELECT DISTINCT ON (account_number) id, account_number, to_employer FROM account_transfer
            WHERE state = 'done' ORDER BY account_number, ended_at DESC) AS last
        JOIN individual_account AS account ON account.number = last.account_number
        WHERE last.to_employer <> account.employer_number
        """,
    ),
    Check(
        "a closed account is empty",
        """
        SELECT number, posted_fen FROM individual_account JOIN ledger_balance USING (ledger_account_id)
        WHERE state IN ('03', '04', '05') AND (posted_fen <> 0 OR frozen_fen <> 0)
        """,
    ),
)
"""What is looked at in every verification."""
