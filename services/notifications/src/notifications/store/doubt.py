"""Texts in doubt, as statements: they left, or may have, and no answer came.

query_sm needs the message id, which is in the answer that did not come. What tells all the same is the
receipt: it repeats our own reference, and the SMSC keeps it until we have it. So an attempt in doubt
- has arrived when a receipt under its reference says so (`match`): it is not sent again;
- is sent again once without waiting for more than that receipt's usual time, which makes two at most;
- has not arrived when its validity is over and there is no such receipt (`revive`): every accepted message
  has its final receipt by then. Only after that may there be a third submission, and it is the second at most
  that can arrive.
"""

from datetime import datetime

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


REVIVE = """
UPDATE delivery SET state = 'queued', attempts = 1, not_before = $1, ended_at = NULL
FROM text
WHERE number = text_number AND state = 'failed' AND doubt_until <= $1 AND created_at > $2
  AND (expires_at IS NULL OR expires_at > $1)
  AND NOT EXISTS (
    SELECT FROM early_receipt early
    WHERE early.phone_hash = text.phone_hash AND early.outcome = 'delivered'
      AND (early.reference IS NULL OR early.reference / 16 = text.number % 4096))
RETURNING number
"""


async def revive(connection: Connection, now: datetime, created_after: datetime) -> int:
    """Queue texts that were twice in doubt and have certainly not arrived; say how many.

    Where a receipt without a reference of ours may be theirs they stay with the operators.
    """
    return len(await connection.fetch(REVIVE, now, created_after))
