"""What an uploaded list looks like: how far it is, what is wrong with it, what it would be."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

FILE = """
SELECT id, employer_number, month, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, ignored,
       preview, digest, list_id, received_at, read_at, accepted_at
FROM list_file WHERE id = $1
"""


async def file(connection: Pool | Connection, file_id: UUID) -> asyncpg.Record | None:
    """Return an uploaded list."""
    return await connection.fetchrow(FILE, file_id)


FLAWS = """
SELECT position, row_number, column_index, field, value, reason, allowed, rule
FROM list_file_flaw WHERE file_id = $1 AND position > $2 ORDER BY position LIMIT $3
"""


async def flaws(pool: Pool, file_id: UUID, after: int, limit: int) -> list[asyncpg.Record]:
    """Return what is wrong with an uploaded list, in the order of its rows."""
    return await pool.fetch(FLAWS, file_id, after, limit)


MARKS = """
SELECT row_number, column_index, reason, allowed, rule FROM list_file_flaw
WHERE file_id = $1 ORDER BY position
"""


async def marks(pool: Pool, file_id: UUID) -> list[asyncpg.Record]:
    """Return all that is wrong with an uploaded list, for the copy that shows it."""
    return await pool.fetch(MARKS, file_id)


NAMES = """
SELECT account.number, account.person_id, person.name_sealed FROM individual_account AS account
JOIN person ON person.id = account.person_id WHERE account.number = ANY($1::text[])
"""


async def names(connection: Connection, numbers: Sequence[str]) -> dict[str, asyncpg.Record]:
    """Return the owners of accounts, their names sealed."""
    rows = await connection.fetch(NAMES, numbers)
    return {row["number"]: row for row in rows}


OLDEST_WAITING = """
SELECT coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0)::float8 FROM list_file
WHERE state IN ('received', 'reading')
"""


async def oldest_waiting_seconds(pool: Pool) -> float:
    """Return for how long the oldest uploaded list has waited for its reading to end."""
    seconds: float = await pool.fetchval(OLDEST_WAITING)
    return seconds
