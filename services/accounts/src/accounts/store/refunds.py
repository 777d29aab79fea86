"""Refunds (退款) out of suspense: held, posted, released, or back under another serial. Set-based."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.rules.refunds import State
from accounts.sealed import PAYER_ACCOUNT
from accounts.store.reservations import LIFT_HOLDS, VOID_TRANSFERS
from shared.base.db import Connection
from shared.messaging.unit import Unit

ORDER = """
WITH source AS (
    SELECT bank_serial, receipt.employer_number,
           coalesce(employer.ledger_account_id,
                    (SELECT id FROM ledger_account WHERE kind = 'unmatched_suspense')) AS suspense_id
    FROM receipt LEFT JOIN employer ON employer.number = receipt.employer_number WHERE bank_serial = $3
), taken AS (
    UPDATE receipt SET taken_fen = taken_fen + $4 WHERE bank_serial = $3
), opened AS (
    INSERT INTO transfer (id, idempotency_key, state, business_type, reference)
    VALUES ($2, 'refund:' || $1::uuid, 'pending', '99', $3)
), held AS (
    INSERT INTO hold (transfer_id, ledger_account_id, amount_fen, active)
    SELECT $2, suspense_id, $4, true FROM source
)
INSERT INTO refund (id, bank_serial, employer_number, amount_fen, state, transfer_id, maker_id, checker_id,
                    ordered_at, ordered_on)
SELECT $1, bank_serial, employer_number, $4, 'ordered', $2, $5, $6, $7, $8 FROM source
"""


@dataclass(frozen=True)
class NewRefund:
    """A part of a locked receipt that two people send back."""

    id: UUID
    transfer_id: UUID
    bank_serial: str
    amount_fen: int
    maker_id: UUID
    checker_id: UUID


async def order(connection: Connection, new: NewRefund, now: datetime, today: date) -> None:
    """Hold the money in suspense; `available_not_negative` refuses more than lies there."""
    await connection.execute(
        ORDER,
        new.id,
        new.transfer_id,
        new.bank_serial,
        new.amount_fen,
        new.maker_id,
        new.checker_id,
        now,
        today,
    )


REFERENCES = """
SELECT DISTINCT reference FROM refund JOIN receipt USING (bank_serial)
WHERE refund.id = ANY($1::uuid[]) AND reference IS NOT NULL
"""


async def references(connection: Connection, ids: Iterable[UUID]) -> list[str]:
    """Return the payment references that the receipts of refunds name."""
    rows = await connection.fetch(REFERENCES, list(ids))
    return sorted(row["reference"] for row in rows)


LOCK = """
SELECT id, bank_serial, amount_fen, state, transfer_id FROM refund
WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE
"""


@dataclass(frozen=True)
class Refund:
    """A refund that is locked."""

    id: UUID
    bank_serial: str
    amount_fen: int
    state: State
    transfer_id: UUID


async def lock(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, Refund]:
    """Lock refunds, in sorted order."""
    rows = await connection.fetch(LOCK, list(ids))
    return {row["id"]: Refund(**dict(row) | {"state": State(row["state"])}) for row in rows}


NOTE_UNKNOWN = "UPDATE refund SET outcome_unknown = true WHERE id = ANY($1::uuid[])"


async def note_unknown(connection: Connection, ids: Sequence[UUID]) -> None:
    """Keep that nobody knows yet whether the bank has paid."""
    await connection.execute(NOTE_UNKNOWN, ids)


SETTLE_TRANSFERS = """
UPDATE transfer SET state = 'posted', settled_at = now() WHERE id = ANY($1::uuid[])
"""
POST = """
WITH paid AS (
    UPDATE refund SET state = 'paid', outcome_unknown = false, settled_on = day.paid_on
    FROM unnest($1::uuid[], $2::date[]) AS day (id, paid_on) WHERE refund.id = day.id
    RETURNING refund.transfer_id, refund.amount_fen, day.paid_on
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, hold.ledger_account_id, -paid.amount_fen, '99', paid_on, $3::date
FROM paid JOIN hold USING (transfer_id)
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), amount_fen, '99', paid_on, $3::date
FROM paid
"""


async def post(
    connection: Connection, refunds: Sequence[Refund], paid_on: Sequence[date], today: date
) -> None:
    """Book what the bank paid: out of suspense, out of the bank."""
    transfers = [one.transfer_id for one in refunds]
    await connection.execute(SETTLE_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(POST, [one.id for one in refunds], paid_on, today)


FAIL = """
WITH failed AS (
    UPDATE refund SET state = 'failed', outcome_unknown = false, settled_on = $3, reason_text = why.text
    FROM unnest($1::uuid[], $2::text[]) AS why (id, text) WHERE refund.id = why.id
    RETURNING refund.bank_serial, refund.amount_fen
)
UPDATE receipt SET taken_fen = taken_fen - freed.fen
FROM (SELECT bank_serial, sum(amount_fen)::bigint AS fen FROM failed GROUP BY 1) AS freed
WHERE receipt.bank_serial = freed.bank_serial
"""


async def fail(
    connection: Connection, refunds: Sequence[Refund], reasons: Sequence[str], today: date
) -> None:
    """Let go what the bank refused to pay: it lies in suspense as before."""
    transfers = [one.transfer_id for one in refunds]
    await connection.execute(VOID_TRANSFERS, transfers)
    await connection.execute(LIFT_HOLDS, transfers)
    await connection.execute(FAIL, [one.id for one in refunds], reasons, today)


OPEN_REVERSALS = """
INSERT INTO transfer (id, idempotency_key, state, business_type, reversal_flag, reverses, reference,
                      settled_at)
