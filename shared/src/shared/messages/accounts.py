"""Facts of the accounts service: employers, individual accounts, the ledger's answers."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages import deposits
from shared.messages.base import AwareDatetime, Event, Fen, Month, SealedTo, date
from shared.messages.employers import EmployerReminder
from shared.messages.facts import ContributionAccount, ContributionEntry
from shared.messages.receipts import ReceiptAllotted, ReceiptWithheld


class SealReason(StrEnum):
    """Why an individual account was sealed (封存原因), R-SEAL-3."""

    TERMINATED = "terminated"
    RETIRED = "retired"
    UNPAID_LEAVE = "unpaid_leave"
    DECEASED = "deceased"
    SENTENCED = "sentenced"
    ABROAD = "abroad"
    OTHER = "other"


class AccountsEvent(Event):
    """Published by accounts."""

    owner: ClassVar[str] = "accounts"


class EmployerRegistered(AccountsEvent):
    """An employer (缴存单位) and its operator (单位经办人) may work online."""

    type: ClassVar[str] = "employer.registered.v1"
    subject_field: ClassVar[str] = "employer_number"

    employer_number: str
    name: str
    """Name (单位名称)."""
    operator_name: Annotated[str, SealedTo("gateway", "accounts")]
    """The unit operator's name."""
    operator_id_number: Annotated[str, SealedTo("gateway", "accounts")]
    """The unit operator's resident ID number."""
    operator_id_number_hash: str
    """Empty: each service has a lookup key of its own. It was a hash that all knew."""
    operator_phone: Annotated[str, SealedTo("gateway", "accounts")]
    """The unit operator's phone number."""
    operator_id_type: str = "01"
    """Type of the identity document (证件类型), A.1."""
    # What the others need not know; with it a lost employer can be made of its event again.
    social_credit_code: str | None = None
    payday: int | None = None
    employer_ratio_bp: int | None = None
    employee_ratio_bp: int | None = None
    registered_on: date | None = None


class EmployerReminded(AccountsEvent):
    """An employer is late; its operator is to be told, once for each case."""

    type: ClassVar[str] = "employer.reminded.v1"
    subject_field: ClassVar[str] = "employer_number"

    employer_number: str
    name: str
    """Name of the employer (单位名称)."""
    phone: Annotated[str, SealedTo("notifications")]
    """The unit operator's phone number."""
    kind: EmployerReminder
    """What it is late with."""
    month: Month | None = None
    """Month that is not booked, YYYY-MM; none where accounts are missing."""
    due_on: date
    """Last day on which it would have been in time."""
    days: int
    """Days that the rule gives: after registration, or after payday."""


class IndividualAccountOpened(AccountsEvent):
    """An individual account (个人账户) was opened."""

    type: ClassVar[str] = "individual_account.opened.v1"
    subject_field: ClassVar[str] = "account_number"

    account_number: str
    person_id: UUID
    employer_number: str
    name: Annotated[str, SealedTo("gateway", "loans", "accounts")]
    """Name of the employee."""
    id_number: Annotated[str, SealedTo("gateway", "credit", "loans", "accounts")]
    """Number of the identity document."""
    id_number_hash: str
    """Empty: each service has a lookup key of its own. It was a hash that all knew."""
    phone: Annotated[str, SealedTo("gateway", "notifications", "accounts")]
    """Phone number."""
    phone_hash: str
    opened_on: date
    base_fen: Fen | None = None
    """Contribution base (缴存基数); with it a lost account can be made of its event again."""
    id_type: str = "01"
    """Type of the identity document (证件类型), A.1."""


class IndividualAccountSealed(AccountsEvent):
    """The employer or the centre sealed the account (封存)."""

    type: ClassVar[str] = "individual_account.sealed.v1"
    subject_field: ClassVar[str] = "account_number"

    account_number: str
    person_id: UUID
    reason: SealReason
    """Why (封存原因), R-SEAL-3."""
    sealed_on: date
    paid_up_to: Month | None
    sealed_month: Month | None = None
    """First month in which nothing is contributed, YYYY-MM."""


