-- 错缴更正: a contribution that was booked to the wrong person, month or amount leaves by reversal (冲账 02), and a new entry
-- brings it where it belongs: to another person's month, or into the employer's suspense, from where it leaves by two people.

DROP INDEX transfer_is_reversed_once;
-- A list's transfer is corrected person by person; how much of it, is kept below.
CREATE UNIQUE INDEX transfer_is_reversed_once ON transfer (reverses)
    WHERE reverses IS NOT NULL AND NOT starts_with(idempotency_key, 'correction:');
CREATE INDEX transfer_corrected ON transfer (reverses) WHERE starts_with(idempotency_key, 'correction:');

ALTER TABLE receipt
    DROP CONSTRAINT known_origin,
    ADD CONSTRAINT known_origin CHECK (origin IN ('bank', 'refund_return', 'correction'));
COMMENT ON COLUMN receipt.origin IS
    'refund_return: what the bank sent back, under the serial of the return; correction: what left a person''s account';

CREATE TABLE correction (
    id                    uuid        PRIMARY KEY,
    account_number        text        NOT NULL REFERENCES individual_account,
    month                 date        NOT NULL CONSTRAINT corrected_month_is_a_first CHECK (extract(day FROM month) = 1),
    employer_number       text        NOT NULL REFERENCES employer,
    employer_fen          bigint      NOT NULL CONSTRAINT corrected_employer_part CHECK (employer_fen >= 0),
    employee_fen          bigint      NOT NULL CONSTRAINT corrected_employee_part CHECK (employee_fen >= 0),
    corrected_transfer_id uuid        NOT NULL REFERENCES transfer,
    to_account_number     text        REFERENCES individual_account,
    bank_serial           text        NOT NULL,
    value_date            date        NOT NULL,
    maker_id              uuid        NOT NULL,
    checker_id            uuid        NOT NULL CONSTRAINT two_people_correct CHECK (checker_id <> maker_id),
    reason                text        NOT NULL,
    corrected_at          timestamptz NOT NULL,
    CONSTRAINT a_correction_moves_money CHECK (employer_fen + employee_fen > 0),
    CONSTRAINT to_another_account CHECK (to_account_number <> account_number)
);
CREATE INDEX correction_by_account ON correction (account_number, month);
CREATE INDEX correction_by_target ON correction (to_account_number, month) WHERE to_account_number IS NOT NULL;
CREATE INDEX correction_by_transfer ON correction (corrected_transfer_id);
REVOKE UPDATE, DELETE, TRUNCATE ON correction FROM accounts;
COMMENT ON COLUMN correction.bank_serial IS 'of the receipt that had paid it';

-- As before; and a month whose contribution was corrected away whole is owed again.
CREATE OR REPLACE FUNCTION months_owed(account individual_account, today date) RETURNS date[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(month ORDER BY month), '{}') FROM (
        SELECT unnest(owed_months(account, today)) AS month
        UNION
        SELECT corrected.month FROM correction AS corrected
        WHERE corrected.account_number = account.number
          AND EXISTS (SELECT FROM contribution_period AS period
                      WHERE period.account_number = account.number AND period.from_month <= corrected.month
                        AND coalesce(period.until_month > corrected.month, true))
          AND (SELECT sum(amount_fen) FROM entry WHERE entry.ledger_account_id = account.ledger_account_id
                 AND entry.contribution_month = corrected.month) <= 0
    ) AS owed
    WHERE NOT is_deferred(account.employer_number, month, today)
$$;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('deposit.correct', '1991-01-01', 0,       'checker', 168, 0,  true),
    ('deposit.correct', '1991-01-01', 5000000, 'senior',  168, 30, true);
