"""Who is to be called back, and who was."""

from datetime import datetime
from uuid import UUID

from hotline.domain import Row
from shared.base.db import Connection

ASK = "INSERT INTO call_back (call_id, asked_at) VALUES ($1, $2) ON CONFLICT DO NOTHING"


async def ask(connection: Connection, call_id: UUID, now: datetime) -> None:
    """Keep that the caller wants to be called back; once a call."""
    await connection.execute(ASK, call_id, now)


LOCK = "SELECT call_id, done_at FROM call_back WHERE call_id = $1 FOR NO KEY UPDATE"


async def lock(connection: Connection, call_id: UUID) -> Row | None:
    """Lock one; None where there is none."""
    return await connection.fetchrow(LOCK, call_id)


FINISH = "UPDATE call_back SET done_at = $2, done_by = $3, outcome = $4 WHERE call_id = $1"


async def finish(
    connection: Connection, call_id: UUID, now: datetime, by: UUID, outcome: str
) -> None:
    """Keep who called back, and whether somebody answered."""
    await connection.execute(FINISH, call_id, now, by, outcome)
