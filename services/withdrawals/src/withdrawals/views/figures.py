"""What is counted of a month, and of a day: withdrawals that were paid, how fast; nobody is named."""

from collections.abc import Collection
from datetime import date, datetime

import asyncpg

from shared.base.db import Connection, Pool

PAID = """
SELECT to_char(paid_on, 'YYYY-MM') AS month, count(*) AS paid, sum(amount_fen)::bigint AS paid_fen,
       count(*) FILTER (WHERE closing) AS closed
FROM application WHERE state = 'paid' AND paid_on >= $1
GROUP BY 1 ORDER BY 1
"""


async def paid_by_month(connection: Connection, since: date) -> list[asyncpg.Record]:
    """Count what was paid from a day on, by the month of the payment."""
    return await connection.fetch(PAID, since)


PACE = """
WITH submitted AS (
    SELECT id, is_open, reviewed, submitted_at FROM application
    WHERE kind = ANY($1::text[]) AND submitted_at >= $2 AND submitted_at < $3
), paced AS (
    SELECT s.is_open, s.reviewed, extract(epoch FROM h.at - s.submitted_at)::float8 AS seconds
    FROM submitted s LEFT JOIN application_history h ON h.application_id = s.id AND h.step = 'paid'
)
SELECT count(*) AS submitted, count(seconds) AS paid,
       count(*) FILTER (WHERE is_open) AS waiting,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE NOT reviewed) AS half_seconds,
       percentile_cont(0.99) WITHIN GROUP (ORDER BY seconds) FILTER (WHERE NOT reviewed) AS p99_seconds
FROM paced
"""


async def pace(
    pool: Pool, kinds: Collection[str], since: datetime, until: datetime
) -> asyncpg.Record:
    """Say how fast what was submitted in a time was paid; what people reviewed does not count as slow."""
    row = await pool.fetchrow(PACE, list(kinds), since, until)
    assert row is not None
    return row
