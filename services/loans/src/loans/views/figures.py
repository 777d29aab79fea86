"""What is counted of a month, and the tables of rates and policies as they are published; nobody is named."""

from datetime import date

import asyncpg

from shared.base.db import Connection

MONTHS = """
WITH lent AS (
    SELECT to_char(disbursed_on, 'YYYY-MM') AS month, count(*) AS loans, sum(amount_fen)::bigint AS lent_fen
    FROM account WHERE disbursed_on >= $1 AND returned_on IS NULL GROUP BY 1
), repaid AS (
    SELECT to_char(booked_on, 'YYYY-MM') AS month, sum(principal_fen)::bigint AS principal_fen,
           sum(interest_fen + penalty_fen)::bigint AS interest_fen
    FROM entry WHERE booked_on >= $1 AND kind <> '01' GROUP BY 1
)
SELECT month, coalesce(loans, 0) AS loans, coalesce(lent_fen, 0) AS lent_fen,
       coalesce(principal_fen, 0) AS principal_fen, coalesce(interest_fen, 0) AS interest_fen
FROM lent FULL JOIN repaid USING (month) ORDER BY month
"""


async def by_month(connection: Connection, since: date) -> list[asyncpg.Record]:
    """Count what was lent and repaid from a day on, by month; what was taken back is taken off."""
    return await connection.fetch(MONTHS, since)


RATES = """
SELECT effective_from, source, home, rate_type, annual_rate FROM loan_rate
ORDER BY effective_from DESC, home, rate_type
"""


async def rates(connection: Connection) -> list[asyncpg.Record]:
    """Read every rate that was published, newest first."""
    return await connection.fetch(RATES)


SOURCES = "SELECT effective_from, source FROM loan_policy"


async def sources(connection: Connection) -> dict[date, str]:
    """Read by which document each policy holds."""
    return {row["effective_from"]: row["source"] for row in await connection.fetch(SOURCES)}
