"""Collects what each party's own books have of repayments."""

from collections import defaultdict
from collections.abc import Sequence

import httpx

from .borrowers import ENDS, SAVERS, SOURCES, Borrower
from .collecting import bank_book, rows
from .lending import Lending
from .loan_evidence import (
    BankDebit,
    BankPayout,
    Booking,
    Claim,
    Disbursement,
    Instalment,
    Lent,
    LoanBooks,
    LoanDebit,
    LoanEntry,
    LoanOrder,
    Offset,
    Wish,
)
from .stage import Stage

DEBITS = "SELECT debit_id::text, contract_number, purpose, state FROM debit"
ENTRIES = """
SELECT contract_number, amount_fen,
       CASE kind WHEN '01' THEN 'disbursement' ELSE source END AS source,
       CASE kind WHEN '01' THEN replace(serial, '-R', '') ELSE source_id::text END AS source_id
FROM entry WHERE kind = '01' OR source IN ('card', 'account')
ORDER BY contract_number, entry_number
"""
DISBURSEMENTS = """
SELECT disbursement_id::text, contract_number, state, amount_fen FROM disbursement
ORDER BY contract_number, payee_number
"""
ORDERS = """
SELECT order_id::text, kind, state, amount_fen, attention FROM payment_order
WHERE kind IN ('debit', 'disbursement')
"""
LEDGER = """
SELECT kind, coalesce(source_id::text, key) AS source_id, amount_fen FROM loan_money
WHERE kind NOT IN ('opening', 'opening_repayment')
"""
CLAIMS = "SELECT claim_id::text, amount_fen FROM receipt_claim WHERE state = 'applied'"
OFFSETS = "SELECT offset_id::text, contract_number, state, posted_fen FROM loan_offset"


async def look_at_loans(
    stage: Stage, borrowers: Sequence[Borrower], lendings: Sequence[Lending]
) -> LoanBooks:
    """Look into every book."""
    async with httpx.AsyncClient(timeout=60.0, trust_env=False) as client:
        payments = await bank_book(client, stage, "payments", "payment_number")
        entries = await bank_book(client, stage, "entries", "number")
    booked: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in entries:
        booked[str(row["end_to_end_id"])].append((row["kind"], row["amount_fen"]))
    loans, settlement = stage.databases["loans"], stage.databases["settlement"]
    disbursements = [Disbursement(**row) for row in await rows(loans, DISBURSEMENTS)]
    keys = {one.disbursement_id.replace("-", "") for one in disbursements}
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
            Instalment(
                one.citizen.number, one.contract_number, one.quoted_fen, SOURCES[one.manner]
            )
            for one in borrowers
            if one.manner in SAVERS
        ],
        lent=[
            Lent(
                one.contract_number, one.amount_fen, one.ends,
                [(payee["number"], payee["holder_name"]) for payee in one.payees], one.refused,
            )
            for one in lendings
        ],
        disbursements=disbursements,
        payouts=[
            BankPayout(
                row["end_to_end_id"], row["status"], row["amount_fen"], row["card_number"],
                row["holder_name"], booked[row["end_to_end_id"]],
            )
            for row in payments
            if row["end_to_end_id"] in keys
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
        orders=[LoanOrder(**row) for row in await rows(settlement, ORDERS)],
        ledger=[Booking(**row) for row in await rows(stage.databases["accounts"], LEDGER)],
        claims=[Claim(**row) for row in await rows(loans, CLAIMS)],
    )  # fmt: skip
