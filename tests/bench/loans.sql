-- Loans that are all due on $2: $1 of them, alike, $3 instalments each, with a repayment card. $4 and $5 are one
-- schedule's principals and interests, $6 their sealed cards, $7 the sealed holders, $8 the cards' ids. The borrowers are the population's.
WITH numbered AS (
    SELECT 'BENCH' || lpad(number::text, 9, '0') AS contract_number, md5('person' || number)::uuid AS person_id, card, holder, card_id
    FROM unnest($6::text[], $7::text[], $8::uuid[]) WITH ORDINALITY AS each (card, holder, card_id, number) WHERE number <= $1::integer
), made AS (
    INSERT INTO contract (contract_number, amount_fen, method, periods, home, signed_on, state, entered_by, entered_at,
                          decided_by, decided_at)
    SELECT contract_number, 10000000, '01', $3, 'first', $2::date - interval '1 month', '2', gen_random_uuid(), now(),
           gen_random_uuid(), now()
    FROM numbered RETURNING contract_number
), borrowed AS (
    INSERT INTO party (contract_number, person_id, role)
    SELECT contract_number, person_id, 'borrower' FROM made JOIN numbered USING (contract_number)
), opened AS (
    INSERT INTO account (contract_number, amount_fen, disbursed_on, version, annual_rate, level_fen, rate_year,
                         paid_through, entries, principal_repaid_fen, interest_repaid_fen, penalty_repaid_fen)
    SELECT contract_number, 10000000, $2::date - interval '1 month', 1, 0.021, 0, extract(year FROM $2::date), 0, 1, 0,
           0, 0 FROM made
), lent AS (
    INSERT INTO entry (contract_number, entry_number, serial, kind, booked_on, amount_fen, principal_fen, interest_fen,
                       penalty_fen, balance_after_fen, recorded_by, recorded_at)
    SELECT contract_number, 1, contract_number || '-FK', '01', $2::date - interval '1 month', 10000000, 10000000, 0, 0,
           10000000, gen_random_uuid(), now() FROM made
), planned AS (
    INSERT INTO plan_version (contract_number, version, cause, effective_on, annual_rate, level_fen, first_number)
    SELECT contract_number, 1, 'disbursement', $2::date - interval '1 month', 0.021, 0, 1 FROM made
), laid_out AS (
    INSERT INTO instalment (contract_number, version, number, due_on, principal_fen, interest_fen)
    SELECT contract_number, 1, number, ($2::date + make_interval(months => number::integer - 1))::date, principal_fen,
           interest_fen
    FROM made, unnest($4::bigint[], $5::bigint[]) WITH ORDINALITY AS line (principal_fen, interest_fen, number)
)
INSERT INTO repayment_card (card_id, contract_number, card, card_tail, holder_name, registered_by, registered_at)
SELECT card_id, contract_number, card, '6788', holder, gen_random_uuid(), now()
FROM made JOIN numbered USING (contract_number)
