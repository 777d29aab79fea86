"""Bank receipts that are claimed for loans: one under way a loan, a receipt repays once."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import asyncpg

from loans.domain.contracts import PrepaymentEffect
from loans.domain.orders import Claim
from shared.base.db import Connection

INSERT = """
INSERT INTO receipt_claim (claim_id, contract_number, bank_serial, amount_fen, paid_on, kind, effect,
                           requested_by, requested_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
"""


async def add(connection: Connection, claim: Claim, by: uuid.UUID, at: datetime) -> None:
    """Keep a claim that accounts answers."""
    await connection.execute(
        INSERT,
        claim.claim_id,
        claim.contract_number,
        claim.bank_serial,
        claim.amount_fen,
        claim.paid_on,
        claim.kind,
        claim.effect,
        by,
        at,
    )


TAKEN = """
SELECT EXISTS (SELECT FROM receipt_claim WHERE bank_serial = $1 AND state IN ('requested', 'applied'))
"""


async def taken(connection: Connection, bank_serial: str) -> bool:
    """Tell whether a receipt repays a loan already, or is asked for."""
    found: bool = await connection.fetchval(TAKEN, bank_serial)
    return found


BY_ID = """
SELECT claim_id, contract_number, bank_serial, amount_fen, paid_on, kind, effect, state
FROM receipt_claim WHERE claim_id = ANY($1::uuid[])
"""


async def by_id(connection: Connection, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Claim]:
    """Read claims; their contracts are locked where something is about to happen to them."""
    return {row["claim_id"]: _claim(row) for row in await connection.fetch(BY_ID, ids)}


def _claim(row: asyncpg.Record) -> Claim:
    return Claim(
        **dict(row)
        | {
            "effect": PrepaymentEffect(row["effect"]) if row["effect"] else None,
        }
    )


@dataclass(frozen=True)
class End:
    """What became of a claim."""

    claim_id: uuid.UUID
    entry_number: int | None = None
    reason_code: str | None = None
    reason_text: str | None = None


END = """
UPDATE receipt_claim
SET state = $2, ended_at = $3, entry_number = ended.entry_number, reason_code = ended.reason_code,
    reason_text = ended.reason_text
FROM unnest($1::uuid[], $4::integer[], $5::text[], $6::text[])
    AS ended (claim_id, entry_number, reason_code, reason_text)
WHERE receipt_claim.claim_id = ended.claim_id
"""


async def end(connection: Connection, state: str, ends: Sequence[End], at: datetime) -> None:
    """Keep what became of claims, in one statement."""
    await connection.execute(
        END,
        [each.claim_id for each in ends],
        state,
        at,
        [each.entry_number for each in ends],
        [each.reason_code for each in ends],
        [each.reason_text for each in ends],
    )


OF_CONTRACT = """
SELECT claim_id, bank_serial, amount_fen, paid_on, state, entry_number, reason_text, requested_at
FROM receipt_claim WHERE contract_number = $1 ORDER BY requested_at DESC LIMIT $2
"""


async def of_contract(
    connection: Connection, contract_number: str, limit: int
) -> list[asyncpg.Record]:
    """Read the receipts that were claimed for a loan, the latest first."""
    return await connection.fetch(OF_CONTRACT, contract_number, limit)
