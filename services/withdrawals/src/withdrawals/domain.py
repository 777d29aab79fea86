"""What a withdrawal application (提取申请) is: its state and the facts known about it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import NewType
from uuid import UUID

from shared.base.id_documents import IdDocument
from shared.base.identifiers import BankCard
from shared.messages.accounts import SealReason
from shared.messages.withdrawals import BanCause

ApplicationId = NewType("ApplicationId", UUID)
PersonId = NewType("PersonId", UUID)


class State(StrEnum):
    """Where an application stands (办理状态)."""

    SUBMITTED = "submitted"
    FUNDS_REQUESTED = "funds_requested"
    CARD_CHECK = "card_check"
    AWAITING_PAPERS = "awaiting_papers"
    PAPERS_IN_REVIEW = "papers_in_review"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PAID = "paid"
    FAILED = "failed"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    RETURNED = "returned"


class Acting(StrEnum):
    """Who stands at the counter (办理人)."""

    SELF = "self"
    """本人"""
    GUARDIAN = "guardian"
    """监护人"""
    AUTHORISED = "authorised"
    """受托人，凭授权委托书"""


@dataclass(frozen=True, repr=False)
class Agent:
    """Who acts for the holder (代办人)."""

    name: str
    document: IdDocument


@dataclass(frozen=True, repr=False)
class Taken:
    """What somebody asks for at the counter."""

    person_id: UUID
    kind: str
    card: BankCard
    acting: Acting
    agent: Agent | None
    loan_contract_number: str | None = None
    subject: str | None = None
    wanted_fen: int | None = None


@dataclass(frozen=True, slots=True)
class Ban:
    """A ban that two people have confirmed (R-WDR-14)."""

    id: UUID
    person_id: PersonId
    cause: BanCause
    found_on: date
    ends_on: date
    """Its last day."""


class Verdict(StrEnum):
    """What a maker proposes of an application in review (初审意见)."""

    APPROVE = "approve"
    REJECT = "reject"


REVIEW_KINDS: Mapping[Verdict, str] = {
    Verdict.APPROVE: "withdrawal.approve",
    Verdict.REJECT: "withdrawal.reject",
}
"""The operation that two people decide, by what is proposed."""


@dataclass(frozen=True, slots=True)
class Payoff:
    """A fund loan that was paid off (结清), as loans certifies it (R-WDR-4, 5)."""

    contract_number: str
    settled_on: date
    repaid_fen: int
    """All principal and interest repaid over its life, penalty interest left out."""
    offset_agreement_ever: bool


@dataclass(frozen=True, slots=True)
class Debt:
    """Fund loans that the person still owes, counted by the part played (R-WDR-10)."""

    as_borrower: int
    as_co_borrower: int
    as_guarantor: int


@dataclass(frozen=True, slots=True)
class Reservation:
    """The money that accounts froze (冻结) for the application, and the facts of that instant."""

    reserved_on: date
    account_tail: str
    holder_name_sealed: str
    closing: bool
    principal_fen: int
    interest_fen: int
    amount_fen: int
    balance_after_fen: int
    retained_fen: int
    seal_reason: SealReason | None
    sealed_on: date | None
    paid_up_to: str | None
    months_behind: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why not: a stable code, the rule, one Chinese sentence, and from when it would be allowed."""

    code: str
    rule: str
    text: str
    eligible_from: date | None = None
    decided_by: str = "rules"


@dataclass(frozen=True, slots=True)
class Promise:
    """The dates told to the citizen: decided by (R-WDR-8), money by (R-WDR-7)."""

    decide_by: date
    pay_by: date
    provisional: bool
    """A day that they rest on has no published calendar yet (R-CAL-3)."""
    calendar_version: int


@dataclass(frozen=True, slots=True)
class PapersWanted:
    """What the applicant is to hand in (需补正的材料), R-WDR-21."""

    text: str
    """In Chinese, for the applicant."""
    registers: tuple[str, ...] = ()
    """Whose facts the papers are to show; none where a reviewer asks for something else."""
    asked_by: UUID | None = None
    """The member of staff; None where rules ask."""


