-- Another pair of ratios from a month on (R-CHG-4); the columns of `employer` are those of its registration.

CREATE TABLE ratio_change (
    employer_number   text        NOT NULL REFERENCES employer,
    effective_month   date        NOT NULL CONSTRAINT ratio_month_is_a_first CHECK (extract(day FROM effective_month) = 1),
    employer_ratio_bp integer     NOT NULL CONSTRAINT changed_employer_ratio CHECK (employer_ratio_bp BETWEEN 1 AND 10000),
    employee_ratio_bp integer     NOT NULL CONSTRAINT changed_employee_ratio CHECK (employee_ratio_bp BETWEEN 1 AND 10000),
    reason            text        NOT NULL,
    actor             text        NOT NULL,
    changed_at        timestamptz NOT NULL,
    PRIMARY KEY (employer_number, effective_month)
);

-- The ratios of an employer's month.
CREATE FUNCTION ratios_of(employer, date, OUT employer_ratio_bp integer, OUT employee_ratio_bp integer)
LANGUAGE sql STABLE AS $$
    SELECT coalesce(changed.employer_ratio_bp, $1.employer_ratio_bp),
           coalesce(changed.employee_ratio_bp, $1.employee_ratio_bp)
    FROM (SELECT) AS one LEFT JOIN LATERAL (
        SELECT * FROM ratio_change
        WHERE ratio_change.employer_number = $1.number AND effective_month <= $2
        ORDER BY effective_month DESC LIMIT 1) AS changed ON true
$$;

-- Who contributes for a month of an employer, and what: base in force within the limits of the month, ratios of the
-- month, each side rounded by the policy of the month (R-DEP-1, 3, 4). A frozen account still receives (只收不付).
CREATE FUNCTION contributions(of_employer text, of_month date)
RETURNS TABLE (account_number text, base_fen bigint, employer_fen bigint, employee_fen bigint)
LANGUAGE sql STABLE AS $$
    WITH policy AS (
        SELECT base_min_fen, base_max_fen, rounding = 'yuan_up' AS up,
               CASE rounding WHEN 'fen_half_up' THEN 1 ELSE 100 END AS unit
        FROM deposit_policy WHERE effective_from <= $2 ORDER BY effective_from DESC LIMIT 1
    ), contributing AS (
        SELECT number, least(greatest(coalesce(
                   (SELECT changed.base_fen FROM base_change AS changed
                    WHERE changed.account_number = account.number AND effective_month <= $2
                    ORDER BY effective_month DESC LIMIT 1), account.base_fen), base_min_fen), base_max_fen) AS base,
               unit, up
        FROM individual_account AS account CROSS JOIN policy
        WHERE account.employer_number = $1 AND state NOT IN ('03', '04', '05')
          AND coalesce(paid_up_to < $2, true)
          AND EXISTS (SELECT FROM contribution_period AS period
                      WHERE period.account_number = account.number AND period.from_month <= $2
                        AND coalesce(period.until_month > $2, true))
    ), side AS (
        SELECT contributing.number, base, unit, up, base * ratio.employer_ratio_bp::numeric / 10000 / unit AS employer_units,
               base * ratio.employee_ratio_bp::numeric / 10000 / unit AS employee_units
        FROM contributing CROSS JOIN (
            SELECT ratio.* FROM employer CROSS JOIN LATERAL ratios_of(employer, $2) AS ratio WHERE number = $1) AS ratio
    )
    SELECT number, base,
           (CASE WHEN up THEN ceil(employer_units) ELSE round(employer_units) END * unit)::bigint,
           (CASE WHEN up THEN ceil(employee_units) ELSE round(employee_units) END * unit)::bigint
    FROM side
$$;

INSERT INTO proposal_policy (kind, effective_from, from_fen, decider, deadline_hours, newcomer_days,
                             evidence_needed) VALUES
    ('employer.change_ratio', '1991-01-01', 0, 'checker', 168, 0, false),
    ('accounts.change',       '1991-01-01', 0, 'checker', 168, 0, false),
    ('accounts.base_round',   '1991-01-01', 0, 'checker', 168, 0, false);
