"""Facts of the loans service."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import Event, Fen, date


class LoansEvent(Event):
    """Published by loans."""

    owner: ClassVar[str] = "loans"


class LoanPayoffCertified(LoansEvent):
    """The facts of a paid-off fund loan that a withdrawal of type 5 rests on (R-WDR-4, 5)."""

    type: ClassVar[str] = "loan.payoff_certified.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    contract_number: str
    settled_on: date
    total_principal_fen: Fen
    total_interest_fen: Fen
    """Interest paid over the whole life, the payoff included, penalty interest left out."""
    offset_agreement_ever: bool
    """Any party of the loan ever signed an offset agreement (冲抵协议), used or not."""


class LoanPayoffDenied(LoansEvent):
    """There is no paid-off fund loan to rest on."""

    type: ClassVar[str] = "loan.payoff_denied.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    reason_code: str
    """`no_loan` or `loan_not_paid_off`."""
    contract_number: str | None = None


class LoanDebtChecked(LoansEvent):
    """Which fund loans the person still owes, and as what (R-WDR-10)."""

    type: ClassVar[str] = "loan.debt_checked.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    unpaid_as_borrower: int
    unpaid_as_co_borrower: int
    unpaid_as_guarantor: int
    contract_number: str | None = None


class LoanPaidOff(LoansEvent):
    """A loan was repaid in full (结清)."""

    type: ClassVar[str] = "loan.paid_off.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    settled_on: date
    total_principal_fen: Fen
    total_interest_fen: Fen
    offset_agreement_ever: bool


EVENTS = (LoanPayoffCertified, LoanPayoffDenied, LoanDebtChecked, LoanPaidOff)
