"""What goes in and out about what employers in hardship ask for online: basis points, texts Chinese."""

import json
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from accounts.domain import Month, month_text
from accounts.rules.deferral import Deferral
from accounts.rules.hardship import KINDS, PAPERS_MOST, RequestState, Wanted, late_months
from accounts.rules.lowering import Lowering
from accounts.shapes.fields import Body, Day, MonthText, RatioBp, Row, Version, Words
from shared.base.clock import BUSINESS_ZONE
from shared.base.shape import Shape
from shared.http.uploads import UploadName
from shared.messages.employers import Hardship


class NewHardshipPaper(UploadName):
    """What makes it the same upload."""

    name: str


class HardshipPaper(Shape):
    """A file that was uploaded; what is kept is a PDF of pictures."""

    paper_id: UUID
    """Its id, by which a request names it."""
    name: str
    """What the employer calls it."""
    gone: bool
    """Whether it cannot be fetched any more: its time is over."""


class HardshipBody(Body):
    """What an employer in hardship asks for, on the resolution of its staff (R-DEP-9)."""

    kind: Hardship
    """`deferral` to pay later (缓缴), `lowering` to pay by a lower ratio (降低缴存比例)."""
    from_month: MonthText
    """The first month of it, YYYY-MM."""
    until_month: MonthText
    """The last month of it, YYYY-MM."""
    catch_up_by: Day | None = None
    """Of a deferral: the last day on which its months may be paid."""
    employer_ratio_bp: RatioBp | None = None
    """Of a lower ratio: the employer's ratio meanwhile."""
    employee_ratio_bp: RatioBp | None = None
    """Of a lower ratio: the employees' ratio meanwhile."""
    resolution_number: Version
    """Number of the resolution of the staff congress or union (职工代表大会或工会决议)."""
    resolution_on: Day
    """Day of the resolution."""
    words: Words
    """Why the employer cannot pay (困难情况)."""
    papers: Annotated[list[UUID], Field(min_length=1, max_length=PAPERS_MOST)]
    """Ids of the uploaded files: the resolution, and what else shows the hardship."""

    @model_validator(mode="after")
    def _says_what_its_kind_needs(self) -> Self:
        pair = (self.employer_ratio_bp, self.employee_ratio_bp)
        deferral = self.kind is Hardship.DEFERRAL
        if deferral != (self.catch_up_by is not None) or any(
            deferral != (one is None) for one in pair
        ):
            raise ValueError("缓缴须填写补缴期限，降低缴存比例须填写单位和个人比例")
        return self

    def wanted(self) -> Wanted:
        """What the rules read."""
        first, last = Month.parse(self.from_month), Month.parse(self.until_month)
        terms: Deferral | Lowering
        if self.catch_up_by is not None:
            terms = Deferral(first, last, self.catch_up_by, self.resolution_on)
        else:
            assert self.employer_ratio_bp is not None
            assert self.employee_ratio_bp is not None
            pair = (self.employer_ratio_bp, self.employee_ratio_bp)
            terms = Lowering(first, last, pair, self.resolution_on)
        return Wanted(terms, self.resolution_number, self.words, tuple(self.papers))


class HardshipReturn(Body):
    """Why a request is sent back."""

    text: Words
    """What is missing or wrong (退回原因); the employer reads it."""


class HardshipRequest(Shape):
    """What an employer has asked for, and how it stands."""

    id: UUID
    """Its id."""
    kind: Hardship
    """What was asked for, as a stable code."""
    kind_text: str
    """What was asked for, in Chinese."""
    from_month: str
    """The first month of it, YYYY-MM."""
    until_month: str
    """The last month of it, YYYY-MM."""
    catch_up_by: date | None
    """Of a deferral: until when its months may be paid."""
    employer_ratio_bp: int | None
    """Of a lower ratio: the employer's ratio meanwhile."""
    employee_ratio_bp: int | None
    """Of a lower ratio: the employees' ratio meanwhile."""
    resolution_number: str
    """Number of the resolution."""
    resolution_on: date
    """Day of the resolution."""
    words: str
    """Why the employer cannot pay."""
    state: RequestState
    """How it stands, as a stable code."""
    state_text: str
    """How it stands, in Chinese."""
    asked_at: datetime
    """When it was asked for."""
    answer: str | None
    """Why it was sent back."""
    ended_at: datetime | None
    """When it was agreed, sent back or taken back."""
    papers: list[HardshipPaper]
    """The files of it."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        state = RequestState.PROPOSED if row["proposed"] else RequestState(row["state"])
        if row["state"] != RequestState.OPEN:
            state = RequestState(row["state"])
        kind = Hardship(row["kind"])
        shown = {
            **{name: month_text(row[name]) for name in ("from_month", "until_month")},
            "kind_text": KINDS[kind],
            "state": state,
            "state_text": state.text,
            "papers": json.loads(row["papers"]),
        }
        return cls.model_validate({**dict(row), **shown})


class HardshipCase(HardshipRequest):
    """A request as the centre sees it."""

    employer_number: str
    name: str
    """Name of the employer (单位名称)."""
    paid_up_to: str | None
    late_months: list[str]
    """Months that were overdue already when they were asked for (R-DEP-5)."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        asked_on = row["asked_at"].astimezone(BUSINESS_ZONE).date()
        months = (Month.of(row["from_month"]), Month.of(row["until_month"]))
        late = late_months(*months, row["payday"], asked_on)
        shown = HardshipRequest.of(row).model_dump()
        return cls(
            **shown,
            employer_number=row["employer_number"],
            name=row["name"],
            paid_up_to=month_text(row["paid_up_to"]),
            late_months=[str(month) for month in late],
        )


class HardshipRequests(Shape):
    """What an employer has asked for, latest first."""

    items: list[HardshipRequest]


class HardshipCasePage(Shape):
    """What is not answered yet, oldest first."""

    items: list[HardshipCase]
    next_cursor: str | None
