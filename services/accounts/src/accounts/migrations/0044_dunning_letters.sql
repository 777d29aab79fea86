-- Dunning letters 催缴函 (R-DEP-5, 10): an employer that owes months gets a first letter and a second one, each once for its
-- arrears, which are named by their first month. What follows a second letter, an order or a court, is the centre's own.
CREATE TABLE dunning_policy (
    effective_from    date    PRIMARY KEY,
    first_after_days  integer NOT NULL CONSTRAINT first_letter_comes_late CHECK (first_after_days > 0),
    second_after_days integer NOT NULL,
    pay_within_days   integer NOT NULL CONSTRAINT a_letter_gives_time CHECK (pay_within_days > 0),
    CONSTRAINT second_after_the_first CHECK (second_after_days >= first_after_days + pay_within_days)
);
INSERT INTO dunning_policy VALUES ('1991-01-01', 15, 45, 15);
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON dunning_policy FROM accounts;
COMMENT ON COLUMN dunning_policy.first_after_days IS 'after the last day on which the first owed month was in time';

CREATE TABLE dunning_letter (
    id              uuid        PRIMARY KEY,
    employer_number text        NOT NULL REFERENCES employer,
    from_month      date        NOT NULL CONSTRAINT owed_from_a_first CHECK (extract(day FROM from_month) = 1),
    stage           integer     NOT NULL CONSTRAINT known_stage CHECK (stage IN (1, 2)),
    until_month     date        NOT NULL CONSTRAINT owed_until_a_first CHECK (extract(day FROM until_month) = 1),
    people          integer     NOT NULL,
    owed_fen        bigint      NOT NULL CONSTRAINT something_is_owed CHECK (owed_fen > 0),
    due_on          date        NOT NULL,
    pay_by          date        NOT NULL,
    due_at          timestamptz NOT NULL,
    CONSTRAINT once_a_stage UNIQUE (employer_number, from_month, stage)
);
REVOKE UPDATE, DELETE, TRUNCATE ON dunning_letter FROM accounts;

-- The first month that an employer owes and need not pay later (缓缴); accounts that were entered after a month was overdue
-- are a past that was brought in, and no arrears.
CREATE FUNCTION arrears_since(of_employer employer, today date) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT min(month)::date
    FROM generate_series(
        coalesce($1.paid_up_to + interval '1 month',
                 (SELECT min(from_month) FROM contribution_period WHERE employer_number = $1.number)),
        last_overdue_month($1.payday, today), '1 month') AS month
    WHERE NOT is_deferred($1.number, month::date, today)
      AND EXISTS (SELECT FROM individual_account AS account
                  JOIN contribution_period AS period ON period.account_number = account.number
                  WHERE period.employer_number = $1.number AND account.state NOT IN ('03', '04', '05')
                    AND coalesce(account.paid_up_to < month, true)
                    AND period.from_month <= month AND coalesce(period.until_month > month, true)
                    AND last_overdue_month($1.payday, account.entered_on) < month)
$$;
