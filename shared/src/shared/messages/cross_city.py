"""What accounts, loans and settlement tell about cross-city transfers (异地转移接续, R-TRF-4)."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, Month, SealedTo, date


class LetterEvent(Event):
    """About one letter (联系函)."""

    subject_field: ClassVar[str] = "letter_id"

    letter_id: UUID
    """The letter (联系函)."""


class AccountsLetterEvent(LetterEvent):
    """Published by accounts."""

    owner: ClassVar[str] = "accounts"


class TransferInAccountTold(AccountsLetterEvent):
    """What a letter to another centre needs of the account here."""

    type: ClassVar[str] = "transfer_in.account_told.v1"

    person_id: UUID
    told_at: AwareDatetime
    """Instant that the facts are of."""
    name: Annotated[str | None, SealedTo("transfers")]
    """Name of the person; none for somebody whom accounts does not know."""
    id_number: Annotated[str | None, SealedTo("transfers")]
    """Number of the identity document."""
    id_type: str | None
    account_number: str | None
    """The open account; none without any."""
    months_deposited: int
    """Months for which deposits are booked on it."""


class TransferInBooked(AccountsLetterEvent):
    """The money of a letter is on the account: out of suspense, once."""

    type: ClassVar[str] = "transfer_in.booked.v1"

    person_id: UUID
    bank_serial: str
    """Serial number of the receipt (银行流水号)."""
    amount_fen: Fen
    """Principal and interest, as the other centre had them."""
    booked_on: date
    account_tail: str
    balance_after_fen: Fen
    """Balance of the account with it."""


class TransferInRefusal(StrEnum):
    """Why the money of a letter cannot be booked; it lies in suspense."""

    NO_OPEN_ACCOUNT = "no_open_account"
    """The person has closed the account here meanwhile."""
    RECEIPT_USED = "receipt_used"
    """The receipt was taken for something else."""
    OTHER_AMOUNT = "other_amount"
    """The receipt has another amount than the letter."""


class TransferInWithheld(AccountsLetterEvent):
    """The money of a letter was not booked."""

    type: ClassVar[str] = "transfer_in.withheld.v1"

    person_id: UUID
    bank_serial: str
    """Serial number of the receipt (银行流水号)."""
    reason_code: TransferInRefusal
    """Why, as a stable code."""


class TransferOutRefusal(StrEnum):
    """Why an account is not moved elsewhere."""

    NO_ACCOUNT = "no_account"
    """Nobody with this document, or no account of this number, is known here."""
    OTHER_NAME = "other_name"
    """The document is somebody else's."""
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_FROZEN = "account_frozen"
    """An authority has frozen it."""
    NOT_SEALED = "not_sealed"
    """Its employer still contributes."""
    FUNDS_RESERVED = "funds_reserved"
    """A withdrawal or a repayment out of it is under way."""
    LIST_OPEN = "list_open"
    """It stands in a confirmed list that is not paid."""
    NOTHING_THERE = "nothing_there"
    """There is nothing on it."""


class TransferOutAccountTold(AccountsLetterEvent):
    """Whose account a letter of another centre is about, and how it stands; nothing is frozen."""

    type: ClassVar[str] = "transfer_out.account_told.v1"

    told_at: AwareDatetime
    """Instant that the facts are of."""
    person_id: UUID | None
    """Whose it is; none where the letter fits nobody."""
    account_number: str | None
    """The account that would move."""
    refusal: TransferOutRefusal | None
    """Why it cannot; none where it can."""
    balance_fen: Fen
    """Balance of the account (账户余额)."""
    interest_fen: Fen
    """What it has earned up to the day, which is paid with it."""
    paid_up_to: Month | None
    opened_on: date | None
    months_in_a_row: int
    """Months contributed without a gap that end with the paid-up-to month (连续缴存月数)."""


class TransferOutReserved(AccountsLetterEvent):
    """All of the account is frozen, with interest to the day (R-WDR-12)."""

    type: ClassVar[str] = "transfer_out.reserved.v1"

    person_id: UUID
    principal_fen: Fen
    """Balance of the account."""
    interest_fen: Fen
    """Interest to the day of the reservation."""
    amount_fen: Fen
    """What the bank is to pay: both."""
    reserved_on: date
    """Business date of the reservation."""
    account_tail: str


class TransferOutRefused(AccountsLetterEvent):
    """The account does not allow it any more; nothing was frozen."""

    type: ClassVar[str] = "transfer_out.refused.v1"

    person_id: UUID
    reason_code: TransferOutRefusal
    """Why, as a stable code."""


class TransferOutPosted(AccountsLetterEvent):
    """What the bank paid to another centre stands in the ledger; settlement compares it."""

    type: ClassVar[str] = "transfer_out.posted.v1"

    person_id: UUID
    amount_fen: Fen
    """What was posted, principal and interest."""
    posted_on: date
    """Business date of the posting."""
    account_closed: bool
    """True when the account was closed by it (外部转出销户)."""


class TransferOutRestored(AccountsLetterEvent):
    """A payment to another centre that came back (退票) is on the account again; settlement compares it."""

    type: ClassVar[str] = "transfer_out.restored.v1"

    person_id: UUID
    amount_fen: Fen
    """What was booked back."""
    restored_on: date
    """Business date of the reversal."""


class TransferOutLoansTold(LetterEvent):
    """What a person owes, whose account another centre asks for."""

    type: ClassVar[str] = "transfer_out.loans_told.v1"
    owner: ClassVar[str] = "loans"

    person_id: UUID
    loans: int
    """Loans that the person ever had as borrower or co-borrower (贷款次数)."""
    unpaid: int
    """How many of them, and of those that the person guarantees, are not repaid."""
    fraud: bool
    """Whether the person is banned for having cheated for a loan (骗贷标志)."""


class TransferPaymentEvent(LetterEvent):
    """About the one payment order of a letter."""

    owner: ClassVar[str] = "settlement"


class TransferPaymentSucceeded(TransferPaymentEvent):
    """The bank paid the other centre (成功)."""

    type: ClassVar[str] = "transfer_payment.succeeded.v1"

    amount_fen: Fen
    bank_serial: str
    paid_on: date


class TransferPaymentFailed(TransferPaymentEvent):
    """The bank refused for good (失败); no money moved."""

    type: ClassVar[str] = "transfer_payment.failed.v1"

    reason_code: str
    """ISO 20022 external status reason, for example AC01."""
    reason_text: str


class TransferPaymentUnknown(TransferPaymentEvent):
    """No answer (结果未知): the bank is being asked, the order is never sent blindly again."""

    type: ClassVar[str] = "transfer_payment.unknown.v1"

    since: AwareDatetime
    """When the answer was first missed."""


class TransferPaymentReturned(TransferPaymentEvent):
    """Paid, then sent back by the receiving bank (退票)."""

    type: ClassVar[str] = "transfer_payment.returned.v1"

    amount_fen: Fen
    bank_serial: str
    reason_code: str
    """ISO 20022 return reason, for example AC04."""
    reason_text: str
    returned_on: date


EVENTS = (
    TransferInAccountTold,
    TransferInBooked,
    TransferInWithheld,
    TransferOutAccountTold,
    TransferOutReserved,
    TransferOutRefused,
    TransferOutPosted,
    TransferOutRestored,
    TransferOutLoansTold,
    TransferPaymentSucceeded,
    TransferPaymentFailed,
    TransferPaymentUnknown,
    TransferPaymentReturned,
)
