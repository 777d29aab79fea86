-- A fund that has existed for a while: $accounts accounts, the first $big of them at one employer and the rest at
-- employers of 100, $months months of contributions each, everything that the service itself would have left behind.
-- What is sealed to its row is written afterwards (population.py). Checks and triggers rest meanwhile: what is
-- written here is right by construction, and a million accounts would take them most of an hour.
SET session_replication_role = replica;
CREATE TEMP TABLE plan AS
SELECT n, md5('person' || n)::uuid AS person_id, '3714' || (10000000 + n) AS number,
       (100000 + CASE WHEN n <= $big THEN 1 ELSE 2 + (n - $big) / 100 END)::text AS employer,
       (400000 + n % 1000 * 500)::bigint AS base_fen
FROM generate_series(1, $accounts) AS n;
SELECT setval('account_number', 10000001 + $accounts);

INSERT INTO ledger_account (kind, number) SELECT DISTINCT 'employer_suspense', employer FROM plan;
INSERT INTO employer (number, name, social_credit_code, state, payday, employer_ratio_bp, employee_ratio_bp,
                      operator_name_sealed, operator_id_number_sealed, operator_phone_sealed, paid_up_to,
                      registered_on, ledger_account_id)
SELECT number, '德州市第' || number || '号单位', 'benchmark' || number, '01', 10, 800, 800,
       '', '', '', '$paid_up_to', '$opened_on', id
FROM ledger_account WHERE kind = 'employer_suspense';
SELECT setval('employer_number', 1000000);

INSERT INTO person (id, name_sealed, id_number_sealed, id_number_hash, id_number_tail, phone_sealed, phone_hash)
SELECT person_id, '', '', md5('id' || n) || md5('number' || n), '0000', '', md5('phone' || n)
FROM plan;
INSERT INTO ledger_account (kind, number) SELECT 'individual', number FROM plan ORDER BY n;
INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state, base_fen, opened_on,
                                paid_up_to, interest_from, entered_on)
SELECT plan.number, person_id, employer, ledger.id, '01', base_fen, '$opened_on', '$paid_up_to', '$opened_on',
       '$entered_on'
FROM plan JOIN ledger_account AS ledger ON ledger.kind = 'individual' AND ledger.number = plan.number
ORDER BY n;

INSERT INTO contribution_period (account_number, from_month, employer_number)
SELECT number, date_trunc('month', opened_on)::date, employer_number FROM individual_account;

INSERT INTO ledger_balance (ledger_account_id, posted_fen, may_be_negative)
SELECT id, 0, false FROM ledger_account WHERE kind = 'employer_suspense'
UNION ALL
SELECT ledger_account_id, $months * round(base_fen * 0.16), false FROM individual_account;
UPDATE ledger_balance SET posted_fen = -(SELECT sum($months * round(base_fen * 0.16)) FROM individual_account)
WHERE ledger_account_id = (SELECT id FROM ledger_account WHERE kind = 'bank');

CREATE TEMP TABLE past AS
SELECT employer.number AS employer, month::date, gen_random_uuid() AS transfer_id
FROM employer, generate_series(date '$paid_up_to' - interval '1 month' * ($months - 1), '$paid_up_to', '1 month') AS month;
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'past:' || employer || ':' || month, 'posted', '01', employer, now() FROM past;
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT transfer_id, account.ledger_account_id, round(base_fen * 0.16), '01', month + 9, month + 9, month
FROM past JOIN individual_account AS account ON account.employer_number = past.employer
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), -sum(round(base_fen * 0.16)), '01',
       month + 9, month + 9, NULL
FROM past JOIN individual_account AS account ON account.employer_number = past.employer
GROUP BY transfer_id, month;
