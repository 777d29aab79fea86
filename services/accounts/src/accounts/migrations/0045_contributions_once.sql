-- Who contributes for a month of an employer, and what (as before: R-DEP-1, 3, 4): the employer's ratios are asked for
-- once, not once a person, a base is looked for once, not once a side, and sides are reckoned in whole fen.
CREATE OR REPLACE FUNCTION contributions(of_employer text, of_month date)
RETURNS TABLE (account_number text, base_fen bigint, employer_fen bigint, employee_fen bigint)
LANGUAGE sql STABLE AS $$
    WITH policy AS (
        SELECT base_min_fen, base_max_fen, rounding = 'yuan_up' AS up,
               CASE rounding WHEN 'fen_half_up' THEN 1 ELSE 100 END AS unit
        FROM deposit_policy WHERE effective_from <= $2 ORDER BY effective_from DESC LIMIT 1
    ), terms AS MATERIALIZED (
        SELECT policy.*, ratio.*, 10000 * unit AS parts, CASE WHEN up THEN 10000 * unit - 1 ELSE 5000 * unit END AS lift
        FROM policy CROSS JOIN employer CROSS JOIN LATERAL ratios_of(employer, $2) AS ratio WHERE number = $1
    )
    SELECT number, in_force.base,
           (in_force.base * employer_ratio_bp + lift) / parts * unit,
           (in_force.base * employee_ratio_bp + lift) / parts * unit
    FROM terms CROSS JOIN individual_account AS account CROSS JOIN LATERAL (
        SELECT least(greatest(coalesce(
            (SELECT changed.base_fen FROM base_change AS changed
             WHERE changed.account_number = account.number AND effective_month <= $2
             ORDER BY effective_month DESC LIMIT 1), account.base_fen), base_min_fen), base_max_fen) AS base
        OFFSET 0) AS in_force
    WHERE state NOT IN ('03', '04', '05') AND coalesce(paid_up_to < $2, true)
      AND number IN (SELECT period.account_number FROM contribution_period AS period
                     WHERE period.employer_number = $1 AND period.from_month <= $2
                       AND coalesce(period.until_month > $2, true))
$$;
