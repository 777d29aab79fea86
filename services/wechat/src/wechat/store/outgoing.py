"""Notices and answers on their way to WeChat, as statements, each for a batch.

Queued → sending (claimed by one sender) → accepted or refused, or in doubt in between: it left, and no answer
came. Nothing leaves after its `send_before`, and nothing that was in doubt leaves again.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import asyncpg

from shared.base.db import Connection
from wechat.rules.outcomes import State


@dataclass(frozen=True, repr=False)
class New:
    """Something to be sent."""

    outgoing_id: uuid.UUID
    kind: str
    person_id: uuid.UUID | None
    openid_hash: str | None
    notice_class: str | None
    content_sealed: str
    traceparent: str
    not_before: datetime
    send_before: datetime
    bulk: bool = False
    """Whether it is one of many at once, and goes when nothing else is due."""


QUEUE = """
INSERT INTO outgoing (outgoing_id, kind, person_id, openid_hash, class, content_sealed, traceparent,
                      created_at, not_before, send_before, bulk)
SELECT outgoing_id, kind, person_id, openid_hash, class, content_sealed, traceparent, $10, not_before,
       send_before, bulk
FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
            $8::timestamptz[], $9::timestamptz[], $11::boolean[])
    AS new (outgoing_id, kind, person_id, openid_hash, class, content_sealed, traceparent, not_before,
            send_before, bulk)
ON CONFLICT (outgoing_id) DO NOTHING
"""


async def queue(connection: Connection, new: Sequence[New], now: datetime) -> None:
    """Queue what is to be sent; what was queued before is left alone."""
    if new:
        await connection.execute(
            QUEUE,
            [one.outgoing_id for one in new],
            [one.kind for one in new],
            [one.person_id for one in new],
            [one.openid_hash for one in new],
            [one.notice_class for one in new],
            [one.content_sealed for one in new],
            [one.traceparent for one in new],
            [one.not_before for one in new],
            [one.send_before for one in new],
            now,
            [one.bulk for one in new],
        )


@dataclass(frozen=True, repr=False)
class Claimed:
    """What this sender alone may send until its claim runs out, and to whom; None: to nobody."""

    number: int
    outgoing_id: uuid.UUID
    claim: uuid.UUID
    kind: str
    notice_class: str | None
    content_sealed: str
    failure: str | None
    """Why it was not taken before."""
    traceparent: str
    openid_hash: str | None
    openid_sealed: str | None


CLAIM = """
WITH urgent AS MATERIALIZED (
    SELECT number, kind, person_id, openid_hash, class FROM outgoing
    WHERE state = 'queued' AND NOT bulk AND not_before <= $1 AND send_before > $1
    ORDER BY not_before, number LIMIT $2 FOR UPDATE SKIP LOCKED
), rest AS MATERIALIZED (
    SELECT number, kind, person_id, openid_hash, class FROM outgoing
    WHERE state = 'queued' AND bulk AND not_before <= $1 AND send_before > $1
    ORDER BY not_before, number LIMIT greatest(0, $2 - (SELECT count(*) FROM urgent))
    FOR UPDATE SKIP LOCKED
), due AS (
    SELECT * FROM urgent UNION ALL SELECT * FROM rest
), target AS (
    SELECT due.number, found.openid_hash, found.openid_sealed
    FROM due LEFT JOIN LATERAL (
        SELECT openid_hash, openid_sealed FROM follower
        WHERE due.kind = 'answer' AND follower.openid_hash = due.openid_hash AND following
        UNION ALL
        (SELECT openid_hash, openid_sealed
         FROM binding JOIN follower USING (openid_hash) JOIN subscription USING (openid_hash)
         WHERE due.kind = 'notice' AND binding.person_id = due.person_id AND ended_at IS NULL
           AND following AND wanted AND subscription.class = due.class
         ORDER BY bound_at DESC, binding_id LIMIT 1)
    ) AS found ON true
)
UPDATE outgoing SET state = 'sending', claim = $3, claimed_at = $1, claimed_until = $4,
                    openid_hash = coalesce(target.openid_hash, outgoing.openid_hash)
FROM target WHERE outgoing.number = target.number
RETURNING outgoing.number, outgoing_id, claim, kind, class AS notice_class, content_sealed, failure,
          traceparent, target.openid_hash, target.openid_sealed
