"""Whom to tell of months that their employer did not pay, each once, however many look. Set-based."""

from datetime import date

import asyncpg

from shared.base.db import Connection

# What was entered later is nobody's news: a month counts whose day passed after the account was entered.
TELL = """
WITH policy AS (
    SELECT $1::date - tell_after_days AS day FROM missed_month_policy
    WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
), behind AS (
    SELECT account.number, employer.payday, overdue.last, policy.day
    FROM individual_account AS account
    JOIN employer ON employer.number = account.employer_number CROSS JOIN policy
    CROSS JOIN LATERAL last_overdue_month(employer.payday, policy.day) AS overdue (last)
    WHERE account.state IN ('01', '06') AND coalesce(account.paid_up_to < overdue.last, true)
      AND last_overdue_month(employer.payday, account.entered_on) < overdue.last
      AND EXISTS (SELECT FROM contribution_period AS period
                  WHERE period.account_number = account.number AND period.from_month <= overdue.last
                    AND coalesce(period.until_month > overdue.last, true)
                    AND NOT is_deferred(period.employer_number, overdue.last, $1))
      AND NOT EXISTS (SELECT FROM missed_month
                      WHERE account_number = account.number AND month = overdue.last)
    ORDER BY account.number LIMIT $2
), missed AS (
    SELECT account.number, month
    FROM behind JOIN individual_account AS account USING (number)
    CROSS JOIN LATERAL unnest(months_owed(account, behind.day)) AS month
    WHERE month > last_overdue_month(behind.payday, account.entered_on) AND month <= behind.last
), told AS (
    INSERT INTO missed_month (account_number, month, told_on)
    SELECT number, month, $1 FROM missed ORDER BY number, month
    ON CONFLICT DO NOTHING
    RETURNING account_number AS number, month
)
SELECT account.number, account.person_id, employer.name AS employer_name, employer.payday,
       array_agg(told.month ORDER BY told.month) AS months
FROM told JOIN individual_account AS account USING (number)
JOIN employer ON employer.number = account.employer_number
GROUP BY account.number, account.person_id, employer.name, employer.payday ORDER BY account.number
"""


async def tell(connection: Connection, today: date, limit: int) -> list[asyncpg.Record]:
    """Note and return of which months people are to be told today, and never were (R-DEP-5)."""
    return await connection.fetch(TELL, today, limit)
