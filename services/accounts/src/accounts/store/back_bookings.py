"""Back payments (补缴) whose money has come, booked to the persons' months, all at once. Set-based."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import asyncpg

from accounts.rules.receipts import Waiting, that_equal
from shared.base.db import Connection

WAITING = """
SELECT back.id, back.employer_number, back.head_count, back.employer_fen + back.employee_fen AS total_fen,
       receipt.bank_serial, receipt.amount_fen, receipt.value_date
FROM back_payment AS back
JOIN receipt ON receipt.reference = back.payment_reference AND receipt.list_id IS NULL
    AND receipt.taken_fen = 0
WHERE back.id = ANY($1::uuid[]) AND back.state = 'confirmed'
ORDER BY back.id, receipt.bank_serial
FOR UPDATE OF receipt
"""


@dataclass(frozen=True)
class PaidBack:
    """A back payment with the receipts that together equal it; it counts from the last of them (R-INT-1)."""

    row: asyncpg.Record
    receipts: tuple[Waiting, ...]

    @property
    def last(self) -> Waiting:
        """The receipt with which the whole of it was there."""
        return max(self.receipts, key=lambda one: (one.value_date, one.bank_serial))


async def _paid(connection: Connection, ids: Sequence[UUID]) -> list[PaidBack]:
    found: dict[UUID, tuple[asyncpg.Record, list[Waiting]]] = {}
    for row in await connection.fetch(WAITING, ids):
        waiting = Waiting(row["bank_serial"], row["amount_fen"], row["value_date"])
        found.setdefault(row["id"], (row, []))[1].append(waiting)
    paid = (PaidBack(row, that_equal(some, row["total_fen"])) for row, some in found.values())
    return [one for one in paid if one.receipts]


TAKE = """
WITH part AS (
    SELECT * FROM unnest($1::uuid[], $2::text[], $3::bigint[]) AS part (back_id, bank_serial, fen)
), taken AS (
    UPDATE receipt SET taken_fen = fen FROM part WHERE receipt.bank_serial = part.bank_serial
)
INSERT INTO receipt_part (id, bank_serial, back_payment_id, amount_fen, allotted_at)
SELECT gen_random_uuid(), bank_serial, back_id, fen, $4 FROM part
"""
CLOSE = """
WITH paid AS (
    SELECT * FROM unnest($1::uuid[], $2::text[]) AS paid (id, bank_serial)
), closed AS (
    UPDATE back_payment AS back SET state = 'booked', booked_at = $3, bank_serial = paid.bank_serial
    FROM paid WHERE back.id = paid.id
), ended AS (
    UPDATE back_payment_line SET open = false WHERE back_payment_id = ANY($1::uuid[])
)
INSERT INTO transfer (id, idempotency_key, state, business_type, reference, settled_at)
SELECT gen_random_uuid(), 'back-payment:' || id, 'posted', '02', id, now() FROM paid
"""
# As with a list: what is paid for a closed account goes to the person's new one, or reopens it sealed.
ENTRIES = """
WITH paid AS (
    SELECT back.id, transfer.id AS transfer_id, employer.ledger_account_id AS suspense_id, day.value_date,
           back.employer_fen + back.employee_fen AS total_fen
    FROM unnest($1::uuid[], $2::date[]) AS day (id, value_date)
    JOIN back_payment AS back USING (id)
    JOIN transfer ON transfer.idempotency_key = 'back-payment:' || back.id
    JOIN employer ON employer.number = back.employer_number
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on,
                   contribution_month)
SELECT transfer_id, suspense_id, -total_fen, '02', value_date, $3::date, NULL::date FROM paid
UNION ALL
SELECT transfer_id, coalesce(anew.ledger_account_id, account.ledger_account_id),
       line.employer_fen + line.employee_fen, '02', value_date, $3::date, line.month
FROM paid
JOIN back_payment_line AS line ON line.back_payment_id = paid.id
JOIN individual_account AS account ON account.number = line.account_number
LEFT JOIN individual_account AS anew ON account.state IN ('03', '04', '05')
    AND anew.person_id = account.person_id AND anew.state NOT IN ('03', '04', '05')
"""
ADVANCE = """
WITH line AS (
    SELECT account_number, max(month) AS month FROM back_payment_line
    WHERE back_payment_id = ANY($1::uuid[]) GROUP BY 1
), closed AS (
    SELECT account.number FROM line JOIN individual_account AS account ON account.number = line.account_number
    WHERE account.state IN ('03', '04', '05') AND NOT EXISTS (
        SELECT FROM individual_account AS anew
        WHERE anew.person_id = account.person_id AND anew.state NOT IN ('03', '04', '05'))
), noted AS (
    INSERT INTO account_history (account_number, business_type, state_after, on_date, reason, actor)
    SELECT number, '02', '02', $2, '销户后补缴入账', 'receipts' FROM closed
)
UPDATE individual_account AS account
SET paid_up_to = greatest(account.paid_up_to, line.month),
    state = CASE WHEN closed.number IS NULL THEN account.state ELSE '02' END,
    closed_on = CASE WHEN closed.number IS NULL THEN account.closed_on END,
    sealed_on = CASE WHEN closed.number IS NULL THEN account.sealed_on
        ELSE coalesce(account.sealed_on, $2) END,
    sealed_month = CASE WHEN closed.number IS NULL THEN account.sealed_month
        ELSE coalesce(account.sealed_month, date_trunc('month', $2::date)::date) END,
    seal_reason = CASE WHEN closed.number IS NULL THEN account.seal_reason
        ELSE coalesce(account.seal_reason, 'other') END
FROM line LEFT JOIN closed ON closed.number = line.account_number
WHERE account.number = line.account_number
"""


async def book_matching(
    connection: Connection, ids: Sequence[UUID], now: datetime, today: date
) -> list[PaidBack]:
    """Book every confirmed back payment whose receipts together equal it to the fen (R-DEP-7, 8).

    Back payments, employers and accounts are locked. It advances people, never their employer.
    """
    paid = await _paid(connection, ids)
    if not paid:
        return []
    backs = [one.row["id"] for one in paid]
    parts = [
        (one.row["id"], each.bank_serial, each.amount_fen) for one in paid for each in one.receipts
    ]
    await connection.execute(TAKE, *map(list, zip(*parts, strict=True)), now)
    await connection.execute(CLOSE, backs, [one.last.bank_serial for one in paid], now)
    await connection.execute(ENTRIES, backs, [one.last.value_date for one in paid], today)
    await connection.execute(ADVANCE, backs, today)
    return paid
