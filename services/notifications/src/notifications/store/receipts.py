"""What carriers tell of accepted texts, as statements: receipts, and answers to query_sm."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from shared.base.db import Connection


@dataclass(frozen=True)
class Told:
    """What became of a short message, and whose it was."""

    message_id: str
    outcome: str
    phone_hash: str | None = None
    reference: int | None = None
    """Our own name of it (`segments.reference`), where the SMSC repeats it."""


@dataclass(frozen=True)
class Undelivered:
    """A text that has come to its end without having arrived."""

    text_id: uuid.UUID
    state: str


APPLY_RECEIPTS = """
WITH told AS (
    SELECT DISTINCT ON (message_id) *
    FROM unnest($1::text[], $2::text[], $4::text[], $5::integer[])
        AS told (message_id, outcome, phone_hash, reference)
    ORDER BY message_id
), hit AS (
    UPDATE text_segment SET outcome = told.outcome, outcome_at = $3 FROM told, text
    WHERE text_segment.message_id = told.message_id AND text_segment.outcome IS NULL
      AND number = text_number AND coalesce(told.phone_hash, text.phone_hash) = text.phone_hash
    RETURNING text_number
), early AS (
    INSERT INTO early_receipt (message_id, outcome, received_at, phone_hash, reference)
    SELECT message_id, outcome, $3, phone_hash, reference FROM told
    WHERE NOT EXISTS (SELECT FROM text_segment known WHERE known.message_id = told.message_id)
)
SELECT DISTINCT text_number FROM hit
"""


async def apply_receipts(
    connection: Connection, told: Sequence[Told], now: datetime
) -> list[Undelivered]:
    """Record what was told; give the texts that have ended by it undelivered."""
    rows = await connection.fetch(
        APPLY_RECEIPTS,
        [item.message_id for item in told],
        [item.outcome for item in told],
        now,
        [item.phone_hash for item in told],
        [item.reference for item in told],
    )
    return await settle(connection, [row["text_number"] for row in rows], now)


MATCH_EARLY = """
WITH hit AS (
    UPDATE text_segment SET outcome = early.outcome, outcome_at = $1 FROM early_receipt early, text
    WHERE text_segment.message_id = early.message_id AND text_segment.outcome IS NULL
      AND text_number = ANY($2::bigint[])
      AND number = text_number AND coalesce(early.phone_hash, text.phone_hash) = text.phone_hash
    RETURNING text_number, text_segment.message_id
), gone AS (
    DELETE FROM early_receipt USING hit WHERE early_receipt.message_id = hit.message_id
)
SELECT DISTINCT text_number FROM hit
"""


TEXTS_WITH_EARLY = """
SELECT DISTINCT text_number FROM early_receipt JOIN text_segment USING (message_id)
WHERE text_segment.outcome IS NULL
"""


async def match_early(
    connection: Connection, now: datetime, numbers: Sequence[int]
) -> list[Undelivered]:
    """Match receipts of these texts that came before their acceptance was recorded."""
    rows = await connection.fetch(MATCH_EARLY, now, numbers)
    return await settle(connection, [row["text_number"] for row in rows], now)


async def match_all_early(connection: Connection, now: datetime) -> list[Undelivered]:
    """Match receipts that came before their acceptance was recorded, of whatever text."""
    rows = await connection.fetch(TEXTS_WITH_EARLY)
    return await match_early(connection, now, [row["text_number"] for row in rows])


# An SMSC may write the id of a receipt in another base than that of the acceptance, or with other zeros. Our
# own reference says which text it is; without it, an id that is the same number does, where only one fits.
MATCH_OTHERWISE = """
WITH told AS (
    SELECT message_id, outcome, phone_hash, reference, ltrim(upper(message_id), '0') AS bare,
           CASE WHEN message_id ~ '^[0-9]{1,18}$' THEN upper(to_hex(message_id::bigint)) END AS in_hex
    FROM early_receipt WHERE phone_hash IS NOT NULL
), candidate AS (
    SELECT told.message_id AS told_id, told.outcome, segment.text_number, segment.segment,
           count(*) OVER (PARTITION BY told.message_id) AS candidates
    FROM told
    JOIN text USING (phone_hash)
    JOIN delivery ON delivery.text_number = number AND delivery.state = 'submitted'
    JOIN text_segment segment ON segment.text_number = number AND segment.outcome IS NULL
    CROSS JOIN LATERAL (
        SELECT ltrim(upper(segment.message_id), '0') AS bare,
               CASE WHEN segment.message_id ~ '^[0-9]{1,18}$'
                    THEN upper(to_hex(segment.message_id::bigint)) END AS in_hex
    ) own
    WHERE (number % 4096 = told.reference / 16 AND segment.segment = told.reference % 16)
       OR own.bare = told.bare OR own.bare = told.in_hex OR own.in_hex = told.bare
), hit AS (
    UPDATE text_segment SET outcome = candidate.outcome, outcome_at = $1 FROM candidate
    WHERE candidates = 1 AND text_segment.text_number = candidate.text_number
      AND text_segment.segment = candidate.segment
    RETURNING text_segment.text_number, told_id
), gone AS (
    DELETE FROM early_receipt USING hit WHERE early_receipt.message_id = told_id
)
SELECT DISTINCT text_number FROM hit
"""


async def match_otherwise(connection: Connection, now: datetime) -> list[Undelivered]:
    """Match receipts under an id that no acceptance gave, by phone and our reference or the id's number."""
    rows = await connection.fetch(MATCH_OTHERWISE, now)
    return await settle(connection, [row["text_number"] for row in rows], now)


