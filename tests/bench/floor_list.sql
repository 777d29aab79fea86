-- One monthly list booked by one statement: the rows that the service leaves behind when a receipt pays it, with
-- every constraint, index, foreign key and trigger of the service's own schema. What the service does besides, and
-- this does not: three transactions instead of one, locks in order, checks that nobody left meanwhile, the request
-- and its key, two messages, the bank.
WITH line AS (
    SELECT number, ledger_account_id, base_fen, round(base_fen * 0.08)::bigint AS side_fen
    FROM individual_account WHERE employer_number = $1 AND state = '01' AND paid_up_to < $2::date
), list AS (
    INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count, employer_fen,
                                 employee_fen, created_at, confirmed_at, booked_at, bank_serial)
    SELECT gen_random_uuid(), $1, $2, 'booked', 'floor' || $2::date, count(*), sum(side_fen), sum(side_fen), now(),
           now(), now(), 'F' || $2::date FROM line
    RETURNING id, head_count, employer_fen + employee_fen AS total_fen
), lines AS (
    INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
    SELECT list.id, number, base_fen, side_fen, side_fen FROM line, list
), arrived AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date, employer_number,
                         list_id, recorded_at)
    SELECT 'F' || $2::date, total_fen, 'floor', 'floor' || $2::date, $2, $1, id, now() FROM list
), moved AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT gen_random_uuid(), key || $2::date, 'posted', type, 'floor', now()
    FROM (VALUES ('floor receipt:', '99'), ('floor list:', '01')) AS kind (key, type)
    RETURNING id, business_type
), booked AS (
    INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                       contribution_month)
    SELECT moved.id, part.ledger_account_id, part.fen, part.type, $2::date, current_date, part.month
    FROM moved JOIN (
        SELECT '99' AS type, (SELECT id FROM ledger_account WHERE kind = 'bank') AS ledger_account_id,
               -total_fen AS fen, NULL::date AS month FROM list
        UNION ALL
        SELECT '99', (SELECT ledger_account_id FROM employer WHERE number = $1), total_fen, NULL FROM list
        UNION ALL
        SELECT '01', (SELECT ledger_account_id FROM employer WHERE number = $1), -total_fen, NULL FROM list
        UNION ALL
        SELECT '01', ledger_account_id, 2 * side_fen, $2 FROM line
    ) AS part ON part.type = moved.business_type
), advanced AS (
    UPDATE individual_account SET paid_up_to = $2 FROM line WHERE individual_account.number = line.number
), paid AS (
    UPDATE employer SET paid_up_to = $2, state = '01' WHERE number = $1
)
SELECT head_count FROM list
