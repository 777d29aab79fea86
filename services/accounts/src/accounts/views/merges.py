"""Merges (合并) as they are looked at."""

from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool

SHOWN_MAX = 200
_COLUMNS = """
id, goes_account, stays_account, matched_by, state, why, asked_at, answer_by, withdrawals_free, loans_free,
ended_at, principal_fen, interest_fen
"""
MERGES = f"""
SELECT {_COLUMNS} FROM account_merge
WHERE $1::text IS NULL OR goes_account = $1 OR stays_account = $1
ORDER BY asked_at DESC, id LIMIT $2
"""  # noqa: S608 - made of the text above, no input
ONE = f"SELECT {_COLUMNS} FROM account_merge WHERE id = $1"  # noqa: S608


async def merges(pool: Pool, account_number: str | None) -> list[asyncpg.Record]:
    """Return the merges of an account, or all, the latest first."""
    return await pool.fetch(MERGES, account_number, SHOWN_MAX)


async def one(connection: Connection, merge_id: UUID) -> asyncpg.Record | None:
    """Return a merge."""
    return await connection.fetchrow(ONE, merge_id)
