-- What fills the database of accounts from the plan: each statement for the people $1 to $2 and the employers who begin
-- with one of them; those of a month for month $3, those of a year for fund year $3, those of all together once.
-- == before the months
INSERT INTO remittance_list (id, employer_number, month, state, payment_reference, head_count, employer_fen,
                             employee_fen, created_at, confirmed_at, booked_at, bank_serial)
SELECT list_id, employer.number, month, 'booked', making.reference(list_id, employer.number, month), people,
       employer_fen, employee_fen, day, day, day, making.serial(list.k, list.i)
FROM making.list JOIN making.employer USING (k) JOIN making.month USING (i) JOIN making.due USING (payday, i)
WHERE employer.first_n BETWEEN $1 AND $2;
INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date, employer_number, list_id,
                     recorded_at, reference)
SELECT making.serial(list.k, list.i), employer_fen + employee_fen, employer.name, reference, day, employer.number, list_id,
       day, reference
FROM making.list JOIN making.employer USING (k) JOIN making.month USING (i) JOIN making.due USING (payday, i),
     LATERAL making.reference(list_id, employer.number, month) AS reference
WHERE employer.first_n BETWEEN $1 AND $2;
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, created_at, settled_at)
SELECT id, key || said, 'posted', type, said, day, day
FROM making.list JOIN making.employer USING (k) JOIN making.due USING (payday, i), LATERAL (
    VALUES (receipt_transfer, 'receipt:', '99', making.serial(list.k, list.i)),
           (list_transfer, 'list:', '01', list_id::text)) AS one (id, key, type, said)
WHERE first_n BETWEEN $1 AND $2;
-- == of a month
INSERT INTO remittance_line (list_id, account_number, base_fen, employer_fen, employee_fen)
SELECT list_id, number, base, making.side(base, employer_bp), making.side(base, employee_bp)
FROM making.account JOIN making.list ON list.k = account.k AND list.i = $3 JOIN making.month ON month.i = $3,
     LATERAL (SELECT making.base_in(base_fen, month.f) AS base) AS one
WHERE account.n BETWEEN $1 AND $2 AND $3 BETWEEN joins AND account.last;
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on, created_at)
SELECT part.transfer_id, part.ledger_account_id, part.fen, type, day, day, day
FROM making.list JOIN making.employer USING (k) JOIN making.due USING (payday, i), LATERAL (
    VALUES (receipt_transfer, (SELECT id FROM ledger_account WHERE kind = 'bank'), -employer_fen - employee_fen, '99'),
           (receipt_transfer, employer.ledger_id, employer_fen + employee_fen, '99'),
           (list_transfer, employer.ledger_id, -employer_fen - employee_fen, '01')
    ) AS part (transfer_id, ledger_account_id, fen, type)
WHERE list.i = $3 AND first_n BETWEEN $1 AND $2;
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on, contribution_month,
                   created_at)
SELECT list_transfer, ledger_id, making.side(base, employer_bp) + making.side(base, employee_bp), '01', day, day, month,
       day
FROM making.account JOIN making.list ON list.k = account.k AND list.i = $3 JOIN making.month ON month.i = $3
JOIN making.due ON due.payday = account.payday AND due.i = $3, LATERAL (
    SELECT making.base_in(base_fen, month.f) AS base) AS one
WHERE account.n BETWEEN $1 AND $2 AND $3 BETWEEN joins AND account.last;
-- == of a year
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, created_at, settled_at)
SELECT transfer_id, 'interest:' || number || ':' || fund_year, 'posted', '09', number, ends, ends
FROM making.settled JOIN making.account USING (n) JOIN making.year USING (f)
WHERE f = $3 AND n BETWEEN $1 AND $2 AND transfer_id IS NOT NULL;
INSERT INTO entry (id, transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on, created_at)
OVERRIDING SYSTEM VALUE
SELECT id, transfer_id, ledger_account_id, fen, '09', ends, ends, ends
FROM making.settled JOIN making.account USING (n) JOIN making.year USING (f), LATERAL (
    VALUES (settled.entry_id, account.ledger_id, interest_fen),
           (nextval(pg_get_serial_sequence('entry', 'id')),
            (SELECT id FROM ledger_account WHERE kind = 'interest_expense'), -interest_fen)
    ) AS part (id, ledger_account_id, fen)
WHERE f = $3 AND n BETWEEN $1 AND $2 AND transfer_id IS NOT NULL;
INSERT INTO interest_settlement (account_number, fund_year, interest_fen, transfer_id, settled_at)
SELECT number, fund_year, interest_fen, transfer_id, ends
FROM making.settled JOIN making.account USING (n) JOIN making.year USING (f)
WHERE f = $3 AND n BETWEEN $1 AND $2 AND settles;
-- == whose it is
INSERT INTO ledger_account (id, kind, number, created_at) OVERRIDING SYSTEM VALUE
SELECT ledger_id, 'individual', number, month
FROM making.account JOIN making.month ON month.i = joins WHERE n BETWEEN $1 AND $2
UNION ALL
SELECT ledger_id, 'employer_suspense', number, registered_on FROM making.employer WHERE first_n BETWEEN $1 AND $2;
INSERT INTO ledger_balance (ledger_account_id, posted_fen, may_be_negative)
SELECT DISTINCT ON (n) ledger_id, balance_fen, false FROM making.settled JOIN making.account USING (n)
WHERE n BETWEEN $1 AND $2 ORDER BY n, f DESC;
INSERT INTO ledger_balance (ledger_account_id, posted_fen, may_be_negative)
SELECT ledger_id, 0, false FROM making.employer WHERE first_n BETWEEN $1 AND $2;
INSERT INTO employer (number, name, social_credit_code, state, payday, employer_ratio_bp, employee_ratio_bp,
                      operator_name_sealed, operator_id_number_sealed, operator_phone_sealed, paid_up_to,
                      agreement_version, agreement_signed_on, registered_on, ledger_account_id)
