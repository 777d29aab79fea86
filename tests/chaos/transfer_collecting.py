"""Collects what each party's own books have of transfers between cities."""

import uuid
from collections.abc import Iterator, Sequence
from typing import Any

import httpx

from .collecting import bank_book, rows
from .moving import Mover
from .stage import Stage
from .transfer_evidence import Frozen, Known, Letter, Move, TransferBooks, Transferred

COMES_FEN = 1_234_500 + 67
"""What the other centre has of anybody, with its interest (`simulators.letters.centres`)."""
PAID_BY_KEY = frozenset({"payout", "return"})
LETTERS = """
SELECT letter_id::text, number, state, principal_fen + interest_fen AS amount_fen FROM letter
"""
RESERVATIONS = """
SELECT application_id::text AS letter_id, state, principal_fen + interest_fen AS amount_fen
FROM reservation WHERE purpose = 'transfer_out' AND state <> 'refused'
"""
ORDERS = """
SELECT order_id::text AS letter_id, state, amount_fen, attention FROM payment_order
WHERE kind = 'transfer'
"""
ACCOUNTS = """
SELECT a.number, a.state, b.posted_fen
FROM individual_account a JOIN ledger_balance b USING (ledger_account_id)
"""


async def look_at_transfers(stage: Stage, movers: Sequence[Mover]) -> TransferBooks:
    """Look into every book."""
    letters = [Letter(**row) for row in await rows(stage.databases["transfers"], LETTERS)]
    async with httpx.AsyncClient(timeout=60.0, trust_env=False) as client:
        payments = await bank_book(client, stage, "payments", "payment_number")
        entries = await bank_book(client, stage, "entries", "number")
        answer = await client.get(f"{stage.city.letters_url}/control/letters")
        platform = answer.raise_for_status().json()
    accounts = stage.databases["accounts"]
    standing = {row["number"]: row for row in await rows(accounts, ACCOUNTS)}
    return TransferBooks(
        moves=[_move(one, standing[one.account_number]) for one in movers],
        letters=letters,
        platform=[Known(row["number"], row["state"]) for row in platform],
        bank=[*_money_of(letters, payments, entries)],
        reservations=[Frozen(**row) for row in await rows(accounts, RESERVATIONS)],
        orders=[Frozen(**row) for row in await rows(stage.databases["settlement"], ORDERS)],
    )


def _move(mover: Mover, account: Any) -> Move:
    return Move(
        mover.citizen.number, mover.comes, mover.citizen.part.ends,
        None if mover.comes else mover.number, mover.answers, mover.citizen.deposit_fen,
        COMES_FEN if mover.comes else mover.due_fen, account["state"], account["posted_fen"],
        mover.refused,
    )  # fmt: skip


def _money_of(
    letters: Sequence[Letter],
    payments: Sequence[dict[str, Any]],
    entries: Sequence[dict[str, Any]],
) -> Iterator[Transferred]:
    """What the bank booked for letters: paid under their keys, received with their numbers."""
    keys = {uuid.UUID(letter.letter_id).hex: letter.letter_id for letter in letters}
    to = {row["end_to_end_id"]: row["card_number"] for row in payments}
    for row in entries:
        key, kind = str(row["end_to_end_id"]), row["kind"]
        if kind in PAID_BY_KEY and key in keys:
            yield Transferred(keys[key], kind, row["amount_fen"], to[key])
        elif kind == "receipt" and row["remittance"].startswith("异地转移接续"):
            number = row["remittance"].split()[-1]
            yield Transferred(number, kind, row["amount_fen"], row["party"])
