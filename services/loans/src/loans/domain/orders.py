"""Money that loans asks others to move: debits, disbursements, uses of fund accounts."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loans.domain.contracts import PrepaymentEffect
from shared.messages.loans import DebitPurpose


class DebitState(StrEnum):
    """Where a debit of the repayment card stands (扣款)."""

    DEBITING = "debiting"
    """扣款中: asked for; a debit of unknown outcome stays here and is never asked for again"""
    APPLIED = "applied"
    """已入账: the card was debited and the repayment booked, in one transaction"""
    FAILED = "failed"
    """扣款失败: no money moved, the loan is what it was"""
    REVERSED = "reversed"
    """已退回: taken back by the borrower's bank and undone"""


@dataclass(frozen=True)
class NewDebit:
    """A debit that is to be asked for."""

    debit_id: uuid.UUID
    contract_number: str
    purpose: DebitPurpose
    amount_fen: int
    card_id: uuid.UUID
    debit_on: date
    requested_by: uuid.UUID
    effect: PrepaymentEffect | None = None
    counter: bool = False
    run_on: date | None = None
    """The instalment day that asks; None: a person does."""


@dataclass(frozen=True)
class Debit:
    """A debit as it stands."""

    debit_id: uuid.UUID
    contract_number: str
    purpose: DebitPurpose
    amount_fen: int
    card_tail: str
    debit_on: date
    effect: PrepaymentEffect | None
    counter: bool
    run_on: date | None
    state: DebitState
    requested_at: datetime
    unknown_since: datetime | None
    debited_on: date | None
    entry_number: int | None
    reason_code: str | None
    reason_text: str | None


class DisbursementState(StrEnum):
    """Where a disbursement stands (放款)."""

    PAYING = "paying"
    """放款中; one of unknown outcome stays here"""
    PAID = "paid"
    """已放款: the loan has its account and plan"""
    FAILED = "failed"
    """放款失败: no money moved; staff may correct the payee"""
    RETURNED = "returned"
    """已退票: paid, then sent back"""


@dataclass(frozen=True)
class NewDisbursement:
    """A disbursement that a checker approved."""

    disbursement_id: uuid.UUID
    contract_number: str
    amount_fen: int
    payee_number: int
    approved_on: date
    approved_by: uuid.UUID


@dataclass(frozen=True)
class Disbursement:
    """A disbursement as it stands."""

    disbursement_id: uuid.UUID
    contract_number: str
    amount_fen: int
    state: DisbursementState
    payee_tail: str
    approved_on: date
    ended_on: date | None
    unknown_since: datetime | None
    reason_text: str | None


@dataclass(frozen=True)
class Claim:
    """A bank receipt that is to repay a loan, and where that stands."""

    claim_id: uuid.UUID
    contract_number: str
    bank_serial: str
    amount_fen: int
    paid_on: date
    """The receipt's value date."""
    kind: str
    """What the repayment is, A.15."""
    effect: PrepaymentEffect | None
    state: str = "requested"


@dataclass(frozen=True)
class OffsetUse:
    """A use of a fund account as it is asked for, and where it stands."""

    offset_id: uuid.UUID
    contract_number: str
    agreement_id: uuid.UUID
    person_id: uuid.UUID
    wanted_fen: int
    all_or_nothing: bool
    prepays: bool
    run_on: date
    state: str = "requested"