class IndividualAccountUnsealed(AccountsEvent):
    """Contributions resume (启封)."""

    type: ClassVar[str] = "individual_account.unsealed.v1"
    subject_field: ClassVar[str] = "account_number"

    account_number: str
    person_id: UUID
    effective_month: Month
    """First month that is contributed again, YYYY-MM (R-SEAL-5)."""


class RemittanceListBooked(AccountsEvent):
    """A monthly list (汇缴清册) was matched with its receipt and booked to the persons."""

    type: ClassVar[str] = "remittance_list.booked.v1"
    subject_field: ClassVar[str] = "list_id"

    list_id: UUID
    employer_number: str
    month: Month
    head_count: int
    total_fen: Fen
    """What was booked, both sides of everybody."""
    bank_serial: str
    """Serial number of the receipt that paid it (银行流水号)."""


class ReceiptRecorded(AccountsEvent):
    """A bank receipt stands in the ledger (暂收); settlement compares it with the bank's books."""

    type: ClassVar[str] = "receipt.recorded.v1"
    subject_field: ClassVar[str] = "bank_serial"

    bank_serial: str
    """The bank's serial number of the receipt (银行流水号)."""
    amount_fen: Fen
    value_date: date


class FundsReserved(AccountsEvent):
    """The money for a withdrawal is frozen (冻结); the facts are those of that same instant."""

    type: ClassVar[str] = "funds.reserved.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    round: int
    account_number: str
    account_tail: str
    holder_name: Annotated[str, SealedTo("withdrawals")]
    """Name of the account's owner."""
    closing: bool
    principal_fen: Fen
    """Principal that is frozen."""
    interest_fen: Fen
    """Interest to the payout date of a closing withdrawal (R-WDR-12), else 0."""
    amount_fen: Fen
    """principal_fen + interest_fen: what the bank is to pay."""
    balance_after_fen: Fen
    """What is left of the balance once it is paid."""
    retained_fen: Fen
    """What must stay on the account (留存额), R-WDR-6."""
    reserved_on: date
    """Business date of the reservation."""
    seal_reason: SealReason | None = None
    sealed_on: date | None = None
    paid_up_to: Month | None = None
    months_behind: int = 0
    """Months between the paid-up-to month and the one it should have reached (R-SEAL-4)."""


class FundsRefused(AccountsEvent):
    """The account does not allow this withdrawal; nothing was frozen."""

    type: ClassVar[str] = "funds.refused.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    round: int
    reason_code: str
    """One of RefusalReason's values."""
    rule: str
    eligible_from: date | None = None
    balance_fen: Fen | None = None
    """Balance of the account, where it explains the refusal."""
    retained_fen: Fen | None = None


class RefusalReason(StrEnum):
    """Why accounts refuses to reserve."""

    NO_ACCOUNT = "no_account"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_FROZEN = "account_frozen"
    NOT_SEALED = "not_sealed"
    STOP_PERIOD_NOT_OVER = "stop_period_not_over"
    CHANGE_REQUEST_OPEN = "change_request_open"
    FUNDS_ALREADY_RESERVED = "funds_already_reserved"
    NOTHING_TO_WITHDRAW = "nothing_to_withdraw"


class FundsPosted(AccountsEvent):
    """The reservation was posted to the ledger after the bank paid."""

    type: ClassVar[str] = "funds.posted.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    amount_fen: Fen
    """What was posted, principal and interest."""
    posted_on: date
    """Business date of the posting."""
    account_closed: bool
    """True when the account was closed by it (销户)."""
    left_fen: Fen = 0
    """What keeps an account open that was to be closed: the interest of the days between the price and
    the payment (R-WDR-12)."""


class FundsReleased(AccountsEvent):
    """The reservation was voided; the balance is available again (解冻)."""

    type: ClassVar[str] = "funds.released.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    amount_fen: Fen
    """What is available again."""


