"""What goes in and out over HTTP; texts for people are Chinese, personal data is masked."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from shared.base.money import yuan
from withdrawals.domain import Case
from withdrawals.process import CANCELLABLE_STATES, STATES
from withdrawals.rules import TYPES

KIND_NAMES = {kind.kind: kind.name for kind in TYPES}

ShortText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class Body(BaseModel):
    """A request body; what is not known is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NewApplication(Body):
    """The applicant chooses the type and enters a card of their own, nothing else (R-WDR-3)."""

    kind: str = Field(max_length=50, examples=["retirement"])
    card_number: str = Field(max_length=40, examples=["6222021612003456788"], repr=False)
    loan_contract_number: str | None = Field(None, max_length=30, examples=["DK20150920001"])
    """Only where several paid-off loans could be meant."""


class Reason(BaseModel):
    """Why not, in one sentence, and from when it would be allowed."""

    code: str
    rule: str
    text: str
    eligible_from: date | None
    decided_by: str


class Application(BaseModel):
    """An application as its owner sees it."""

    id: UUID
    kind: str
    kind_text: str
    state: str
    state_text: str
    final: bool
    cancellable: bool
    submitted_at: datetime
    accepted_on: date
    decide_by: date
    """R-WDR-8."""
    pay_by: date
    """R-WDR-7, what page and text promise."""
    deadline_provisional: bool
    overdue: bool
    payment_unknown: bool
    card_tail: str
    account_tail: str | None
    amount_fen: int | None
    amount_text: str | None
    """In yuan."""
    principal_fen: int | None
    interest_fen: int | None
    paid_on: date | None
    reason: Reason | None

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
            reason=Reason(
                code=refusal.code,
                rule=refusal.rule,
                text=refusal.text,
                eligible_from=refusal.eligible_from,
                decided_by=refusal.decided_by,
            )
            if refusal
            else None,
        )


class HistoryLine(BaseModel):
    """One thing that happened to an application; also the data of a live progress event."""

    id: int
    at: datetime
    step: str
    state: str
    state_text: str
    final: bool
    text: str


class ApplicationDetail(Application):
    """An application with its history."""

    history: list[HistoryLine]


class ApplicationPage(BaseModel):
    """Applications, newest first."""

    items: list[Application]
    next_cursor: str | None


class TypeOffered(BaseModel):
    """A withdrawal type for the page."""

    kind: str
    name: str
    reason_code: str
    """提取原因, JGJ/T 320 A.7."""
    local_sub_code: str | None
    closing: bool
    asks_for_loan: bool
    conditions: list[str]
    document_number: str
    in_force_from: date


class TypesOffered(BaseModel):
    """All types and what everybody should know before choosing."""

    types: list[TypeOffered]
    notices: list[str]
