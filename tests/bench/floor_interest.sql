-- The interest of a fund year on every account by one statement: the rows that the service's run leaves behind, with
-- every constraint, index, foreign key and trigger of the service's own schema. What the service does besides, and
-- this does not: some thousand accounts a transaction, each with its progress, so that a run can be stopped anywhere
-- and be started again; locks in order; accounts that a closing withdrawal holds are left out; rates that change.
WITH due AS (
    SELECT account.number, account.ledger_account_id, gen_random_uuid() AS transfer_id,
           round(sum(entry.amount_fen * 0.015 * greatest(0, make_date($1, 7, 1)
               - greatest(entry.value_date, account.interest_from))) / 360)::bigint AS fen,
           max(entry.id) AS last_entry_id
    FROM individual_account AS account JOIN entry USING (ledger_account_id)
    WHERE account.state NOT IN ('03', '04', '05') AND account.opened_on < make_date($1, 7, 1)
    GROUP BY account.number, account.ledger_account_id
), opened AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT transfer_id, 'interest:' || number || ':' || $1, 'posted', '09', number, now() FROM due WHERE fen > 0
), settled AS (
    INSERT INTO interest_settlement (account_number, fund_year, interest_fen, transfer_id)
    SELECT number, $1, fen, CASE WHEN fen > 0 THEN transfer_id END FROM due
), booked AS (
    INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
    SELECT transfer_id, ledger_account_id, fen, '09', make_date($1, 7, 1), current_date FROM due WHERE fen > 0
    UNION ALL
    SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'interest_expense'), -fen, '09',
           make_date($1, 7, 1), current_date FROM due WHERE fen > 0
), advanced AS (
    UPDATE individual_account SET interest_from = make_date($1, 7, 1), interest_entry_id = due.last_entry_id
    FROM due WHERE individual_account.number = due.number
)
SELECT count(*) FROM due
