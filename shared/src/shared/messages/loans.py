"""Facts of the loans service."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, SealedTo, date
from shared.messages.facts import LoanShown, PlanLine
from shared.messages.receipts import LoanReceiptClaimed


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
    """The loan that is not paid off, where there is one."""


class LoanDebtChecked(LoansEvent):
    """Which fund loans the person still owes, and as what (R-WDR-10)."""

    type: ClassVar[str] = "loan.debt_checked.v1"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    unpaid_as_borrower: int
    """Unpaid loans as borrower."""
    unpaid_as_co_borrower: int
    """Unpaid loans as co-borrower."""
    unpaid_as_guarantor: int
    """Unpaid loans as guarantor."""
    contract_number: str | None = None
    """One of them, for the refusal's sentence."""


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


class DebitPurpose(StrEnum):
    """What a debit of the repayment card is for."""

    INSTALMENT = "instalment"
    ARREARS = "arrears"
    EARLY_REPAYMENT = "early_repayment"
    PAYOFF = "payoff"


class RepaymentSource(StrEnum):
    """Where the money of a repayment comes from."""

    CARD = "card"
    ACCOUNT = "account"  # 冲还贷
    COUNTER = "counter"
    """A bank receipt that two people took for the loan."""


class LoanDisbursementApproved(LoansEvent):
    """A checker confirmed the contract: the loan is to be paid out, once for this id."""

    type: ClassVar[str] = "loan.disbursement_approved.v1"
    subject_field: ClassVar[str] = "disbursement_id"

    disbursement_id: UUID
    contract_number: str
    person_id: UUID
    amount_fen: Fen
    """Amount of the loan (贷款金额)."""
    payee_account: Annotated[str, SealedTo("settlement")]
    """The account that is paid."""
    payee_account_tail: str
    payee_name: Annotated[str, SealedTo("settlement")]
    """Whose account it is."""
    approved_on: date


class LoanDisbursed(LoansEvent):
    """The loan was paid out (放款) and has its first plan."""

    type: ClassVar[str] = "loan.disbursed.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    disbursement_id: UUID
    amount_fen: Fen
    payee_account_tail: str
    disbursed_on: date
    first_due_on: date
    """Due date of the first instalment."""
    first_amount_fen: Fen
    """The first instalment."""


class LoanDebitRequested(LoansEvent):
    """The repayment card is to be debited, once for this id; a later try has another id."""

    type: ClassVar[str] = "loan.debit_requested.v1"
    subject_field: ClassVar[str] = "debit_id"

    debit_id: UUID
    contract_number: str
    person_id: UUID
    purpose: DebitPurpose
    """What the debit is for."""
    amount_fen: Fen
    card: Annotated[str, SealedTo("settlement")]
    """Card number."""
    card_tail: str
    holder_name: Annotated[str, SealedTo("settlement")]
    """Whose card it is."""
    debit_on: date


class LoanOffsetEvent(LoansEvent):
    """About one use of a fund account for a loan (冲还贷)."""

    subject_field: ClassVar[str] = "offset_id"

    offset_id: UUID
    person_id: UUID
    """Whose fund account pays: a party of the contract."""


class LoanOffsetRequested(LoanOffsetEvent):
    """Fund money is wanted for a loan; accounts reserves it, or says why not."""

    type: ClassVar[str] = "loan.offset_requested.v1"

    contract_number: str
    amount_fen: Fen
    """What is wanted at most."""
    all_or_nothing: bool
    """True where less than the whole amount is of no use (R-LOAN-7)."""
    business_date: date


class LoanOffsetApplied(LoanOffsetEvent):
    """The reserved fund money repaid the loan: accounts posts it."""

    type: ClassVar[str] = "loan.offset_applied.v1"

    contract_number: str
    amount_fen: Fen
    """What repaid the loan."""
    applied_on: date
    """Business date of the repayment."""


class LoanOffsetReleased(LoanOffsetEvent):
    """The reserved fund money is not used after all."""

    type: ClassVar[str] = "loan.offset_released.v1"


class LoanEntryEvent(LoansEvent):
    """A loan entry (贷款业务明细) that moved money."""

    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    """The borrower."""
    entry_number: int
    serial: str
    kind: str
    """Loan business type (贷款业务明细类型), code of JGJ/T 320 A.15."""
    amount_fen: Fen
    principal_fen: Fen
    interest_fen: Fen
    penalty_fen: Fen
    balance_after_fen: Fen
    """Outstanding principal afterwards."""
    source: RepaymentSource
    """Where the money comes from."""
    source_id: UUID
    """The debit, the offset, the claim of a receipt, or the counter's operation."""
    repaid_on: date
    """Day to which the repayment counts."""
    card_tail: str | None = None
    """Last four digits of the card, where one was debited."""


