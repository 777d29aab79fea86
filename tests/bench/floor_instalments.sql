-- An instalment day by one statement: the rows that the service leaves behind when every due loan is debited and
-- booked, with every constraint, index, foreign key and trigger of the service's own schema. What the service does
-- besides, and this does not: two steps with the bank in between, some thousand loans a transaction, locks in order,
-- agreements, arrears, the rules of a repayment; and its messages have a real body.
WITH due AS (
    SELECT account.contract_number, entries + 1 AS entry_number, line.number, line.principal_fen, line.interest_fen,
           balance_fen - line.principal_fen AS balance_after_fen, card_id, gen_random_uuid() AS debit_id
    FROM account
    JOIN instalment AS line ON line.contract_number = account.contract_number
        AND line.version = account.version AND line.number = paid_through + 1
    JOIN repayment_card AS card ON card.contract_number = account.contract_number AND replaced_at IS NULL
    WHERE next_due_on = $1 AND settled_on IS NULL AND returned_on IS NULL
), debited AS (
    INSERT INTO debit (debit_id, contract_number, purpose, amount_fen, card_id, debit_on, run_on, requested_by,
                       requested_at, state, ended_at, bank_serial, debited_on, entry_number)
    SELECT debit_id, contract_number, 'instalment', principal_fen + interest_fen, card_id, $1, $1, gen_random_uuid(),
           now(), 'applied', now(), 'floor', $1, entry_number FROM due
), booked AS (
    INSERT INTO entry (contract_number, entry_number, serial, kind, booked_on, amount_fen, principal_fen, interest_fen,
                       penalty_fen, balance_after_fen, recorded_by, recorded_at, source, source_id)
    SELECT contract_number, entry_number, debit_id::text, '02', $1, principal_fen + interest_fen, principal_fen,
           interest_fen, 0, balance_after_fen, gen_random_uuid(), now(), 'card', debit_id FROM due
), allocated AS (
    INSERT INTO allocation (contract_number, entry_number, number, principal_fen, interest_fen)
    SELECT contract_number, entry_number, number, principal_fen, interest_fen FROM due
), advanced AS (
    UPDATE account SET entries = due.entry_number, paid_through = due.number,
           principal_repaid_fen = principal_repaid_fen + due.principal_fen,
           interest_repaid_fen = interest_repaid_fen + due.interest_fen, last_repayment_on = $1
    FROM due WHERE account.contract_number = due.contract_number
), told AS (
    INSERT INTO outbox (message_id, type, subject, sequence, occurred_at, traceparent, body)
    SELECT gen_random_uuid(), type, contract_number, 1, now(), '', repeat('x', 500)
    FROM due, (VALUES ('loan.debit_requested.v1'), ('loan.repaid.v1')) AS said (type)
), counted AS (
    INSERT INTO subject_sequence (subject, last_sequence)
    SELECT debit_id::text, 1 FROM due UNION ALL SELECT contract_number, 1 FROM due
)
SELECT count(*) FROM due
