"""How often something may be tried, and the record of every attempt; what is old is pruned by the set."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from gateway.process import FAILURES_FORGOTTEN_AFTER, LONGEST_LOCK
from shared.audit import trail as audit
from shared.base.db import Connection, Pool

LONGEST_WINDOW = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So many uses of a bucket in each window."""

    bucket: str
    most: int
    window: timedelta


TAKE = """
INSERT INTO rate_limit AS r (bucket, window_start, used)
SELECT bucket, date_bin(window_length, $4, 'epoch'), 1
FROM unnest($1::text[], $2::interval[], $3::int[]) AS wanted (bucket, window_length, most)
ORDER BY bucket
ON CONFLICT (bucket, window_start) DO UPDATE SET used = r.used + 1
RETURNING bucket, window_start, used
"""


async def take(pool: Pool, limits: Sequence[Limit], now: datetime) -> timedelta | None:
    """Count one use of each bucket; returns how long to wait when one of them is empty.

    Commits by itself: an attempt that is refused afterwards has still been made.
    """
    rows = await pool.fetch(
        TAKE,
        [limit.bucket for limit in limits],
        [limit.window for limit in limits],
        [limit.most for limit in limits],
        now,
    )
    by_bucket = {limit.bucket: limit for limit in limits}
    waits = [
        row["window_start"] + by_bucket[row["bucket"]].window - now
        for row in rows
        if row["used"] > by_bucket[row["bucket"]].most
    ]
    return max(waits, default=None)


class Outcome(StrEnum):
    """How an attempt ended."""

    CODE_SENT = "code_sent"
    REFUSED = "refused"
    LOCKED = "locked"
    WRONG_CODE = "wrong_code"
    CODE_EXPIRED = "code_expired"
    WRONG_CREDENTIALS = "wrong_credentials"
    ACTIVATION_FAILED = "activation_failed"
    ACTIVATED = "activated"
    LOGGED_IN = "logged_in"
    REFRESH_REUSED = "refresh_reused"
    SESSION_ENDED = "session_ended"
    LOGGED_OUT = "logged_out"


WENT_WELL = frozenset({Outcome.CODE_SENT, Outcome.ACTIVATED, Outcome.LOGGED_IN, Outcome.LOGGED_OUT})
LOGIN_ACTION = "login"
"""In the audit trail; its reason says which step."""


@dataclass(frozen=True)
class Attempt:
    """Who tried what, from where."""

    outcome: Outcome
    address: str | None
    channel: str | None = None
    subject_hash: str | None = None
    identity_id: UUID | None = None
    session_id: UUID | None = None


RECORD = """
INSERT INTO login_attempt
    (at, subject_hash, identity_id, session_id, channel, address, outcome)
VALUES ($1, $2, $3, $4, $5, $6::text::inet, $7)
"""


async def record(connection: Connection | Pool, attempt: Attempt, now: datetime) -> None:
    """Keep an attempt for ever, and in the audit trail."""
    await connection.execute(
        RECORD,
        now,
        attempt.subject_hash,
        attempt.identity_id,
        attempt.session_id,
        attempt.channel,
        attempt.address,
        attempt.outcome.value,
    )
    line = audit.by_nobody_yet(
        audit.Record(
            action=LOGIN_ACTION,
            subject=str(attempt.session_id or attempt.subject_hash or ""),
            outcome=audit.DONE if attempt.outcome in WENT_WELL else audit.REFUSED,
            reason=attempt.outcome.value,
            actor_id=attempt.identity_id,
            channel=attempt.channel or "",
        )
    )
    if line is not None:
        await audit.append(connection, [line])


PRUNE_LIMITS = "DELETE FROM rate_limit WHERE window_start < $1"
PRUNE_LOCKS = """
DELETE FROM login_lock WHERE failed_at < $1 AND (locked_until IS NULL OR locked_until < $1)
"""
PRUNE_CHALLENGES = "DELETE FROM challenge WHERE expires_at < $1"
PRUNE_SESSIONS = "DELETE FROM session WHERE expires_at < $1"


async def prune(connection: Connection, now: datetime) -> None:
    """Forget what can no longer decide anything."""
    await connection.execute(PRUNE_LIMITS, now - 2 * LONGEST_WINDOW)
    await connection.execute(PRUNE_LOCKS, now - FAILURES_FORGOTTEN_AFTER - LONGEST_LOCK)
    await connection.execute(PRUNE_CHALLENGES, now - 2 * LONGEST_WINDOW)
    await connection.execute(PRUNE_SESSIONS, now - timedelta(days=1))
