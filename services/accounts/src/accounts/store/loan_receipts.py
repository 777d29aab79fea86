"""Bank receipts that repay loans: found in suspense, and taken out of it once."""

from collections.abc import Sequence
from uuid import UUID

import asyncpg

from shared.base.db import Connection

LOCK = """
SELECT bank_serial, amount_fen, value_date, list_id, reference, employer_number, loan_claim, taken_fen
FROM receipt WHERE bank_serial = ANY($1::text[]) ORDER BY bank_serial FOR UPDATE
"""


async def lock(connection: Connection, serials: Sequence[str]) -> dict[str, asyncpg.Record]:
    """Lock receipts that are claimed for loans."""
    rows = await connection.fetch(LOCK, serials)
    return {row["bank_serial"]: row for row in rows}


ALLOT = """
UPDATE receipt SET loan_claim = allotted.claim_id
FROM unnest($1::text[], $2::uuid[]) AS allotted (bank_serial, claim_id)
WHERE receipt.bank_serial = allotted.bank_serial
"""


async def allot(connection: Connection, claims: Sequence[tuple[str, UUID]]) -> None:
    """Keep which claim took which receipt."""
    await connection.execute(
        ALLOT, [serial for serial, _ in claims], [claim for _, claim in claims]
    )
