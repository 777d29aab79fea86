"""Facts of the withdrawals service: the life of an application (提取申请)."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import ConfigDict

from shared.base.shape import Shape
from shared.messages.base import AwareDatetime, Event, Fen, Month, SealedTo, date


class WithdrawalsEvent(Event):
    """Published by withdrawals; the subject is the application."""

    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID


class LoanQuestion(StrEnum):
    """What withdrawals needs to know from loans before it decides."""

    NONE = "none"
    PAYOFF = "payoff"
    """The facts of a fund loan that was paid off (R-WDR-4, 5)."""
    UNPAID = "unpaid"
    """Whether the person still owes a fund loan (R-WDR-10)."""


class FundsConditions(Shape):
    """What must hold of the account; accounts evaluates it without knowing withdrawal types."""

    model_config = ConfigDict(frozen=True)

    closing: bool
    """True empties and closes the account; False leaves at least `minimum_left_fen` (R-WDR-11)."""
    sealed_required: bool
    """Whether the account must be sealed (封存), R-WDR-1."""
    unpaid_months_required: int = 0
    """Months since the employer stopped contributing (R-WDR-2); 0 asks nothing."""
    stop_counted_from: str = "paid_up_to"
    """`paid_up_to`: whole unpaid months (reading 1); `sealed_on`: seal date + months (reading 2)."""
    cap_fen: Fen | None = None
    """Highest amount, whatever the balance (R-WDR-5); None for no cap."""
    retained_months: int = 0
    """Contribution months before `retained_before` whose deposits must stay (R-WDR-5, 6)."""
    retained_before: Month | None = None
    """The payoff month, YYYY-MM (R-WDR-6)."""
    retained_by: str = "booked_deposits"
    """`booked_deposits` (reading A) or `current_deposit` (reading B: months x current deposit)."""
    minimum_left_fen: Fen = 1
    """What stays on an account that is not closed (R-WDR-11)."""
    least_fen: Fen = 0
    """Less than this is of no use, and nothing is frozen (R-WDR-43)."""


class WithdrawalSubmitted(WithdrawalsEvent):
    """A citizen asked for a withdrawal; accepted, not yet decided."""

    type: ClassVar[str] = "withdrawal.submitted.v1"

    kind: str
    """The type (提取类型), as a stable code."""
    loan_question: LoanQuestion
    """What loans is to answer first."""
    loan_contract_number: str | None = None
    accepted_on: date
    deadline_on: date
    """Third working day after acceptance (R-WDR-7)."""
    channel: str
    card: Annotated[str | None, SealedTo("withdrawals")] = None
    """Card number; with it a lost application can be made of its event again."""


class WithdrawalFundsRequested(WithdrawalsEvent):
    """Eligible so far: accounts is to freeze the money if its own conditions hold."""

    type: ClassVar[str] = "withdrawal.funds_requested.v1"

    round: int
    """1, then one more each time the amount is priced anew; the highest round wins."""
    conditions: FundsConditions
    """What must hold of the account."""
    business_date: date
    claims: Annotated[str | None, SealedTo("withdrawals")] = None
    """What it holds that several may claim, as JSON; with it that is known after an older backup."""


class WithdrawalReviewRequired(WithdrawalsEvent):
    """Policy wants a maker and a checker to look before money moves."""

    type: ClassVar[str] = "withdrawal.review_required.v1"

    reasons: tuple[str, ...]
    """Why staff must look at it, as stable codes."""


class WithdrawalApproved(WithdrawalsEvent):
    """The money may be paid: settlement makes one payment order of it."""

    type: ClassVar[str] = "withdrawal.approved.v1"

    kind_text: str
    amount_fen: Fen
    """What the bank is to pay, principal and interest."""
    card: Annotated[str, SealedTo("settlement")]
    """Card number."""
    card_tail: str
    holder_name: Annotated[str, SealedTo("settlement")]
    """Whose card it must be."""
    account_tail: str
    approved_on: date
    deadline_on: date
    """Last day for the money, third working day after acceptance (R-WDR-7)."""


class WithdrawalRejected(WithdrawalsEvent):
    """Refused by a rule or by a reviewer, with the reason in one Chinese sentence (R-WDR-8)."""

    type: ClassVar[str] = "withdrawal.rejected.v1"

    kind_text: str
    reason_code: str
    reason_text: str
    rule: str
    eligible_from: date | None = None
    """First day on which it would be allowed, where there is one."""
    decided_by: str
    """`rules` or `staff`."""


class WithdrawalPapersAsked(WithdrawalsEvent):
    """The applicant is to hand in papers: no register knows, or a reviewer misses something (R-WDR-21)."""

    type: ClassVar[str] = "withdrawal.papers_asked.v1"

    kind_text: str
    text: str
    """What to hand in, in Chinese sentences."""
    registers: tuple[str, ...]
    """Whose facts the papers are to show, as stable codes; none where a reviewer asks for something else."""
    sent_back: bool
    """True where a reviewer asks (补正)."""
    by_on: date
    """Last day; who misses it is refused and may apply again."""


class WithdrawalPapersHandedIn(WithdrawalsEvent):
    """The applicant handed in what was asked for: staff look at it, and the promise counts from this day."""

    type: ClassVar[str] = "withdrawal.papers_handed_in.v1"

    papers: int
    """How many papers the application has."""
    handed_in_on: date
    """Business date from which decision and money are promised anew (R-WDR-7, 8)."""


class WithdrawalCancelled(WithdrawalsEvent):
    """The citizen took the application back before payment."""

    type: ClassVar[str] = "withdrawal.cancelled.v1"

    kind_text: str


class WithdrawalPaid(WithdrawalsEvent):
    """The bank paid; the application is closed."""

    type: ClassVar[str] = "withdrawal.paid.v1"

    kind_text: str
    amount_fen: Fen
    """What the bank paid, principal and interest."""
    principal_fen: Fen
    interest_fen: Fen
    balance_after_fen: Fen
    card_tail: str
    account_tail: str
    paid_on: date
    bank_serial: str


class WithdrawalFailed(WithdrawalsEvent):
    """The bank refused for good; the reservation is to be released."""

    type: ClassVar[str] = "withdrawal.failed.v1"

    kind_text: str
    reason_code: str
    reason_text: str
    card_tail: str


class WithdrawalReturned(WithdrawalsEvent):
    """The receiving bank sent the money back later (退票); accounts restores it."""

    type: ClassVar[str] = "withdrawal.returned.v1"

    kind_text: str
    amount_fen: Fen
    """What came back, principal and interest."""
    principal_fen: Fen
    interest_fen: Fen
    reason_text: str
    card_tail: str
    returned_on: date


class WithdrawalOverdue(WithdrawalsEvent):
    """A step is past its deadline: on the operators' list, and the citizen is told."""

    type: ClassVar[str] = "withdrawal.overdue.v1"

    kind_text: str
    state: str
    """Where the application stands."""
    deadline_at: AwareDatetime
    """Deadline of the step."""
    known: str


