"""What staff see of calls."""

from collections.abc import Sequence
from datetime import datetime, timedelta
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


CASES = """
SELECT call_id, began_at, person_id, asked, noted_at, text_sealed FROM call_note JOIN call USING (call_id)
WHERE NOT solved AND closed_at IS NULL ORDER BY noted_at LIMIT $1
"""


async def open_cases(pool: Pool, limit: int) -> Sequence[Row]:
    """What nobody has answered yet, the oldest first."""
    return list(await pool.fetch(CASES, limit))


WAITING = """
SELECT queued_at, person_id IS NOT NULL AS proved, asked FROM call WHERE state = 'queued'
ORDER BY queued_at LIMIT $1
"""


async def waiting(pool: Pool, limit: int) -> Sequence[Row]:
    """Who waits for an agent, the next one first."""
    return list(await pool.fetch(WAITING, limit))


AGENTS_NOW = """
SELECT count(*) FILTER (WHERE state = 'free') AS free, count(*) FILTER (WHERE state = 'busy') AS busy,
       count(*) FILTER (WHERE state = 'break') AS on_break
FROM agent
"""


async def agents_now(pool: Pool) -> Row:
    """How many agents stand how."""
    return await pool.fetchrow(AGENTS_NOW)


SEAT = """
SELECT agent.state, since, line_id IS NOT NULL AS on_line, speaking, call_id, began_at, person_id, asked,
       EXISTS (SELECT FROM call_note WHERE call_note.call_id = agent.call_id) AS noted
FROM agent LEFT JOIN call USING (call_id) WHERE identity_id = $1
"""


async def seat_of(pool: Pool, identity_id: UUID) -> Row | None:
    """How one agent stands, and with whom; None of whom never had a line."""
    return await pool.fetchrow(SEAT, identity_id)


OF_A_DAY = """
SELECT count(*) AS calls,
       count(person_id) AS proved,
       count(*) FILTER (WHERE ending = 'served') AS served,
       count(*) FILTER (WHERE ending IN ('silent', 'failed')) AS cut_off,
       count(queued_at) AS wanted_agent,
       count(answered_at) AS answered,
       count(*) FILTER (WHERE answered_at - queued_at <= $3) AS answered_in_time,
       count(*) FILTER (WHERE ending = 'given_up' AND answered_at IS NULL) AS given_up,
       coalesce(avg(extract(epoch FROM answered_at - queued_at)), 0)::float8 AS average_wait_seconds,
       count(call_back.call_id) AS call_backs_asked,
       count(*) FILTER (WHERE outcome = 'reached') AS called_back,
       count(*) FILTER (WHERE solved) AS solved,
       count(*) FILTER (WHERE NOT solved AND closed_at IS NOT NULL) AS cases_answered,
       count(*) FILTER (WHERE NOT solved AND closed_at IS NULL) AS cases_open,
       coalesce(avg(extract(epoch FROM ended_at - began_at)), 0)::float8 AS average_seconds
FROM call LEFT JOIN call_back USING (call_id) LEFT JOIN call_note USING (call_id)
WHERE began_at >= $1 AND began_at < $2
"""


async def of_a_day(pool: Pool, begins: datetime, ends: datetime, in_time: timedelta) -> Row:
    """Figures of the calls of a day; `in_time`: so soon an agent should answer."""
    return await pool.fetchrow(OF_A_DAY, begins, ends, in_time)


STILL_OPEN = """
SELECT (SELECT count(*) FROM call WHERE state = 'queued') AS waiting_now,
       (SELECT count(*) FROM call_back WHERE done_at IS NULL) AS call_backs_waiting,
       (SELECT count(*) FROM call_note WHERE NOT solved AND closed_at IS NULL) AS cases_waiting
"""


async def still_open(pool: Pool) -> Row:
    """How many wait for an agent, to be called back, for an answer: whatever the day."""
    return await pool.fetchrow(STILL_OPEN)


ASKED = """
SELECT what, count(*) AS calls FROM call CROSS JOIN LATERAL unnest(asked) AS what
WHERE began_at >= $1 AND began_at < $2 GROUP BY what ORDER BY calls DESC, what
"""


async def asked_of_a_day(pool: Pool, begins: datetime, ends: datetime) -> Sequence[Row]:
    """What was asked for on a day, the most frequent first."""
    return list(await pool.fetch(ASKED, begins, ends))


FIGURES = """
SELECT count(*) AS open, extract(epoch FROM max($1 - asked_at))::float8 AS oldest_seconds
FROM call_back WHERE done_at IS NULL
"""


async def figures(pool: Pool, now: datetime) -> Row:
    """For the metrics."""
    return await pool.fetchrow(FIGURES, now)
