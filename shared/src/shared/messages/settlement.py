"""Facts of the settlement service: what the bank did."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages import refunds
from shared.messages.base import AwareDatetime, Event, Fen, SealedTo, date


class SettlementEvent(Event):
    """Published by settlement."""

    owner: ClassVar[str] = "settlement"


class PaymentEvent(SettlementEvent):
    """About the one payment order of an application."""

    subject_field: ClassVar[str] = "application_id"

    application_id: UUID


class PaymentSucceeded(PaymentEvent):
    """The bank paid (成功)."""

    type: ClassVar[str] = "payment.succeeded.v1"

    amount_fen: Fen
    """What the bank paid."""
    bank_serial: str
    paid_on: date


class PaymentFailed(PaymentEvent):
    """The bank refused for good (失败); no money moved."""

    type: ClassVar[str] = "payment.failed.v1"

    reason_code: str
    """ISO 20022 external status reason, for example AC01."""
    reason_text: str


class PaymentUnknown(PaymentEvent):
    """No answer (结果未知): the bank is being asked, the order is never sent blindly again."""

    type: ClassVar[str] = "payment.unknown.v1"

    since: AwareDatetime
    """When the answer was first missed."""


class PaymentReturned(PaymentEvent):
    """Paid, then sent back by the receiving bank (退票)."""

    type: ClassVar[str] = "payment.returned.v1"

    amount_fen: Fen
    bank_serial: str
    reason_code: str
    """ISO 20022 return reason, for example AC04."""
    reason_text: str
    returned_on: date


class DisbursementEvent(SettlementEvent):
    """About the one payment order of a loan's disbursement (放款)."""

    subject_field: ClassVar[str] = "disbursement_id"

    disbursement_id: UUID


class DisbursementSucceeded(DisbursementEvent):
    """The bank paid the loan out (成功)."""

    type: ClassVar[str] = "disbursement.succeeded.v1"

    amount_fen: Fen
    bank_serial: str
    paid_on: date


class DisbursementFailed(DisbursementEvent):
    """The bank refused for good (失败); no money moved."""

    type: ClassVar[str] = "disbursement.failed.v1"

    reason_code: str
    """ISO 20022 external status reason, for example AC01."""
    reason_text: str


class DisbursementUnknown(DisbursementEvent):
    """No answer (结果未知): the bank is being asked, the order is never sent blindly again."""

    type: ClassVar[str] = "disbursement.unknown.v1"

    since: AwareDatetime
    """When the answer was first missed."""


class DisbursementReturned(DisbursementEvent):
    """Paid, then sent back by the receiving bank (退票)."""

    type: ClassVar[str] = "disbursement.returned.v1"

    amount_fen: Fen
    bank_serial: str
    reason_code: str
    """ISO 20022 return reason, for example AC04."""
    reason_text: str
    returned_on: date


class DebitEvent(SettlementEvent):
    """About one attempt to debit a repayment card (扣款)."""

    subject_field: ClassVar[str] = "debit_id"

    debit_id: UUID


class DebitSucceeded(DebitEvent):
    """The bank debited the card, the whole amount (成功)."""

    type: ClassVar[str] = "debit.succeeded.v1"

    amount_fen: Fen
    bank_serial: str
    debited_on: date


class DebitFailed(DebitEvent):
    """The bank refused for good (失败); nothing was taken from the card."""

    type: ClassVar[str] = "debit.failed.v1"

    reason_code: str
    """ISO 20022 external status reason; AM04: too little on the card (R-REP-4)."""
    reason_text: str


class DebitUnknown(DebitEvent):
    """No answer (结果未知): the bank is being asked; never applied, never debited again."""

    type: ClassVar[str] = "debit.unknown.v1"

    since: AwareDatetime
    """When the answer was first missed."""


class DebitReversed(DebitEvent):
    """Debited, then taken back by the borrower's bank (扣款退回)."""

    type: ClassVar[str] = "debit.reversed.v1"

    amount_fen: Fen
    bank_serial: str
    reason_code: str
    """ISO 20022 reversal reason."""
    reason_text: str
    reversed_on: date
    """Day on which the money was taken back."""


class ReceiptCredited(SettlementEvent):
    """Money arrived on the special account (专户), for example an employer's remittance."""

    type: ClassVar[str] = "receipt.credited.v1"
    subject_field: ClassVar[str] = "bank_serial"

    bank_serial: str
    """The bank's serial number of the receipt (银行流水号)."""
    amount_fen: Fen
    payer_name: str
    remittance_information: str
    """What the payer wrote; an employer writes its remittance list's payment reference."""
    value_date: date
    payer_account: Annotated[str | None, SealedTo("accounts")] = None
    """Account that the money came from; none where the bank did not name it."""


class ReconciliationFinished(SettlementEvent):
    """The day's three-way comparison: bank statement, payment orders, ledger."""

    type: ClassVar[str] = "reconciliation.finished.v1"
    subject_field: ClassVar[str] = "business_date"

    business_date: date
    """The day that was compared."""
    compared: int
    differences: int
    """Differences that were found."""


EVENTS = (
    PaymentSucceeded,
    PaymentFailed,
    PaymentUnknown,
    PaymentReturned,
    DisbursementSucceeded,
    DisbursementFailed,
    DisbursementUnknown,
    DisbursementReturned,
    DebitSucceeded,
    DebitFailed,
    DebitUnknown,
    DebitReversed,
    ReceiptCredited,
    ReconciliationFinished,
    *refunds.OF_SETTLEMENT,
)
