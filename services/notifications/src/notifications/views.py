"""Reads for the HTTP API; bodies are opened only for the person whom they went to."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from shared.base.db import Connection, Pool

Row = dict[str, Any]

TEXTS_OF_PERSON = """
SELECT number, text_id, template, phone_tail, body_sealed, created_at,
       CASE WHEN push.state = 'accepted' THEN 'pushed' ELSE coalesce(delivery.state::text, 'queued') END
           AS state,
       coalesce(delivery.ended_at, push.ended_at) AS ended_at, after_sms,
       about, push.state::text AS push_state, push.ended_at AS push_ended_at, push.failure AS push_failure,
       delivery.state::text AS sms_state, coalesce(delivery.ended_at, submitted_at) AS sms_at,
       delivery.failure AS sms_failure
FROM text LEFT JOIN delivery ON delivery.text_number = number LEFT JOIN push ON push.text_number = number
WHERE person_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3
"""


async def texts_of_person(pool: Pool, person_id: uuid.UUID, before: int, limit: int) -> list[Row]:
    """What one person was told, newest first, and by which ways."""
    return [dict(row) for row in await pool.fetch(TEXTS_OF_PERSON, person_id, before, limit)]


DELIVERIES = """
WITH shown AS (
    SELECT number, text_id, template, about, phone_tail, created_at, submitted_at,
           coalesce(delivery.state::text, CASE push.state WHEN 'accepted' THEN 'pushed' ELSE 'queued' END)
               AS state,
           coalesce(delivery.segments, push.segments) AS segments, coalesce(attempts, 0) AS attempts,
           coalesce(delivery.failure, push.failure) AS failure,
           coalesce(delivery.route, push.route) AS route,
           coalesce(delivery.ended_at, push.ended_at) AS ended_at
    FROM text LEFT JOIN delivery ON delivery.text_number = number
        LEFT JOIN push ON push.text_number = number
)
SELECT *, ARRAY(SELECT message_id FROM text_segment WHERE text_number = number ORDER BY segment)
           AS message_ids
FROM shown
WHERE number < $1 AND ($2::text IS NULL OR about = $2) AND ($3::text[] IS NULL OR state = ANY($3::text[]))
ORDER BY number DESC LIMIT $4
"""


async def deliveries(
    pool: Pool, before: int, about: str | None, states: Sequence[str] | None, limit: int
) -> list[Row]:
    """What became of texts, newest first."""
    return [dict(row) for row in await pool.fetch(DELIVERIES, before, about, states, limit)]


UNDELIVERED = """
SELECT number, text_id, template, about, state, phone_tail, segments, attempts, failure, route,
       created_at, submitted_at, ended_at,
       ARRAY(SELECT message_id FROM text_segment WHERE text_number = number ORDER BY segment)
           AS message_ids
FROM text JOIN delivery ON text_number = number
WHERE number < $1 AND state IN ('undelivered', 'expired', 'failed')
ORDER BY number DESC LIMIT $2
"""


async def undelivered(pool: Pool, before: int, limit: int) -> list[Row]:
    """Texts that did not reach their handset, newest first."""
    return [dict(row) for row in await pool.fetch(UNDELIVERED, before, limit)]


ROUTES = """
SELECT number, route_id, prefix, phone_tail, route, effective_from, proposal_id, decided_at FROM sms_route
WHERE number < $1 ORDER BY number DESC LIMIT $2
"""


async def routes(pool: Pool, before: int, limit: int) -> list[Row]:
    """The table of routes, newest first."""
    return [dict(row) for row in await pool.fetch(ROUTES, before, limit)]


COUNTERS = """
SELECT template, state, count(*) AS texts, sum(segments)::bigint AS segments
FROM text JOIN delivery ON text_number = number
WHERE created_at >= $1 GROUP BY template, state ORDER BY template, state
"""


async def counters(pool: Pool, since: datetime) -> list[Row]:
    """How many texts by template and state since then."""
    return [dict(row) for row in await pool.fetch(COUNTERS, since)]


FIGURES = """
WITH queued AS (
    SELECT count(*) AS waiting, min(text_number) AS oldest FROM (
        SELECT text_number FROM delivery WHERE state = 'queued' AND priority < 3
        UNION ALL
        SELECT text_number FROM delivery WHERE state = 'queued' AND priority >= 3) AS one
)
SELECT waiting, created_at AS oldest_queued_at,
       (SELECT count(*) FROM delivery WHERE state = 'submitted') AS unconfirmed
FROM queued LEFT JOIN text ON number = oldest
"""


async def figures(pool: Pool) -> Row:
    """How many texts wait, since when the oldest does (None: none does), how many lack their receipt."""
    row = await pool.fetchrow(FIGURES)
    assert row is not None
    return dict(row)


SUBSCRIPTION = "SELECT phone_tail, opted_out_at FROM subscriber WHERE person_id = $1"


async def subscription(pool: Pool, person_id: uuid.UUID) -> Row | None:
    """One person's phone tail and SMS switch."""
    row = await pool.fetchrow(SUBSCRIPTION, person_id)
    return dict(row) if row is not None else None


NEWEST_BODIES = """
SELECT text_id, body_sealed FROM (
    SELECT number, text_id, body_sealed, template FROM text ORDER BY number DESC LIMIT $2
) newest
WHERE template = $1 ORDER BY number DESC LIMIT $3
"""


async def newest_bodies(connection: Connection, template: str, among: int, limit: int) -> list[Row]:
    """The newest texts of one kind, among so many of the newest of all; sealed."""
    rows = await connection.fetch(NEWEST_BODIES, template, among, limit)
    return [dict(row) for row in rows]
