"""What a withdrawal asks about the loans that somebody repays or has repaid (R-WDR-38, 39)."""

import uuid
from collections.abc import Sequence
from datetime import date

import asyncpg

from shared.base.db import Connection

LOANS_OF = """
SELECT party.person_id, account.contract_number, account.level_fen, account.balance_fen,
       account.settled_on,
       EXISTS (SELECT FROM offset_agreement AS agreement
               WHERE agreement.contract_number = account.contract_number
                 AND agreement.signed_on <= $2
                 AND (agreement.ended_on IS NULL OR agreement.ended_on > $2)) AS offset
FROM party JOIN account USING (contract_number)
WHERE party.person_id = ANY($1::uuid[]) AND party.role IN ('borrower', 'co_borrower')
  AND account.returned_on IS NULL
ORDER BY party.person_id, account.contract_number
"""


async def loans_of(
    connection: Connection, people: Sequence[uuid.UUID], today: date
) -> list[asyncpg.Record]:
    """Return the loans of each person as borrower or co-borrower."""
    return await connection.fetch(LOANS_OF, people, today)


PAYMENTS = """
SELECT contract_number, serial, booked_on, principal_fen + interest_fen AS fen, source
FROM entry AS paid
WHERE contract_number = ANY($1::text[]) AND booked_on > $2 AND reverses IS NULL AND kind <> '01'
  AND principal_fen + interest_fen > 0
  AND NOT EXISTS (SELECT FROM entry AS undone WHERE undone.contract_number = paid.contract_number
                    AND undone.reverses = paid.entry_number)
ORDER BY contract_number, booked_on, entry_number
"""


async def payments_of(
    connection: Connection, contracts: Sequence[str], since: date
) -> list[asyncpg.Record]:
    """Return principal and interest that was repaid after a day and not taken back, in order."""
    return await connection.fetch(PAYMENTS, contracts, since)