SELECT number, name, code, '01', payday, employer_bp, employee_bp, operator_name, operator_id_number, operator_phone,
       month, '2024-1', registered_on, registered_on, ledger_id
FROM making.employer JOIN making.month ON month.i = paid WHERE first_n BETWEEN $1 AND $2;
INSERT INTO individual_account (number, person_id, employer_number, ledger_account_id, state, base_fen, opened_on,
                                paid_up_to, sealed_on, sealed_month, seal_reason, interest_from, interest_entry_id)
SELECT account.number, md5('person' || n)::uuid, employer.number, account.ledger_id,
       CASE WHEN sealed.month IS NULL THEN '01' ELSE '02' END, making.base_in(base_fen, opened.f), opened.month, paid.month,
       sealed.month + 2, sealed.month,
       CASE WHEN sealed.month IS NOT NULL THEN CASE WHEN n % 2 = 0 THEN 'retired' ELSE 'terminated' END END,
       greatest(opened.month, settled.ends), coalesce(settled.entry_id, 0)
FROM making.account JOIN making.employer USING (k)
JOIN making.month AS opened ON opened.i = joins JOIN making.month AS paid ON paid.i = account.last
LEFT JOIN making.month AS sealed ON sealed.i = sealed_after + 1
LEFT JOIN (SELECT DISTINCT ON (n) n, ends, entry_id FROM making.settled JOIN making.year USING (f)
           WHERE settles AND n BETWEEN $1 AND $2 ORDER BY n, f DESC) AS settled USING (n)
WHERE n BETWEEN $1 AND $2 ORDER BY n;
INSERT INTO contribution_period (account_number, from_month, until_month, employer_number)
SELECT account.number, opened.month, sealed.month, employer.number
FROM making.account JOIN making.employer USING (k) JOIN making.month AS opened ON opened.i = joins
LEFT JOIN making.month AS sealed ON sealed.i = sealed_after + 1 WHERE n BETWEEN $1 AND $2 ORDER BY n;
INSERT INTO base_change (account_number, effective_month, base_fen, reason, actor, changed_at)
SELECT number, month.month, making.base_in(base_fen, year.f), '年度基数调整', 'generated', month.month
FROM making.account JOIN making.year ON year.f > 0 AND joins < year.first
    AND coalesce(sealed_after >= year.first, true)
JOIN making.month ON month.i = year.first WHERE n BETWEEN $1 AND $2 ORDER BY n;
WITH noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT number, type, state, day, reason, 'generated'
    FROM making.account JOIN making.month AS opened ON opened.i = joins
    LEFT JOIN making.month AS sealed ON sealed.i = sealed_after + 1, LATERAL (
        VALUES ('03', '01', opened.month, ''),
               ('05', '02', sealed.month + 2, CASE WHEN n % 2 = 0 THEN 'retired' ELSE 'terminated' END)
        ) AS one (type, state, day, reason)
    WHERE n BETWEEN $1 AND $2 AND day IS NOT NULL
    RETURNING id, account_number, business_type
)
INSERT INTO employer_change (employer_number, history_id, business_type)
SELECT employer_number, noted.id, noted.business_type
FROM noted JOIN individual_account AS account ON account.number = account_number;
-- == sought
INSERT INTO account_to_index SELECT number FROM making.account WHERE n BETWEEN $1 AND $2 ORDER BY n;
-- == together
UPDATE ledger_balance SET posted_fen = -(SELECT sum(employer_fen + employee_fen) FROM making.list)
WHERE ledger_account_id = (SELECT id FROM ledger_account WHERE kind = 'bank');
UPDATE ledger_balance SET posted_fen = -(SELECT coalesce(sum(interest_fen), 0) FROM making.settled)
WHERE ledger_account_id = (SELECT id FROM ledger_account WHERE kind = 'interest_expense');
INSERT INTO interest_run (fund_year, state, after_number, settled, interest_fen, requested_at, finished_at)
SELECT fund_year, 'finished', max(number), count(*), sum(interest_fen), ends, ends
FROM making.settled JOIN making.account USING (n) JOIN making.year USING (f) WHERE settles GROUP BY fund_year, ends;
SELECT setval('account_number', 10000001 + (SELECT max(n) FROM making.account)),
       setval('employer_number', 100001 + (SELECT max(k) FROM making.employer)),
       setval(pg_get_serial_sequence('ledger_account', 'id'), (SELECT max(id) FROM ledger_account));
