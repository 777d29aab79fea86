"""Debits of repayment cards (扣款): asked for once each, one under way a loan."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import asyncpg

from loans.domain.contracts import PrepaymentEffect
from loans.domain.orders import Debit, DebitState, NewDebit
from shared.base.db import Connection
from shared.messages.loans import DebitPurpose

INSERT = """
INSERT INTO debit (debit_id, contract_number, purpose, amount_fen, card_id, debit_on, requested_by,
                   effect, counter, run_on, requested_at)
SELECT new.*, $11
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::uuid[], $6::date[], $7::uuid[],
            $8::text[], $9::boolean[], $10::date[]) AS new
"""


async def add(connection: Connection, debits: Sequence[NewDebit], at: datetime) -> None:
    """Keep debits that are asked for now, in one statement."""
    await connection.execute(
        INSERT,
        [debit.debit_id for debit in debits],
        [debit.contract_number for debit in debits],
        [debit.purpose for debit in debits],
        [debit.amount_fen for debit in debits],
        [debit.card_id for debit in debits],
        [debit.debit_on for debit in debits],
        [debit.requested_by for debit in debits],
        [debit.effect for debit in debits],
        [debit.counter for debit in debits],
        [debit.run_on for debit in debits],
        at,
    )


UNDER_WAY = """
SELECT contract_number FROM debit
WHERE contract_number = ANY($1::text[]) AND state = 'debiting'
UNION
SELECT contract_number FROM offset_use
WHERE contract_number = ANY($1::text[]) AND state = 'requested'
UNION
SELECT contract_number FROM receipt_claim
WHERE contract_number = ANY($1::text[]) AND state = 'requested'
"""


async def under_way(connection: Connection, contract_numbers: Sequence[str]) -> set[str]:
    """Name those of these loans whose money is under way: nothing else may happen to them."""
    rows = await connection.fetch(UNDER_WAY, contract_numbers)
    return {row["contract_number"] for row in rows}


EARLY_IN_MONTH = """
SELECT count(*) FROM debit
WHERE contract_number = $1 AND purpose IN ('early_repayment', 'payoff')
  AND state IN ('debiting', 'applied') AND date_trunc('month', debit_on) = date_trunc('month', $2::date)
"""


async def early_in_month(connection: Connection, contract_number: str, day: date) -> int:
    """Count the early repayments of a calendar month that the bank did not refuse (R-REP-6)."""
    count: int = await connection.fetchval(EARLY_IN_MONTH, contract_number, day)
    return count


CONTRACTS_OF = "SELECT DISTINCT contract_number FROM debit WHERE debit_id = ANY($1::uuid[])"


async def contracts_of(connection: Connection, ids: Sequence[uuid.UUID]) -> list[str]:
    """Name the contracts to lock before anything about these debits is judged."""
    rows = await connection.fetch(CONTRACTS_OF, ids)
    return [row["contract_number"] for row in rows]


_READ = """
SELECT debit_id, debit.contract_number, purpose, amount_fen, card_tail, debit_on, effect, counter,
       run_on, state, requested_at, unknown_since, debited_on, entry_number, reason_code, reason_text
FROM debit JOIN repayment_card USING (card_id)
"""
BY_ID = _READ + "WHERE debit_id = ANY($1::uuid[])"
OF_CONTRACT = _READ + "WHERE debit.contract_number = $1 ORDER BY requested_at DESC LIMIT $2"
IN_STATE = _READ + "WHERE state = 'debiting' ORDER BY requested_at, debit_id LIMIT $1"


async def by_id(connection: Connection, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Debit]:
    """Read debits; their contracts are locked where something is about to happen to them."""
    rows = await connection.fetch(BY_ID, ids)
    return {row["debit_id"]: _debit(row) for row in rows}


async def of_contract(connection: Connection, contract_number: str, limit: int) -> list[Debit]:
    """Read a loan's debits, the latest first."""
    rows = await connection.fetch(OF_CONTRACT, contract_number, limit)
    return [_debit(row) for row in rows]


async def all_under_way(connection: Connection, limit: int) -> list[Debit]:
    """Read the debits whose outcome is not known yet, the oldest first, for operators."""
    return [_debit(row) for row in await connection.fetch(IN_STATE, limit)]


def _debit(row: asyncpg.Record) -> Debit:
    return replace(
        Debit(*row),
        purpose=DebitPurpose(row["purpose"]),
        effect=PrepaymentEffect(row["effect"]) if row["effect"] else None,
        state=DebitState(row["state"]),
    )


@dataclass(frozen=True)
class End:
    """What became of a debit."""

    debit_id: uuid.UUID
    entry_number: int | None = None
    bank_serial: str | None = None
    debited_on: date | None = None
    reason_code: str | None = None
    reason_text: str | None = None


END = """
UPDATE debit SET state = $2, ended_at = $3, unknown_since = NULL,
       entry_number = coalesce(new.entry_number, debit.entry_number),
       bank_serial = coalesce(new.bank_serial, debit.bank_serial),
       debited_on = coalesce(new.debited_on, debit.debited_on),
       reason_code = new.reason_code, reason_text = new.reason_text
FROM unnest($1::uuid[], $4::integer[], $5::text[], $6::date[], $7::text[], $8::text[])
    AS new (debit_id, entry_number, bank_serial, debited_on, reason_code, reason_text)
WHERE debit.debit_id = new.debit_id
"""


async def end(connection: Connection, state: DebitState, ends: Sequence[End], at: datetime) -> None:
    """Keep what became of debits, in one statement."""
    await connection.execute(
        END,
        [each.debit_id for each in ends],
        state,
        at,
        [each.entry_number for each in ends],
        [each.bank_serial for each in ends],
        [each.debited_on for each in ends],
        [each.reason_code for each in ends],
        [each.reason_text for each in ends],
    )


NOTE_UNKNOWN = """
UPDATE debit SET unknown_since = coalesce(debit.unknown_since, new.since)
FROM unnest($1::uuid[], $2::timestamptz[]) AS new (debit_id, since)
WHERE debit.debit_id = new.debit_id AND state = 'debiting'
"""


async def note_unknown(
    connection: Connection, ids: Sequence[uuid.UUID], since: Sequence[datetime]
) -> None:
    """Keep since when the bank has not answered."""
    await connection.execute(NOTE_UNKNOWN, ids, since)
