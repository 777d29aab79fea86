-- Who is late now (R-ACC-6, R-DEP-5): whom the job reminds, and whom the staff sees, are one reading of the rules.
-- accounts_missing: registered from `since` to `until` and nobody has an account. remittance_late: the last month that is
-- overdue is not booked, and somebody contributes whose account was entered before it was.
CREATE FUNCTION late_employers(today date, since date, until date)
RETURNS TABLE (employer_number text, kind text, about date) LANGUAGE sql STABLE AS $$
    SELECT number, 'accounts_missing', registered_on FROM employer
    WHERE state IN ('01', '02') AND registered_on BETWEEN since AND until
      AND NOT EXISTS (SELECT FROM individual_account AS account WHERE account.employer_number = employer.number)
    UNION ALL
    SELECT number, 'remittance_late', month
    FROM employer CROSS JOIN LATERAL last_overdue_month(payday, today) AS month
    WHERE state IN ('01', '02') AND coalesce(paid_up_to < month, true)
      AND NOT is_deferred(employer.number, month, today)
      AND EXISTS (SELECT FROM individual_account AS account
                  JOIN contribution_period AS period ON period.account_number = account.number
                  WHERE period.employer_number = employer.number
                    AND account.state NOT IN ('03', '04', '05')
                    AND coalesce(account.paid_up_to < month, true)
                    AND period.from_month <= month AND coalesce(period.until_month > month, true)
                    AND last_overdue_month(employer.payday, account.entered_on) < month)
$$;

-- Art. 14: an employer registers within 30 days of being set up, which whoever registers it reads off its licence.
ALTER TABLE employer ADD COLUMN set_up_on date
    CONSTRAINT r_acc_6_set_up_before_it_registers CHECK (set_up_on <= registered_on);
COMMENT ON COLUMN employer.set_up_on IS 'day on which it was set up (单位设立日期), where it is known';
