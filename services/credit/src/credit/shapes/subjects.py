"""Subjects, as they are proposed, looked up and shown."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import ConfigDict, Field, model_validator

from credit.domain import SUBJECT_KIND_TEXTS, Row, SubjectKind, SubjectState
from credit.rules.codes import holder_of
from credit.shapes.fields import IdNumber, Name, SubjectCode, Text
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class Named(Shape):
    """Somebody by name, and by code or ID number."""

    name: Name
    """Name as the base register has it (主体名称)."""
    code: SubjectCode | None = None
    """Unified social credit code (统一社会信用代码); none of a natural person."""
    id_number: IdNumber | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.code is None) == (self.id_number is None):
            raise ValueError("统一社会信用代码和身份证件号码填写其中一项")
        return self


class NewSubject(Named, Grounds):
    """Who is to stand in a register (主体入库); the register follows from the code."""

    source: Text = "主管部门"
    """Where it was learned (数据来源)."""


class SubjectChange(Grounds):
    """What a subject is called from now on (更名、换码)."""

    subject_id: UUID
    name: Name
    """Its name from now on."""
    code: SubjectCode
    """Its code from now on; the same where only the name changes."""


class SubjectChangeBody(Grounds):
    """What a subject is called from now on, of the subject that the path names."""

    name: Name
    """Its name from now on."""
    code: SubjectCode
    """Its code from now on; the same where only the name changes."""


class Merger(Grounds):
    """Two subjects are one (合并)."""

    subject_id: UUID
    into: UUID
    """Who has its records from now on."""


class MergerBody(Grounds):
    """Into whom the subject that the path names is merged."""

    into: UUID
    """Who has its records from now on."""


class Lookup(Named):
    """Whom staff look for: in a body, so that no number stands in a log."""

    model_config = ConfigDict(extra="forbid")


class Found(Shape):
    """Whether somebody stands in a register (R-CRD-10)."""

    match: str = Field(examples=["exact"])
    """`exact`: name and code belong together; `code_only`: another name stands there; `none`."""
    subject_id: UUID | None
    """Who it is; none where nobody has the code."""
    name: str | None
    """The name that stands there; none of a natural person."""


class SubjectChangeLine(Shape):
    """What a subject was called from a moment on."""

    changed_at: datetime
    """From when on."""
    what: str
    """`registered`, `changed` or `merged`."""
    code: str | None
    """Its code from then on; none of a natural person."""
    name: str | None
    """Its name from then on; none of a natural person."""
    reason: str
    """Why it was changed."""


class SubjectAnswer(Shape):
    """A subject as staff see it (信用主体)."""

    subject_id: UUID
    """Its id, for ever."""
    kind: SubjectKind
    """The register in which it stands."""
    kind_text: str
    """The register, in Chinese."""
    holder: str | None
    """What kind of body its code was given to; none of a natural person."""
    code: str | None
    """Unified social credit code; none of a natural person."""
    name: str | None
    """Name; none of a natural person, whom only a hash tells."""
    state: SubjectState
    """Whether it stands for itself, or was merged."""
    merged_into: UUID | None
    """Who has its records now."""
    registered_at: datetime
    """Since when it stands in the register."""
    history: list[SubjectChangeLine]
    """What it was called, oldest first."""

    @classmethod
    def of(cls, row: Row, history: list[Row]) -> Self:
        """Show a subject."""
        return cls(
            subject_id=row["subject_id"],
            kind=row["kind"],
            kind_text=SUBJECT_KIND_TEXTS[SubjectKind(row["kind"])],
            holder=holder_of(row["code"]) if row["code"] else None,
            code=row["code"],
            name=row["name"],
            state=row["state"],
            merged_into=row["merged_into"],
            registered_at=row["registered_at"],
            history=[
                SubjectChangeLine(
                    changed_at=one["changed_at"],
                    what=one["what"],
                    code=one["code"],
                    name=one["name"],
                    reason=one["reason"],
                )
                for one in history
            ],
        )


class Registered(Shape):
    """What became of a subject."""

    subject_id: UUID
    """Its id."""
