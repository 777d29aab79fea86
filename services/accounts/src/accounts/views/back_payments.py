"""Back payments (补缴) as they are looked at."""

from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_COLUMNS = """
SELECT id, employer_number, state, payment_reference, head_count, employer_fen, employee_fen, bank_serial,
       created_at, confirmed_at, booked_at
FROM back_payment
"""
ONE = f"{_COLUMNS} WHERE id = $1"
PAGE = f"""{_COLUMNS}
WHERE employer_number = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
ORDER BY created_at DESC, id DESC LIMIT $4
"""


async def one(connection: Pool | Connection, back_id: UUID) -> asyncpg.Record | None:
    """Return a back payment."""
    return await connection.fetchrow(ONE, back_id)


async def page(
    pool: Pool, employer_number: str, before: tuple[datetime, UUID] | None, limit: int
) -> list[asyncpg.Record]:
    """Return an employer's back payments, latest first."""
    at, back_id = before or (None, None)
    return await pool.fetch(PAGE, employer_number, at, back_id, limit)


LINES = """
SELECT line.account_number, line.month, line.base_fen, line.employer_ratio_bp, line.employee_ratio_bp,
       line.employer_fen, line.employee_fen, person.name_sealed, account.person_id
FROM back_payment_line AS line
JOIN individual_account AS account ON account.number = line.account_number
JOIN person ON person.id = account.person_id
WHERE back_payment_id = $1 AND (line.account_number, line.month) > ($2, $3::date)
ORDER BY line.account_number, line.month LIMIT $4
"""


async def lines(
    pool: Pool, back_id: UUID, after: tuple[str, date], limit: int
) -> list[asyncpg.Record]:
    """Return the lines of a back payment, by account number and month."""
    return await pool.fetch(LINES, back_id, *after, limit)
