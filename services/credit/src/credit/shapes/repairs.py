"""Repairs and objections, as they are asked for, decided and shown (R-CRD-20 to 25)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from credit.domain import REPAIR_STATE_TEXTS, RepairState, Row
from shared.base.shape import Shape
from shared.proposals.shapes import Document, Grounds

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=2_000)]


class NewRepair(Shape):
    """Who wants a record repaired, and what shows that the duties are done."""

    model_config = ConfigDict(extra="forbid")

    applicant: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)
    ]
    """Who applies at the window (经办人), with the authorisation's number where it is another."""
    commitment: Words
    """信用承诺: that all of it is true, and who answers for it."""
    evidence: Annotated[list[Document], Field(min_length=1, max_length=20)]
    """Numbers of what proves that the conduct is corrected and the duties are met."""


class Acceptance(Shape):
    """Whether an application is taken (受理)."""

    model_config = ConfigDict(extra="forbid")

    accepted: bool
    """Whether it is taken."""
    reason: Words
    """Why, or why not."""


class RepairDecision(Grounds):
    """What becomes of a repair."""

    repair_id: UUID
    """The application."""
    agree: bool
    """Whether the record is repaired."""


class RepairDecisionBody(Grounds):
    """What becomes of the repair that the path names."""

    agree: bool
    """Whether the record is repaired."""


class RepairAnswer(Shape):
    """How far a repair is."""

    repair_id: UUID
    """Its id."""
    record_id: UUID
    """The record."""
    applicant: str
    """Who applied."""
    state: RepairState
    """How far it is, as a stable code."""
    state_text: str
    """How far it is, in Chinese."""
    applied_on: date
    """When it was asked for."""
    accept_due_on: date
    """By then it is said whether it is taken (R-CRD-22)."""
    result_due_on: date
    """By then its result is there (R-CRD-22)."""
    decision: str | None
    """Why it was decided so; none while it is open."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a repair."""
        values = {name: row[name] for name in cls.model_fields if name != "state_text"}
        return cls(**values, state_text=REPAIR_STATE_TEXTS[RepairState(row["state"])])


class RepairList(Shape):
    """Open repairs, those that are due first at the top."""

    items: list[RepairAnswer]
    """At most two hundred."""


class ObjectedTo(StrEnum):
    """What somebody says is wrong (异议类型)."""

    CONTENT = "content"
    PERIOD = "period"
    SUBJECT = "subject"


class NewObjection(Shape):
    """What somebody says is wrong with a record."""

    model_config = ConfigDict(extra="forbid")

    about: ObjectedTo
    """What is said to be wrong."""
    words: Words
    """What they say."""


class ObjectionDecision(Grounds):
    """What becomes of an objection."""

    objection_id: UUID
    """The objection."""
    upheld: bool
    """Whether they are right; then the record is corrected or withdrawn by its own operation."""


class ObjectionDecisionBody(Grounds):
    """What becomes of the objection that the path names."""

    upheld: bool
    """Whether they are right; then the record is corrected or withdrawn by its own operation."""


OBJECTED_TO_TEXTS = {
    ObjectedTo.CONTENT: "内容",
    ObjectedTo.PERIOD: "公示期",
    ObjectedTo.SUBJECT: "主体",
}


class OpenObjection(Shape):
    """An objection that nobody has decided."""

    objection_id: UUID
    """Its id."""
    record_id: UUID
    """The record that it is about."""
    document_no: str
    """The record's 决定文书号."""
    authority_name: str
    """Whose decision it is."""
    subject_name: str | None
    """Name of a firm or organisation; none of a natural person."""
    about: ObjectedTo
    """What is said to be wrong."""
    about_text: str
    """The same, in Chinese."""
    words: str
    """What they say."""
    raised_on: date
    """When it was raised."""
    result_due_on: date
    """By then it is answered."""
    late: bool
    """That day is over."""

    @classmethod
    def of(cls, row: Row, today: date) -> Self:
        """Show an objection."""
        added = ("about_text", "late")
        values = {name: row[name] for name in cls.model_fields if name not in added}
        about_text = OBJECTED_TO_TEXTS[ObjectedTo(row["about"])]
        return cls(**values, about_text=about_text, late=row["result_due_on"] < today)


class OpenObjections(Shape):
    """Open objections, those that are due first at the top."""

    items: list[OpenObjection]
    """The objections."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""


class ObjectionAnswer(Shape):
    """An objection that was taken down."""

    objection_id: UUID
    """Its id."""
    record_id: UUID
    """The record; every answer about it says 异议中 until it is decided."""
    result_due_on: date
    """By then it is answered."""
