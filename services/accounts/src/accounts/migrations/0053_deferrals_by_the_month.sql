-- A month is deferred by whose staff the person was in it (R-DEP-9, R-TRF-2), not by whose staff the person is today: what the
-- former employer may pay later is not owed yet, and the new one's deferral does not excuse it.
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
    WHERE NOT EXISTS (SELECT FROM contribution_period AS period
                      WHERE period.account_number = account.number AND period.from_month <= month
                        AND coalesce(period.until_month > month, true)
                        AND is_deferred(period.employer_number, month, today))
$$;

CREATE OR REPLACE FUNCTION deferred_months(account individual_account, today date) RETURNS date[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(DISTINCT month::date), '{}')
    FROM contribution_period AS period
    JOIN deferral ON deferral.employer_number = period.employer_number AND today <= catch_up_by
    CROSS JOIN LATERAL generate_series(
        greatest(period.from_month, deferral.from_month),
        least(period.until_month - interval '1 month', deferral.until_month, date_trunc('month', today)),
        '1 month') AS month
    WHERE period.account_number = account.number
      AND NOT EXISTS (SELECT FROM entry
                      WHERE entry.ledger_account_id = account.ledger_account_id
                        AND entry.contribution_month = month::date AND entry.amount_fen > 0)
$$;
