"""Texts in doubt, as statements: they left, or may have, and no answer came.

query_sm needs the message id, which is in the answer that did not come. What tells all the same is the
receipt: the carrier keeps it until we have it. By SMPP it repeats our own reference; by CMPP it names the
phone alone, which is enough where everything that may have gone to it has its report. So an attempt in doubt
- has arrived when a receipt under its reference says so (`match`): it is not sent again;
- has arrived by CMPP when its phone has a report for each part in doubt (`match_by_phone`);
- is sent again once without waiting for more than that receipt's usual time, which makes two at most;
- has not arrived when its validity is over and there is no such receipt (`revive`): every accepted message
  has its final receipt by then. Only after that may there be a third submission, and it is the second at most
  that can arrive.
"""

from datetime import datetime, timedelta

from notifications.carriers import Route
from notifications.store import receipts
from notifications.store.receipts import Undelivered
from shared.base.db import Connection

RECOVER_CLAIMED = """
UPDATE delivery SET
    state = CASE WHEN attempts >= 2 THEN 'failed' ELSE 'queued' END::text_state,
    failure = 'no_answer', not_before = $1, doubt_until = $2,
    ended_at = CASE WHEN attempts >= 2 THEN $1::timestamptz END
WHERE state = 'submitting' AND claimed_until <= $1
RETURNING state
"""


async def recover_claimed(
    connection: Connection, now: datetime, doubt_until: datetime
) -> list[str]:
    """Find texts whose sender has died; give their new states."""
    return [row["state"] for row in await connection.fetch(RECOVER_CLAIMED, now, doubt_until)]


MATCH = """
WITH told AS (
    SELECT DISTINCT message_id, phone_hash, reference FROM early_receipt
    WHERE outcome = 'delivered' AND reference IS NOT NULL
), candidate AS (
    SELECT message_id, number, (reference % 16)::smallint AS segment,
           count(*) OVER (PARTITION BY message_id) AS candidates
    FROM told JOIN text USING (phone_hash) JOIN delivery ON text_number = number
    WHERE doubt_until IS NOT NULL AND state IN ('queued', 'failed')
      AND number % 4096 = reference / 16 AND reference % 16 BETWEEN 1 AND segments
), found AS (
    INSERT INTO text_segment (text_number, segment, message_id, outcome, outcome_at)
    SELECT number, segment, message_id, 'delivered', $1 FROM candidate WHERE candidates = 1
    ORDER BY number, segment, message_id
    ON CONFLICT DO NOTHING
    RETURNING text_number, message_id
), gone AS (
    DELETE FROM early_receipt USING found WHERE early_receipt.message_id = found.message_id
)
SELECT DISTINCT text_number FROM found
"""


async def match(connection: Connection, now: datetime) -> list[Undelivered]:
    """Find texts in doubt that have arrived, part by part; give those that ended undelivered."""
    rows = await connection.fetch(MATCH, now)
    return await receipts.settle(connection, [row["text_number"] for row in rows], now)


# A report that comes while an acceptance is on its way may be of that one: such phones wait. What is in doubt
# for the second time in several parts waits, too: two reports may be of one part, sent twice.
MATCH_BY_PHONE = """
WITH doubtful AS MATERIALIZED (
    SELECT phone_hash, number, segments, attempts, claimed_until - $2::interval AS left_at
    FROM delivery JOIN text ON number = text_number
    WHERE doubt_until IS NOT NULL AND state IN ('queued', 'failed') AND route = 'cmpp'
), part AS (
    SELECT phone_hash, number, part::smallint AS segment,
           row_number() OVER (PARTITION BY phone_hash ORDER BY number, part) AS place,
           count(*) OVER (PARTITION BY phone_hash) AS parts,
           max(attempts) OVER (PARTITION BY phone_hash) AS attempts,
           max(left_at) OVER (PARTITION BY phone_hash) AS left_at
    FROM doubtful CROSS JOIN generate_series(1, segments) part
    WHERE NOT EXISTS (SELECT FROM text_segment WHERE text_number = number AND segment = part)
), told AS (
    SELECT phone_hash, message_id, received_at,
           row_number() OVER (PARTITION BY phone_hash ORDER BY received_at, message_id) AS place,
           count(*) OVER (PARTITION BY phone_hash) AS reports
    FROM (
        SELECT early.phone_hash, message_id, min(received_at) AS received_at
        FROM early_receipt early
        WHERE outcome = 'delivered' AND reference IS NULL AND starts_with(message_id, 'cmpp:')
          AND received_at >= (SELECT max(left_at) FROM doubtful WHERE doubtful.phone_hash = early.phone_hash)
        GROUP BY early.phone_hash, message_id
    ) once
), found AS (
    INSERT INTO text_segment (text_number, segment, message_id, outcome, outcome_at)
    SELECT number, segment, message_id, 'delivered', $1
    FROM part JOIN told USING (phone_hash, place)
    WHERE reports >= parts AND (attempts = 1 OR parts = 1)
      AND NOT EXISTS (
        SELECT FROM text other JOIN delivery ON text_number = other.number
        WHERE other.phone_hash = part.phone_hash AND state = 'submitting' AND route = 'cmpp')
    ORDER BY number, segment
    ON CONFLICT DO NOTHING
    RETURNING text_number, message_id
), gone AS (
    DELETE FROM early_receipt USING found WHERE early_receipt.message_id = found.message_id
)
SELECT DISTINCT text_number FROM found
"""


async def match_by_phone(
    connection: Connection, now: datetime, claim_lasts: timedelta
) -> list[Undelivered]:
    """Find texts in doubt that have arrived by CMPP, by how many reports their phone has had since they left.

    `claim_lasts`: how long a sender has a text to itself. Give those that ended undelivered.
    """
    rows = await connection.fetch(MATCH_BY_PHONE, now, claim_lasts)
    return await receipts.settle(connection, [row["text_number"] for row in rows], now)


REVIVE = """
UPDATE delivery SET state = 'queued', attempts = 1, not_before = $1, ended_at = NULL
FROM text
WHERE number = text_number AND state = 'failed' AND doubt_until <= $1 AND created_at > $2 AND route = $3
  AND (expires_at IS NULL OR expires_at > $1)
  AND NOT EXISTS (
    SELECT FROM early_receipt early
    WHERE early.phone_hash = text.phone_hash AND early.outcome = 'delivered'
      AND (early.reference IS NULL OR early.reference / 16 = text.number % 4096))
RETURNING number
"""


async def revive(
    connection: Connection, route: Route, now: datetime, created_after: datetime
) -> int:
    """Queue texts of a route that were twice in doubt and have certainly not arrived; say how many.

    Where a receipt without a reference of ours may be theirs they stay with the operators.
    """
    return len(await connection.fetch(REVIVE, now, created_after, route))
