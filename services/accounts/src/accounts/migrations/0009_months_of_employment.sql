-- Every month of employment is contributed, deferred, sealed or owed. Which months an employer owes a contribution for
-- stands in periods of their own, since a seal takes effect in a month and may be lifted again (R-SEAL-3, R-CHG-2).

CREATE TABLE contribution_period (
    account_number text NOT NULL REFERENCES individual_account,
    from_month     date NOT NULL CONSTRAINT period_begins_on_a_first CHECK (extract(day FROM from_month) = 1),
    until_month    date CONSTRAINT period_ends_on_a_first CHECK (extract(day FROM until_month) = 1),
    PRIMARY KEY (account_number, from_month),
    CONSTRAINT period_ends_after_it_begins CHECK (until_month >= from_month)
);
COMMENT ON COLUMN contribution_period.until_month IS 'first of the month from which nothing is contributed any more';
CREATE UNIQUE INDEX one_period_goes_on ON contribution_period (account_number) WHERE until_month IS NULL;

-- Of accounts that were unsealed once, the earlier months are not known here any more: they are taken for settled.
INSERT INTO contribution_period (account_number, from_month, until_month)
SELECT number, first.month, CASE WHEN sealed_month IS NOT NULL THEN greatest(sealed_month, first.month) END
FROM individual_account CROSS JOIN LATERAL (
    SELECT coalesce(date_trunc('month', unsealed_month)::date, date_trunc('month', opened_on)::date) AS month
) AS first;

CREATE FUNCTION account_contributes_from_its_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO contribution_period (account_number, from_month)
        SELECT number, date_trunc('month', opened_on)::date FROM added;
    RETURN NULL;
END $$;
CREATE TRIGGER account_contributes_from_its_opening AFTER INSERT ON individual_account REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION account_contributes_from_its_opening();

-- A month's contribution is due five days after payday (R-DEP-5); the last month that is overdue on a day.
CREATE FUNCTION last_overdue_month(payday integer, today date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT max(month)::date
    FROM generate_series(date_trunc('month', today) - interval '2 months', date_trunc('month', today), '1 month') AS month
    WHERE today > least(month + (payday - 1) * interval '1 day', month + interval '1 month - 1 day') + interval '5 days'
$$;

-- The months that are owed on an account: within its periods, without a booked contribution, and either overdue or
-- behind a month that its employer has paid for the others.
CREATE FUNCTION owed_months(account individual_account, today date) RETURNS date[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(month::date ORDER BY month), '{}')
    FROM employer
    JOIN contribution_period AS period ON period.account_number = account.number
    CROSS JOIN LATERAL generate_series(
        period.from_month,
        least(period.until_month - interval '1 month',
              greatest(employer.paid_up_to, last_overdue_month(employer.payday, today))),
        '1 month') AS month
    WHERE employer.number = account.employer_number
      AND NOT EXISTS (SELECT FROM entry
                      WHERE entry.ledger_account_id = account.ledger_account_id
                        AND entry.contribution_month = month::date AND entry.amount_fen > 0)
$$;
