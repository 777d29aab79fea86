"""The money of loans in the ledger: what is known of it, and booking it. All set-based."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

import asyncpg

from accounts.rules.loan_money import REVERSED, Booking, Kind, legs
from shared.base.db import Connection

ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('loan_money'))"
BOOKED = """
SELECT money.kind, money.key, money.amount_fen, money.transfer_id
FROM loan_money AS money
JOIN unnest($1::text[], $2::text[]) AS asked (kind, key) USING (kind, key)
"""


async def lock(connection: Connection) -> None:
    """Let nobody else book money of loans until this transaction ends."""
    await connection.execute(ONE_AT_A_TIME)


async def booked(
    connection: Connection, keys: Iterable[tuple[Kind, str]]
) -> dict[tuple[Kind, str], asyncpg.Record]:
    """Read what is booked of these already."""
    asked = list(keys)
    rows = await connection.fetch(BOOKED, [kind for kind, _ in asked], [key for _, key in asked])
    return {(Kind(row["kind"]), row["key"]): row for row in rows}


# What a debit, a receipt or an offset brought, and what of it has repaid a loan; NULL where it is not booked.
SOURCES = """
SELECT source.id,
       coalesce(debit.amount_fen, receipt.amount_fen,
                CASE WHEN loan_offset.state <> 'reserved' THEN loan_offset.posted_fen END)
           AS brought_fen,
       (SELECT coalesce(sum(CASE kind WHEN 'repayment' THEN amount_fen ELSE -amount_fen END), 0)
        FROM loan_money WHERE source_id = source.id)::bigint AS used_fen
FROM unnest($1::uuid[]) AS source (id)
LEFT JOIN loan_money AS debit ON debit.kind = 'debit' AND debit.key = source.id::text
LEFT JOIN loan_money AS receipt ON receipt.kind = 'receipt' AND receipt.key = source.id::text
LEFT JOIN loan_offset ON loan_offset.offset_id = source.id
"""


async def left_of(connection: Connection, source_ids: Iterable[UUID]) -> dict[UUID, int | None]:
    """Return what debits, receipts and offsets can still repay; None for one that is not booked yet."""
    rows = await connection.fetch(SOURCES, list(set(source_ids)))
    return {
        row["id"]: None if row["brought_fen"] is None else row["brought_fen"] - row["used_fen"]
        for row in rows
    }


# Equal entries of one loan are undone in turn.
UNDONE = """
WITH undoing AS (
    SELECT *, row_number() OVER (PARTITION BY contract_number, source_id, principal_fen, interest_fen,
                                              penalty_fen ORDER BY key) AS nth
    FROM unnest($1::text[], $2::text[], $3::uuid[], $4::bigint[], $5::bigint[], $6::bigint[])
        AS undoing (key, contract_number, source_id, principal_fen, interest_fen, penalty_fen)
), standing AS (
    SELECT money.*, row_number() OVER (PARTITION BY contract_number, source_id, principal_fen,
                                                    interest_fen, penalty_fen ORDER BY key) AS nth
    FROM loan_money AS money
    WHERE kind = 'repayment' AND source_id = ANY($3::uuid[])
      AND NOT EXISTS (SELECT FROM transfer WHERE transfer.reverses = money.transfer_id)
)
SELECT undoing.key, standing.transfer_id
FROM undoing JOIN standing
    USING (contract_number, source_id, principal_fen, interest_fen, penalty_fen, nth)
"""


async def undone_repayments(
    connection: Connection, reversals: Sequence[Booking]
) -> dict[str, UUID]:
    """Find the booked repayment that each reversing entry undoes, by the key of the latter."""
    parts = [item.parts for item in reversals]
    columns = [list(column) for column in zip(*parts, strict=True)]
    rows = await connection.fetch(UNDONE, [item.key for item in reversals], *columns)
    return {row["key"]: row["transfer_id"] for row in rows}


OPEN_TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reversal_flag, reverses, reference,
                      settled_at)
SELECT id, 'loan-' || kind || ':' || key, 'posted', '99',
       CASE WHEN reverses IS NULL THEN '01' ELSE '02' END, reverses, key, now()
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) AS wanted (id, kind, key, reverses)
"""
SAVE = """
INSERT INTO loan_money (transfer_id, kind, key, amount_fen, contract_number, source, source_id,
                        principal_fen, interest_fen, penalty_fen)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::uuid[],
                     $8::bigint[], $9::bigint[], $10::bigint[])
"""
POST = """
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT leg.transfer_id, account.id, leg.fen, '99', leg.value_on, $5::date
FROM unnest($1::uuid[], $2::text[], $3::bigint[], $4::date[]) AS leg (transfer_id, kind, fen, value_on)
JOIN ledger_account AS account USING (kind)
"""


async def book(
    connection: Connection, bookings: Sequence[Booking], undone: Mapping[str, UUID], today: date
) -> None:
    """Book money; `undone` has the transfer that a reversal undoes, by the key of the reversal."""
    transfers = [uuid4() for _ in bookings]
    kinds = [item.kind.value for item in bookings]
    keys = [item.key for item in bookings]
    reverses = [undone[item.key] if item.kind in REVERSED else None for item in bookings]
    await connection.execute(OPEN_TRANSFERS, transfers, kinds, keys, reverses)
    await connection.execute(
        SAVE,
        transfers,
        kinds,
        keys,
        [item.amount_fen for item in bookings],
        [item.contract_number for item in bookings],
        [item.source for item in bookings],
        [item.source_id for item in bookings],
        [item.principal_fen for item in bookings],
        [item.interest_fen for item in bookings],
        [item.penalty_fen for item in bookings],
    )
    moved = [
        (transfer, account, fen, item.value_on)
        for transfer, item in zip(transfers, bookings, strict=True)
        for account, fen in legs(item)
    ]
    columns = [list(column) for column in zip(*moved, strict=True)]
    await connection.execute(POST, *columns, today)
