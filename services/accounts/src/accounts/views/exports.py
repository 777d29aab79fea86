"""What is exported as a whole, not page by page: each query gives all of its rows, in their order."""

ENTRIES = """
SELECT booked_on, value_date, entry.business_type, reversal_flag, amount_fen, contribution_month,
       balance_after_fen
FROM (
    SELECT *, sum(amount_fen) OVER (ORDER BY id)::bigint AS balance_after_fen
    FROM entry WHERE ledger_account_id = $1
) AS entry JOIN transfer ON transfer.id = entry.transfer_id
WHERE booked_on >= coalesce($2::date, '-infinity') AND booked_on <= coalesce($3::date, 'infinity')
  AND coalesce(entry.business_type = $4::text, true)
ORDER BY entry.id
"""
STAFF = """
SELECT account.number, account.person_id, account.state, account.opened_on, account.paid_up_to,
       account.sealed_on, account.sealed_month, account.seal_reason,
       coalesce((SELECT base_fen FROM base_change
                 WHERE account_number = account.number AND effective_month <= $3
                 ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS base_fen,
       person.name_sealed, person.id_number_sealed
FROM individual_account AS account JOIN person ON person.id = account.person_id
WHERE account.employer_number = $1 AND ($2::text IS NULL OR account.state = $2)
ORDER BY account.number
"""
LINES = """
SELECT line.*, account.person_id, person.name_sealed, person.id_number_sealed
FROM remittance_line AS line
JOIN individual_account AS account ON account.number = line.account_number
JOIN person ON person.id = account.person_id
WHERE line.list_id = $1 ORDER BY line.account_number
"""
LISTS = """
SELECT month, state, head_count, employer_fen, employee_fen, payment_reference, bank_serial, booked_at
FROM remittance_list WHERE employer_number = $1 ORDER BY month, created_at, id
"""
STAFF_CHANGES = """
SELECT history.account_number, history.business_type, history.on_date, history.reason, history.evidence,
       account.person_id, person.name_sealed
FROM employer_change AS change JOIN account_history AS history ON history.id = change.history_id
JOIN individual_account AS account ON account.number = history.account_number
JOIN person ON person.id = account.person_id
WHERE change.employer_number = $1
  AND history.on_date BETWEEN coalesce($2::date, '-infinity') AND coalesce($3::date, 'infinity')
  AND coalesce(change.business_type = $4::text, true) AND coalesce(history.account_number = $5::text, true)
ORDER BY change.history_id
"""
VOUCHERS = """
SELECT voucher.month, voucher.number, voucher.kind, voucher.booked_on, voucher.business_type, voucher.summary,
       voucher.proposed_by, voucher.decided_by, line.position, line.subject, subject.name, line.debit_fen,
       line.credit_fen
FROM voucher JOIN voucher_line AS line ON line.voucher_id = voucher.id
JOIN ledger_subject AS subject ON subject.code = line.subject
WHERE voucher.month = $1 ORDER BY voucher.number, line.position
"""
# What happened to an employer itself; days are business days, Asia/Shanghai.
HISTORY = """
SELECT * FROM (
    SELECT registered_on AS on_date, 'registered' AS what, NULL::date AS month, NULL::date AS until_month,
           NULL::bigint AS amount_fen, NULL::integer AS employer_bp, NULL::integer AS employee_bp,
           social_credit_code AS text
    FROM employer WHERE number = $1
    UNION ALL SELECT agreement_signed_on, 'signed', NULL, NULL, NULL, NULL, NULL, agreement_version
    FROM employer WHERE number = $1 AND agreement_signed_on IS NOT NULL
    UNION ALL SELECT agreement_revoked_on, 'revoked', NULL, NULL, NULL, NULL, NULL, agreement_version
    FROM employer WHERE number = $1 AND agreement_revoked_on IS NOT NULL
    UNION ALL SELECT (changed_at AT TIME ZONE 'Asia/Shanghai')::date, 'ratio', effective_month, NULL, NULL,
                     employer_ratio_bp, employee_ratio_bp, reason
    FROM ratio_change WHERE employer_number = $1
    UNION ALL SELECT (decided_at AT TIME ZONE 'Asia/Shanghai')::date, 'deferral', from_month, until_month,
                     NULL, NULL, NULL, resolution_number
    FROM deferral WHERE employer_number = $1
    UNION ALL SELECT (booked_at AT TIME ZONE 'Asia/Shanghai')::date, 'remitted', month, NULL,
                     employer_fen + employee_fen, NULL, NULL, payment_reference
    FROM remittance_list WHERE employer_number = $1 AND state = 'booked'
    UNION ALL SELECT (booked_at AT TIME ZONE 'Asia/Shanghai')::date, 'paid_back', NULL, NULL,
                     employer_fen + employee_fen, NULL, NULL, payment_reference
    FROM back_payment WHERE employer_number = $1 AND state = 'booked'
    UNION ALL SELECT settled_on, 'refunded', NULL, NULL, amount_fen, NULL, NULL, bank_serial
    FROM refund WHERE employer_number = $1 AND state = 'paid'
    UNION ALL SELECT settled_on, 'refund_returned', NULL, NULL, amount_fen, NULL, NULL, return_serial
    FROM refund WHERE employer_number = $1 AND state = 'returned'
) AS happened ORDER BY on_date, what, month, text
"""
