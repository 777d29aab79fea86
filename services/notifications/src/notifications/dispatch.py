"""The way of a text to the SMSC and back, as statements: claim, record, receipt, look after.

Every statement is for a batch. A text goes queued → submitting (claimed by one sender, attempts + 1)
→ submitted → delivered, or aside to undelivered, expired, failed. The attempt is counted before
anything goes onto the wire, so that a sender that dies in between has at worst sent once too often,
never too seldom and never more than twice.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.db import Connection

NO_ANSWER = "no_answer"
UNREADABLE = "unreadable"
"""Failures beside those of the SMSC (`smpp_0x…`) and of the watcher's statements below."""


class Verdict(StrEnum):
    """What an attempt came to."""

    ACCEPTED = "accepted"
    LATER = "later"
    """Refused for now, or it never left: not counted as sent."""
    IN_DOUBT = "in_doubt"
    """It left and nobody knows: sent again, but only once."""
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True)
class Claimed:
    """A text that this sender alone may send until the claim runs out."""

    number: int
    claim: uuid.UUID
    template: str
    phone_sealed: str
    body_sealed: str
    priority: int
    attempts: int
    """This one counted; the second is the last."""
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
class Ended:
    """A text that has come to its end."""

    text_id: uuid.UUID
    template: str
    about: str
    state: str
    traceparent: str


CLAIM = """
WITH due AS (
    SELECT number FROM text
    WHERE state = 'queued' AND not_before <= $1 AND (expires_at IS NULL OR expires_at > $1)
    ORDER BY priority, number LIMIT $2 FOR UPDATE SKIP LOCKED
)
UPDATE text SET state = 'submitting', attempts = attempts + 1, claim = $3, claimed_until = $4
FROM due WHERE text.number = due.number
RETURNING text.number, claim, template, phone_sealed, body_sealed, priority, attempts, created_at,
          expires_at, traceparent,
          ARRAY(SELECT segment FROM text_segment WHERE text_number = text.number) AS accepted
"""


async def claim(
    connection: Connection, now: datetime, until: datetime, limit: int
) -> list[Claimed]:
    """Take the texts that are due, the most urgent first."""
    rows = await connection.fetch(CLAIM, now, limit, uuid.uuid4(), until)
    claimed = [Claimed(**row) for row in rows]
    return sorted(claimed, key=lambda text: (text.priority, text.number))


KEEP_ACCEPTED = """
INSERT INTO text_segment AS known (text_number, segment, message_id)
SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::text[]) ORDER BY 1, 2
ON CONFLICT (text_number, segment) DO UPDATE SET message_id = excluded.message_id, outcome = NULL
"""
RECORD = """
WITH done AS (
    SELECT number, claim, verdict, done.failure,
           verdict = 'refused' OR (verdict = 'in_doubt' AND attempts >= 2) AS failed
    FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])
        AS done (number, claim, verdict, failure)
    JOIN text USING (number, claim)
    WHERE state IN ('submitting', 'queued') OR (state = 'failed' AND verdict = 'accepted')
)
UPDATE text SET
    state = CASE
        WHEN failed THEN 'failed'
        WHEN verdict = 'accepted' THEN 'submitted'
        WHEN verdict = 'expired' THEN 'expired'
        ELSE 'queued' END::text_state,
    attempts = attempts - CASE WHEN verdict IN ('later', 'expired') THEN 1 ELSE 0 END,
    failure = done.failure,
    not_before = CASE verdict WHEN 'in_doubt' THEN $6::timestamptz ELSE $5 END,
    submitted_at = CASE verdict WHEN 'accepted' THEN $5::timestamptz END,
    ask_after = CASE verdict WHEN 'accepted' THEN $7::timestamptz END,
    ended_at = CASE WHEN failed OR verdict = 'expired' THEN $5::timestamptz END
FROM done
WHERE text.number = done.number AND text.claim = done.claim
"""


async def record(
    connection: Connection,
    outcomes: Sequence[Outcome],
    now: datetime,
    again_at: datetime,
    ask_after: datetime,
) -> list[Ended]:
    """Record what attempts came to; give the texts whose receipts had come before."""
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
        again_at,
        ask_after,
    )
    return await match_early(connection, now, [outcome.text.number for outcome in outcomes])


APPLY_RECEIPTS = """
WITH told AS (
    SELECT DISTINCT ON (message_id) message_id, outcome
    FROM unnest($1::text[], $2::text[]) AS told (message_id, outcome) ORDER BY message_id
), hit AS (
    UPDATE text_segment SET outcome = told.outcome, outcome_at = $3 FROM told
    WHERE text_segment.message_id = told.message_id AND text_segment.outcome IS NULL
    RETURNING text_number
), early AS (
    INSERT INTO early_receipt (message_id, outcome, received_at)
    SELECT message_id, outcome, $3 FROM told
    WHERE NOT EXISTS (SELECT FROM text_segment known WHERE known.message_id = told.message_id)
)
SELECT DISTINCT text_number FROM hit
"""


async def apply_receipts(
    connection: Connection, receipts: Sequence[tuple[str, str]], now: datetime
) -> list[Ended]:
    """Record receipts `(message id, outcome)`; give the texts that have ended by them."""
    rows = await connection.fetch(
        APPLY_RECEIPTS,
        [message_id for message_id, _ in receipts],
        [outcome for _, outcome in receipts],
        now,
    )
    return await _settle(connection, [row["text_number"] for row in rows], now)


