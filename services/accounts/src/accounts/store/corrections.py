"""Corrections of booked contributions (错缴更正): a reversal, and a new entry where the money belongs."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.domain import AccountState
from accounts.rules.correction import Holding, Target, Wrong
from shared.base.db import Connection

LOCK = """
SELECT number FROM individual_account WHERE number = ANY($1::text[]) ORDER BY number FOR UPDATE
"""
# What was booked for a person's month, by its lists and back payments, less what was corrected.
PAID = """
SELECT coalesce(sum(employer_fen), 0)::bigint AS employer_fen,
       coalesce(sum(employee_fen), 0)::bigint AS employee_fen FROM (
    SELECT line.employer_fen, line.employee_fen FROM remittance_line AS line
    JOIN remittance_list AS list ON list.id = line.list_id
    WHERE line.account_number = $1 AND list.month = $2 AND list.state = 'booked'
    UNION ALL
    SELECT line.employer_fen, line.employee_fen FROM back_payment_line AS line
    JOIN back_payment AS back ON back.id = line.back_payment_id
    WHERE line.account_number = $1 AND line.month = $2 AND back.state = 'booked'
    UNION ALL
    SELECT -employer_fen, -employee_fen FROM correction WHERE account_number = $1 AND month = $2
    UNION ALL
    SELECT employer_fen, employee_fen FROM correction WHERE to_account_number = $1 AND month = $2
) AS booked
"""
ACCOUNT = """
SELECT account.number, account.person_id, account.ledger_account_id, account.state, account.opened_on,
       balance.posted_fen, balance.frozen_fen
FROM individual_account AS account JOIN ledger_balance AS balance USING (ledger_account_id)
WHERE account.number = $1
"""
INTEREST = "SELECT interest_fen FROM interest_due(ARRAY[$1::bigint], $2)"
# The entry of the month that has most left to be corrected, with whose money had paid it.
SOURCE = """
SELECT entry.transfer_id, entry.amount_fen - coalesce(done.fen, 0) AS left_fen, entry.value_date,
       entry.business_type, coalesce(list.employer_number, back.employer_number, earlier.employer_number)
           AS employer_number,
       coalesce(list.bank_serial, back.bank_serial, earlier.bank_serial) AS bank_serial
FROM entry
JOIN transfer ON transfer.id = entry.transfer_id
LEFT JOIN remittance_list AS list ON list.id = CASE
    WHEN starts_with(transfer.idempotency_key, 'list:') THEN transfer.reference::uuid END
LEFT JOIN back_payment AS back ON back.id = CASE
    WHEN starts_with(transfer.idempotency_key, 'back-payment:') THEN transfer.reference::uuid END
LEFT JOIN correction AS earlier ON earlier.id = CASE
    WHEN starts_with(transfer.idempotency_key, 'corrected:') THEN transfer.reference::uuid END
LEFT JOIN LATERAL (
    SELECT sum(employer_fen + employee_fen)::bigint AS fen FROM correction
    WHERE corrected_transfer_id = entry.transfer_id AND correction.account_number = $2
      AND correction.month = $3
) AS done ON true
WHERE entry.ledger_account_id = $1 AND entry.contribution_month = $3 AND entry.amount_fen > 0
ORDER BY left_fen DESC, entry.id DESC LIMIT 1
"""


@dataclass(frozen=True)
class Source:
    """The booking that is corrected."""

    transfer_id: UUID
    left_fen: int
    value_date: date
    business_type: str
    employer_number: str | None
    bank_serial: str | None


@dataclass(frozen=True)
class Found:
    """What a correction is about, locked."""

    person_id: UUID
    here: Holding
    source: Source | None
    there: Target | None
    to_person_id: UUID | None


async def find(connection: Connection, wrong: Wrong, today: date) -> Found | None:
    """Lock the accounts in sorted order, then read what stands; None where there is no such account."""
    numbers = [
        wrong.account_number,
        *([wrong.to_account_number] if wrong.to_account_number else []),
    ]
    await connection.execute(LOCK, numbers)
    row = await connection.fetchrow(ACCOUNT, wrong.account_number)
    if row is None:
        return None
    source = await _source(connection, row["ledger_account_id"], wrong)
    target = await connection.fetchrow(ACCOUNT, wrong.to_account_number)
    return Found(
        row["person_id"],
        await _holding(connection, row, wrong, source, today),
        source,
        await _target(connection, target, wrong) if target else None,
        target["person_id"] if target else None,
    )


async def _source(connection: Connection, ledger_id: int, wrong: Wrong) -> Source | None:
    row = await connection.fetchrow(SOURCE, ledger_id, wrong.account_number, wrong.month.first)
    return Source(**dict(row)) if row else None


WITHOUT = """
SELECT round($1::bigint * sum(rate * greatest(0, least(ends, $3) - greatest(starts, $2))) / 360)::bigint
FROM (SELECT effective_from AS starts, rate,
             lead(effective_from, 1, date '9999-12-31') OVER (ORDER BY effective_from) AS ends
      FROM interest_rate) AS period
