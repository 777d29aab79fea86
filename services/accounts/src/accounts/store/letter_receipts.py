"""The money of letters (异地转入): out of suspense onto accounts, whole and once. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from shared.base.db import Connection

# Whoever else takes money out of suspense locks receipts in the same order.
LOCK = """
SELECT bank_serial, amount_fen, value_date, list_id, reference, employer_number, loan_claim, taken_fen
FROM receipt WHERE bank_serial = ANY($1::text[]) ORDER BY bank_serial FOR UPDATE
"""


async def lock(connection: Connection, serials: Sequence[str]) -> dict[str, asyncpg.Record]:
    """Lock receipts that are claimed for letters."""
    return {row["bank_serial"]: row for row in await connection.fetch(LOCK, serials)}


OPEN_ACCOUNTS = """
SELECT person_id, number, ledger_account_id FROM individual_account
WHERE person_id = ANY($1::uuid[]) AND state NOT IN ('03', '04', '05') ORDER BY number FOR UPDATE
"""


async def lock_open_accounts(
    connection: Connection, people: Sequence[UUID]
) -> dict[UUID, asyncpg.Record]:
    """Lock the open account of each person."""
    rows = await connection.fetch(OPEN_ACCOUNTS, people)
    return {row["person_id"]: row for row in rows}


@dataclass(frozen=True)
class Arrival:
    """The money of a letter, to be booked."""

    letter_id: UUID
    letter_number: str
    person_id: UUID
    account_number: str
    ledger_account_id: int
    bank_serial: str
    transfer_id: UUID
    principal_fen: int
    interest_fen: int
    value_date: date


TRANSFERS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT transfer_id, 'transfer_in:' || letter_id, 'posted', '08', letter_number, now()
FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS came (transfer_id, letter_id, letter_number)
"""
TAKE_RECEIPTS = """
WITH came AS (
    SELECT * FROM unnest($1::text[], $2::uuid[]) AS came (bank_serial, transfer_id)
), taken AS (
    UPDATE receipt SET taken_fen = amount_fen FROM came WHERE receipt.bank_serial = came.bank_serial
    RETURNING receipt.bank_serial, transfer_id, amount_fen
)
INSERT INTO receipt_part (id, bank_serial, transfer_id, amount_fen, allotted_at)
SELECT gen_random_uuid(), bank_serial, transfer_id, amount_fen, $3 FROM taken
"""
ENTRIES = """
WITH came AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::bigint[], $5::date[])
        AS came (transfer_id, individual, principal_fen, interest_fen, value_date)
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'unmatched_suspense'),
       -(principal_fen + interest_fen), '08', value_date, $6::date FROM came
UNION ALL
SELECT transfer_id, individual, principal_fen, '08', value_date, $6::date FROM came WHERE principal_fen > 0
UNION ALL
SELECT transfer_id, individual, interest_fen, '08', value_date, $6::date FROM came WHERE interest_fen > 0
"""
SAVE = """
INSERT INTO letter_receipt (letter_id, person_id, account_number, bank_serial, transfer_id, principal_fen,
                            interest_fen, booked_on)
SELECT *, $8 FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::bigint[],
                         $7::bigint[])
"""


async def book(connection: Connection, came: Sequence[Arrival], now: datetime, today: date) -> None:
    """Book money whose receipts and accounts are locked, principal and interest apart."""
    transfers = [one.transfer_id for one in came]
    letters = [one.letter_id for one in came]
    serials = [one.bank_serial for one in came]
    principals = [one.principal_fen for one in came]
    interest = [one.interest_fen for one in came]
    await connection.execute(TRANSFERS, transfers, letters, [one.letter_number for one in came])
    await connection.execute(TAKE_RECEIPTS, serials, transfers, now)
    await connection.execute(
        ENTRIES,
        transfers,
        [one.ledger_account_id for one in came],
        principals,
        interest,
        [one.value_date for one in came],
        today,
    )
    await connection.execute(
        SAVE,
        letters,
        [one.person_id for one in came],
        [one.account_number for one in came],
        serials,
        transfers,
        principals,
        interest,
        today,
    )


BOOKED = """
SELECT letter.*, balance.posted_fen FROM letter_receipt AS letter
JOIN individual_account AS account ON account.number = letter.account_number
JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE letter_id = ANY($1::uuid[])
"""


async def booked(connection: Connection, letter_ids: Sequence[UUID]) -> dict[UUID, asyncpg.Record]:
    """Return what is booked of letters, with the balances of now."""
    return {row["letter_id"]: row for row in await connection.fetch(BOOKED, letter_ids)}