class FundsRestored(AccountsEvent):
    """A payment that came back (退票) was booked to the account again by reversal (冲账)."""

    type: ClassVar[str] = "funds.restored.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    amount_fen: Fen
    """What was booked back."""
    restored_on: date
    """Business date of the reversal."""


class OffsetEvent(AccountsEvent):
    """About one repayment of a loan out of an individual account (冲还贷)."""

    subject_field: ClassVar[str] = "offset_id"

    offset_id: UUID
    person_id: UUID


class OffsetReserved(OffsetEvent):
    """The money for a repayment is frozen (冻结), perhaps less than was wanted (R-LOAN-7)."""

    type: ClassVar[str] = "offset.reserved.v1"

    amount_fen: Fen
    """What is frozen; perhaps less than was wanted."""
    account_tail: str
    balance_after_fen: Fen
    """What is left of the balance once the offset is booked."""


class OffsetRefused(OffsetEvent):
    """The account gives nothing; nothing was frozen."""

    type: ClassVar[str] = "offset.refused.v1"

    reason_code: str
    """One of OffsetRefusal's values."""
    reason_text: str


class OffsetRefusal(StrEnum):
    """Why an account gives nothing for a loan."""

    NO_ACCOUNT = "no_account"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_FROZEN = "account_frozen"
    WITHDRAWAL_OPEN = "withdrawal_open"
    BALANCE_TOO_SMALL = "balance_too_small"
    """Nothing is available, or too little where it is all or nothing."""


class LoanMoney(StrEnum):
    """What the bank did for loans, as the ledger booked it."""

    DISBURSEMENT = "disbursement"
    """放款."""
    DISBURSEMENT_RETURN = "disbursement_return"
    """放款退票."""
    DEBIT = "debit"
    """扣款."""
    DEBIT_REVERSAL = "debit_reversal"
    """扣款退回."""


class LoanMoneyBooked(AccountsEvent):
    """Money that the bank moved for a loan stands in the ledger; settlement compares it."""

    type: ClassVar[str] = "loan_money.booked.v1"
    subject_field: ClassVar[str] = "key"

    key: UUID
    """The debit's or disbursement's id."""
    kind: LoanMoney
    """What the bank did."""
    amount_fen: Fen
    booked_on: date


class BalanceTold(AccountsEvent):
    """The answer to a balance inquiry that came in by text."""

    type: ClassVar[str] = "balance.told.v1"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    person_id: UUID
    account_tail: str | None
    """Last four digits of the account; none for somebody without one."""
    balance_fen: Fen | None
    """Balance (账户余额); none without an account."""
    paid_up_to: Month | None
    told_at: AwareDatetime
    """Instant that the figures are of."""


class ContributionFactsTold(AccountsEvent):
    """What a document about a person's contributions rests on, all of one instant."""

    type: ClassVar[str] = "contribution_facts.told.v1"
    subject_field: ClassVar[str] = "request_id"

    request_id: UUID
    person_id: UUID
    told_at: AwareDatetime
    name: Annotated[str | None, SealedTo("documents")]
    """Name of the person; none for somebody whom accounts does not know."""
    id_number: Annotated[str | None, SealedTo("documents")]
    """Number of the identity document."""
    id_type_text: str | None
    """Type of the identity document in Chinese (证件类型)."""
    account: ContributionAccount | None
    """The open account if there is one, else the latest; none without any."""
    opening_balance_fen: Fen
    """Balance before the first day that entries were asked of (上期余额)."""
    entries: list[ContributionEntry]
    """What was booked on the days asked for, in order."""


EVENTS = (
    EmployerRegistered,
    EmployerReminded,
    IndividualAccountOpened,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    RemittanceListBooked,
    ReceiptRecorded,
    FundsReserved,
    FundsRefused,
    FundsPosted,
    FundsReleased,
    FundsRestored,
    OffsetReserved,
    OffsetRefused,
    ReceiptAllotted,
    ReceiptWithheld,
    LoanMoneyBooked,
    BalanceTold,
    ContributionFactsTold,
    *deposits.EVENTS,
)