"""


async def _holding(
    connection: Connection, row: asyncpg.Record, wrong: Wrong, source: Source | None, today: date
) -> Holding:
    due = await connection.fetchval(INTEREST, row["ledger_account_id"], today) or 0
    earned = 0
    if source is not None:
        earned = await connection.fetchval(WITHOUT, wrong.amount_fen, source.value_date, today) or 0
    return Holding(
        AccountState(row["state"]),
        row["frozen_fen"],
        row["posted_fen"],
        due,
        due - earned,
        await _paid(connection, wrong.account_number, wrong),
    )


async def _target(connection: Connection, row: asyncpg.Record, wrong: Wrong) -> Target:
    paid = await _paid(connection, row["number"], wrong)
    return Target(AccountState(row["state"]), row["opened_on"], paid)


async def _paid(connection: Connection, number: str, wrong: Wrong) -> tuple[int, int]:
    row = await connection.fetchrow(PAID, number, wrong.month.first)
    assert row is not None
    return row["employer_fen"], row["employee_fen"]


KEEP = """
WITH kept AS (
    INSERT INTO correction (id, account_number, month, employer_number, employer_fen, employee_fen,
                            corrected_transfer_id, to_account_number, bank_serial, value_date, maker_id,
                            checker_id, reason, corrected_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
), reversal AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reversal_flag, reverses, reference,
                          settled_at)
    VALUES (gen_random_uuid(), 'correction:' || $1::uuid, 'posted', $15, '02', $7, $1::text, now())
), anew AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
    SELECT gen_random_uuid(), 'corrected:' || $1::uuid, 'posted', $15, $1::text, now()
    WHERE $8::text IS NOT NULL
)
INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date, employer_number,
                     recorded_at, origin, payer_account_sealed, payer_account_tail)
SELECT $17, $5::bigint + $6::bigint, coalesce(paid.payer_name, ''),
       '错缴更正 ' || $2, $10, $4, $14, 'correction', $16, paid.payer_account_tail
FROM (SELECT) AS one LEFT JOIN receipt AS paid ON paid.bank_serial = $9
WHERE $8::text IS NULL
"""
ENTRIES = """
WITH leg AS (
    SELECT transfer.id AS transfer_id, leg.account_id, leg.fen, leg.month
    FROM (VALUES
        ('correction:', (SELECT ledger_account_id FROM individual_account WHERE number = $2), -$5::bigint,
         $4::date),
        ('correction:', (SELECT ledger_account_id FROM employer WHERE number = $3), $5, NULL),
        ('corrected:', (SELECT ledger_account_id FROM employer WHERE number = $3), -$5, NULL),
        ('corrected:', (SELECT ledger_account_id FROM individual_account WHERE number = $6), $5, $4)
    ) AS leg (prefix, account_id, fen, month)
    JOIN transfer ON transfer.idempotency_key = leg.prefix || $1::uuid
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT transfer_id, account_id, fen, $7, $8, $9, month FROM leg
"""
# The last month that is really contributed; the former books count up to theirs.
SET_PAID_UP_TO = """
UPDATE individual_account AS account
SET paid_up_to = greatest(
    (SELECT max(month) FROM (
        SELECT contribution_month AS month FROM entry
        WHERE entry.ledger_account_id = account.ledger_account_id AND contribution_month IS NOT NULL
        GROUP BY 1 HAVING sum(amount_fen) > 0) AS contributed),
    (SELECT moved.paid_up_to FROM moving_in_line AS moved WHERE moved.account_number = account.number))
WHERE number = ANY($1::text[])
"""
NOTE = """
INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, evidence, actor)
SELECT number, '99', state, $2, $3, $4, $5 FROM individual_account WHERE number = ANY($1::text[])
"""


PAYER = "SELECT payer_account_sealed FROM receipt WHERE bank_serial = $1"


async def payer_account(connection: Connection, source: Source) -> str | None:
    """Return the account that had paid what is corrected, sealed to its receipt."""
    sealed: str | None = await connection.fetchval(PAYER, source.bank_serial)
    return sealed


@dataclass(frozen=True)
class NewItem:
    """As what the money lies in suspense where nobody is there to take it."""

    bank_serial: str
    payer_account_sealed: str | None
    """Sealed to this serial."""


@dataclass(frozen=True)
class Signed:
    """Who put it right, why, and on which documents."""

    maker_id: UUID
    checker_id: UUID
    reason: str
    evidence: str
    actor: str


async def book(
    connection: Connection,
    correction_id: UUID,
    wrong: Wrong,
    source: Source,
    *,
    signed: Signed,
    item: NewItem,
    now: datetime,
    today: date,
) -> None:
    """Book it, from the value date of what is corrected: nobody earns on what was never theirs (R-INT-4)."""
    month = wrong.month.first
    await connection.execute(
        KEEP, correction_id, wrong.account_number, month, source.employer_number, wrong.employer_fen,
        wrong.employee_fen, source.transfer_id, wrong.to_account_number, source.bank_serial,
        source.value_date, signed.maker_id, signed.checker_id, signed.reason, now, source.business_type,
        item.payer_account_sealed, item.bank_serial,
    )  # fmt: skip
    await connection.execute(
        ENTRIES, correction_id, wrong.account_number, source.employer_number, month, wrong.amount_fen,
        wrong.to_account_number, source.business_type, source.value_date, today,
    )  # fmt: skip
    numbers = [
        wrong.account_number,
        *([wrong.to_account_number] if wrong.to_account_number else []),
    ]
    await connection.execute(SET_PAID_UP_TO, numbers)
    text = f"错缴更正{wrong.month}：{signed.reason}"
    await connection.execute(NOTE, numbers, today, text, signed.evidence, signed.actor)
