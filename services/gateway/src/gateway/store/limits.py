"""How often something may be tried (rate limits)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from shared.base.db import Pool

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So many uses of a bucket in each window."""

    bucket: str
    most: int
    window: timedelta


def confirmations_of(identity_id: UUID, most: int) -> Limit:
    """How many codes somebody may be sent in an hour for what they are about to do, whatever it is."""
    return Limit(f"confirmations of {identity_id}", most, AN_HOUR)


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