class FundsWanted(Shape):
    """A type, and on which conditions its money would be asked for."""

    kind: str
    """The type (提取类型) as a stable code."""
    conditions: FundsConditions
    """What must hold of the account."""


class WithdrawalFactsAsked(Event):
    """Before an application or an estimate is decided: whoever owns the facts tells them, once a round."""

    type: ClassVar[str] = "withdrawal.facts_asked.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    """Of an application its id."""
    person_id: UUID
    round: int
    """1 asks for the facts, 2 what would be frozen."""
    as_of: date
    """Business date of the question."""
    loans_wanted: bool
    """Whether loans is to answer as well; accounts always does."""
    wanted: tuple[FundsWanted, ...] = ()
    """What accounts would freeze for each of these; nothing is frozen."""


class WithdrawalReminded(Event):
    """The day has come from which a refused withdrawal is possible; who wanted to be told is told once."""

    type: ClassVar[str] = "withdrawal.reminded.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "application_id"

    application_id: UUID
    person_id: UUID
    kind_text: str
    possible_from: date
    """First day on which it is possible."""


class WithdrawalAgreementTold(Event):
    """Something became of an agreement (约定提取), or of one of its runs (R-WDR-50 to 52)."""

    type: ClassVar[str] = "withdrawal_agreement.told.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "agreement_id"

    agreement_id: UUID
    person_id: UUID
    kind_text: str
    what: str
    """`signed`, `couple_proposed`, `couple_agreed`, `couple_lapsed`, `card_changed`, `failed`, `postponed`,
    `paused`, `ended` or `paid`."""
    text: str
    """The reason, in one Chinese sentence."""
    told_on: date
    """Business date on which it was told."""
    state: str
    """`proposed` while the spouse has not signed, `active`, `paused` or `ended` from then on."""
    next_run_on: date | None
    """Day of the next run; none while it does not run."""


class BrakesHeld(Shape):
    """What somebody has set for the own withdrawals; each none where nothing is set."""

    locked_at: AwareDatetime | None = None
    """Since when nothing is taken out."""
    lifts_at: AwareDatetime | None = None
    """From when the lock is lifted, where that was asked for."""
    limit_fen: Fen | None = None
    """What is paid in a day at most."""
    next_limit_fen: Fen | None = None
    """The limit to come, where a higher one was asked for."""
    next_limit_at: AwareDatetime | None = None
    """From when that limit, or none at all, holds."""


class WithdrawalBrakesTold(Event):
    """Somebody tightened or loosened the own brakes; told to the phone, whoever did it."""

    type: ClassVar[str] = "withdrawal_brakes.told.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "person_id"

    change_id: UUID
    """The change, told once."""
    person_id: UUID
    text: str
    """What holds from when, in Chinese."""
    told_at: AwareDatetime
    """When it was done."""
    brakes: BrakesHeld | None = None
    """All that is set from then on, by which it is set again after an older backup."""


class BanCause(StrEnum):
    """Why somebody is banned (限制原因, R-WDR-14)."""

    FALSE_MATERIALS = "false_materials"
    """使用虚假材料"""
    LOAN_FRAUD = "loan_fraud"
    """骗取贷款"""


class BanEvent(Event):
    """Published by withdrawals; the subject is the ban."""

    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "ban_id"

    ban_id: UUID
    person_id: UUID
    cause: BanCause
    """What was found (限制原因)."""
    found_on: date
    """The day from which it counts."""
    ends_on: date
    """Its last day."""
    document_number: str | None = None
    """Number of the decision's document (决定文书号); none in words of before, and where it is lifted."""


class BanImposed(BanEvent):
    """Two people have banned somebody from withdrawals and loans (R-WDR-14)."""

    type: ClassVar[str] = "ban.imposed.v1"


class BanLifted(BanEvent):
    """A ban was wrong: it binds nobody any more, whichever of the two is heard first."""

    type: ClassVar[str] = "ban.lifted.v1"


BANS = (BanImposed, BanLifted)
EVENTS = (
    WithdrawalSubmitted,
    WithdrawalFundsRequested,
    WithdrawalReviewRequired,
    WithdrawalPapersAsked,
    WithdrawalPapersHandedIn,
    WithdrawalApproved,
    WithdrawalRejected,
    WithdrawalCancelled,
    WithdrawalPaid,
    WithdrawalFailed,
    WithdrawalReturned,
    WithdrawalOverdue,
    WithdrawalFactsAsked,
    WithdrawalReminded,
    WithdrawalAgreementTold,
    WithdrawalBrakesTold,
    BanImposed,
    BanLifted,
)
