"""Repayment cards and payees: sealed, replaced and never forgotten (R-REP-2)."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from loans.domain.contracts import BankAccount, CardInUse, PayeeKind, SealedAccount
from loans.sealed import CARD, CARD_HOLDER, PAYEE_ACCOUNT, PAYEE_NAME
from shared.base.db import Connection
from shared.messaging.unit import Unit
from shared.sealing.personal_data import PersonalData

REPLACE_CARD = """
UPDATE repayment_card SET replaced_at = $2 WHERE contract_number = $1 AND replaced_at IS NULL
"""
INSERT_CARD = """
INSERT INTO repayment_card (card_id, contract_number, card, card_tail, holder_name, registered_by,
                            registered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7)
"""


async def register_card(
    unit: Unit,
    contract_number: str,
    card: BankAccount,
    by: uuid.UUID,
    at: datetime,
) -> uuid.UUID:
    """Make this the card in use; the one before stays in the history."""
    card_id, data = uuid.uuid4(), unit.personal_data
    await unit.connection.execute(REPLACE_CARD, contract_number, at)
    await unit.connection.execute(
        INSERT_CARD,
        card_id,
        contract_number,
        data.seal(card.number, CARD, card_id),
        card.tail,
        data.seal(card.holder_name, CARD_HOLDER, card_id),
        by,
        at,
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


def in_clear(card: CardInUse, data: PersonalData) -> BankAccount:
    """Open a card, to tell who debits it."""
    return BankAccount(
        data.open(card.card.number, CARD, card.card_id),
        data.open(card.card.holder_name, CARD_HOLDER, card.card_id),
    )


NEXT_PAYEE = "SELECT coalesce(max(payee_number), 0) + 1 FROM payee WHERE contract_number = $1"
INSERT_PAYEE = """
INSERT INTO payee (contract_number, payee_number, account, account_tail, holder_name, entered_by,
                   entered_at, kind)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
"""


async def add_payee(
    unit: Unit,
    contract_number: str,
    payee: BankAccount,
    by: uuid.UUID,
    at: datetime,
    *,
    kind: PayeeKind | None = None,
) -> None:
    """Keep who gets the money of a locked contract; the latest counts."""
    data = unit.personal_data
    number = await unit.connection.fetchval(NEXT_PAYEE, contract_number)
    await unit.connection.execute(
        INSERT_PAYEE,
        contract_number,
        number,
        data.seal(payee.number, PAYEE_ACCOUNT, contract_number, number),
        payee.tail,
        data.seal(payee.holder_name, PAYEE_NAME, contract_number, number),
        by,
        at,
        kind,
    )


LATEST_PAYEE = """
SELECT payee_number, account, holder_name FROM payee
WHERE contract_number = $1 ORDER BY payee_number DESC LIMIT 1
"""


async def latest_payee(
    connection: Connection, data: PersonalData, contract_number: str
) -> tuple[int, BankAccount] | None:
    """Read who gets the money of a loan; None for a loan entered without a payee."""
    row = await connection.fetchrow(LATEST_PAYEE, contract_number)
    if row is None:
        return None
    number = row["payee_number"]
    return number, BankAccount(
        data.open(row["account"], PAYEE_ACCOUNT, contract_number, number),
        data.open(row["holder_name"], PAYEE_NAME, contract_number, number),
    )