MATCH_EARLY = """
WITH hit AS (
    UPDATE text_segment SET outcome = early.outcome, outcome_at = $1 FROM early_receipt early
    WHERE text_segment.message_id = early.message_id AND text_segment.outcome IS NULL
      AND ($2::bigint[] IS NULL OR text_number = ANY($2::bigint[]))
    RETURNING text_number, text_segment.message_id
), gone AS (
    DELETE FROM early_receipt USING hit WHERE early_receipt.message_id = hit.message_id
)
SELECT DISTINCT text_number FROM hit
"""


async def match_early(
    connection: Connection, now: datetime, numbers: Sequence[int] | None = None
) -> list[Ended]:
    """Match receipts that came before their acceptance was recorded; None: for all texts."""
    rows = await connection.fetch(MATCH_EARLY, now, numbers)
    return await _settle(connection, [row["text_number"] for row in rows], now)


LOCK_TEXTS = "SELECT FROM text WHERE number = ANY($1::bigint[]) ORDER BY number FOR NO KEY UPDATE"
SETTLE = """
UPDATE text SET
    state = CASE WHEN undelivered > 0 THEN 'undelivered' WHEN expired > 0 THEN 'expired'
                 ELSE 'delivered' END::text_state,
    ended_at = $2
FROM (
    SELECT text_number, count(outcome) AS ended,
           count(*) FILTER (WHERE outcome = 'undelivered') AS undelivered,
           count(*) FILTER (WHERE outcome = 'expired') AS expired
    FROM text_segment WHERE text_number = ANY($1::bigint[]) GROUP BY text_number
) tally
WHERE text.number = tally.text_number AND state = 'submitted'
  AND (ended = segments OR undelivered > 0 OR expired > 0)
RETURNING text_id, template, about, state, traceparent
"""


async def _settle(connection: Connection, numbers: Sequence[int], now: datetime) -> list[Ended]:
    """End the texts whose parts have all come to an end; of two at once, the second sees both."""
    if not numbers:
        return []
    await connection.execute(LOCK_TEXTS, numbers)
    return [Ended(**row) for row in await connection.fetch(SETTLE, numbers, now)]


RECOVER_CLAIMED = """
UPDATE text SET
    state = CASE WHEN attempts >= 2 THEN 'failed' ELSE 'queued' END::text_state,
    failure = 'no_answer', not_before = $1,
    ended_at = CASE WHEN attempts >= 2 THEN $1::timestamptz END
WHERE state = 'submitting' AND claimed_until <= $1
RETURNING state
"""


async def recover_claimed(connection: Connection, now: datetime) -> list[str]:
    """Find texts whose sender has died; give their new states."""
    return [row["state"] for row in await connection.fetch(RECOVER_CLAIMED, now)]


EXPIRE = """
UPDATE text SET state = 'expired', ended_at = $1
WHERE state = 'queued' AND expires_at <= $1
"""
GIVE_UP = """
UPDATE text SET state = 'expired', failure = 'no_receipt', ended_at = $1
WHERE state = 'submitted' AND ask_after <= $1 AND submitted_at <= $2
"""
PRUNE_EARLY = "DELETE FROM early_receipt WHERE received_at <= $1"


async def expire(connection: Connection, now: datetime, give_up_before: datetime) -> None:
    """End what is not worth sending any more, and what nothing was heard of for too long."""
    await connection.execute(EXPIRE, now)
    await connection.execute(GIVE_UP, now, give_up_before)
    await connection.execute(PRUNE_EARLY, give_up_before)


@dataclass(frozen=True)
class Unreceipted:
    """An accepted short message of which nothing was heard."""

    text_number: int
    segment: int
    message_id: str


TAKE_UNRECEIPTED = """
WITH due AS (
    UPDATE text SET ask_after = $2 WHERE number IN (
        SELECT number FROM text WHERE state = 'submitted' AND ask_after <= $1
        ORDER BY ask_after LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING number
)
SELECT text_number, segment, message_id FROM text_segment JOIN due ON text_number = number
WHERE outcome IS NULL
"""


async def take_unreceipted(
    connection: Connection, now: datetime, ask_again_at: datetime, limit: int
) -> list[Unreceipted]:
    """Take accepted texts that should have had their receipts by now."""
    rows = await connection.fetch(TAKE_UNRECEIPTED, now, ask_again_at, limit)
    return [Unreceipted(**row) for row in rows]


FORGET_LOST = """
DELETE FROM text_segment USING unnest($1::bigint[], $2::smallint[]) AS lost (number, segment)
WHERE text_number = lost.number AND text_segment.segment = lost.segment AND outcome IS NULL
RETURNING text_number
"""
SEND_LOST_AGAIN = """
UPDATE text SET
    state = CASE WHEN attempts >= 2 THEN 'failed' ELSE 'queued' END::text_state,
    failure = 'lost', not_before = $2,
    ended_at = CASE WHEN attempts >= 2 THEN $2::timestamptz END
WHERE number = ANY($1::bigint[]) AND state = 'submitted'
RETURNING state
"""


async def recover_lost(
    connection: Connection, lost: Sequence[Unreceipted], now: datetime
) -> list[str]:
    """Send again what the SMSC accepted and then knew nothing of; give the new states."""
    rows = await connection.fetch(
        FORGET_LOST, [item.text_number for item in lost], [item.segment for item in lost]
    )
    numbers = list({row["text_number"] for row in rows})
    return [row["state"] for row in await connection.fetch(SEND_LOST_AGAIN, numbers, now)]
