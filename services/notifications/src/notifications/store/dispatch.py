"""The way of a text to a carrier, as statements: claim, count, record.

Every statement is for a batch. A text goes queued → submitting (claimed by one sender) → submitted →
delivered, or aside to undelivered, expired, failed. An attempt is counted before anything goes onto
the wire, so that a sender that dies in between has never sent more often than counted: the first with
the claim, the second, which is the last, only when the link has just answered (`count_again`).
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from notifications.carriers import Route
from notifications.decisions import Verdict
from notifications.store import receipts
from notifications.store.receipts import Undelivered
from shared.base.db import Connection


@dataclass(frozen=True)
class Claimed:
    """A text that this sender alone may send until the claim runs out."""

    number: int
    text_id: uuid.UUID
    claim: uuid.UUID
    template: str
    phone_sealed: str
    body_sealed: str
    priority: int
    in_doubt: int
    """How many attempts before this one may have arrived."""
    created_at: datetime
    expires_at: datetime | None
    traceparent: str
    accepted: list[int]
    """Numbers of the short messages that the SMSC has accepted before."""


@dataclass(frozen=True)
class Outcome:
    """What an attempt came to, and the message ids of what was accepted in it."""

    text: Claimed
    verdict: Verdict
    message_ids: dict[int, str] = field(default_factory=dict)
    failure: str | None = None


@dataclass(frozen=True)
class Due:
    """When a text that was just attempted is looked at again."""

    again_at: datetime
    """After an attempt in doubt it may be sent again."""
    ask_after: datetime
    """Without a receipt the SMSC is asked."""
    doubt_until: datetime
    """Whatever was accepted has had its final receipt."""


CLAIM = """
WITH urgent AS MATERIALIZED (
    SELECT text_number, attempts FROM delivery
    WHERE route = $5 AND state = 'queued' AND priority < 3 AND not_before <= $1 AND (attempts = 0 OR $6)
      AND (expires_at IS NULL OR expires_at > $1)
    ORDER BY priority, text_number LIMIT $2 FOR UPDATE SKIP LOCKED
), bulk AS MATERIALIZED (
    SELECT text_number, attempts FROM delivery
    WHERE route = $5 AND state = 'queued' AND priority >= 3 AND not_before <= $1 AND (attempts = 0 OR $6)
      AND (expires_at IS NULL OR expires_at > $1)
    ORDER BY not_before, text_number LIMIT greatest(0, $2 - (SELECT count(*) FROM urgent))
    FOR UPDATE SKIP LOCKED
), due AS (
    SELECT * FROM urgent UNION ALL SELECT * FROM bulk
)
UPDATE delivery SET state = 'submitting', attempts = greatest(due.attempts, 1), claim = $3,
    claimed_until = $4
FROM due JOIN text ON number = due.text_number
WHERE delivery.text_number = due.text_number
RETURNING number, text_id, claim, template, phone_sealed, body_sealed, priority,
          due.attempts AS in_doubt, created_at, expires_at, traceparent,
          ARRAY(SELECT segment FROM text_segment WHERE text_number = number) AS accepted
"""


async def claim(
    connection: Connection,
    route: Route,
    now: datetime,
    until: datetime,
    limit: int,
    *,
    doubtful: bool = True,
) -> list[Claimed]:
    """Take the texts of a route that are due, the most urgent first; those in doubt only if `doubtful`."""
    rows = await connection.fetch(CLAIM, now, limit, uuid.uuid4(), until, route, doubtful)
    claimed = [Claimed(**row) for row in rows]
    return sorted(claimed, key=lambda text: (text.priority, text.number))


COUNT_AGAIN = """
UPDATE delivery SET attempts = attempts + 1
WHERE text_number = $1 AND claim = $2 AND state = 'submitting' AND claimed_until > $3
RETURNING attempts
"""


async def count_again(connection: Connection, text: Claimed, now: datetime) -> bool:
    """Count a further attempt right before it is made; False when the claim has run out."""
    counted = await connection.fetchval(COUNT_AGAIN, text.number, text.claim, now)
    return counted is not None


KEEP_ACCEPTED = """
INSERT INTO text_segment AS known (text_number, segment, message_id)
SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::text[]) ORDER BY 1, 2
ON CONFLICT (text_number, segment) DO UPDATE SET message_id = excluded.message_id, outcome = NULL
WHERE known.outcome IS DISTINCT FROM 'delivered'
"""
RECORD = """
UPDATE delivery SET
    state = CASE
        WHEN verdict = 'accepted' THEN 'submitted'
        WHEN verdict = 'expired' THEN 'expired'
        WHEN verdict = 'refused' OR (verdict = 'in_doubt' AND attempts >= 2) THEN 'failed'
        ELSE 'queued' END::text_state,
    attempts = CASE WHEN verdict IN ('later', 'expired') THEN in_doubt ELSE attempts END,
    doubt_until = CASE WHEN verdict = 'in_doubt' THEN $9
                       WHEN verdict IN ('later', 'expired') THEN doubt_until END,
    failure = done.failure,
    not_before = CASE verdict WHEN 'in_doubt' THEN $6::timestamptz ELSE $5 END,
    submitted_at = CASE verdict WHEN 'accepted' THEN $5::timestamptz END,
    ask_after = CASE verdict WHEN 'accepted' THEN $7::timestamptz END,
    ended_at = CASE WHEN verdict IN ('refused', 'expired') OR (verdict = 'in_doubt' AND attempts >= 2)
                    THEN $5::timestamptz END