"""


async def claim(
    connection: Connection, now: datetime, until: datetime, limit: int
) -> list[Claimed]:
    """Take what is due, what is for many only where places are left, each with its WeChat user."""
    rows = await connection.fetch(CLAIM, now, limit, uuid.uuid4(), until)
    return sorted((Claimed(**row) for row in rows), key=lambda one: one.number)


@dataclass(frozen=True)
class Done:
    """What became of an attempt."""

    number: int
    claim: uuid.UUID
    state: State
    failure: str | None
    platform_id: str | None
    not_before: datetime
    """When it may go again, if it may."""


@dataclass(frozen=True)
class Changed:
    """Something whose end, or the contrary, is known now."""

    outgoing_id: uuid.UUID
    kind: str
    state: State
    failure: str | None


RECORD = """
UPDATE outgoing SET
    state = done.state::outgoing_state, failure = done.failure, platform_id = done.platform_id,
    not_before = CASE done.state WHEN 'queued' THEN done.not_before ELSE outgoing.not_before END,
    doubt_until = CASE done.state WHEN 'doubt' THEN $8::timestamptz END,
    ended_at = CASE WHEN done.state IN ('accepted', 'refused') THEN $7::timestamptz END
FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
    AS done (number, claim, state, failure, platform_id, not_before)
WHERE outgoing.number = done.number AND outgoing.claim = done.claim
  AND outgoing.state IN ('sending', 'doubt')
RETURNING outgoing_id, kind, outgoing.state, outgoing.failure
"""


async def record(
    connection: Connection, done: Sequence[Done], now: datetime, doubt_until: datetime
) -> list[Changed]:
    """Record what attempts came to; return those that were this sender's still."""
    rows = await connection.fetch(
        RECORD,
        [one.number for one in done],
        [one.claim for one in done],
        [one.state for one in done],
        [one.failure for one in done],
        [one.platform_id for one in done],
        [one.not_before for one in done],
        now,
        doubt_until,
    )
    return _changed(rows)


RECOVER = """
UPDATE outgoing SET
    state = CASE kind WHEN 'notice' THEN 'doubt' ELSE 'refused' END::outgoing_state,
    doubt_until = CASE kind WHEN 'notice' THEN $2::timestamptz END, failure = 'no_answer',
    ended_at = CASE kind WHEN 'notice' THEN NULL ELSE $1::timestamptz END
WHERE state = 'sending' AND claimed_until <= $1
RETURNING outgoing_id, kind, state, failure
"""
EXPIRE = """
UPDATE outgoing SET state = 'refused', failure = coalesce(failure, 'late'), ended_at = $1
WHERE state = 'queued' AND send_before <= $1
RETURNING outgoing_id, kind, state, failure
"""
GIVE_UP = """
UPDATE outgoing SET state = 'refused', failure = 'no_answer', doubt_until = NULL, ended_at = $1
WHERE state = 'doubt' AND doubt_until <= $1
RETURNING outgoing_id, kind, state, failure
"""


async def recover(connection: Connection, now: datetime, doubt_until: datetime) -> list[Changed]:
    """Find what a dead sender had in hand: it may have left."""
    return _changed(await connection.fetch(RECOVER, now, doubt_until))


async def expire(connection: Connection, now: datetime) -> list[Changed]:
    """Refuse what may not leave any more, and what was in doubt for too long."""
    late = _changed(await connection.fetch(EXPIRE, now))
    return late + _changed(await connection.fetch(GIVE_UP, now))


def _changed(rows: Sequence[asyncpg.Record]) -> list[Changed]:
    return [
        Changed(row["outgoing_id"], row["kind"], State(row["state"]), row["failure"])
        for row in rows
    ]


@dataclass(frozen=True)
class Figures:
    """How much waits and is in doubt, how many are bound, and how long the token is good."""

    waiting: int
    doubtful: int
    bindings: int
    token_seconds: float


FIGURES = """
SELECT count(*) FILTER (WHERE state IN ('queued', 'sending') AND not_before <= $1) AS waiting,
       count(*) FILTER (WHERE state = 'doubt') AS doubtful,
       (SELECT count(*) FROM binding WHERE ended_at IS NULL) AS bindings,
       coalesce((SELECT greatest(0, extract(epoch FROM expires_at - now())) FROM credential
                 WHERE kind = 'access_token'), 0)::float8 AS token_seconds
FROM outgoing WHERE state IN ('queued', 'sending', 'doubt')
"""


async def figures(connection: Connection, now: datetime) -> Figures:
    """Count what is under way."""
    row = await connection.fetchrow(FIGURES, now)
    assert row is not None
    return Figures(**row)
