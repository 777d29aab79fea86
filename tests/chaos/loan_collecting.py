"""Collects what each party's own books have of repayments."""

from collections import defaultdict
from collections.abc import Sequence

import httpx

from .borrowers import ENDS, SAVES, Borrower
from .collecting import bank_book, rows
from .loan_evidence import (
    BankDebit,
    Booking,
    DebitOrder,
    Instalment,
    LoanBooks,
    LoanDebit,
    LoanEntry,
    Offset,
    Wish,
)
from .stage import Stage

DEBITS = "SELECT debit_id::text, contract_number, purpose, state FROM debit"
ENTRIES = """
SELECT contract_number, source, source_id::text, amount_fen FROM entry
WHERE source IN ('card', 'account') ORDER BY contract_number, entry_number
"""
ORDERS = """
SELECT order_id::text AS debit_id, state, amount_fen, attention FROM payment_order WHERE kind = 'debit'
"""
LEDGER = """
SELECT kind, coalesce(source_id::text, key) AS source_id, amount_fen FROM loan_money
"""
OFFSETS = "SELECT offset_id::text, contract_number, state, posted_fen FROM loan_offset"


async def look_at_loans(stage: Stage, borrowers: Sequence[Borrower]) -> LoanBooks:
    """Look into every book."""
    async with httpx.AsyncClient(timeout=60.0, trust_env=False) as client:
        payments = await bank_book(client, stage, "payments", "payment_number")
        entries = await bank_book(client, stage, "entries", "number")
    booked: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in entries:
        booked[str(row["end_to_end_id"])].append((row["kind"], row["amount_fen"]))
    loans, settlement = stage.databases["loans"], stage.databases["settlement"]
    return LoanBooks(
        wishes=[
            Wish(
                one.citizen.number, one.contract_number, one.person.card, one.quoted_fen,
                ENDS[one.manner], one.answers, one.refused,
            )
            for one in borrowers
            if one.manner in ENDS
        ],
        instalments=[
            Instalment(one.citizen.number, one.contract_number, one.quoted_fen)
            for one in borrowers
            if one.manner == SAVES
        ],
        offsets=[Offset(**row) for row in await rows(stage.databases["accounts"], OFFSETS)],
        bank=[
            BankDebit(
                row["end_to_end_id"], row["status"], row["amount_fen"], row["card_number"],
                booked[row["end_to_end_id"]],
            )
            for row in payments
            if row["kind"] == "debit"
        ],
        debits=[LoanDebit(**row) for row in await rows(loans, DEBITS)],
        entries=[LoanEntry(**row) for row in await rows(loans, ENTRIES)],
        orders=[DebitOrder(**row) for row in await rows(settlement, ORDERS)],
        ledger=[Booking(**row) for row in await rows(stage.databases["accounts"], LEDGER)],
    )  # fmt: skip