class Manner(StrEnum):
    """How spouses divide what their agreements take (夫妻约定, R-WDR-49)."""

    ORDER = "order"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class Part:
    """What one of two spouses signs; the other signs the same, seen from the other side."""

    manner: Manner
    first: bool | None = None
    """By a fixed order: whether this one takes first, and the other what is left."""
    share_bp: int | None = None
    """By percentages: this one's part of everything, in basis points."""

    @property
    def mirrored(self) -> "Part":
        """The same from the other side."""
        return Part(
            self.manner,
            None if self.first is None else not self.first,
            None if self.share_bp is None else 10_000 - self.share_bp,
        )


@dataclass(frozen=True, slots=True)
class Joint:
    """By what both spouses signed one of them takes now."""

    part: Part
    household: str | None
    """Number of the marriage certificate at the last run of the other; None before it had one."""


@dataclass(frozen=True, slots=True)
class Spouse:
    """Whom the marriage register names as the applicant's spouse (R-WDR-20)."""

    number_hash: str
    """Keyed hash of the number of the identity document."""
    consents: bool
    """Registers may be asked about this one, too."""


@dataclass(frozen=True, slots=True)
class Brakes:
    """What somebody set for the own withdrawals (本人安全设置); each None where nothing is set."""

    locked_at: datetime | None = None
    lifts_at: datetime | None = None
    """The lock holds until then, where its owner asked to lift it."""
    limit_fen: int | None = None
    """What is paid in a day at most."""
    next_limit_fen: int | None = None
    next_limit_at: datetime | None = None
    """From then on the next limit holds; where that is None, none does."""
    phone_changed_at: datetime | None = None
    merged_at: datetime | None = None
    """When another account of the same person was merged into this one (合并)."""


@dataclass(frozen=True, slots=True)
class Case:
    """An application with everything that its next step may depend on."""

    id: ApplicationId
    person_id: PersonId
    kind: str
    state: State
    channel: str
    card_sealed: str
    card_tail: str
    accepted_on: date
    submitted_at: datetime
    promise: Promise
    step_due_at: datetime | None
    """When the present step is overdue; None in a final state, and only there."""
    loan_contract_number: str | None = None
    """The loan that the applicant named; loans finds it when there is just one."""
    overdue_at: datetime | None = None
    complete_on: date | None = None
    """When the last paper that was asked for was handed in (补正): the promise counts from then."""
    round: int = 0
    """How often the money was asked for; each time it is priced anew (R-WDR-12)."""
    reviewed: bool = False
    """A maker and a checker have approved it."""
    payoff: Payoff | None = None
    loan_claim_fen: int = 0
    """What this application takes from the cap of its loan (R-WDR-5)."""
    reservation: Reservation | None = None
    refusal: Refusal | None = None
    unknown_since: datetime | None = None
    """Since when the bank owes an answer (结果未知)."""
    paid_on: date | None = None
    bank_serial: str | None = None
    doubts: tuple[str, ...] = ()
    """What registers told that two people are to look at before it is paid (R-WDR-22, 40)."""
    card_verified_on: date | None = None
    """When the bank last said that this card is the applicant's; None where it has not (R-WDR-3)."""
    brakes: Brakes | None = None
    another_card_since: datetime | None = None
    """When its card became known, where the person has another verified one that was known before."""
    paid_last_on: date | None = None
    """When the person was paid last, where brakes are set."""
    paid_last_fen: int = 0
    """All that was paid on that day."""
    card_readable: bool = True
    """False where card or holder cannot be unsealed any more: nothing can be paid to it."""

    @property
    def promised_from(self) -> date:
        """From when its dates are reckoned (R-WDR-7, 8); its rule book is that of acceptance (R-WDR-17)."""
        return self.complete_on or self.accepted_on

    @property
    def reserved(self) -> Reservation:
        """The reservation, where the state implies that there is one."""
        if self.reservation is None:
            raise AssertionError(f"application {self.id} has no reservation")
        return self.reservation

    def without_claim(self) -> "Case":
        """The same, no longer using up the cap of its loan."""
        return replace(self, loan_claim_fen=0) if self.loan_claim_fen else self
