"""The shapes of answers about money that moves: quotes, debits, disbursements, the counter's work."""

import uuid
from datetime import date, datetime
from typing import Self

from loans.domain.contracts import PrepaymentEffect
from loans.domain.orders import Debit, DebitState, Disbursement, DisbursementState
from loans.process import DEBIT_STATE_TEXTS, DISBURSEMENT_STATE_TEXTS
from loans.rules.early import EarlyKind, Offer, consequence
from shared.base.shape import Shape
from shared.messages.loans import DebitPurpose


class EarlyQuoteAnswer(Shape):
    """What an early repayment costs and changes; valid for its debit date only (R-REP-5)."""

    kind: EarlyKind
    """A payoff (全部结清) or a partial repayment (部分还款)."""
    debit_on: date
    card_tail: str
    penalty_fen: int
    arrears_fen: int
    """Overdue principal and interest that are paid first (R-REP-7)."""
    principal_fen: int
    """Principal that is repaid early."""
    interest_fen: int
    """Interest to the debit date."""
    total_fen: int
    """What the card is debited."""
    effect: PrepaymentEffect | None
    instalment_before_fen: int
    """Instalment without it."""
    instalment_after_fen: int
    """Instalment with it; 0 after a payoff."""
    periods_before: int
    """Instalments left without it."""
    periods_after: int
    """Instalments left with it."""
    last_due_before: date | None
    """Last due date without it."""
    last_due_after: date | None
    """Last due date with it."""
    interest_saved_fen: int
    """Interest that need no longer be paid."""
    balance_after_fen: int
    """Outstanding principal afterwards."""
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


class DebitAskedAnswer(Shape):
    """The bank is being asked for this debit; follow it at its address."""

    debit_id: uuid.UUID
    amount_fen: int
    debit_on: date


class DebitAnswer(Shape):
    """A debit of the repayment card (扣款)."""

    debit_id: uuid.UUID
    contract_number: str
    purpose: DebitPurpose
    """What the debit is for: instalment, arrears, early repayment or payoff."""
    amount_fen: int
    card_tail: str
    debit_on: date
    state: DebitState
    """Where the debit stands, as a stable code."""
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


class DebitsAnswer(Shape):
    """Debits in the order of the list."""

    debits: list[DebitAnswer]
    """The debits in order."""


class TermsAnswer(Shape):
    """What an offset agreement says and costs (R-REP-10)."""

    version: str
    """Version of the terms, to be sent back by whoever signs."""
    text: str
    """The terms in Chinese."""


class DisbursementAnswer(Shape):
    """One attempt to pay a loan out (放款)."""

    disbursement_id: uuid.UUID
    amount_fen: int
    payee_tail: str
    """Last four digits of the account that is paid."""
    state: DisbursementState
    """Where the attempt stands, as a stable code."""
    state_text: str
    approved_on: date
    ended_on: date | None
    """Business date of its end; none while it is under way."""
    unknown_since: datetime | None
    """Since when the bank owes an answer; it is being asked, nothing is sent again. None while it
    owes none."""
    reason_text: str | None

    @classmethod
    def of(cls, one: Disbursement) -> Self:
        """Show a disbursement."""
        shown = {name: getattr(one, name) for name in cls.model_fields if name != "state_text"}
        return cls(**shown, state_text=DISBURSEMENT_STATE_TEXTS[one.state])


class DisbursementsAnswer(Shape):
    """Every attempt, the first one first."""

    disbursements: list[DisbursementAnswer]
    """The attempts, the first one first."""


class ReceiptClaimedAnswer(Shape):
    """Accounts is asked for the receipt; the loan's list of claims says what came of it."""

    claim_id: uuid.UUID


class ReceiptClaimAnswer(Shape):
    """A bank receipt that was claimed for the loan (来款还款)."""

    claim_id: uuid.UUID
    bank_serial: str
    """The bank's serial number of the receipt (银行流水号)."""
    amount_fen: int
    paid_on: date
    """Value date of the receipt."""
    state: str
    """`requested`, `applied` or `refused`."""
    entry_number: int | None
    """The entry that it made."""
    reason_text: str | None
    """Why accounts refused it."""
    requested_at: datetime


class ReceiptClaimsAnswer(Shape):
    """The receipts that were claimed for the loan, the latest first."""

    claims: list[ReceiptClaimAnswer]
    """The receipts."""
