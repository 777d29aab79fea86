"""Facts of the transfers service: letters (联系函) by which accounts move between centres (R-TRF-4)."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import Event, Fen, SealedTo, date


class TransfersEvent(Event):
    """Published by transfers; the subject is the letter."""

    owner: ClassVar[str] = "transfers"
    subject_field: ClassVar[str] = "letter_id"

    letter_id: UUID
    """The letter (联系函)."""


class TransferInAsked(TransfersEvent):
    """A citizen wants the account elsewhere moved here: accounts tells what it knows of the one here."""

    type: ClassVar[str] = "transfer_in.asked.v1"

    person_id: UUID


class TransferInClaimed(TransfersEvent):
    """The money of a letter is there, and what the other centre told agrees with it: it is to be booked."""

    type: ClassVar[str] = "transfer_in.claimed.v1"

    letter_number: str
    """Number of the letter (联系函编号)."""
    person_id: UUID
    bank_serial: str
    """Serial number of the receipt, which is taken whole (银行流水号)."""
    principal_fen: Fen
    """What the account elsewhere held (原账户余额)."""
    interest_fen: Fen
    """What it earned there until it was closed (转出利息)."""


class TransferOutAsked(TransfersEvent):
    """A letter of another centre has come: accounts tells whose account it is about, and how that stands."""

    type: ClassVar[str] = "transfer_out.asked.v1"

    name: Annotated[str, SealedTo("accounts")]
    """Name that the letter gives."""
    id_type: str
    """Kind of the identity document that the letter gives (证件类型), A.1."""
    id_number: Annotated[str, SealedTo("accounts")]
    """Its number."""
    account_number: str | None
    """Account that the letter gives; none where the person did not know it."""


class TransferOutLoansAsked(TransfersEvent):
    """Whose account it is, is known: loans tells what this person owes."""

    type: ClassVar[str] = "transfer_out.loans_asked.v1"

    person_id: UUID


class TransferOutFundsRequested(TransfersEvent):
    """Two people agree that the account moves: accounts freezes all of it, with interest to the day."""

    type: ClassVar[str] = "transfer_out.funds_requested.v1"

    person_id: UUID


class TransferOutApproved(TransfersEvent):
    """The money is frozen: settlement pays it to the other centre, once."""

    type: ClassVar[str] = "transfer_out.approved.v1"

    letter_number: str
    """Goes into the payment's purpose: by it the other centre finds the letter."""
    amount_fen: Fen
    """Principal and interest."""
    payee_account: Annotated[str, SealedTo("settlement")]
    """Account of the other centre, by the national list of centres."""
    payee_name: Annotated[str, SealedTo("settlement")]
    """Its holder."""
    approved_on: date


class Direction(StrEnum):
    """Which way the money goes (转移方向)."""

    IN = "in"
    """转入."""
    OUT = "out"
    """转出."""


class TransferNews(StrEnum):
    """What the person is told of a letter."""

    SENT = "sent"
    """The letter is on its way to the other centre."""
    RECEIVED = "received"
    """The other centre has the letter."""
    ON_THE_WAY = "on_the_way"
    """The other centre has closed the account and paid."""
    BOOKED = "booked"
    """The money is on the account here."""
    REFUSED = "refused"
    """Nothing is moved; why stands in the reason."""
    CANCELLED = "cancelled"
    ASKED_FOR = "asked_for"
    """Another centre asks for the account here."""
    PAID_OUT = "paid_out"
    """The bank has paid it to the other centre."""
    CAME_BACK = "came_back"
    """The bank could not pay, or the payment came back: the account is as before."""


class TransferTold(TransfersEvent):
    """Something became of a letter that its person should know."""

    type: ClassVar[str] = "transfer.told.v1"

    person_id: UUID
    direction: Direction
    """`in` 转入 or `out` 转出."""
    what: TransferNews
    """What became of it, as a stable code."""
    centre_name: str
    """The other centre."""
    amount_fen: Fen | None
    """Principal and interest, where money moved."""
    reason_text: str
    """Why, in one Chinese sentence; empty where there is nothing to explain."""
    told_on: date
    """Business date on which it was told."""


EVENTS = (
    TransferInAsked,
    TransferInClaimed,
    TransferOutAsked,
    TransferOutLoansAsked,
    TransferOutFundsRequested,
    TransferOutApproved,
    TransferTold,
)
