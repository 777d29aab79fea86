"""Bookings that their people are told of, some accounts at a time; goes on where it was. Set-based."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

ONE_AT_A_TIME = "SELECT pg_try_advisory_xact_lock(hashtext('booking_told'))"
NEXT = """
SELECT booking.id, booking.back_payment, coalesce(told.after_number, '') AS after_number
FROM (SELECT id, false AS back_payment, booked_at FROM remittance_list
      WHERE state = 'booked' AND booked_at >= $1
      UNION ALL
      SELECT id, true, booked_at FROM back_payment WHERE state = 'booked' AND booked_at >= $1) AS booking
LEFT JOIN booking_told AS told ON told.booking_id = booking.id
WHERE NOT coalesce(told.finished, false)
ORDER BY booking.booked_at, booking.id LIMIT 1
"""


async def next_booking(connection: Connection, since: datetime) -> asyncpg.Record | None:
    """Return the oldest booking since then whose people are not all told, unless somebody else tells."""
    if not await connection.fetchval(ONE_AT_A_TIME):
        return None
    return await connection.fetchrow(NEXT, since)


PEOPLE = """
WITH line AS (
    SELECT account_number, list.month, line.employer_fen + line.employee_fen AS fen
    FROM remittance_line AS line JOIN remittance_list AS list ON list.id = line.list_id
    WHERE line.list_id = $1 AND NOT $2 AND account_number > $3
    UNION ALL
    SELECT account_number, month, employer_fen + employee_fen FROM back_payment_line
    WHERE back_payment_id = $1 AND $2 AND account_number > $3
)
SELECT line.account_number, account.person_id, array_agg(line.month ORDER BY line.month) AS months,
       sum(line.fen)::bigint AS amount_fen, balance.posted_fen
FROM line JOIN individual_account AS account ON account.number = line.account_number
JOIN ledger_balance AS balance USING (ledger_account_id)
GROUP BY line.account_number, account.person_id, balance.posted_fen
ORDER BY line.account_number LIMIT $4
"""
ADVANCE = """
INSERT INTO booking_told (booking_id, after_number, finished) VALUES ($1, $2, $3)
ON CONFLICT (booking_id) DO UPDATE SET after_number = excluded.after_number, finished = excluded.finished
"""


async def people(
    connection: Connection, booking: asyncpg.Record, limit: int
) -> list[asyncpg.Record]:
    """Return the next people of a booking, by account number, with what is on their accounts now."""
    return await connection.fetch(
        PEOPLE, booking["id"], booking["back_payment"], booking["after_number"], limit
    )


async def advance(connection: Connection, booking_id: UUID, after: str, *, finished: bool) -> None:
    """Keep how far the people of a booking are told."""
    await connection.execute(ADVANCE, booking_id, after, finished)