SELECT gen_random_uuid(), 'refund-return:' || refund.id, 'posted', '99', '02', transfer_id, back.serial, now()
FROM unnest($1::uuid[], $2::text[]) AS back (id, serial) JOIN refund USING (id)
"""
COME_BACK = """
WITH back AS (
    SELECT refund.id, refund.bank_serial, refund.amount_fen, back.serial, back.day, back.text, back.sealed,
           hold.ledger_account_id AS suspense_id, reversal.id AS transfer_id
    FROM unnest($1::uuid[], $2::text[], $3::date[], $4::text[], $7::text[])
        AS back (id, serial, day, text, sealed)
    JOIN refund USING (id)
    JOIN hold ON hold.transfer_id = refund.transfer_id
    JOIN transfer AS reversal ON reversal.reverses = refund.transfer_id
), lying AS (
    INSERT INTO receipt (bank_serial, amount_fen, payer_name, remittance_information, value_date,
                         employer_number, recorded_at, origin, payer_account_sealed, payer_account_tail)
    SELECT serial, back.amount_fen, payer_name, remittance_information, day, employer_number, $5,
           'refund_return', sealed, payer_account_tail
    FROM back JOIN receipt USING (bank_serial)
), returned AS (
    UPDATE refund SET state = 'returned', return_serial = serial, settled_on = day, reason_text = text
    FROM back WHERE refund.id = back.id
)
INSERT INTO entry (transfer_id, ledger_account_id, amount_fen, business_type, value_date, booked_on)
SELECT transfer_id, suspense_id, amount_fen, '99', day, $6::date FROM back
UNION ALL
SELECT transfer_id, (SELECT id FROM ledger_account WHERE kind = 'bank'), -amount_fen, '99', day, $6::date
FROM back
"""


@dataclass(frozen=True)
class Return:
    """A refund that the receiving bank sent back."""

    refund_id: UUID
    bank_serial: str
    returned_on: date
    reason_text: str


PAYERS = """
SELECT refund.id, bank_serial, payer_account_sealed FROM refund JOIN receipt USING (bank_serial)
WHERE refund.id = ANY($1::uuid[])
"""


async def _payers(unit: Unit, returns: Sequence[Return]) -> list[str | None]:
    """Seal the account of each receipt again, to the row of the return."""
    data = unit.personal_data
    rows = await unit.connection.fetch(PAYERS, [one.refund_id for one in returns])
    known = {row["id"]: row for row in rows}
    return [
        data.seal(
            data.open(row["payer_account_sealed"], PAYER_ACCOUNT, row["bank_serial"]),
            PAYER_ACCOUNT,
            one.bank_serial,
        )
        if (row := known[one.refund_id])["payer_account_sealed"]
        else None
        for one in returns
    ]


async def come_back(unit: Unit, returns: Sequence[Return], now: datetime, today: date) -> None:
    """Put what came back (退票) into suspense again, once, under the serial of the return."""
    connection, payers = unit.connection, await _payers(unit, returns)
    ids, serials = [one.refund_id for one in returns], [one.bank_serial for one in returns]
    await connection.execute(OPEN_REVERSALS, ids, serials)
    await connection.execute(
        COME_BACK,
        ids,
        serials,
        [one.returned_on for one in returns],
        [one.reason_text for one in returns],
        now,
        today,
        payers,
    )
