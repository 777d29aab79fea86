"""The record of every attempt to log in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from shared.audit import trail as audit
from shared.base.db import Connection, Pool


class Outcome(StrEnum):
    """How an attempt ended."""

    CODE_SENT = "code_sent"
    REFUSED = "refused"
    LOCKED = "locked"
    WRONG_CODE = "wrong_code"
    CODE_EXPIRED = "code_expired"
    PHONE_NOT_OWN = "phone_not_own"
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
class Source:
    """From where a subject is tried."""

    hash: str
    """Keyed, of the subject with the device or the address."""
    known_device: bool


@dataclass(frozen=True)
class Attempt:
    """Who tried what, from where."""

    outcome: Outcome
    address: str | None
    channel: str | None = None
    subject_hash: str | None = None
    identity_id: UUID | None = None
    session_id: UUID | None = None
    source: Source | None = None


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
