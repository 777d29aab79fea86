"""What can no longer decide anything is forgotten."""

from datetime import datetime, timedelta

from gateway.process import FAILURES_FORGOTTEN_AFTER, ONE_SOURCE
from gateway.store import offices, work
from shared.base.db import Connection

LONGEST_WINDOW = timedelta(hours=1)
PRUNE_LIMITS = "DELETE FROM rate_limit WHERE window_start < $1"
PRUNE_LOCKS = """
DELETE FROM login_lock WHERE failed_at < $1 AND (locked_until IS NULL OR locked_until < $1)
"""
PRUNE_CHALLENGES = "DELETE FROM challenge WHERE expires_at < $1"
PRUNE_CONFIRMATIONS = "DELETE FROM confirmation WHERE expires_at < $1"
PRUNE_DEVICES = "DELETE FROM known_device WHERE last_used_at < $1"
DEVICE_KNOWN_FOR = timedelta(days=180)
PRUNE_SESSIONS = "DELETE FROM session WHERE expires_at < $1"
NOTES_KEPT_FOR = timedelta(days=30)
"""About work on the desk; what lasts stands in the decision and in the audit trail."""


async def prune(connection: Connection, now: datetime) -> None:
    """Forget what can no longer decide anything."""
    await connection.execute(PRUNE_LIMITS, now - 2 * LONGEST_WINDOW)
    await connection.execute(PRUNE_LOCKS, now - FAILURES_FORGOTTEN_AFTER - ONE_SOURCE.longest)
    await connection.execute(PRUNE_CHALLENGES, now - 2 * LONGEST_WINDOW)
    await connection.execute(PRUNE_CONFIRMATIONS, now - timedelta(days=1))
    await connection.execute(PRUNE_DEVICES, now - DEVICE_KNOWN_FOR)
    await connection.execute(PRUNE_SESSIONS, now - timedelta(days=1))
    await work.forget(connection, now, now - NOTES_KEPT_FOR)
    await offices.forget(connection, now - NOTES_KEPT_FOR)
