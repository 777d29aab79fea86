"""What was moved in from former books, beside what these say."""

import asyncpg

from shared.base.db import Pool

MOVED_IN = """
SELECT moved.id, as_of, source, booked_at, head_count, total_fen, booked.people AS booked_people,
       booked.fen AS booked_fen
FROM moving_in AS moved CROSS JOIN LATERAL (
    SELECT count(*) AS people, coalesce(sum(amount_fen), 0)::bigint AS fen
    FROM entry JOIN individual_account AS account USING (ledger_account_id)
    WHERE entry.transfer_id = moved.transfer_id AND account.employer_number = moved.employer_number
) AS booked
WHERE moved.employer_number = $1 ORDER BY booked_at DESC
"""
WITHOUT_OPENING = """
SELECT count(*) FROM individual_account AS account
WHERE employer_number = $1 AND state NOT IN ('03', '04', '05')
  AND NOT EXISTS (SELECT FROM moving_in_line AS line WHERE line.account_number = account.number)
"""


async def moved_in(pool: Pool, employer_number: str) -> list[asyncpg.Record]:
    """Return what was moved in for an employer, newest first, with what is booked of it."""
    return await pool.fetch(MOVED_IN, employer_number)


async def without_opening(pool: Pool, employer_number: str) -> int:
    """Count open accounts without an opening entry."""
    count: int = await pool.fetchval(WITHOUT_OPENING, employer_number)
    return count
