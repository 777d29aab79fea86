"""Repayment cards and payees: sealed, replaced and never forgotten (R-REP-2)."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from loans.domain.contracts import CardInUse, PayeeKind, SealedAccount
from shared.base.db import Connection

REPLACE_CARD = """
UPDATE repayment_card SET replaced_at = $2 WHERE contract_number = $1 AND replaced_at IS NULL
"""
INSERT_CARD = """
INSERT INTO repayment_card (card_id, contract_number, card, card_tail, holder_name, registered_by,
                            registered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def register_card(
    connection: Connection, contract_number: str, card: SealedAccount, by: uuid.UUID, at: datetime
) -> uuid.UUID:
    """Make this the card in use; the one before stays in the history."""
    card_id = uuid.uuid4()
    await connection.execute(REPLACE_CARD, contract_number, at)
    await connection.execute(
        INSERT_CARD, card_id, contract_number, card.number, card.tail, card.holder_name, by, at
    )
    return card_id


CARDS_IN_USE = """
SELECT contract_number, card_id, card, card_tail, holder_name FROM repayment_card
WHERE contract_number = ANY($1::text[]) AND replaced_at IS NULL
"""


async def cards_in_use(
    connection: Connection, contract_numbers: Sequence[str]
) -> dict[str, CardInUse]:
    """Read the cards that these loans are debited from now."""
    rows = await connection.fetch(CARDS_IN_USE, contract_numbers)
    return {
        row["contract_number"]: CardInUse(
            row["card_id"], SealedAccount(row["card"], row["card_tail"], row["holder_name"])
        )
        for row in rows
    }


INSERT_PAYEE = """
INSERT INTO payee (contract_number, payee_number, account, account_tail, holder_name, entered_by,
                   entered_at, kind)
SELECT $1, coalesce(max(payee_number), 0) + 1, $2, $3, $4, $5, $6, $7
FROM payee WHERE contract_number = $1
"""


async def add_payee(
    connection: Connection,
    contract_number: str,
    payee: SealedAccount,
    by: uuid.UUID,
    at: datetime,
    *,
    kind: PayeeKind | None = None,
) -> None:
    """Keep who gets the money of a loan; the latest counts."""
    await connection.execute(
        INSERT_PAYEE, contract_number, payee.number, payee.tail, payee.holder_name, by, at, kind
    )


LATEST_PAYEE = """
SELECT payee_number, account, account_tail, holder_name FROM payee
WHERE contract_number = $1 ORDER BY payee_number DESC LIMIT 1
"""


async def latest_payee(
    connection: Connection, contract_number: str
) -> tuple[int, SealedAccount] | None:
    """Read who gets the money of a loan; None for a loan entered without a payee."""
    row = await connection.fetchrow(LATEST_PAYEE, contract_number)
    if row is None:
        return None
    return row["payee_number"], SealedAccount(
        row["account"], row["account_tail"], row["holder_name"]
    )
