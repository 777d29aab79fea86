-- A month of the whole city by one statement: every employer's list for month $1, drafted, paid and booked; the rows that
-- the service leaves behind, with every constraint, index, foreign key and trigger of the service's own schema. What the
-- service does besides, and this does not: three steps, each in a transaction of its own that many lists share, locks in order, checks that nobody left
-- meanwhile, requests and their keys, two messages for each list, the bank.
WITH line AS (
    SELECT account.employer_number, account.number, account.ledger_account_id, base.fen AS base_fen,
           round(base.fen * employer.employer_ratio_bp / 10000.0)::bigint AS employer_fen,
           round(base.fen * employer.employee_ratio_bp / 10000.0)::bigint AS employee_fen
    FROM individual_account AS account
    JOIN employer ON employer.number = account.employer_number AND employer.paid_up_to = $1::date - interval '1 month'
    CROSS JOIN LATERAL (
        SELECT coalesce((SELECT changed.base_fen FROM base_change AS changed
                         WHERE changed.account_number = account.number AND effective_month <= $1
                         ORDER BY effective_month DESC LIMIT 1), account.base_fen) AS fen) AS base
    WHERE account.state = '01' AND account.paid_up_to < $1::date
), list AS (
    INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count, employer_fen,
                                 employee_fen, created_at, confirmed_at, booked_at, bank_serial)
    SELECT gen_random_uuid(), employer_number, $1, 'booked', 'floor' || employer_number, count(*), sum(employer_fen),
           sum(employee_fen), now(), now(), now(), 'F' || employer_number
    FROM line GROUP BY employer_number
    RETURNING id, employer_number, head_count, employer_fen + employee_fen AS total_fen
), lines AS (
    INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
    SELECT list.id, number, base_fen, line.employer_fen, line.employee_fen FROM line JOIN list USING (employer_number)
), arrived AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date, employer_number,
                         list_id, recorded_at)
    SELECT 'F' || employer_number, total_fen, 'floor', 'floor' || employer_number, $1, employer_number, id, now()
    FROM list
), moved AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT gen_random_uuid(), key || employer_number, 'posted', type, employer_number, now()
    FROM list, (VALUES ('floor receipt:', '99'), ('floor list:', '01')) AS kind (key, type)
    RETURNING id, business_type, reference AS employer_number
), booked AS (
    INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                       contribution_month)
    SELECT moved.id, part.ledger_account_id, part.fen, part.type, $1::date, $2, part.month
    FROM moved JOIN (
        SELECT employer_number, '99' AS type, (SELECT id FROM ledger_account WHERE kind = 'bank') AS ledger_account_id,
               -total_fen AS fen, NULL::date AS month FROM list
        UNION ALL
        SELECT list.employer_number, '99', ledger_account_id, total_fen, NULL
        FROM list JOIN employer ON employer.number = list.employer_number
        UNION ALL
        SELECT list.employer_number, '01', ledger_account_id, -total_fen, NULL
        FROM list JOIN employer ON employer.number = list.employer_number
        UNION ALL
        SELECT employer_number, '01', ledger_account_id, employer_fen + employee_fen, $1 FROM line
    ) AS part ON part.employer_number = moved.employer_number AND part.type = moved.business_type
), advanced AS (
    UPDATE individual_account SET paid_up_to = $1 FROM line WHERE individual_account.number = line.number
), paid AS (
    UPDATE employer SET paid_up_to = $1 FROM list WHERE number = list.employer_number
)
SELECT sum(head_count)::bigint FROM list
