"""Disbursements (放款): each at most once under way or paid, by the database's own word."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

import asyncpg

from loans.domain.orders import Disbursement, DisbursementState, NewDisbursement
from shared.base.db import Connection

INSERT = """
INSERT INTO disbursement (disbursement_id, contract_number, amount_fen, payee_number,
                          approved_on, approved_by)
VALUES ($1, $2, $3, $4, $5, $6)
"""


async def add(connection: Connection, new: NewDisbursement) -> None:
    """Keep an approved disbursement."""
    await connection.execute(
        INSERT,
        new.disbursement_id,
        new.contract_number,
        new.amount_fen,
        new.payee_number,
        new.approved_on,
        new.approved_by,
    )


CONTRACTS_OF = "SELECT contract_number FROM disbursement WHERE disbursement_id = ANY($1::uuid[])"


async def contracts_of(connection: Connection, ids: Sequence[uuid.UUID]) -> list[str]:
    """Name the contracts to lock before anything about these disbursements is judged."""
    rows = await connection.fetch(CONTRACTS_OF, ids)
    return [row["contract_number"] for row in rows]


_READ = """
SELECT disbursement_id, disbursement.contract_number, amount_fen, state, account_tail, approved_on,
       ended_on, unknown_since, reason_text
FROM disbursement JOIN payee ON payee.contract_number = disbursement.contract_number
    AND payee.payee_number = disbursement.payee_number
"""
BY_ID = _READ + "WHERE disbursement_id = ANY($1::uuid[])"
OF_CONTRACT = (
    _READ
    + "WHERE disbursement.contract_number = $1 ORDER BY disbursement.payee_number, approved_on"
)


async def by_id(connection: Connection, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Disbursement]:
    """Read disbursements; their contracts are locked already."""
    rows = await connection.fetch(BY_ID, ids)
    return {row["disbursement_id"]: _disbursement(row) for row in rows}


async def of_contract(connection: Connection, contract_number: str) -> list[Disbursement]:
    """Read every attempt to pay a loan out, the first one first."""
    rows = await connection.fetch(OF_CONTRACT, contract_number)
    return [_disbursement(row) for row in rows]


def _disbursement(row: asyncpg.Record) -> Disbursement:
    return replace(Disbursement(*row), state=DisbursementState(row["state"]))


END = """
UPDATE disbursement AS d SET state = $2, ended_on = new.ended_on, unknown_since = NULL,
       bank_serial = coalesce(new.bank_serial, d.bank_serial), reason_code = new.reason_code,
       reason_text = new.reason_text
FROM unnest($1::uuid[], $3::date[], $4::text[], $5::text[], $6::text[])
    AS new (disbursement_id, ended_on, bank_serial, reason_code, reason_text)
WHERE d.disbursement_id = new.disbursement_id
"""


@dataclass(frozen=True)
class End:
    """What became of a disbursement."""

    disbursement_id: uuid.UUID
    ended_on: date
    bank_serial: str | None = None
    reason_code: str | None = None
    reason_text: str | None = None


async def end(connection: Connection, state: DisbursementState, ends: Sequence[End]) -> None:
    """Keep what became of disbursements."""
    await connection.execute(
        END,
        [each.disbursement_id for each in ends],
        state,
        [each.ended_on for each in ends],
        [each.bank_serial for each in ends],
        [each.reason_code for each in ends],
        [each.reason_text for each in ends],
    )


NOTE_UNKNOWN = """
UPDATE disbursement AS d SET unknown_since = coalesce(d.unknown_since, new.since)
FROM unnest($1::uuid[], $2::timestamptz[]) AS new (disbursement_id, since)
WHERE d.disbursement_id = new.disbursement_id AND d.state = 'paying'
"""


async def note_unknown(
    connection: Connection, ids: Sequence[uuid.UUID], since: Sequence[datetime]
) -> None:
    """Keep since when the bank has not answered."""
    await connection.execute(NOTE_UNKNOWN, ids, since)


RETURNED_VERSIONS = """
SELECT contract_number, version FROM account
WHERE contract_number = ANY($1::text[]) AND returned_on IS NOT NULL
"""


async def returned_versions(connection: Connection, numbers: Sequence[str]) -> dict[str, int]:
    """Read the last plan version of loans that came back once and are paid out again now."""
    rows = await connection.fetch(RETURNED_VERSIONS, numbers)
    return {row["contract_number"]: row["version"] for row in rows}


TAKE_BACK = """
WITH back AS (
    SELECT * FROM unnest($1::text[], $2::date[]) AS back (contract_number, returned_on)
), taken AS (
    UPDATE account SET returned_on = back.returned_on, entries = entries + 1
    FROM back WHERE account.contract_number = back.contract_number
    RETURNING account.contract_number, entries, amount_fen,
              greatest(back.returned_on, disbursed_on) AS booked_on
)
INSERT INTO entry (contract_number, entry_number, serial, kind, booked_on, amount_fen, principal_fen,
                   interest_fen, penalty_fen, balance_after_fen, recorded_by, recorded_at, reverses)
SELECT taken.contract_number, entries, paid.serial || '-R', '01', taken.booked_on, -taken.amount_fen,
       -taken.amount_fen, 0, 0, 0, $3, $4, entries - 1
FROM taken JOIN entry AS paid
    ON paid.contract_number = taken.contract_number AND paid.entry_number = entries - 1
"""


async def take_back(
    connection: Connection,
    numbers: Sequence[str],
    returned_on: Sequence[date],
    by: uuid.UUID,
    at: datetime,
) -> None:
    """Undo disbursements of loans of which nothing was repaid yet."""
    await connection.execute(TAKE_BACK, numbers, returned_on, by, at)
