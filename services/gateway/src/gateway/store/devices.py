"""Devices that somebody has logged in with before; they go on while strangers are slowed down."""

from datetime import datetime
from uuid import UUID

from shared.base.db import Connection, Pool

DEVICES_MAX = 10
"""Of one subject; the ones that were used longest ago are forgotten."""

IS_KNOWN = "SELECT EXISTS (SELECT FROM known_device WHERE token_hash = $1 AND subject_hash = $2)"


async def is_known(connection: Connection, token_hash: str, subject_hash: str) -> bool:
    """Whether a device has logged in as this subject before."""
    return bool(await connection.fetchval(IS_KNOWN, token_hash, subject_hash))


IS_ANYBODYS = "SELECT EXISTS (SELECT FROM known_device WHERE token_hash = $1)"


async def is_anybodys(pool: Pool, token_hash: str) -> bool:
    """Whether a device has logged in before, as whomever."""
    return bool(await pool.fetchval(IS_ANYBODYS, token_hash))


KEEP_DEVICE = """
INSERT INTO known_device (token_hash, subject_hash, identity_id, since, last_used_at)
VALUES ($1, $2, $3, $4, $4)
ON CONFLICT (token_hash) DO UPDATE SET last_used_at = EXCLUDED.last_used_at
"""
FORGET_OLDEST = """
DELETE FROM known_device WHERE token_hash IN (
    SELECT token_hash FROM known_device WHERE subject_hash = $1
    ORDER BY last_used_at DESC, token_hash OFFSET $2)
"""


async def keep(
    connection: Connection, token_hash: str, subject_hash: str, identity_id: UUID, now: datetime
) -> None:
    """Know a device from now on; the caller holds the subject."""
    await connection.execute(KEEP_DEVICE, token_hash, subject_hash, identity_id, now)
    await connection.execute(FORGET_OLDEST, subject_hash, DEVICES_MAX)


FORGET_ALL = "DELETE FROM known_device WHERE identity_id = $1"


async def forget_all(connection: Connection, identity_id: UUID) -> None:
    """Know no device of an identity any more."""
    await connection.execute(FORGET_ALL, identity_id)