LOCK_DELIVERIES = """
SELECT FROM delivery WHERE text_number = ANY($1::bigint[]) ORDER BY text_number FOR NO KEY UPDATE
"""
SETTLE = """
WITH ended AS (
    UPDATE delivery SET
        state = CASE WHEN undelivered > 0 THEN 'undelivered' WHEN expired > 0 THEN 'expired'
                     ELSE 'delivered' END::text_state,
        ended_at = $2
    FROM (
        SELECT text_number, count(outcome) AS ended,
               count(*) FILTER (WHERE outcome = 'undelivered') AS undelivered,
               count(*) FILTER (WHERE outcome = 'expired') AS expired
        FROM text_segment WHERE text_number = ANY($1::bigint[]) GROUP BY text_number
    ) tally
    WHERE delivery.text_number = tally.text_number AND (
        state = 'submitted' AND (ended = segments OR undelivered > 0 OR expired > 0)
        OR state IN ('queued', 'failed') AND doubt_until IS NOT NULL
           AND ended = segments AND undelivered = 0 AND expired = 0)
    RETURNING delivery.text_number, state
)
SELECT text_id, state FROM ended JOIN text ON number = text_number WHERE state <> 'delivered'
"""


async def settle(
    connection: Connection, numbers: Sequence[int], now: datetime
) -> list[Undelivered]:
    """End the texts whose parts have all come to an end, and give those that did not arrive.

    Of two receipts at once, the second sees both. A text that waits to be sent again ends when a receipt
    has told that it had arrived after all.
    """
    if not numbers:
        return []
    await connection.execute(LOCK_DELIVERIES, numbers)
    return [Undelivered(**row) for row in await connection.fetch(SETTLE, numbers, now)]


@dataclass(frozen=True)
class Unreceipted:
    """An accepted short message of which nothing was heard."""

    text_number: int
    segment: int
    message_id: str


TAKE_UNRECEIPTED = """
WITH due AS (
    UPDATE delivery SET ask_after = $2 WHERE text_number IN (
        SELECT text_number FROM delivery
        WHERE state = 'submitted' AND ask_after <= $1 AND route = 'smpp'
        ORDER BY ask_after LIMIT $3 FOR UPDATE SKIP LOCKED)
    RETURNING text_number
)
SELECT text_number, segment, message_id FROM text_segment JOIN due USING (text_number)
WHERE outcome IS NULL
"""


async def take_unreceipted(
    connection: Connection, now: datetime, ask_again_at: datetime, limit: int
) -> list[Unreceipted]:
    """Take texts that the SMSC accepted and should have receipts of by now; CMPP has no such question."""
    rows = await connection.fetch(TAKE_UNRECEIPTED, now, ask_again_at, limit)
    return [Unreceipted(**row) for row in rows]


FORGET_LOST = """
DELETE FROM text_segment USING unnest($1::bigint[], $2::smallint[]) AS lost (number, segment)
WHERE text_number = lost.number AND text_segment.segment = lost.segment AND outcome IS NULL
RETURNING text_number
"""
SEND_LOST_AGAIN = """
UPDATE delivery SET
    state = CASE WHEN attempts >= 2 THEN 'failed' ELSE 'queued' END::text_state,
    failure = 'lost', not_before = $2, doubt_until = $3,
    ended_at = CASE WHEN attempts >= 2 THEN $2::timestamptz END
WHERE text_number = ANY($1::bigint[]) AND state = 'submitted'
RETURNING state
"""


async def recover_lost(
    connection: Connection, lost: Sequence[Unreceipted], now: datetime, doubt_until: datetime
) -> list[str]:
    """Send again what the SMSC accepted and then knew nothing of; give the new states."""
    rows = await connection.fetch(
        FORGET_LOST, [item.text_number for item in lost], [item.segment for item in lost]
    )
    numbers = list({row["text_number"] for row in rows})
    return [
        row["state"] for row in await connection.fetch(SEND_LOST_AGAIN, numbers, now, doubt_until)
    ]
