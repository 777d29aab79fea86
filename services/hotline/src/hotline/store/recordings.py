"""What was said in calls, sealed, a piece every few seconds."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hotline.domain import Row
from shared.base.db import Connection, Pool

ADD = """
WITH piece AS (
    INSERT INTO recording_piece (call_id, position, data_sealed) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING RETURNING call_id
)
INSERT INTO call_recording (call_id, began_at, bytes) SELECT call_id, $4, $5 FROM piece
ON CONFLICT (call_id) DO UPDATE SET bytes = call_recording.bytes + excluded.bytes
"""


@dataclass(frozen=True)
class Piece:
    """Some seconds of a recording, sealed."""

    position: int
    sealed: str
    length: int
    """Bytes, in clear."""


async def add(connection: Connection, call_id: UUID, piece: Piece, now: datetime) -> None:
    """Keep a piece, once; `now`: when a recording began whose first piece it is."""
    await connection.execute(ADD, call_id, piece.position, piece.sealed, now, piece.length)


LENGTH = "SELECT bytes FROM call_recording WHERE call_id = $1"


async def length(pool: Pool, call_id: UUID) -> int | None:
    """How many bytes a recording has; None where there is none."""
    found: int | None = await pool.fetchval(LENGTH, call_id)
    return found


POSITIONS = "SELECT position FROM recording_piece WHERE call_id = $1 ORDER BY position"


async def positions(pool: Pool, call_id: UUID) -> list[int]:
    """The pieces that there are; one that was lost is missing."""
    return [row["position"] for row in await pool.fetch(POSITIONS, call_id)]


PIECE = "SELECT data_sealed FROM recording_piece WHERE call_id = $1 AND position = $2"


async def piece(pool: Pool, call_id: UUID, position: int) -> str:
    """A piece as it is kept."""
    return str(await pool.fetchval(PIECE, call_id, position))


OF_A_DAY = """
SELECT call_recording.call_id, call_recording.began_at, bytes, answered_by, person_id
FROM call_recording JOIN call USING (call_id)
WHERE call_recording.began_at >= $1 AND call_recording.began_at < $2
ORDER BY call_recording.began_at DESC LIMIT $3
"""


async def of_a_day(pool: Pool, begins: datetime, ends: datetime, limit: int) -> list[Row]:
    """Recordings that began on a day, the latest first."""
    return list(await pool.fetch(OF_A_DAY, begins, ends, limit))
