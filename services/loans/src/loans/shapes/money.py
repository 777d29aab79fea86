"""The shapes of answers about money that moves: quotes, debits, disbursements, the counter's work."""

import json
import uuid
from datetime import date, datetime
from typing import Any, Self

from pydantic import BaseModel

from loans.domain.contracts import PrepaymentEffect
from loans.domain.orders import Debit, DebitState, Disbursement, DisbursementState
from loans.process import DEBIT_STATE_TEXTS, DISBURSEMENT_STATE_TEXTS
from loans.rules.early import EarlyKind, Offer, consequence
from loans.store.operations import Operation
from shared.messages.loans import DebitPurpose
from shared.sealing.personal_data import PersonalData

SECRET_DETAILS = ("number", "holder_name")
"""Shown by the last digits, or not at all (R-QRY-5)."""


class EarlyQuoteAnswer(BaseModel):
    """What an early repayment costs and changes; valid for its debit date only (R-REP-5)."""

    kind: EarlyKind
    debit_on: date
    card_tail: str
    penalty_fen: int
    arrears_fen: int
    principal_fen: int
    interest_fen: int
    total_fen: int
    effect: PrepaymentEffect | None
    instalment_before_fen: int
    instalment_after_fen: int
    periods_before: int
    periods_after: int
    last_due_before: date | None
    last_due_after: date | None
    interest_saved_fen: int
    balance_after_fen: int
    consequence: str
    """What it means for a withdrawal of type 5 (R-REP-10)."""
    token: str
    """To be sent back by whoever accepts this quote."""

    @classmethod
    def of(cls, offer: Offer) -> Self:
        """Show a quote."""
        ever = bool(offer.account.agreements)
        return cls(
            **vars(offer.quote),
            card_tail=offer.card.card.tail,
            consequence=consequence(offer.quote.kind, agreement_ever=ever),
            token=offer.token,
        )


class DebitAskedAnswer(BaseModel):
    """The bank is being asked for this debit; follow it at its address."""

    debit_id: uuid.UUID
    amount_fen: int
    debit_on: date


class DebitAnswer(BaseModel):
    """A debit of the repayment card (扣款)."""

    debit_id: uuid.UUID
    contract_number: str
    purpose: DebitPurpose
    amount_fen: int
    card_tail: str
    debit_on: date
    state: DebitState
    state_text: str
    unknown_since: datetime | None
    """The bank has not answered; it is being asked, the card is not debited again."""
    requested_at: datetime
    debited_on: date | None
    entry_number: int | None
    reason_code: str | None
    reason_text: str | None

    @classmethod
    def of(cls, debit: Debit) -> Self:
        """Show a debit."""
        shown = {name: getattr(debit, name) for name in cls.model_fields if name != "state_text"}
        return cls(**shown, state_text=DEBIT_STATE_TEXTS[debit.state])


class DebitsAnswer(BaseModel):
    """Debits in the order of the list."""

    debits: list[DebitAnswer]


class TermsAnswer(BaseModel):
    """What an offset agreement says and costs (R-REP-10)."""

    version: str
    text: str


class DisbursementAnswer(BaseModel):
    """One attempt to pay a loan out (放款)."""

    disbursement_id: uuid.UUID
    amount_fen: int
    payee_tail: str
    state: DisbursementState
    state_text: str
    approved_on: date
    ended_on: date | None
    unknown_since: datetime | None
    reason_text: str | None

    @classmethod
    def of(cls, one: Disbursement) -> Self:
        """Show a disbursement."""
        shown = {name: getattr(one, name) for name in cls.model_fields if name != "state_text"}
        return cls(**shown, state_text=DISBURSEMENT_STATE_TEXTS[one.state])


class DisbursementsAnswer(BaseModel):
    """Every attempt, the first one first."""

    disbursements: list[DisbursementAnswer]


class OperationAnswer(BaseModel):
    """An operation at the counter."""

    operation_id: uuid.UUID
    contract_number: str
    kind: str
    state: str
    entered_by: uuid.UUID
    entered_at: datetime
    details: dict[str, Any]

    @classmethod
    def of(cls, one: Operation, personal_data: PersonalData | None = None) -> Self:
        """Show an operation; whoever checks it sees the details, cards by their last digits."""
        details: dict[str, Any] = {}
        if personal_data is not None:
            details = json.loads(personal_data.open(one.details))
        shown = {key: value for key, value in details.items() if key not in SECRET_DETAILS}
        if "number" in details:
            shown["tail"] = details["number"][-4:]
            shown["holder_name"] = details["holder_name"][:1] + "**"
        return cls(
            operation_id=one.operation_id,
            contract_number=one.contract_number,
            kind=one.kind,
            state=one.state,
            entered_by=one.entered_by,
            entered_at=one.entered_at,
            details=shown,
        )


class OperationsAnswer(BaseModel):
    """What waits for a checker."""

    operations: list[OperationAnswer]


class DecidedAnswer(BaseModel):
    """What the checker decided."""

    operation_id: uuid.UUID
    state: str
