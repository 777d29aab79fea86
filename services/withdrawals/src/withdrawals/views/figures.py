"""What is counted of a month: withdrawals that were paid; nobody is named."""

from datetime import date

import asyncpg

from shared.base.db import Connection

PAID = """
SELECT to_char(paid_on, 'YYYY-MM') AS month, count(*) AS paid, sum(amount_fen)::bigint AS paid_fen,
       count(*) FILTER (WHERE closing) AS closed
FROM application WHERE state = 'paid' AND paid_on >= $1
GROUP BY 1 ORDER BY 1
"""


async def paid_by_month(connection: Connection, since: date) -> list[asyncpg.Record]:
    """Count what was paid from a day on, by the month of the payment."""
    return await connection.fetch(PAID, since)
