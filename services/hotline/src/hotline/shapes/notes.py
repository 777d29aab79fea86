"""Notes, cases and daily figures as staff send and see them."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from hotline.domain import Row
from hotline.sealed import NOTE
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1_000)]


class NewNote(Shape):
    """What a call was about (话后小结)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Words = Field(repr=False)
    """What the caller wanted and was told, in words."""
    solved: bool
    """Whether that was all; else it is a case (工单) until somebody answers it."""


class CaseAnswer(Shape):
    """How a case was answered."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    answer: Words = Field(repr=False)
    """What the caller was told, in words."""


class Kept(Shape):
    """It was written down."""

    call_id: UUID


class CaseLine(Shape):
    """A case that waits for an answer (待办工单)."""

    call_id: UUID
    began_at: datetime
    """When the call was answered."""
    person_id: UUID | None
    """Whom the caller has proved to be."""
    asked: list[str]
    """What was asked for, in order, as stable codes."""
    noted_at: datetime
    """Since when it is a case."""
    text: str
    """What the caller wanted and was told, in words."""

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        names = ("call_id", "began_at", "person_id", "asked", "noted_at")
        text = data.open(row["text_sealed"], NOTE, row["call_id"])
        return cls(**{name: row[name] for name in names}, text=text)


class CaseList(Shape):
    """Cases that wait, the oldest first."""

    items: list[CaseLine]


class AskedFor(Shape):
    """How often something was asked for."""

    what: str
    """What, as a stable code."""
    calls: int
    """How often on that day."""


class DayFigures(Shape):
    """12329 on one day (日报)."""

    day: date
    """Business date on which the calls began."""
    calls: int
    """Calls that were answered."""
    proved: int
    """Callers who have proved who they are."""
    served: int
    """Calls that we ended, after all was said."""
    cut_off: int
    """Calls that were lost on the line or by a fault of ours."""
    wanted_agent: int
    """Callers who waited for an agent."""
    answered: int
    """Those of them whom an agent answered."""
    answered_in_time: int
    """Those of them who waited 20 seconds at the most (20秒接通)."""
    given_up: int
    """Callers who hung up while they waited, and were answered by nobody (放弃)."""
    average_wait_seconds: float
    """Average wait of whom an agent answered."""
    waiting_now: int
    """Callers who wait at this moment, whatever the day."""
    call_backs_waiting: int
    """Callers who wait to be called back, whatever the day."""
    cases_waiting: int
    """Cases that wait for an answer, whatever the day."""
    call_backs_asked: int
    """Callers who wanted to be called back."""
    called_back: int
    """Those of them who were reached."""
    solved: int
    """Calls whose note says that they are solved."""
    cases_answered: int
    """Calls that became a case and were answered."""
    cases_open: int
    """Calls that are a case still."""
    average_seconds: float
    """Average length of a call that has ended."""
    asked: list[AskedFor]
    """What was asked for, the most frequent first."""
