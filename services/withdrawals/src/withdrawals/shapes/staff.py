"""What goes in and out over HTTP for staff; personal data is masked (R-QRY-5)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from withdrawals.shapes.citizens import Application, Body, HistoryLine, ShortText


class ReviewOpinion(BaseModel):
    """What a reviewer said, about this or an earlier application of the same person."""

    application_id: UUID
    staff_name: str
    verdict: str
    opinion: str
    given_at: datetime


class ReviewProposal(BaseModel):
    """What the maker proposes."""

    proposal: str
    staff_name: str
    opinion: str
    proposed_at: datetime


class ReviewCase(Application):
    """An application in review, with the facts that it rests on, masked."""

    person_id: UUID
    holder_name: str
    """Masked."""
    reasons: list[str]
    """Why it is in review."""
    opened_at: datetime
    seal_reason: str | None
    sealed_on: date | None
    paid_up_to: str | None
    months_behind: int
    """Behind the month that the account should have been paid up to (R-SEAL-4)."""
    retained_fen: int
    balance_after_fen: int
    loan_contract_number: str | None
    loan_settled_on: date | None
    loan_repaid_fen: int | None
    other_persons_with_this_card: int
    banned_until: date | None
    proposal: ReviewProposal | None


class ReviewPage(BaseModel):
    """Applications in review, oldest first."""

    items: list[ReviewCase]
    next_cursor: str | None


class ReviewDetail(ReviewCase):
    """One application in review with everything said before."""

    history: list[HistoryLine]
    opinions: list[ReviewOpinion]


class ProposalBody(Body):
    """A maker's proposal; a rejection needs its reason."""

    proposal: Annotated[str, StringConstraints(pattern="^(approve|reject)$")]
    opinion: ShortText = Field(examples=["封存原因与退休材料一致，建议通过"])


class ConfirmationBody(Body):
    """A checker's answer to the proposal that was on the screen."""

    agree: bool
    proposal: Annotated[str, StringConstraints(pattern="^(approve|reject)$")]
    opinion: ShortText = Field(examples=["同意"])


class OverdueCase(Application):
    """A step past its deadline, with what is known."""

    person_id: UUID
    step_due_at: datetime
    overdue_at: datetime | None
    known: str


class OverduePage(BaseModel):
    """Steps past their deadline, longest first."""

    items: list[OverdueCase]


class BanBody(Body):
    """Somebody used false materials (R-WDR-14)."""

    person_id: UUID
    cause: Annotated[str, StringConstraints(pattern="^(false_materials|loan_fraud)$")]
    found_on: date
    document_number: ShortText = Field(examples=["德公积金罚字〔2026〕1号"])


class LiftBody(Body):
    """Why a ban is taken back."""

    reason: ShortText


class Ban(BaseModel):
    """A ban."""

    id: UUID
    person_id: UUID
    cause: str
    found_on: date
    ends_on: date
    document_number: str
    proposed_by_name: str
    state: str
    """`waiting`, `in_force`, `over` or `lifted`."""


class BanList(BaseModel):
    """Bans, newest first."""

    items: list[Ban]


class DayBody(Body):
    """One day of the working calendar."""

    day: date
    is_workday: bool


class CalendarBody(Body):
    """Days that the State Council has changed (R-CAL-3)."""

    days: Annotated[list[DayBody], Field(min_length=1, max_length=400)]
    source: ShortText = Field(examples=["国办发明电〔2020〕1号"])


class CalendarEdited(BaseModel):
    """The new version; open applications are promised anew within seconds."""

    version: int
    open_applications: int


class CalendarYear(BaseModel):
    """The working calendar of one year."""

    year: int
    version: int
    published: bool
    """Every day has data; else deadlines that rest on the year are provisional."""
    days: list[DayBody]