FROM unnest($1::bigint[], $2::uuid[], $3::text[], $8::smallint[], $4::text[])
    AS done (number, claim, verdict, in_doubt, failure)
WHERE text_number = number AND delivery.claim = done.claim
  AND (state IN ('submitting', 'queued') OR (state = 'failed' AND verdict = 'accepted'))
"""


async def record(
    connection: Connection,
    outcomes: Sequence[Outcome],
    now: datetime,
    due: Due,
) -> list[Undelivered]:
    """Record what attempts came to; give those whose receipts had come before: undelivered."""
    accepted = {
        (outcome.text.number, segment): message_id
        for outcome in outcomes
        for segment, message_id in outcome.message_ids.items()
    }
    if accepted:
        numbers, parts = zip(*accepted, strict=True)
        await connection.execute(KEEP_ACCEPTED, numbers, parts, list(accepted.values()))
    await connection.execute(
        RECORD,
        [outcome.text.number for outcome in outcomes],
        [outcome.text.claim for outcome in outcomes],
        [outcome.verdict for outcome in outcomes],
        [outcome.failure for outcome in outcomes],
        now,
        due.again_at,
        due.ask_after,
        [outcome.text.in_doubt for outcome in outcomes],
        due.doubt_until,
    )
    ended = await receipts.match_early(connection, now, [item.text.number for item in outcomes])
    repeated = [item.text.number for item in outcomes if item.text.in_doubt]
    return ended + await receipts.settle(connection, repeated, now)


DETOUR = """
WITH urgent AS MATERIALIZED (
    SELECT text_number FROM delivery
    WHERE route = $1 AND state = 'queued' AND priority < 3 AND attempts = 0 AND not_before <= $3
    ORDER BY priority, text_number LIMIT $4 FOR UPDATE SKIP LOCKED
), bulk AS MATERIALIZED (
    SELECT text_number FROM delivery
    WHERE route = $1 AND state = 'queued' AND priority >= 3 AND attempts = 0 AND not_before <= $3
    ORDER BY not_before, text_number LIMIT $4 FOR UPDATE SKIP LOCKED
), stuck AS (
    SELECT text_number FROM (SELECT * FROM urgent UNION ALL SELECT * FROM bulk) waiting
    WHERE NOT EXISTS (SELECT FROM text_segment WHERE text_segment.text_number = waiting.text_number)
)
UPDATE delivery SET route = $2 FROM stuck WHERE delivery.text_number = stuck.text_number
RETURNING delivery.text_number
"""


async def detour(
    connection: Connection, away: Route, instead: Route, waiting_since: datetime, limit: int
) -> int:
    """Let go by another carrier what waits for one that is away and was never handed to it; say how many."""
    rows = await connection.fetch(DETOUR, away, instead, waiting_since, limit)
    return len(rows)


EXPIRE = """
UPDATE delivery SET state = 'expired', ended_at = $1
WHERE state = 'queued' AND expires_at <= $1
"""
GIVE_UP = """
UPDATE delivery SET state = 'expired', failure = 'no_receipt', ended_at = $1
WHERE state = 'submitted' AND ask_after <= $1 AND submitted_at <= $2
"""
PRUNE_EARLY = "DELETE FROM early_receipt WHERE received_at <= $1"


async def expire(connection: Connection, now: datetime, give_up_before: datetime) -> None:
    """End what is not worth sending any more, and what nothing was heard of for too long."""
    await connection.execute(EXPIRE, now)
    await connection.execute(GIVE_UP, now, give_up_before)
    await connection.execute(PRUNE_EARLY, give_up_before)
