"""What staff see of calls."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from hotline.domain import Row
from shared.base.db import Pool

CALLS = """
SELECT call_id, channel, began_at, caller_sealed, state, person_id, proved_by, asked, ended_at, ending
FROM call
WHERE ($1::uuid IS NULL OR person_id = $1)
  AND ($2::timestamptz IS NULL OR (began_at, call_id) < ($2, $3::uuid))
ORDER BY began_at DESC, call_id DESC LIMIT $4
"""


async def calls(
    pool: Pool, person_id: UUID | None, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Row]:
    """Calls, latest first; of one person where one is named."""
    at, call_id = before or (None, None)
    return list(await pool.fetch(CALLS, person_id, at, call_id, limit))


CALL_BACKS = """
SELECT call_id, asked_at, caller_sealed, person_id, asked FROM call_back JOIN call USING (call_id)
WHERE done_at IS NULL ORDER BY asked_at LIMIT $1
"""


async def open_call_backs(pool: Pool, limit: int) -> Sequence[Row]:
    """Who waits to be called back, the first one first."""
    return list(await pool.fetch(CALL_BACKS, limit))


FIGURES = """
SELECT count(*) AS open, extract(epoch FROM max($1 - asked_at))::float8 AS oldest_seconds
FROM call_back WHERE done_at IS NULL
"""


async def figures(pool: Pool, now: datetime) -> Row:
    """For the metrics."""
    return await pool.fetchrow(FIGURES, now)
