"""What loans and settlement say of a loan's money, with believable defaults."""

import uuid
from typing import Any

from shared.messages.loans import (
    LoanHistoryRecorded,
    LoanOffsetApplied,
    LoanOffsetReleased,
    LoanOffsetRequested,
    LoanRepaid,
    LoanRepaymentReversed,
)
from shared.messages.settlement import (
    DebitReversed,
    DebitSucceeded,
    DisbursementReturned,
    DisbursementSucceeded,
)

from .conftest import TODAY, Accounts, Person

LOAN = "DK2016000123"
INSTALMENT_FEN = 170_159
"""E01: 1,701.59."""


def wanted(
    person: Person, amount_fen: int = INSTALMENT_FEN, offset_id: uuid.UUID | None = None,
    *, all_or_nothing: bool = False,
) -> LoanOffsetRequested:  # fmt: skip
    return LoanOffsetRequested(
        offset_id=offset_id or uuid.uuid4(), person_id=person.person_id, contract_number=LOAN,
        amount_fen=amount_fen, all_or_nothing=all_or_nothing, business_date=TODAY,
    )  # fmt: skip


def applied(request: LoanOffsetRequested, amount_fen: int) -> LoanOffsetApplied:
    return LoanOffsetApplied(
        offset_id=request.offset_id, person_id=request.person_id, contract_number=LOAN,
        amount_fen=amount_fen, applied_on=TODAY,
    )  # fmt: skip


def released(request: LoanOffsetRequested) -> LoanOffsetReleased:
    return LoanOffsetReleased(offset_id=request.offset_id, person_id=request.person_id)


def debited(amount_fen: int, debit_id: uuid.UUID | None = None) -> DebitSucceeded:
    return DebitSucceeded(
        debit_id=debit_id or uuid.uuid4(), amount_fen=amount_fen, bank_serial=uuid.uuid4().hex,
        debited_on=TODAY,
    )  # fmt: skip


def taken_back(debit: DebitSucceeded, **changes: Any) -> DebitReversed:
    usual = {
        "debit_id": debit.debit_id, "amount_fen": debit.amount_fen, "bank_serial": uuid.uuid4().hex,
        "reason_code": "MD06", "reason_text": "付款人要求退回", "reversed_on": TODAY,
    }  # fmt: skip
    return DebitReversed.model_validate(usual | changes)


def paid_out(amount_fen: int) -> DisbursementSucceeded:
    return DisbursementSucceeded(
        disbursement_id=uuid.uuid4(), amount_fen=amount_fen, bank_serial=uuid.uuid4().hex,
        paid_on=TODAY,
    )  # fmt: skip


def of_the_past(principal_fen: int, entry_number: int) -> LoanHistoryRecorded:
    return LoanHistoryRecorded(
        contract_number=LOAN, person_id=uuid.uuid4(), entry_number=entry_number,
        principal_fen=principal_fen, balance_after_fen=0, recorded_on=TODAY,
    )  # fmt: skip


def sent_back(paid: DisbursementSucceeded) -> DisbursementReturned:
    return DisbursementReturned(
        disbursement_id=paid.disbursement_id, amount_fen=paid.amount_fen,
        bank_serial=uuid.uuid4().hex, reason_code="AC04", reason_text="账户已销户", returned_on=TODAY,
    )  # fmt: skip


def repaid(
    source_id: uuid.UUID,
    principal_fen: int,
    interest_fen: int = 0,
    penalty_fen: int = 0,
    **more: Any,
) -> LoanRepaid:
    usual = {
        "contract_number": LOAN, "person_id": uuid.uuid4(), "entry_number": 1,
        "serial": uuid.uuid4().hex, "kind": "02",
        "amount_fen": principal_fen + interest_fen + penalty_fen, "principal_fen": principal_fen,
        "interest_fen": interest_fen, "penalty_fen": penalty_fen, "balance_after_fen": 0,
        "source": "card", "source_id": source_id, "repaid_on": TODAY,
    }  # fmt: skip
    return LoanRepaid.model_validate(usual | more)


def undone(entry: LoanRepaid, entry_number: int) -> LoanRepaymentReversed:
    """The reversing entry: the same source, the negative amounts."""
    amounts = {
        name: -getattr(entry, name)
        for name in ("amount_fen", "principal_fen", "interest_fen", "penalty_fen")
    }
    return LoanRepaymentReversed.model_validate(
        entry.model_dump() | amounts | {"entry_number": entry_number}
    )


async def ledger(accounts: Accounts) -> dict[str, int]:
    """What stands on the ledger accounts that loans use, by kind; those at 0 are left out."""
    rows = await accounts.pool.fetch(
        "SELECT kind, posted_fen FROM ledger_account JOIN ledger_balance ON id = ledger_account_id"
        " WHERE kind LIKE 'loan%' AND posted_fen <> 0"
    )
    return {row["kind"]: row["posted_fen"] for row in rows}
