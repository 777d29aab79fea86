"""A bank receipt that repays a loan: what loans claims, what accounts answers."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.messages.base import Event, Fen, date


class LoanReceiptClaimed(Event):
    """Two people say that a bank receipt (来款) repays the borrower's loan, whole; accounts answers."""

    owner: ClassVar[str] = "loans"
    type: ClassVar[str] = "loan.receipt_claimed.v1"
    subject_field: ClassVar[str] = "claim_id"

    claim_id: UUID
    contract_number: str
    person_id: UUID
    bank_serial: str
    amount_fen: Fen
    value_date: date
    """Its value date, to which the repayment counts."""


class ReceiptEvent(Event):
    """About a bank receipt that is claimed for a loan."""

    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "claim_id"

    claim_id: UUID
    contract_number: str
    bank_serial: str
    """The bank's serial number of the receipt (银行流水号)."""


class ReceiptAllotted(ReceiptEvent):
    """The receipt left suspense (暂收) for the loan, whole and once: the loan is repaid with it."""

    type: ClassVar[str] = "receipt.allotted.v1"

    amount_fen: Fen
    value_date: date


class ReceiptWithheld(ReceiptEvent):
    """The receipt is not the loan's: nothing was booked."""

    type: ClassVar[str] = "receipt.withheld.v1"

    reason_code: str
    """One of ReceiptRefusal's values."""
    reason_text: str


class ReceiptRefusal(StrEnum):
    """Why a receipt does not repay a loan."""

    UNKNOWN_RECEIPT = "unknown_receipt"
    RECEIPT_USED = "receipt_used"
    OF_AN_EMPLOYER = "of_an_employer"
    """It names a remittance list, or stands in an employer's suspense."""
    OTHER_FACTS = "other_facts"
    """Its amount or value date is another."""
