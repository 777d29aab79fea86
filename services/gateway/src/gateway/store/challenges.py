"""One-time codes that were asked for."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gateway.process import Challenge, ChallengeState
from gateway.rules.code_pace import Sent
from gateway.store.attempts import Source
from gateway.store.identities import IDENTITY_COLUMNS, Identity, identity_of
from shared.base.db import Connection

CODES_SINCE = """
SELECT created_at, source, known_device FROM challenge WHERE subject_hash = $1 AND created_at > $2
ORDER BY created_at DESC
"""


async def codes_since(connection: Connection, subject_hash: str, since: datetime) -> list[Sent]:
    """When the subject got codes and who had asked, newest first."""
    rows = await connection.fetch(CODES_SINCE, subject_hash, since)
    return [Sent(row["created_at"], row["source"], row["known_device"]) for row in rows]


OPEN_CHALLENGE = """
INSERT INTO challenge (id, subject_hash, identity_id, code_hash, state, created_at, expires_at,
                       source, known_device)
VALUES ($1, $2, $3, $4, 'active', $5, $6, $7, $8)
"""


async def open_challenge(
    connection: Connection,
    challenge_id: UUID,
    *,
    subject_hash: str,
    identity_id: UUID | None,
    code_hash: str,
    now: datetime,
    expires_at: datetime,
    source: Source,
) -> None:
    """Keep a new challenge; those before it live out their time, or asking would be a way to kill them."""
    await connection.execute(
        OPEN_CHALLENGE,
        challenge_id,
        subject_hash,
        identity_id,
        code_hash,
        now,
        expires_at,
        source.hash,
        source.known_device,
    )


SUBJECT_OF = "SELECT subject_hash FROM challenge WHERE id = $1"


async def subject_of(connection: Connection, challenge_id: UUID) -> str | None:
    """Whom a challenge is for."""
    subject_hash: str | None = await connection.fetchval(SUBJECT_OF, challenge_id)
    return subject_hash


@dataclass(frozen=True)
class Asked:
    """A challenge with what is compared and who it lets in."""

    subject_hash: str
    challenge: Challenge
    code_hash: str
    identity: Identity | None


LOCK_CHALLENGE = f"""
SELECT c.subject_hash, c.state, c.wrong_codes, c.expires_at, c.code_hash,
       {IDENTITY_COLUMNS}
FROM challenge c LEFT JOIN identity i ON i.id = c.identity_id AND i.disabled_at IS NULL
WHERE c.id = $1
FOR UPDATE OF c
"""  # noqa: S608


async def lock_challenge(connection: Connection, challenge_id: UUID) -> Asked | None:
    """Lock a challenge."""
    row = await connection.fetchrow(LOCK_CHALLENGE, challenge_id)
    if row is None:
        return None
    return Asked(
        row["subject_hash"],
        Challenge(ChallengeState(row["state"]), row["wrong_codes"], row["expires_at"]),
        row["code_hash"],
        identity_of(row) if row["identity_id"] else None,
    )


MOVE_CHALLENGE = "UPDATE challenge SET state = $2, wrong_codes = $3 WHERE id = $1"


async def move_challenge(
    connection: Connection, challenge_id: UUID, state: ChallengeState, wrong_codes: int
) -> None:
    """Write what a code led to."""
    await connection.execute(MOVE_CHALLENGE, challenge_id, state.value, wrong_codes)
