"""Orders to the bank in the database: each query whatever the number of rows, locks in sorted order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict
from uuid import UUID

import asyncpg

from settlement.decisions import Move
from settlement.domain import Attention, BatchId, Kind, Living, Order, OrderId, State
from settlement.process import Step
from shared.base.db import Connection, Pool, typed
from shared.base.money import Fen


@dataclass(frozen=True, repr=False)
class NewOrder:
    """What another service wants the bank to do; personal data sealed."""

    order_id: UUID
    kind: Kind
    amount_fen: int
    card_sealed: str
    card_tail: str
    holder_sealed: str
    remittance: str
    content_hash: str
    requested_on: date
    deadline_on: date | None
    wait_seconds: float
    """Until it may be sent."""
    traceparent: str


INSERT = """
WITH made AS (
    INSERT INTO payment_order (
        order_id, kind, amount_fen, card_sealed, card_tail, holder_sealed, remittance, content_hash,
        requested_on, deadline_on, traceparent, created_at, state, next_at, waiting_since)
    SELECT n.order_id, n.kind, n.amount_fen, n.card_sealed, n.card_tail, n.holder_sealed, n.remittance,
           n.content_hash, n.requested_on, n.deadline_on, n.traceparent, $13, 'to_send', may.go_at, may.go_at
    FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::text[], $9::date[], $10::date[], $11::float8[], $12::text[])
        AS n (order_id, kind, amount_fen, card_sealed, card_tail, holder_sealed, remittance,
              content_hash, requested_on, deadline_on, wait_seconds, traceparent),
        LATERAL (SELECT now() + make_interval(secs => n.wait_seconds) AS go_at) AS may
    ORDER BY n.order_id
    ON CONFLICT (order_id) DO NOTHING
    RETURNING order_id
)
INSERT INTO payment_order_history (order_id, at, step, state, text)
SELECT order_id, $13, $14, 'to_send', '收到指令，等待发送' FROM made
"""


async def insert(connection: Connection, orders: Sequence[NewOrder], now: datetime) -> None:
    """Make orders; a key that has one keeps it."""
    await connection.execute(
        INSERT,
        [order.order_id for order in orders],
        [order.kind.value for order in orders],
        [order.amount_fen for order in orders],
        [order.card_sealed for order in orders],
        [order.card_tail for order in orders],
        [order.holder_sealed for order in orders],
        [order.remittance for order in orders],
        [order.content_hash for order in orders],
        [order.requested_on for order in orders],
        [order.deadline_on for order in orders],
        [order.wait_seconds for order in orders],
        [order.traceparent for order in orders],
        now,
        Step.CREATE.value,
    )


CONTENTS = """
SELECT order_id, kind, amount_fen, card_sealed, holder_sealed, content_hash FROM payment_order
WHERE order_id = ANY($1::uuid[])
"""


class Contents(TypedDict):
    """What an order is about, in fen, hashed and sealed."""

    order_id: UUID
    kind: str
    amount_fen: int
    card_sealed: str
    holder_sealed: str
    content_hash: str


async def contents(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Contents]:
    """Return what orders are about."""
    rows = typed(Contents, await connection.fetch(CONTENTS, list(ids)))
    return {row["order_id"]: row for row in rows}


_COLUMNS = """order_id, kind, amount_fen, state, batch_id, attention, unknown_since, bank_serial, paid_on,
       reason_code, reason_text, return_serial, returned_on, traceparent"""

LOCK = f"""
SELECT {_COLUMNS}
FROM payment_order WHERE order_id = ANY($1::uuid[])
ORDER BY order_id
FOR UPDATE
"""  # noqa: S608


async def lock(connection: Connection, keys: Iterable[UUID]) -> dict[OrderId, Order]:
    """Lock orders; keys without one are left out."""
    return _orders(await connection.fetch(LOCK, list(set(keys))))


LOCK_SILENT = f"""
SELECT {_COLUMNS}
FROM payment_order WHERE state = 'sent' AND next_at <= now()
ORDER BY order_id
LIMIT $1
FOR UPDATE SKIP LOCKED
"""  # noqa: S608


async def lock_silent(connection: Connection, limit: int) -> dict[OrderId, Order]:
    """Lock sent orders whose answer is overdue: whoever sent them is gone, or has given up."""
    return _orders(await connection.fetch(LOCK_SILENT, limit))


LOCK_LAPSED = f"""
SELECT {_COLUMNS}
FROM payment_order WHERE state = 'to_send' AND next_at <= now()
  AND requested_on < CASE kind WHEN 'debit' THEN $2::date ELSE $1::date END
