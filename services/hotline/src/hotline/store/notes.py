"""What staff write down after calls, and how cases are answered."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hotline.domain import Row
from shared.base.db import Connection

CALL_EXISTS = "SELECT EXISTS (SELECT FROM call WHERE call_id = $1)"


async def call_exists(connection: Connection, call_id: UUID) -> bool:
    """Whether there was such a call."""
    return bool(await connection.fetchval(CALL_EXISTS, call_id))


@dataclass(frozen=True)
class Note:
    """What was written down, sealed."""

    call_id: UUID
    noted_at: datetime
    noted_by: UUID
    solved: bool
    text_sealed: str


ADD = """
INSERT INTO call_note (call_id, noted_at, noted_by, solved, text_sealed) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING RETURNING call_id
"""


async def add(connection: Connection, note: Note) -> bool:
    """Keep a note; False where the call has one."""
    found = await connection.fetchval(
        ADD, note.call_id, note.noted_at, note.noted_by, note.solved, note.text_sealed
    )
    return found is not None


LOCK = "SELECT call_id, solved, closed_at FROM call_note WHERE call_id = $1 FOR NO KEY UPDATE"


async def lock(connection: Connection, call_id: UUID) -> Row | None:
    """Lock the note of a call; None where there is none."""
    return await connection.fetchrow(LOCK, call_id)


CLOSE = "UPDATE call_note SET closed_at = $2, closed_by = $3, answer_sealed = $4 WHERE call_id = $1"


async def close(
    connection: Connection, call_id: UUID, now: datetime, by: UUID, answer_sealed: str
) -> None:
    """Keep how a case was answered."""
    await connection.execute(CLOSE, call_id, now, by, answer_sealed)
