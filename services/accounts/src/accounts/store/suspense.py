"""Money in suspense (暂收) that people allot to a list: taken out of receipts, in parts. Set-based."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.rules.receipts import Waiting
from accounts.rules.suspense import Lying, Part
from accounts.store.receipts import PaidList, book
from accounts.store.rows import ListRow, ReceiptRow
from shared.base.db import Connection, typed

LOCK = """
SELECT bank_serial, employer_number, value_date, payer_account_sealed, payer_account_tail, payer_name,
       CASE WHEN list_id IS NULL AND loan_claim IS NULL THEN amount_fen - taken_fen ELSE 0 END AS left_fen
FROM receipt WHERE bank_serial = ANY($1::text[]) ORDER BY bank_serial FOR UPDATE
"""


async def lock(connection: Connection, serials: Sequence[str]) -> dict[str, ReceiptRow]:
    """Lock receipts by their serials, in sorted order."""
    rows = typed(ReceiptRow, await connection.fetch(LOCK, serials))
    return {row["bank_serial"]: row for row in rows}


def lying(row: ReceiptRow) -> Lying:
    """Read a receipt that is locked."""
    return Lying(
        row["bank_serial"],
        row["employer_number"],
        row["left_fen"],
        row["value_date"],
        bool(row["payer_account_sealed"] and row["payer_name"]),
    )


# Money of nobody goes through the suspense of the employer whose list it pays: the list books from there.
ALLOT = """
WITH part AS (
    SELECT gen_random_uuid() AS id, bank_serial, fen, receipt.employer_number, receipt.value_date
    FROM unnest($2::text[], $3::bigint[]) AS part (bank_serial, fen) JOIN receipt USING (bank_serial)
), taken AS (
    UPDATE receipt SET taken_fen = taken_fen + part.fen FROM part WHERE receipt.bank_serial = part.bank_serial
), added AS (
    INSERT INTO receipt_part (id, bank_serial, list_id, amount_fen, allotted_at)
    SELECT id, bank_serial, $1, fen, $4 FROM part
), moved AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT id, 'allot:' || id, 'posted', '99', bank_serial, now() FROM part WHERE employer_number IS NULL
)
SELECT id, fen, value_date FROM part WHERE employer_number IS NULL
"""
MOVE = """
WITH moved AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::date[]) AS moved (transfer_id, fen, value_date)
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'unmatched_suspense'), -fen, '99',
       value_date, $5::date FROM moved
UNION ALL
SELECT transfer_id, (SELECT ledger_account_id FROM employer WHERE number = $4), fen, '99',
       value_date, $5::date FROM moved
"""


async def allot(
    connection: Connection,
    found: ListRow,
    parts: Sequence[Part],
    lying: Mapping[str, Lying],
    *,
    now: datetime,
    today: date,
) -> PaidList:
    """Book a confirmed list from parts of receipts that together equal it; all of them are locked."""
    serials, amounts = [one.bank_serial for one in parts], [one.amount_fen for one in parts]
    moved = await connection.fetch(ALLOT, found["id"], serials, amounts, now)
    if moved:
        columns = ([row[name] for row in moved] for name in ("id", "fen", "value_date"))
        await connection.execute(MOVE, *columns, found["employer_number"], today)
    waiting = tuple(
        Waiting(one.bank_serial, one.amount_fen, lying[one.bank_serial].value_date) for one in parts
    )
    paid = PaidList(await _to_book(connection, found["id"]), waiting)
    await book(connection, [paid], now, today)
    return paid


TO_BOOK = """
SELECT id, employer_number, month, head_count, employer_fen + employee_fen AS total_fen,
       gen_random_uuid() AS transfer_id
FROM remittance_list WHERE id = $1
"""


async def _to_book(connection: Connection, list_id: UUID) -> asyncpg.Record:
    row = await connection.fetchrow(TO_BOOK, list_id)
    assert row is not None, "the list is locked"
    return row


LYING = """
SELECT coalesce(sum(amount_fen - taken_fen), 0)::bigint AS fen,
       coalesce(max($1::date - since), 0) AS oldest_days,
       count(*) FILTER (WHERE since < $1::date - $2::integer) AS long
FROM receipt CROSS JOIN LATERAL (
    SELECT CASE origin WHEN 'correction' THEN (recorded_at AT TIME ZONE 'Asia/Shanghai')::date
           ELSE value_date END AS since) AS lying
WHERE list_id IS NULL AND loan_claim IS NULL AND taken_fen < amount_fen
"""


async def sums(connection: Connection, today: date, long_after_days: int) -> asyncpg.Record:
    """Return the fen that lie in suspense, the days of the oldest, and how many receipts lie long."""
    row = await connection.fetchrow(LYING, today, long_after_days)
    assert row is not None
    return row
