"""Query passwords: one of a citizen, or none."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.base.db import Connection, Pool


@dataclass(frozen=True)
class QueryPassword:
    """A query password that is set."""

    password_hash: str
    set_at: datetime


READ = "SELECT password_hash, set_at FROM query_password WHERE identity_id = $1"


async def read(source: Connection | Pool, identity_id: UUID) -> QueryPassword | None:
    """Read somebody's; None where none is set."""
    row = await source.fetchrow(READ, identity_id)
    return QueryPassword(**row) if row else None


KEEP = """
INSERT INTO query_password (identity_id, password_hash, set_at) VALUES ($1, $2, $3)
ON CONFLICT (identity_id) DO UPDATE SET password_hash = excluded.password_hash, set_at = excluded.set_at
"""


async def keep(
    connection: Connection, identity_id: UUID, password_hash: str, now: datetime
) -> None:
    """Let this one count from now on."""
    await connection.execute(KEEP, identity_id, password_hash, now)


HASH_ANEW = "UPDATE query_password SET password_hash = $2 WHERE identity_id = $1"


async def hash_anew(connection: Connection, identity_id: UUID, password_hash: str) -> None:
    """Keep the same one hashed under another lookup key."""
    await connection.execute(HASH_ANEW, identity_id, password_hash)


REMOVE = "DELETE FROM query_password WHERE identity_id = $1"


async def remove(connection: Connection, identity_id: UUID) -> None:
    """Let none count any more."""
    await connection.execute(REMOVE, identity_id)
