"""What a file that was handed in looks like: how far it is, what is wrong with it, what it would bring in."""

from datetime import datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

_FILE = """
SELECT file_id, what, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, ignored, preview,
       digest, received_at, taken, left_out, taken_at
FROM import_file """
FILE = _FILE + "WHERE file_id = $1"


async def file(connection: Pool | Connection, file_id: UUID) -> asyncpg.Record | None:
    """Return a file."""
    return await connection.fetchrow(FILE, file_id)


PAGE = (
    _FILE
    + "WHERE (received_at, file_id) < ($1, $2) ORDER BY received_at DESC, file_id DESC LIMIT $3"
)


async def page(pool: Pool, before: tuple[datetime, UUID], limit: int) -> list[asyncpg.Record]:
    """Return files, the latest first."""
    return await pool.fetch(PAGE, *before, limit)


FLAWS = """
SELECT position, row_number, cell, field, value, reason, rule FROM import_flaw
WHERE file_id = $1 AND position > $2 ORDER BY position LIMIT $3
"""


async def flaws(pool: Pool, file_id: UUID, after: int, limit: int) -> list[asyncpg.Record]:
    """Return what is wrong with a file, in the order of its rows."""
    return await pool.fetch(FLAWS, file_id, after, limit)


ROWS = """
SELECT position, row_number, standing, said, said_sealed FROM import_row
WHERE file_id = $1 AND position > $2 ORDER BY position LIMIT $3
"""


async def rows(pool: Pool, file_id: UUID, after: int, limit: int) -> list[asyncpg.Record]:
    """Return the rows of a file that waits for its second person."""
    return await pool.fetch(ROWS, file_id, after, limit)


OLDEST_WAITING = """
SELECT coalesce(extract(epoch FROM $1::timestamptz - min(coalesce(accepted_at, received_at))), 0)::float8
FROM import_file WHERE state IN ('received', 'reading', 'taking')
"""


async def oldest_waiting_seconds(pool: Pool, now: datetime) -> float:
    """Return for how long the oldest file has waited to be read, or to be taken."""
    seconds: float = await pool.fetchval(OLDEST_WAITING, now)
    return max(seconds, 0.0)
