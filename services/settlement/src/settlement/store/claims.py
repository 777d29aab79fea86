"""Taking orders for work with the bank: committed before a byte leaves, shared by all instances."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from settlement.domain import BatchId, Kind, Living, OrderId
from settlement.process import Step
from shared.base.db import Connection
from shared.base.money import Fen


@dataclass(frozen=True, repr=False)
class Claimed:
    """An order that this process has marked as sent, with its other party still sealed."""

    key: OrderId
    amount_fen: Fen
    card_sealed: str
    holder_sealed: str
    remittance: str
    traceparent: str


CLAIM_TO_SEND = """
WITH due AS (
    SELECT order_id FROM payment_order
    WHERE state = 'to_send' AND kind = $7 AND next_at <= now() AND (attention IS NOT NULL) = $1
      AND requested_on >= $8
    ORDER BY next_at, order_id
    LIMIT $2
    FOR UPDATE SKIP LOCKED
), sent AS (
    UPDATE payment_order o
    SET state = 'sent', batch_id = $3, sent_at = now(), times_sent = o.times_sent + 1,
        next_at = now() + $4::interval
    FROM due WHERE o.order_id = due.order_id
    RETURNING o.order_id, o.amount_fen, o.card_sealed, o.holder_sealed, o.remittance, o.traceparent
), noted AS (
    INSERT INTO payment_order_history (order_id, at, step, state, text)
    SELECT order_id, $5, $6, 'sent', '已提交银行' FROM sent
)
SELECT * FROM sent ORDER BY order_id
"""


async def claim_to_send(
    connection: Connection,
    kind: Kind,
    batch_id: UUID,
    *,
    flagged: bool,
    limit: int,
    answer_within_seconds: float,
    now: datetime,
    wanted_since: date = date.min,
) -> list[Claimed]:
    """Mark due orders of a kind as sent, before anything is; flagged ones are claimed by themselves.

    Those wanted before `wanted_since`, a business date, have lapsed.
    """
    rows = await connection.fetch(
        CLAIM_TO_SEND,
        flagged,
        limit,
        batch_id,
        timedelta(seconds=answer_within_seconds),
        now,
        Step.SEND.value,
        kind.value,
        wanted_since,
    )
    return [
        Claimed(
            OrderId(row["order_id"]),
            Fen(row["amount_fen"]),
            row["card_sealed"],
            row["holder_sealed"],
            row["remittance"],
            row["traceparent"],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class Question:
    """An unknown order that the bank is to be asked about."""

    key: OrderId
    amount_fen: Fen
    batch_id: BatchId | None
    lived_out: bool
    """The longest life of its last request had passed when the question was claimed, if there was one."""
    lapsed: bool
    """It is older than orders of its kind live."""
    traceparent: str


CLAIM_TO_ASK = """
WITH due AS (
    SELECT order_id FROM payment_order
    WHERE state = 'unknown' AND next_at <= now()
    ORDER BY next_at
    LIMIT $1
    FOR UPDATE SKIP LOCKED
)
UPDATE payment_order o
SET times_asked = o.times_asked + 1,
    next_at = now() + least($3::interval, $2::interval * 2 ^ least(o.times_asked, 20))
FROM due WHERE o.order_id = due.order_id
RETURNING o.order_id, o.amount_fen, o.batch_id, o.traceparent,
          coalesce(o.sent_at + $4::interval <= now(), true) AS lived_out,
          o.requested_on < CASE o.kind WHEN 'debit' THEN $6::date ELSE $5::date END AS lapsed
"""


async def claim_to_ask(
    connection: Connection,
    limit: int,
    *,
    ask_first_seconds: float,
    ask_max_seconds: float,
    request_life_seconds: float,
    living: Living,
) -> list[Question]:
    """Take unknown orders whose next question is due, and put off the one after that."""
    rows = await connection.fetch(
        CLAIM_TO_ASK,
        limit,
        timedelta(seconds=ask_first_seconds),
        timedelta(seconds=ask_max_seconds),
        timedelta(seconds=request_life_seconds),
        living.payments_since,
        living.debits_since,
    )
    return [
        Question(
            OrderId(row["order_id"]),
            Fen(row["amount_fen"]),
            BatchId(row["batch_id"]) if row["batch_id"] else None,
            row["lived_out"],
            row["lapsed"],
            row["traceparent"],
        )
        for row in rows
    ]
