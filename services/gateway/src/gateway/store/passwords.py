"""The passwords that a member of staff has had, as hashes."""

from datetime import datetime
from uuid import UUID

from shared.base.db import Connection

REMEMBERED = 5
"""Passwords that must not come again, the present one among them."""

LAST = """
SELECT password_hash FROM password_history WHERE identity_id = $1 ORDER BY set_at DESC LIMIT $2
"""


async def last(connection: Connection, identity_id: UUID) -> list[str]:
    """Read the last ones, newest first."""
    return [row["password_hash"] for row in await connection.fetch(LAST, identity_id, REMEMBERED)]


KEEP = "INSERT INTO password_history (identity_id, set_at, password_hash) VALUES ($1, $2, $3)"


async def keep(
    connection: Connection, identity_id: UUID, password_hash: str, now: datetime
) -> None:
    """Remember a password."""
    await connection.execute(KEEP, identity_id, now, password_hash)


CHANGE = "UPDATE staff_credential SET password_hash = $2 WHERE identity_id = $1"


async def change(connection: Connection, identity_id: UUID, password_hash: str) -> None:
    """Let another password count from now on."""
    await connection.execute(CHANGE, identity_id, password_hash)