ORDER BY order_id
LIMIT $3
FOR UPDATE SKIP LOCKED
"""  # noqa: S608


async def lock_lapsed(connection: Connection, living: Living, limit: int) -> dict[OrderId, Order]:
    """Lock orders that waited longer than orders of their kind live."""
    args = (living.payments_since, living.debits_since, limit)
    return _orders(await connection.fetch(LOCK_LAPSED, *args))


def _orders(rows: Iterable["asyncpg.Record"]) -> dict[OrderId, Order]:
    found = (
        Order(
            order_id=OrderId(row["order_id"]),
            kind=Kind(row["kind"]),
            amount_fen=Fen(row["amount_fen"]),
            state=State(row["state"]),
            batch_id=BatchId(row["batch_id"]) if row["batch_id"] else None,
            attention=Attention(row["attention"]) if row["attention"] else None,
            unknown_since=row["unknown_since"],
            bank_serial=row["bank_serial"],
            paid_on=row["paid_on"],
            reason_code=row["reason_code"],
            reason_text=row["reason_text"],
            return_serial=row["return_serial"],
            returned_on=row["returned_on"],
            traceparent=row["traceparent"],
        )
        for row in rows
    )
    return {order.order_id: order for order in found}


UPDATE = """
WITH move AS (
    SELECT * FROM unnest(
        $1::uuid[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[], $7::timestamptz[],
        $8::text[], $9::date[], $10::text[], $11::text[], $12::text[], $13::date[])
        AS move (
            order_id, state, step, text, due_in_seconds, attention, unknown_since,
            bank_serial, paid_on, reason_code, reason_text, return_serial, returned_on)
), changed AS (
    UPDATE payment_order o
    SET state = m.state, attention = m.attention, unknown_since = m.unknown_since,
        bank_serial = m.bank_serial, paid_on = m.paid_on, reason_code = m.reason_code,
        reason_text = m.reason_text, return_serial = m.return_serial, returned_on = m.returned_on,
        times_asked = CASE WHEN m.state = 'unknown' THEN o.times_asked ELSE 0 END,
        next_at = CASE WHEN m.state = o.state THEN o.next_at
                       ELSE now() + make_interval(secs => m.due_in_seconds) END
    FROM move m WHERE o.order_id = m.order_id
    RETURNING o.order_id, o.created_at
), noted AS (
    INSERT INTO payment_order_history (order_id, at, step, state, text)
    SELECT order_id, $14, step, state, text FROM move
)
SELECT order_id, created_at FROM changed
"""


async def write(
    connection: Connection, moves: Sequence[Move], now: datetime
) -> dict[OrderId, datetime]:
    """Write moves of locked orders, one an order, with their history; return when each was made."""
    orders = [move.order for move in moves]
    rows = await connection.fetch(
        UPDATE,
        [order.order_id for order in orders],
        [order.state.value for order in orders],
        [move.step.value for move in moves],
        [move.text for move in moves],
        [move.due_in_seconds for move in moves],
        [order.attention.value if order.attention else None for order in orders],
        [order.unknown_since for order in orders],
        [order.bank_serial for order in orders],
        [order.paid_on for order in orders],
        [order.reason_code for order in orders],
        [order.reason_text for order in orders],
        [order.return_serial for order in orders],
        [order.returned_on for order in orders],
        now,
    )
    return {OrderId(row["order_id"]): row["created_at"] for row in rows}


NOTE_VIEW = "INSERT INTO staff_view (order_id, staff_id, viewed_at) VALUES ($1, $2, $3)"


async def note_view(pool: Pool, order_id: UUID, staff_id: UUID, now: datetime) -> None:
    """Record that a member of staff looked at an order (R-QRY-5)."""
    await pool.execute(NOTE_VIEW, order_id, staff_id, now)
