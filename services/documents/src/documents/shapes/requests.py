"""A request for a document, as it is made and as it is shown."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from documents.domain import KIND_TEXTS, REQUEST_STATE_TEXTS, Period, Request, RequestState, Wanted
from documents.errors import Reason, Refused
from documents.rules.kinds import fund_year
from shared.base.shape import Shape
from shared.messages.documents import DocumentKind

Day = Annotated[date, Field(ge=date(1991, 1, 1), le=date(2199, 12, 31))]
Year = Annotated[int, Field(strict=True, ge=1992, le=2199)]
Contract = Annotated[str, StringConstraints(pattern=r"^[A-Z0-9][A-Z0-9-]{5,29}$")]
Why = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]


class NewRequest(Shape):
    """Which document is wanted."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: DocumentKind
    """Which document (证明种类), as a stable code."""
    fund_year: Year | None = None
    """Of a statement: the fund year (公积金年度), by the year in which it ends."""
    first_day: Day | None = None
    """Of an entry list: its first booking day; the beginning if left out."""
    last_day: Day | None = None
    """Of an entry list: its last booking day; today if left out."""
    contract_number: Contract | None = None
    """Of a payoff certificate or a plan: the loan contract (借款合同编号)."""

    @model_validator(mode="after")
    def _days_in_pairs(self) -> Self:
        if (self.first_day is None) != (self.last_day is None):
            raise ValueError("起始日期和截止日期须同时填写")
        if (self.fund_year is None) == (self.kind is DocumentKind.STATEMENT):
            raise ValueError("年度对账单须填写公积金年度，其他证明不填")
        return self

    def wanted_of(self, person_id: UUID) -> Wanted:
        """What is wanted, of a person."""
        period = None
        if self.fund_year is not None:
            period = fund_year(self.fund_year)
        elif self.first_day is not None and self.last_day is not None:
            period = Period(self.first_day, self.last_day)
        return Wanted(person_id, self.kind, period, self.contract_number)


class StaffRequest(NewRequest):
    """Which document of whom staff want, and why."""

    person_id: UUID
    reason: Why
    """Why it is printed at the counter (申请事由); it stays beside the document."""


class RequestAnswer(Shape):
    """How far a request is."""

    request_id: UUID
    kind: DocumentKind
    """Which document, as a stable code."""
    kind_text: str
    state: RequestState
    """How far it is, as a stable code."""
    state_text: str
    first_day: date | None
    """First booking day of its entries; none where the kind has none, or for all of them."""
    last_day: date | None
    """Last booking day of its entries."""
    contract_number: str | None
    requested_at: datetime
    finished_at: datetime | None
    number: str | None
    """Number of the document (编号); none while it is not known what is printed."""
    reason_code: str | None
    """Why nothing is printed, as a stable code; none otherwise."""
    reason_text: str | None
    """Why nothing is printed, in one Chinese sentence."""
    rule: str | None
    """Rule that a refusal rests on."""
    pdf: str | None
    """Where the document is fetched; none while it is not issued."""

    @classmethod
    def of(cls, request: Request) -> Self:
        """Show a request."""
        wanted, issued = request.wanted, request.state is RequestState.ISSUED
        refused = Refused(Reason(request.refusal)) if request.refusal else None
        return cls(
            request_id=request.request_id,
            kind=wanted.kind,
            kind_text=KIND_TEXTS[wanted.kind],
            state=request.state,
            state_text=REQUEST_STATE_TEXTS[request.state],
            first_day=wanted.period.first if wanted.period else None,
            last_day=wanted.period.last if wanted.period else None,
            contract_number=wanted.contract_number,
            requested_at=request.requested_at,
            finished_at=request.finished_at,
            number=request.number,
            reason_code=request.refusal,
            reason_text=refused.detail if refused else None,
            rule=refused.rule if refused else None,
            pdf=f"{address_of(request.request_id)}/pdf" if issued else None,
        )


def address_of(request_id: UUID) -> str:
    """Where a request is looked at."""
    return f"/api/documents/requests/{request_id}"


class RequestPage(Shape):
    """Requests about one person, latest first."""

    items: list[RequestAnswer]
    next_cursor: str | None
