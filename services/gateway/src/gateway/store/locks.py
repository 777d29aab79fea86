"""A subject's failures in a row, and one transaction at a time for each subject."""

from gateway.process import Lock
from shared.base.db import Connection

HOLD_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"


async def hold_subject(connection: Connection, subject_hash: str) -> None:
    """Let only this transaction deal with logins of the subject, known or not, until it ends."""
    await connection.execute(HOLD_SUBJECT, subject_hash)


LOCK_OF = "SELECT failures, failed_at, locked_until FROM login_lock WHERE subject_hash = $1"


async def lock_of(connection: Connection, subject_hash: str) -> Lock | None:
    """Read a subject's failures in a row; the caller holds the subject."""
    row = await connection.fetchrow(LOCK_OF, subject_hash)
    return Lock(**dict(row)) if row else None


KEEP_LOCK = """
INSERT INTO login_lock (subject_hash, failures, failed_at, locked_until) VALUES ($1, $2, $3, $4)
ON CONFLICT (subject_hash) DO UPDATE
SET failures = EXCLUDED.failures, failed_at = EXCLUDED.failed_at,
    locked_until = EXCLUDED.locked_until
"""


async def keep_lock(connection: Connection, subject_hash: str, lock: Lock) -> None:
    """Write a subject's failures."""
    await connection.execute(
        KEEP_LOCK, subject_hash, lock.failures, lock.failed_at, lock.locked_until
    )


CLEAR_LOCK = "DELETE FROM login_lock WHERE subject_hash = $1"


async def clear_lock(connection: Connection, subject_hash: str) -> None:
    """A login forgives the failures before it."""
    await connection.execute(CLEAR_LOCK, subject_hash)
