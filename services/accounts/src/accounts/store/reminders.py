"""Whom of the employers to remind, each once for a case, however many instances look. Set-based."""

from datetime import date

import asyncpg

from accounts.rules.reminders import registered_between
from shared.base.db import Connection

REMIND = """
WITH late AS (
    SELECT number, 'accounts_missing' AS kind, registered_on AS about FROM employer
    WHERE state IN ('01', '02') AND registered_on BETWEEN $2 AND $3
      AND NOT EXISTS (SELECT FROM individual_account WHERE employer_number = employer.number)
    UNION ALL
    SELECT number, 'remittance_late', month
    FROM employer CROSS JOIN LATERAL last_overdue_month(payday, $1) AS month
    WHERE state IN ('01', '02') AND coalesce(paid_up_to < month, true)
      AND NOT is_deferred(employer.number, month, $1)
      AND EXISTS (SELECT FROM individual_account AS account
                  JOIN contribution_period AS period ON period.account_number = account.number
                  WHERE period.employer_number = employer.number
                    AND account.state NOT IN ('03', '04', '05')
                    AND coalesce(account.paid_up_to < month, true)
                    AND period.from_month <= month AND coalesce(period.until_month > month, true)
                    AND last_overdue_month(employer.payday, account.entered_on) < month)
), reminded AS (
    INSERT INTO employer_reminder (employer_number, kind, about, reminded_on)
    SELECT number, kind, about, $1 FROM late ORDER BY number, kind
    ON CONFLICT DO NOTHING
    RETURNING employer_number AS number, kind, about
)
SELECT number, name, social_credit_code, operator_phone_sealed, payday, kind, about
FROM reminded JOIN employer USING (number) ORDER BY number, kind
"""


async def remind(connection: Connection, today: date) -> list[asyncpg.Record]:
    """Note and return what employers are to be reminded of today, and never were (R-ACC-6, R-DEP-5).

    Only employers that remit (A.4: neither deferred 缓缴, closed nor sealed), and of a month only where
    somebody contributes whose account was entered before the month was overdue: a past that is
    entered later was not forgotten by anybody.
    """
    return await connection.fetch(REMIND, today, *registered_between(today))
