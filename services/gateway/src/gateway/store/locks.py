"""Failures in a row, by source and by subject, and one transaction at a time for each subject."""

from collections.abc import Mapping, Sequence

from gateway.process import Lock
from shared.base.db import Connection

HOLD_SUBJECT = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"


async def hold_subject(connection: Connection, subject_hash: str) -> None:
    """Let only this transaction deal with logins of the subject, known or not, until it ends."""
    await connection.execute(HOLD_SUBJECT, subject_hash)


LOCKS_OF = """
SELECT subject_hash, failures, failed_at, locked_until FROM login_lock
WHERE subject_hash = ANY($1::text[])
"""


async def locks_of(connection: Connection, hashes: Sequence[str]) -> dict[str, Lock]:
    """Read failures in a row; the caller holds the subject."""
    return {
        row["subject_hash"]: Lock(row["failures"], row["failed_at"], row["locked_until"])
        for row in await connection.fetch(LOCKS_OF, hashes)
    }


KEEP_LOCKS = """
INSERT INTO login_lock (subject_hash, failures, failed_at, locked_until)
SELECT * FROM unnest($1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[])
ON CONFLICT (subject_hash) DO UPDATE
SET failures = EXCLUDED.failures, failed_at = EXCLUDED.failed_at,
    locked_until = EXCLUDED.locked_until
"""


async def keep_locks(connection: Connection, locks: Mapping[str, Lock]) -> None:
    """Write failures in a row."""
    await connection.execute(
        KEEP_LOCKS,
        list(locks),
        [lock.failures for lock in locks.values()],
        [lock.failed_at for lock in locks.values()],
        [lock.locked_until for lock in locks.values()],
    )


CLEAR_LOCKS = "DELETE FROM login_lock WHERE subject_hash = ANY($1::text[])"


async def clear_locks(connection: Connection, hashes: Sequence[str]) -> None:
    """A login forgives the failures before it."""
    await connection.execute(CLEAR_LOCKS, hashes)
