"""What waits to be confirmed with a fresh code."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gateway.process import Challenge, ChallengeState
from shared.base.db import Connection

HOLD_SESSION = "SELECT FROM session WHERE id = $1 FOR UPDATE"


async def hold_session(connection: Connection, session_id: UUID) -> None:
    """Let only this transaction deal with the confirmations of a session until it ends."""
    await connection.execute(HOLD_SESSION, session_id)


@dataclass(frozen=True)
class Waiting:
    """A confirmation that waits for its code."""

    id: UUID
    identity_id: UUID
    session_id: UUID
    operation: str
    digest_sealed: str
    code_hash: str
    challenge: Challenge
    person_id: UUID | None = None
    """Whose phone got the code, where staff enter it for them."""
    what: str = ""
    """What is confirmed, in words; said once, and not kept."""


OPEN = """
INSERT INTO confirmation (id, identity_id, session_id, operation, digest_sealed, code_hash, state,
                          created_at, expires_at, person_id)
VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, $8, $9)
"""


async def open_confirmation(connection: Connection, waiting: Waiting, now: datetime) -> None:
    """Keep what is to be confirmed."""
    await connection.execute(
        OPEN,
        waiting.id,
        waiting.identity_id,
        waiting.session_id,
        waiting.operation,
        waiting.digest_sealed,
        waiting.code_hash,
        now,
        waiting.challenge.expires_at,
        waiting.person_id,
    )


LOCK = """
SELECT id, identity_id, session_id, operation, digest_sealed, code_hash, state, wrong_codes, expires_at,
       person_id
FROM confirmation WHERE id = $1 AND session_id = $2 FOR UPDATE
"""


async def lock(connection: Connection, confirmation_id: UUID, session_id: UUID) -> Waiting | None:
    """Lock a confirmation of this session; another session's is not there."""
    row = await connection.fetchrow(LOCK, confirmation_id, session_id)
    if row is None:
        return None
    return Waiting(
        row["id"],
        row["identity_id"],
        row["session_id"],
        row["operation"],
        row["digest_sealed"],
        row["code_hash"],
        Challenge(ChallengeState(row["state"]), row["wrong_codes"], row["expires_at"]),
        row["person_id"],
    )


MOVE = "UPDATE confirmation SET state = $2, wrong_codes = $3 WHERE id = $1"


async def move(
    connection: Connection, confirmation_id: UUID, state: ChallengeState, wrong_codes: int
) -> None:
    """Write what a code led to."""
    await connection.execute(MOVE, confirmation_id, state.value, wrong_codes)


WRONG_IN_SESSION = "SELECT coalesce(sum(wrong_codes), 0) FROM confirmation WHERE session_id = $1"


async def wrong_in_session(connection: Connection, session_id: UUID) -> int:
    """How many wrong codes a session has entered."""
    return int(await connection.fetchval(WRONG_IN_SESSION, session_id))
