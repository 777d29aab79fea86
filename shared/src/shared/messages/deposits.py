"""Deposits that went another way than a monthly list's: paid back, told of, put right; said by accounts."""

from typing import ClassVar
from uuid import UUID

from shared.base.shape import Shape
from shared.messages.base import Event, Fen, Month, date
from shared.messages.refunds import OF_ACCOUNTS


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


class ContributionMissed(Event):
    """Months of a person are overdue for as long as the policy says, and were not paid: told once a month."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "contribution.missed.v1"
    subject_field: ClassVar[str] = "account_number"

    account_number: str
    person_id: UUID
    account_tail: str
    employer_name: str
    """Who had to pay."""
    months: list[Month]
    """The months, YYYY-MM, in order."""
    due_on: date
    """Last day on which the last of them was in time (R-DEP-5)."""


class ComplaintAnswered(Event):
    """The centre answered a complaint (投诉) about months that were not paid."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "complaint.answered.v1"
    subject_field: ClassVar[str] = "complaint_id"

    complaint_id: UUID
    person_id: UUID


class DisputeMade(Event):
    """Somebody disputes a booked row or the balance (异议): the bank has five working days (R-QRY-4)."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "dispute.made.v1"
    subject_field: ClassVar[str] = "dispute_id"

    dispute_id: UUID
    """The dispute's id."""
    person_id: UUID
    account_tail: str
    due_on: date
    """Last day for the bank's answer."""


class DisputeAnswered(Event):
    """The bank or the centre answered a dispute in writing (R-QRY-4)."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "dispute.answered.v1"
    subject_field: ClassVar[str] = "dispute_id"

    dispute_id: UUID
    """The dispute's id."""
    person_id: UUID
    account_tail: str
    by_bank: bool
    """Whether it is the bank's answer, after which the person may turn to the centre."""


class ContributionBooked(Shape):
    """What was booked for one person."""

    person_id: UUID
    account_tail: str
    months: list[Month]
    """The months that it is for, YYYY-MM, in order."""
    amount_fen: Fen
    balance_fen: Fen
    """What is on the account now."""


class ContributionsBooked(Event):
    """A list or a back payment was booked: some of its people, for their texts; the others follow."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "contributions.booked.v1"
    subject_field: ClassVar[str] = "booking_id"

    booking_id: UUID
    """The remittance list or the back payment."""
    back_payment: bool
    """Whether it is a back payment (补缴)."""
    people: list[ContributionBooked]
    """Some hundreds at a time."""


class InterestOfPerson(Shape):
    """What a fund year's interest was for one person."""

    person_id: UUID
    account_tail: str
    interest_fen: Fen
    """Above 0."""
    balance_fen: Fen
    """What is on the account now, the interest included."""


class InterestSettled(Event):
    """The yearly interest (年终结息) of some people is on their accounts, for their texts; others follow."""

    owner: ClassVar[str] = "accounts"
    type: ClassVar[str] = "interest.settled.v1"
    subject_field: ClassVar[str] = "fund_year"

    fund_year: int
    """The year in which the fund year ended, on 30 June (R-INT-2)."""
    people: list[InterestOfPerson]
    """Some hundreds at a time."""


EVENTS = (
    *OF_ACCOUNTS,
    BackPaymentBooked,
    DepositCorrected,
    ContributionMissed,
    ComplaintAnswered,
    DisputeMade,
    DisputeAnswered,
    ContributionsBooked,
    InterestSettled,
)
