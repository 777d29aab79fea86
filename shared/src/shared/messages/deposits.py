"""Deposits that went another way than a monthly list's: paid back, told of, put right; said by accounts."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import Event, Fen, Month


class BackPaymentBooked(Event):
    """A back payment (补缴) was paid to the fen and is booked to its people's months."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "back_payment.booked.v1"
    subject_field: ClassVar[str] = "back_payment_id"

    back_payment_id: UUID
    employer_number: str
    head_count: int
    total_fen: Fen
    bank_serial: str
    """Serial number of the last receipt that paid it (银行流水号)."""


class DepositCorrected(Event):
    """A booked contribution was put right (错缴更正): it left an account, or came to its own."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "deposit.corrected.v1"
    subject_field: ClassVar[str] = "correction_id"

    correction_id: UUID
    person_id: UUID
    account_tail: str
    month: Month
    amount_fen: Fen
    """Below 0 where it left the account."""


EVENTS = (BackPaymentBooked, DepositCorrected)
