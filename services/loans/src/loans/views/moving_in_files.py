"""How far a moving in of loans by files is (期初), what is wrong with it, and where figures differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

FILE_COUNT = "SELECT count(*) FROM moving_in_file WHERE batch_id = $1"
TOTALS = """
SELECT count(*) AS loans, coalesce(sum(stated_balance_fen), 0)::bigint AS stated_fen,
       coalesce(sum(balance_fen), 0)::bigint AS balance_fen,
       count(*) FILTER (WHERE differences <> '') AS differing,
       count(*) FILTER (WHERE booked_at IS NOT NULL) AS booked,
       count(*) FILTER (WHERE held_why IS NOT NULL) AS held,
       (SELECT count(*) FROM moving_in_file
        WHERE batch_id = $1 AND state IN ('received', 'reading')) AS unread,
       (SELECT count(*) FROM moving_in_file
        WHERE batch_id = $1 AND state IN ('flawed', 'unreadable')) AS flawed
FROM moving_in_loan WHERE batch_id = $1
"""
DIGEST = """
SELECT encode(sha256(convert_to(coalesce(string_agg(
    file_sha256 || ' ' || file_name, chr(10) ORDER BY file_name), ''), 'UTF8')), 'hex')
FROM moving_in_file WHERE batch_id = $1
"""
BATCH = """
SELECT id, as_of, source, loans, balance_fen, state, made_at, signed_at, ended_at FROM moving_in_batch
WHERE id = $1
"""
BATCHES = """
SELECT id, as_of, source, loans, balance_fen, state, made_at, signed_at, ended_at FROM moving_in_batch
WHERE state <> 'dropped' ORDER BY made_at DESC, id LIMIT $1
"""
FILES = """
SELECT id, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, received_at
FROM moving_in_file WHERE batch_id = $1 ORDER BY file_name
"""
FILE = """
SELECT id, file_name, file_bytes, file_sha256, state, rows_read, flaws, why, received_at
FROM moving_in_file WHERE id = $1
"""
FLAWS = """
SELECT line, contract, field, reason FROM moving_in_flaw WHERE file_id = $1 AND line > $2
ORDER BY line LIMIT $3
"""
DIFFERENCES = """
SELECT contract_number, repayments, stated_balance_fen, balance_fen,
       stated_balance_fen - balance_fen AS difference_fen, differences, booked_at, held_why
FROM moving_in_loan WHERE batch_id = $1 ORDER BY differences = '', contract_number
"""


async def file_count(connection: Connection, batch_id: UUID) -> int:
    """Count the files of a batch."""
    count: int = await connection.fetchval(FILE_COUNT, batch_id)
    return count


@dataclass(frozen=True)
class Totals:
    """What the files of a moving in add up to, money in fen, and what of it is booked."""

    loans: int
    stated_fen: int
    balance_fen: int
    differing: int
    booked: int
    held: int
    unread: int
    """Files that are not read to their end."""
    flawed: int
    """Files with errors."""


async def totals(where: Connection | Pool, batch_id: UUID) -> Totals:
    """Return what the files add up to, and what of it is booked."""
    row = await where.fetchrow(TOTALS, batch_id)
    assert row is not None
    return Totals(**dict(row))


async def digest(where: Connection | Pool, batch_id: UUID) -> str:
    """SHA-256 over what all files of a batch are, hexadecimal: other files have another one."""
    found: str = await where.fetchval(DIGEST, batch_id)
    return found


async def batch(where: Connection | Pool, batch_id: UUID) -> asyncpg.Record | None:
    """Return a moving in."""
    return await where.fetchrow(BATCH, batch_id)


async def batches(pool: Pool, limit: int) -> list[asyncpg.Record]:
    """Return the latest ones."""
    return await pool.fetch(BATCHES, limit)


async def files(where: Connection | Pool, batch_id: UUID) -> Sequence[asyncpg.Record]:
    """Return the files of a moving in."""
    found: Sequence[asyncpg.Record] = await where.fetch(FILES, batch_id)
    return found


async def file(where: Connection | Pool, file_id: UUID) -> asyncpg.Record | None:
    """Return a file."""
    return await where.fetchrow(FILE, file_id)


async def flaws(pool: Pool, file_id: UUID, after: int, limit: int) -> list[asyncpg.Record]:
    """Return what is wrong with a file behind a line."""
    return await pool.fetch(FLAWS, file_id, after, limit)
