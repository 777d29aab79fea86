"""Employers that are late now: with their staff's accounts, or with a month (R-ACC-6, R-DEP-5)."""

from datetime import date

import asyncpg

from shared.base.db import Pool

LATE = """
SELECT late.employer_number, employer.name, employer.payday, late.kind, late.about, reminder.reminded_on
FROM late_employers($1, $2, $3) AS late JOIN employer ON employer.number = late.employer_number
LEFT JOIN employer_reminder AS reminder USING (employer_number, kind, about)
WHERE (late.employer_number, late.kind) > ($4::text, $5::text)
ORDER BY late.employer_number, late.kind LIMIT $6
"""


async def late(
    pool: Pool, today: date, registered_until: date, after: tuple[str, str], limit: int
) -> list[asyncpg.Record]:
    """Return every case that is late on a day, by employer, reminded of or not."""
    return await pool.fetch(LATE, today, date.min, registered_until, *after, limit)
