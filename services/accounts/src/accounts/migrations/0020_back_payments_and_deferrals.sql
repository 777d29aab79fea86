-- Back payment (补缴) by person and month, and deferral (缓缴): what is paid later, and what need not be paid yet.

CREATE TABLE back_payment (
    id                uuid        PRIMARY KEY,
    employer_number   text        NOT NULL REFERENCES employer,
    state             text        NOT NULL CONSTRAINT known_back_state CHECK (state IN ('draft', 'confirmed', 'booked', 'withdrawn')),
    payment_reference text        NOT NULL CONSTRAINT one_back_payment_per_reference UNIQUE,
    head_count        integer     NOT NULL CONSTRAINT back_payment_is_not_empty CHECK (head_count > 0),
    employer_fen      bigint      NOT NULL,
    employee_fen      bigint      NOT NULL,
    created_at        timestamptz NOT NULL,
    confirmed_at      timestamptz,
    booked_at         timestamptz,
    bank_serial       text
);
CREATE INDEX back_payment_by_employer ON back_payment (employer_number, created_at DESC, id DESC);

-- A person's month, with the wage and the ratios of that month; `open` until it is booked or taken back.
CREATE TABLE back_payment_line (
    back_payment_id   uuid    NOT NULL REFERENCES back_payment,
    account_number    text    NOT NULL REFERENCES individual_account,
    month             date    NOT NULL CONSTRAINT back_month_is_a_first CHECK (extract(day FROM month) = 1),
    base_fen          bigint  NOT NULL,
    employer_ratio_bp integer NOT NULL,
    employee_ratio_bp integer NOT NULL,
    employer_fen      bigint  NOT NULL CONSTRAINT back_employer_part CHECK (employer_fen >= 0),
    employee_fen      bigint  NOT NULL CONSTRAINT back_employee_part CHECK (employee_fen >= 0),
    open              boolean NOT NULL,
    PRIMARY KEY (back_payment_id, account_number, month),
    CONSTRAINT a_line_moves_money CHECK (employer_fen + employee_fen > 0)
);
CREATE UNIQUE INDEX a_month_is_paid_back_once_at_a_time ON back_payment_line (account_number, month) WHERE open;
CREATE INDEX back_payment_line_by_account ON back_payment_line (account_number, month);
REVOKE DELETE, TRUNCATE ON back_payment, back_payment_line FROM accounts;

ALTER TABLE receipt_part
    ALTER COLUMN list_id DROP NOT NULL,
    ADD COLUMN back_payment_id uuid REFERENCES back_payment,
    ADD CONSTRAINT a_part_pays_one_thing CHECK (num_nonnulls(list_id, back_payment_id) = 1);
CREATE INDEX receipt_part_by_back_payment ON receipt_part (back_payment_id) WHERE back_payment_id IS NOT NULL;

-- A deferral in hardship (R-DEP-9): on the resolution of the staff, agreed by the centre, for a period, with a day of catching up.
CREATE TABLE deferral (
    id                uuid        PRIMARY KEY,
    employer_number   text        NOT NULL REFERENCES employer,
    from_month        date        NOT NULL CONSTRAINT deferral_begins_on_a_first CHECK (extract(day FROM from_month) = 1),
    until_month       date        NOT NULL CONSTRAINT deferral_ends_on_a_first CHECK (extract(day FROM until_month) = 1),
    catch_up_by       date        NOT NULL,
    resolution_number text        NOT NULL,
    resolution_on     date        NOT NULL,
    maker_id          uuid        NOT NULL,
    checker_id        uuid        NOT NULL CONSTRAINT two_people_agree CHECK (checker_id <> maker_id),
    decided_at        timestamptz NOT NULL,
    CONSTRAINT deferral_ends_after_it_begins CHECK (until_month >= from_month),
    CONSTRAINT deferred_is_caught_up_later CHECK (catch_up_by > until_month)
);
CREATE INDEX deferral_by_employer ON deferral (employer_number, from_month);
REVOKE UPDATE, DELETE, TRUNCATE ON deferral FROM accounts;
COMMENT ON COLUMN deferral.until_month IS 'the last month of it';
COMMENT ON COLUMN deferral.catch_up_by IS 'the last day on which the deferred months may be paid';

-- Whether a month of an employer is deferred on a day: not owed until it is to be caught up.
CREATE FUNCTION is_deferred(of_employer text, of_month date, today date) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM deferral
                   WHERE deferral.employer_number = $1
                     AND $2 BETWEEN from_month AND until_month AND $3 <= catch_up_by)
$$;

-- The months of an account that its employer owes today: of employment, not contributed, overdue, not deferred.
CREATE FUNCTION months_owed(account individual_account, today date) RETURNS date[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(month ORDER BY month), '{}')
    FROM unnest(owed_months(account, today)) AS month
    WHERE NOT is_deferred(account.employer_number, month, today)
$$;

-- The months of an account that have begun, are deferred and not paid yet.
CREATE FUNCTION deferred_months(account individual_account, today date) RETURNS date[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT month::date), '{}')
    FROM contribution_period AS period
    JOIN deferral ON deferral.employer_number = account.employer_number AND today <= catch_up_by
    CROSS JOIN LATERAL generate_series(
        greatest(period.from_month, deferral.from_month),
        least(period.until_month - interval '1 month', deferral.until_month, date_trunc('month', today)),
        '1 month') AS month
    WHERE period.account_number = account.number
      AND NOT EXISTS (SELECT FROM entry
                      WHERE entry.ledger_account_id = account.ledger_account_id
                        AND entry.contribution_month = month::date AND entry.amount_fen > 0)
$$;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('back_payment.confirm', '1991-01-01', 0, 'checker', 168, 0, false),
    ('back_payment.cancel',  '1991-01-01', 0, 'checker', 168, 0, false),
    ('employer.defer',       '1991-01-01', 0, 'senior',  336, 0, true);
