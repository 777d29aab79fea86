"""What goes in and out over HTTP; texts for people are Chinese, personal data is masked."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from shared.base.money import yuan
from shared.base.shape import Shape
from withdrawals.domain import Case, Refusal
from withdrawals.process import CANCELLABLE_STATES, STATES
from withdrawals.refusals import WHO
from withdrawals.rules import TYPES

KIND_NAMES = {kind.kind: kind.name for kind in TYPES}

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Body(Shape):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NewApplication(Body):
    """The applicant chooses the type and enters a card of their own, nothing else (R-WDR-3)."""

    kind: str = Field(max_length=50, examples=["retirement"])
    """The type (提取类型), `kind` of one of the types that are offered."""
    card_number: str | None = Field(
        None, max_length=40, examples=["6222021612003456788"], repr=False
    )
    """A debit card in the applicant's own name (R-WDR-3); Luhn over 16 to 19 digits (R-CHK-2)."""
    card_id: UUID | None = None
    """A kept card instead of a number (R-CRT-4)."""
    loan_contract_number: str | None = Field(None, max_length=30, examples=["DK20150920001"])
    """Only where several paid-off loans could be meant."""
    subject: str | None = Field(None, max_length=60, examples=["WQ2026000123"])
    """Which lease, flat or loan is meant, where there are several."""
    amount_fen: int | None = Field(None, gt=0, examples=[100_000])
    """Less than could be taken, where that is wanted; more is refused, not cut (R-WDR-19)."""


class Reason(Shape):
    """Why not, in one sentence, and from when it would be allowed."""

    code: str
    """Why, as a stable code."""
    rule: str
    text: str
    """Why, in one Chinese sentence (R-WDR-8)."""
    eligible_from: date | None
    decided_by: str
    """Who decided: `rules` or `staff`."""
    who: str | None = None
    """Who can do something about it: 本人, 单位, 柜台 or 银行; none where nobody can."""

    @classmethod
    def of(cls, refusal: Refusal) -> Self:
        """Show why not."""
        return cls(
            code=refusal.code,
            rule=refusal.rule,
            text=refusal.text,
            eligible_from=refusal.eligible_from,
            decided_by=refusal.decided_by,
            who=WHO.get(refusal.code),
        )


class Application(Shape):
    """An application as its owner sees it."""

    id: UUID
    kind: str
    """The type (提取类型), as a stable code."""
    kind_text: str
    state: str
    """Where it stands (办理状态), as a stable code."""
    state_text: str
    final: bool
    cancellable: bool
    """True while the applicant may take it back."""
    submitted_at: datetime
    """When it was handed in."""
    accepted_on: date
    decide_by: date
    """R-WDR-8."""
    pay_by: date
    """R-WDR-7, what page and text promise."""
    deadline_provisional: bool
    """True while the calendar of a year that the deadlines touch is not published (R-CAL-3)."""
    overdue: bool
    """True when a step is past its deadline; the operators see it."""
    payment_unknown: bool
    """True while the bank has not said whether it paid (R-WDR-13)."""
    card_tail: str
    """Last four digits of the card that is paid to."""
    account_tail: str | None
    amount_fen: int | None
    """What is paid, principal and interest; none before it is priced."""
    amount_text: str | None
    """The same in yuan, as people read it."""
    principal_fen: int | None
    interest_fen: int | None
    paid_on: date | None
    reason: Reason | None
    """Why it was refused or failed; none else."""

    @classmethod
    def of(cls, case: Case) -> Self:
        """Show a case."""
        money, refusal = case.reservation, case.refusal
        return cls(
            id=case.id,
            kind=case.kind,
            kind_text=KIND_NAMES.get(case.kind, case.kind),
            state=case.state.value,
            state_text=STATES[case.state].name,
            final=STATES[case.state].final,
            cancellable=case.state in CANCELLABLE_STATES,
            submitted_at=case.submitted_at,
            accepted_on=case.accepted_on,
            decide_by=case.promise.decide_by,
            pay_by=case.promise.pay_by,
            deadline_provisional=case.promise.provisional,
            overdue=case.overdue_at is not None,
            payment_unknown=case.unknown_since is not None and not STATES[case.state].final,
            card_tail=case.card_tail,
            account_tail=money.account_tail if money else None,
            amount_fen=money.amount_fen if money else None,
            amount_text=yuan(money.amount_fen) if money else None,
            principal_fen=money.principal_fen if money else None,
            interest_fen=money.interest_fen if money else None,
            paid_on=case.paid_on,
            reason=Reason.of(refusal) if refusal else None,
        )


class HistoryLine(Shape):
    """One thing that happened to an application; also the data of a live progress event."""

    id: int
    """Number of the line; `Last-Event-ID` of a live stream."""
    at: datetime
    step: str
    state: str
    """State of the application from then on."""
    state_text: str
    final: bool
    text: str


class ApplicationDetail(Application):
    """An application with its history."""

    history: list[HistoryLine]


class ApplicationPage(Shape):
    """Applications, newest first."""

    items: list[Application]
    next_cursor: str | None


class TypeOffered(Shape):
    """A withdrawal type for the page."""

    kind: str
    """The type as a stable code, for an application."""
    name: str
    """Name of the type in Chinese."""
    reason_code: str
    """Withdrawal reason (提取原因), code of JGJ/T 320 A.7."""
    local_sub_code: str | None
    """The centre's own code below reason 99."""
    closing: bool
    asks_for_loan: bool
    """True where a repaid loan may have to be named (R-WDR-4)."""
    conditions: list[str]
    """The conditions in Chinese, from the policy in force."""
    document_number: str
    in_force_from: date
    """First day of that policy."""


class TypesOffered(Shape):
    """All types and what everybody should know before choosing."""

    types: list[TypeOffered]
    """The types."""
    notices: list[str]
    """What everybody should know, in Chinese."""
