"""Parked messages in the service's own database: what was found, what staff want, what was set aside."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import asyncpg

from shared.base.db import Connection, Pool
from shared.messaging.delivery import ERROR, Delivery


class State(StrEnum):
    """Of a message that was found parked."""

    PARKED = "parked"
    """It lies there, and nobody has decided."""
    REPLAYING = "replaying"
    """Somebody wants it handled again; it moves within seconds."""
    SETTING_ASIDE = "setting_aside"
    """Two people want it out of the way; it moves within seconds."""
    REPLAYED = "replayed"
    SET_ASIDE = "set_aside"
    """It lies whole in the database, and can be replayed from there."""
    GONE = "gone"
    """Somebody took it away by another way."""


@dataclass(frozen=True)
class Parked:
    """A row: a message that was found parked (停放消息)."""

    queue: str
    message_id: UUID
    type: str
    subject: str
    occurred_at: datetime
    attempts: int
    error: str
    seen_at: datetime
    state: State
    asked_by_name: str | None
    asked_at: datetime | None
    ended_at: datetime | None


COLUMNS = (
    "queue, message_id, type, subject, occurred_at, attempts, error, seen_at, state, asked_by_name,"
    " asked_at, ended_at"
)
PAGE = f"""
SELECT {COLUMNS} FROM parked_message WHERE state NOT IN ('replayed', 'gone')
ORDER BY state = 'set_aside', seen_at, queue, message_id LIMIT $1
"""  # noqa: S608


async def page(pool: Pool, limit: int) -> list[Parked]:
    """List what is parked or moves, the oldest first, and then what was set aside."""
    rows = await pool.fetch(PAGE, limit)
    return [Parked(**dict(row) | {"state": State(row["state"])}) for row in rows]


LOCK = f"""
SELECT {COLUMNS} FROM parked_message WHERE queue = $1 AND message_id = ANY($2::uuid[])
ORDER BY message_id FOR UPDATE
"""  # noqa: S608


async def lock(connection: Connection, queue: str, ids: Collection[UUID]) -> list[Parked]:
    """Lock those that something is to be done with."""
    rows = await connection.fetch(LOCK, queue, list(ids))
    return [Parked(**dict(row) | {"state": State(row["state"])}) for row in rows]


@dataclass(frozen=True)
class Wish:
    """What somebody wants done with messages."""

    state: State
    """`REPLAYING` or `SETTING_ASIDE`."""
    by: UUID
    by_name: str
    """Masked."""
    at: datetime
    proposal_id: UUID | None = None
    """By which two people agreed to it."""


WANT = """
UPDATE parked_message
SET state = $3, asked_by = $4, asked_by_name = $5, asked_at = $6, ended_at = NULL,
    proposal_id = coalesce($7, proposal_id)
WHERE queue = $1 AND message_id = ANY($2::uuid[])
"""


async def want(connection: Connection, queue: str, ids: Collection[UUID], wish: Wish) -> None:
    """Write down what is to be done with messages that the caller has locked."""
    values = wish.state, wish.by, wish.by_name, wish.at, wish.proposal_id
    await connection.execute(WANT, queue, list(ids), *values)


@dataclass(frozen=True)
class Wanted:
    """What is to be done with a message, and the message itself where it lies here."""

    queue: str
    message_id: UUID
    state: State
    kept: Delivery | None


WANTED = """
SELECT queue, message_id, state, type, subject, occurred_at, headers, body
FROM parked_message WHERE state IN ('replaying', 'setting_aside')
"""


async def wanted(pool: Pool) -> list[Wanted]:
    """List what is to be done."""
    return [
        Wanted(
            row["queue"],
            row["message_id"],
            State(row["state"]),
            _delivery(row) if row["body"] is not None else None,
        )
        for row in await pool.fetch(WANTED)
    ]


def _delivery(row: asyncpg.Record) -> Delivery:
    headers = json.loads(row["headers"])
    return Delivery(
        tag=0,
        message_id=row["message_id"],
        type=row["type"],
        subject=row["subject"],
        time=row["occurred_at"],
        traceparent=str(headers.get("cloudEvents:traceparent", "")),
        attempts=0,
        headers=headers,
        body=row["body"],
    )


KEEP = """
UPDATE parked_message known SET headers = aside.headers, body = aside.body
FROM unnest($2::uuid[], $3::text[], $4::bytea[]) AS aside (message_id, headers, body)
WHERE known.queue = $1 AND known.message_id = aside.message_id AND known.state = 'setting_aside'
RETURNING known.message_id
"""


async def keep(pool: Pool, queue: str, aside: Sequence[Delivery]) -> set[UUID]:
    """Keep whole messages, before they leave the broker; return which are kept."""
    rows = await pool.fetch(
        KEEP,
        queue,
        [each.message_id for each in aside],
        [json.dumps(each.headers, default=str) for each in aside],
        [each.body for each in aside],
    )
    return {row["message_id"] for row in rows}


FOUND = """
INSERT INTO parked_message AS known
    (queue, message_id, type, subject, occurred_at, attempts, error, seen_at)
SELECT DISTINCT ON (message_id) $1, message_id, type, subject, occurred_at, attempts, error, $8
FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[], $6::integer[], $7::text[])
    AS found (message_id, type, subject, occurred_at, attempts, error)
ORDER BY message_id
ON CONFLICT (queue, message_id) DO UPDATE
SET attempts = excluded.attempts, error = excluded.error, seen_at = excluded.seen_at, state = 'parked',
    asked_by = NULL, asked_by_name = NULL, asked_at = NULL, proposal_id = NULL, ended_at = NULL,
    headers = NULL, body = NULL
WHERE known.ended_at IS NOT NULL
"""
ENDED = """
UPDATE parked_message
SET state = CASE WHEN state = 'replaying' THEN 'replayed'
                 WHEN state = 'setting_aside' AND body IS NOT NULL THEN 'set_aside' ELSE 'gone' END,
    ended_at = $5, headers = CASE WHEN state = 'replaying' THEN NULL ELSE headers END,
    body = CASE WHEN state = 'replaying' THEN NULL ELSE body END
WHERE queue = $1 AND ended_at IS NULL
  AND (message_id = ANY($2::uuid[])
       OR ($4 AND message_id <> ALL($3::uuid[]) AND NOT (state = 'replaying' AND body IS NOT NULL)))
"""


async def looked(
    connection: Connection,
    queue: str,
    found: Sequence[Delivery],
    moved: Collection[UUID],
    *,
    complete: bool,
    at: datetime,
) -> None:
    """Write down what lies in a queue now, and that what was moved, or lies there no more, is at its end.

    `complete`: more than what was found does not lie there.
    """
    await connection.execute(
        FOUND,
        queue,
        [each.message_id for each in found],
        [_text(each.type) for each in found],
        [_text(each.subject) for each in found],
        [each.time for each in found],
        [each.attempts for each in found],
        [_text(str(each.headers.get(ERROR, ""))) for each in found],
        at,
    )
    ids = [each.message_id for each in found]
    await connection.execute(ENDED, queue, list(moved), ids, complete, at)


def _text(text: str) -> str:
    """What a stranger wrote, as PostgreSQL takes it."""
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")


FORGET = "DELETE FROM parked_message WHERE state IN ('replayed', 'gone') AND ended_at < $1"


async def forget(connection: Connection, before: datetime) -> None:
    """Forget what was put right so long ago."""
    await connection.execute(FORGET, before)
