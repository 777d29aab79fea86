"""What goes in and out about complaints (投诉): texts Chinese."""

from datetime import datetime
from typing import Literal, Self
from uuid import UUID

from pydantic import Field

from accounts.domain import Month
from accounts.sealed import COMPLAINT_WORDS, name_in
from accounts.shapes.fields import Body, MonthText, Row, Words
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

STATE_TEXTS = {"open": "处理中", "answered": "已答复"}


class ComplaintBody(Body):
    """A complaint about one's own months that the employer has not paid."""

    months: list[MonthText] = Field(default=[], max_length=240)
    """Which of the owed months; without any, all of them."""
    words: Words
    """What the person says (反映内容)."""
    unseen_by_employer: bool = True
    """Whether the employer must not see it; so unless the person says otherwise."""

    def about(self) -> list[Month]:
        """What the rules read."""
        return [Month.parse(month) for month in self.months]


class AnswerBody(Body):
    """What the centre answers."""

    text: Words
    """The answer (答复); the person reads it, and so does the employer if it sees the complaint."""


class Complaint(Shape):
    """A complaint as the person sees it."""

    id: UUID
    """The complaint's id."""
    employer_name: str
    """Whom it is about."""
    months: list[str]
    """The months that were not paid, YYYY-MM."""
    words: str
    """What the person says."""
    unseen_by_employer: bool
    """Whether the employer must not see it."""
    state: Literal["open", "answered"]
    """`open` or `answered`."""
    state_text: str
    made_at: datetime
    """When it was made."""
    answer: str | None
    """What the centre answers."""
    answered_at: datetime | None
    """When it was answered."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        shown = {
            "months": [str(Month.of(day)) for day in row["months"]],
            "words": data.open(row["words_sealed"], COMPLAINT_WORDS, row["id"]),
            "state_text": STATE_TEXTS[row["state"]],
            "name": name_in(row, data),
        }
        return cls.model_validate({**dict(row), **shown})


class ComplaintCase(Complaint):
    """A complaint as the centre, or an employer that may, sees it."""

    employer_number: str
    account_number: str
    name: str
    """Whose it is (姓名)."""
    answered_by_name: str | None
    """Who answered it, masked."""


class Complaints(Shape):
    """A person's complaints, latest first."""

    items: list[Complaint]


class ComplaintPage(Shape):
    """Complaints, page by page."""

    items: list[ComplaintCase]
    next_cursor: str | None
