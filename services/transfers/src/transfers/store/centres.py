"""The national list of centres (公积金中心名录), as it was fetched."""

from collections.abc import Sequence
from datetime import datetime

from shared.base.db import Connection, Pool
from transfers.domain import Centre

KEEP = """
INSERT INTO centre (code, name, account, account_name, fetched_at)
SELECT code, name, account, account_name, $5
FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS told (code, name, account, account_name)
ON CONFLICT (code) DO UPDATE SET name = excluded.name, account = excluded.account,
    account_name = excluded.account_name, fetched_at = excluded.fetched_at
"""


async def keep(connection: Connection, centres: Sequence[Centre], now: datetime) -> None:
    """Keep what the platform told; a centre that it leaves out stays, as letters of it may be open."""
    await connection.execute(
        KEEP,
        [one.code for one in centres],
        [one.name for one in centres],
        [one.account for one in centres],
        [one.account_name for one in centres],
        now,
    )


ONE = "SELECT code, name, account, account_name FROM centre WHERE code = $1"


async def one(connection: Connection, code: str) -> Centre | None:
    """Read a centre."""
    row = await connection.fetchrow(ONE, code)
    return Centre(**row) if row else None


SOME = "SELECT code, name, account, account_name FROM centre WHERE code = ANY($1::text[])"


async def some(connection: Connection, codes: Sequence[str]) -> dict[str, Centre]:
    """Read centres, by code."""
    return {row["code"]: Centre(**row) for row in await connection.fetch(SOME, codes)}


ALL = "SELECT code, name, account, account_name FROM centre ORDER BY code LIMIT $1"


async def everyone(pool: Pool, limit: int) -> list[Centre]:
    """Read the list."""
    return [Centre(**row) for row in await pool.fetch(ALL, limit)]


FETCHED = "SELECT max(fetched_at) FROM centre"


async def fetched_at(connection: Connection) -> datetime | None:
    """Say when the list was fetched last."""
    found: datetime | None = await connection.fetchval(FETCHED)
    return found