class LoanRepaid(LoanEntryEvent):
    """A repayment was booked."""

    type: ClassVar[str] = "loan.repaid.v1"


class LoanRepaymentReversed(LoanEntryEvent):
    """A repayment was undone by a reversing entry; its amounts are the negative ones."""

    type: ClassVar[str] = "loan.repayment_reversed.v1"


class LoanHistoryRecorded(LoansEvent):
    """What was lent or repaid before this system stands in the loan's books now (期初)."""

    type: ClassVar[str] = "loan.history_recorded.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    """The borrower."""
    entry_number: int
    """The last of the entries that this is about."""
    principal_fen: Fen
    """By how much more is lent; negative: by how much less, after repayments of the past."""
    balance_after_fen: Fen
    recorded_on: date
    """The day on which it was recorded, whenever it happened."""


class LoanRepaymentDueSoon(LoansEvent):
    """An instalment falls due in a few days."""

    type: ClassVar[str] = "loan.repayment_due_soon.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    due_on: date
    amount_fen: Fen
    """The instalment."""
    card_tail: str
    offset: str
    """`none`, or what an agreement does with a short balance: `account_first`, `all_or_nothing`."""


class LoanOverdue(LoansEvent):
    """The debit window passed without the money: the loan is in arrears (逾期)."""

    type: ClassVar[str] = "loan.overdue.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    since: date
    """Due date of the oldest overdue instalment."""
    told_on: date
    """Business date of the reminder."""
    instalments: int
    """Number of overdue instalments."""
    amount_fen: Fen
    """All that is owed today, penalty interest included."""
    penalty_fen: Fen


class LoanDebitEvent(LoansEvent):
    """About one debit of the repayment card."""

    subject_field: ClassVar[str] = "debit_id"

    debit_id: UUID
    contract_number: str
    person_id: UUID
    purpose: DebitPurpose
    """What the debit is for."""
    amount_fen: Fen
    card_tail: str


class LoanEarlyRepaymentAccepted(LoanDebitEvent):
    """An early repayment (提前还款) was asked for; the card is about to be debited."""

    type: ClassVar[str] = "loan.early_repayment_accepted.v1"

    debit_on: date


class LoanEarlyRepaymentFailed(LoanDebitEvent):
    """The debit of an early repayment failed whole; the loan is what it was (R-REP-4)."""

    type: ClassVar[str] = "loan.early_repayment_failed.v1"

    reason_code: str
    reason_text: str


class LoanDebitFailed(LoanDebitEvent):
    """The debit of an instalment or of arrears failed; nothing moved."""

    type: ClassVar[str] = "loan.debit_failed.v1"

    reason_code: str
    reason_text: str
    next_try_on: date | None = None
    """When the card is debited again; none when it is not."""


class LoanChange(StrEnum):
    """What of a loan can change (贷款信息变更)."""

    CARD = "card"
    RATE = "rate"
    AGREEMENT_SIGNED = "agreement_signed"
    AGREEMENT_ENDED = "agreement_ended"


class LoanChanged(LoansEvent):
    """Something of a loan that its borrower should know was changed."""

    type: ClassVar[str] = "loan.changed.v1"
    subject_field: ClassVar[str] = "contract_number"

    contract_number: str
    person_id: UUID
    change_id: UUID
    """The change."""
    change: LoanChange
    """What was changed."""
    changed_on: date
    """Business date of the change."""
    card_tail: str | None = None
    """Last four digits of the new repayment card."""
    annual_rate: str | None = None
    """The new rate as people read it, for example 2.60%."""
    level_fen: Fen | None = None
    """The new instalment (等额本息), or share of principal."""


class LoanFactsTold(LoansEvent):
    """What a document about a person's loans rests on, all of one instant."""

    type: ClassVar[str] = "loan_facts.told.v1"
    subject_field: ClassVar[str] = "request_id"

    request_id: UUID
    person_id: UUID
    told_at: AwareDatetime
    loans: list[LoanShown]
    """The loan that was asked about if it is the person's, else all that are, latest first."""
    plan: list[PlanLine]
    """The plan in force of the one loan that was asked about (R-REP-8)."""


EVENTS = (
    LoanPayoffCertified,
    LoanPayoffDenied,
    LoanDebtChecked,
    LoanPaidOff,
    LoanDisbursementApproved,
    LoanDisbursed,
    LoanDebitRequested,
    LoanOffsetRequested,
    LoanOffsetApplied,
    LoanOffsetReleased,
    LoanReceiptClaimed,
    LoanRepaid,
    LoanRepaymentReversed,
    LoanHistoryRecorded,
    LoanRepaymentDueSoon,
    LoanOverdue,
    LoanEarlyRepaymentAccepted,
    LoanEarlyRepaymentFailed,
    LoanDebitFailed,
    LoanChanged,
    LoanFactsTold,
)
