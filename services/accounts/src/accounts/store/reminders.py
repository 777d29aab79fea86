"""Whom of the employers to remind, each once for a case, however many instances look. Set-based."""

from datetime import date

import asyncpg

from accounts.rules.reminders import registered_between
from shared.base.db import Connection

REMIND = """
WITH reminded AS (
    INSERT INTO employer_reminder (employer_number, kind, about, reminded_on)
    SELECT employer_number, kind, about, $1 FROM late_employers($1, $2, $3) ORDER BY employer_number, kind
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
