"""What goes in and out over HTTP for staff; personal data is masked (R-QRY-5)."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.base.shape import Shape
from shared.messages.withdrawals import BanCause
from shared.proposals.shapes import Grounds
from withdrawals.domain import Verdict
from withdrawals.shapes.citizens import Application, Body, HistoryLine, ShortText


class ReviewOpinion(Shape):
    """What a reviewer said, about this or an earlier application of the same person."""

    application_id: UUID
    staff_name: str
    verdict: str
    """What was said: proposed, agreed or sent back, as a stable code."""
    opinion: str
    given_at: datetime
    """When it was said."""


class ReviewProposal(Shape):
    """What a maker proposes; it waits for another person's decision."""

    proposal_id: UUID
    """Where it is decided: `/proposals/{proposal_id}/decision`."""
    proposal: str
    staff_name: str
    opinion: str
    proposed_at: datetime


class ReviewCase(Application):
    """An application in review, with the facts that it rests on, masked."""

    person_id: UUID
    holder_name: str
    """Name of the applicant, masked."""
    reasons: list[str]
    """Why it is in review."""
    opened_at: datetime
    """When it came to review."""
    seal_reason: str | None
    sealed_on: date | None
    paid_up_to: str | None
    months_behind: int
    """Behind the month that the account should have been paid up to (R-SEAL-4)."""
    retained_fen: int
    balance_after_fen: int
    loan_contract_number: str | None
    loan_settled_on: date | None
    """Day on which that loan was repaid in full."""
    loan_repaid_fen: int | None
    """Principal and interest repaid for that loan (R-WDR-5)."""
    other_persons_with_this_card: int
    """Other applicants who named the same card."""
    banned_until: date | None
    """Last day of a ban (R-WDR-14), where there is one."""
    proposal: ReviewProposal | None
    """What a maker proposed; none while nobody has."""


class ReviewPage(Shape):
    """Applications in review, oldest first."""

    items: list[ReviewCase]
    next_cursor: str | None


class ReviewDetail(ReviewCase):
    """One application in review with everything said before."""

    history: list[HistoryLine]
    opinions: list[ReviewOpinion]
    """What was said before, of this and of earlier applications."""


class ReviewBody(Grounds):
    """A maker's proposal; its reason is the opinion (初审意见), which a refused applicant reads."""

    proposal: Verdict
    """`approve` (同意提取) or `reject` (不予提取)."""


class Reviewed(ReviewBody):
    """What is proposed of an application in review."""

    application_id: UUID


class OverdueCase(Application):
    """A step past its deadline, with what is known."""

    person_id: UUID
    step_due_at: datetime
    """Deadline of the step."""
    overdue_at: datetime | None
    """When the deadline was seen to be over."""
    known: str


class OverduePage(Shape):
    """Steps past their deadline, longest first."""

    items: list[OverdueCase]


class BanBody(Grounds):
    """Somebody used false materials (R-WDR-14)."""

    person_id: UUID
    cause: BanCause
    """`false_materials` (虚假材料) or `loan_fraud` (骗取贷款)."""
    found_on: date
    document_number: ShortText = Field(examples=["德公积金罚字〔2026〕1号"])


class LiftBody(Grounds):
    """A ban that was wrong is taken back."""

    ban_id: UUID


class Ban(Shape):
    """A ban."""

    id: UUID
    person_id: UUID
    cause: str
    """`false_materials` (虚假材料) or `loan_fraud` (骗取贷款)."""
    found_on: date
    ends_on: date
    """Last day of the ban."""
    document_number: str
    proposed_by_name: str
    state: str
    """`in_force`, `over` or `lifted`; `waiting`: entered before proposals were decided as they are now,
    never in force."""


class BanList(Shape):
    """Bans, newest first."""

    items: list[Ban]


class DayBody(Body):
    """One day of the working calendar."""

    day: date
    """The day."""
    is_workday: bool
    """True when it is worked (工作日), R-CAL-1."""


class CalendarBody(Grounds):
    """Days that the State Council has changed (R-CAL-3)."""

    days: Annotated[list[DayBody], Field(min_length=1, max_length=400)]
    """The days that change."""
    source: ShortText = Field(examples=["国办发明电〔2020〕1号"])
    """The notice that says so."""


class CalendarEdited(Shape):
    """The calendar's new version; open applications are promised anew within seconds."""

    version: int
    """The new version of the calendar."""
    open_applications: int
    """Open applications whose deadlines are reckoned anew."""


class CalendarYear(Shape):
    """The working calendar of one year."""

    year: int
    version: int
    """Version of the calendar."""
    published: bool
    """Every day has data; else deadlines that rest on the year are provisional."""
    days: list[DayBody]
    """The days of the year."""


class DayPace(Shape):
    """How fast withdrawals of a day are paid (当日提取时效); nobody is named."""

    day: date
    """Business date on which they were submitted."""
    submitted: int
    """Applications of that day, of all kinds."""
    paid: int
    """Of them, those that the bank has paid."""
    waiting: int
    """Of them, those that are neither paid nor at an end without money."""
    half_seconds: float | None
    """Median from submission to the bank's word, in seconds, of those nobody reviewed; null: none yet."""
    p99_seconds: float | None
    """99th percentile of the same, in seconds."""
