"""Dunning letters (催缴函): which are due today, each once for a stage of arrears. Set-based."""

from datetime import date, datetime

import asyncpg

from shared.base.db import Connection

# Overdue from the day after `due_on`; what is owed of each month is what its list would have now.
WRITE = """
WITH policy AS (
    SELECT * FROM dunning_policy WHERE effective_from <= $1 ORDER BY effective_from DESC LIMIT 1
), arrears AS (
    SELECT employer.number, employer.payday, since.month AS from_month,
           last_overdue_month(employer.payday, $1) AS until_month,
           least(since.month + employer.payday - 1, (since.month + interval '1 month - 1 day')::date) + 5
               AS due_on
    FROM late_employers($1, 'infinity', '-infinity') AS late
    JOIN employer ON employer.number = late.employer_number
    CROSS JOIN LATERAL arrears_since(employer, $1) AS since (month)
    WHERE late.kind = 'remittance_late' AND since.month IS NOT NULL
), staged AS (
    SELECT arrears.*, policy.pay_within_days,
           CASE WHEN $1 - due_on > second_after_days THEN 2 ELSE 1 END AS stage
    FROM arrears, policy WHERE $1 - due_on > first_after_days
), owed AS (
    SELECT staged.*, sum.people, sum.fen FROM staged
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT line.account_number) AS people,
               sum(line.employer_fen + line.employee_fen)::bigint AS fen
        FROM generate_series(staged.from_month, staged.until_month, '1 month') AS month
        CROSS JOIN LATERAL contributions(staged.number, month::date) AS line
        WHERE NOT is_deferred(staged.number, month::date, $1)) AS sum
    WHERE sum.fen > 0 AND NOT EXISTS (
        SELECT FROM dunning_letter AS before
        WHERE before.employer_number = staged.number AND before.from_month = staged.from_month
          AND before.stage >= staged.stage)
    ORDER BY staged.number LIMIT $3
), written AS (
    INSERT INTO dunning_letter (id, employer_number, from_month, stage, until_month, people, owed_fen, due_on,
                                pay_by, due_at)
    SELECT gen_random_uuid(), number, from_month, stage, until_month, people, fen, due_on,
           $1 + pay_within_days, $2
    FROM owed ORDER BY number
    ON CONFLICT DO NOTHING
    RETURNING *
)
SELECT written.*, employer.name FROM written JOIN employer ON employer.number = written.employer_number
ORDER BY employer_number
"""


async def write(
    connection: Connection, today: date, now: datetime, limit: int
) -> list[asyncpg.Record]:
    """Note and return the letters that are due today and were never written; up to `limit` (R-DEP-10)."""
    return await connection.fetch(WRITE, today, now, limit)
