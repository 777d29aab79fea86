"""Lists, memberships and what became of them, as they are told and shown (R-CRD-26 to 28)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import ConfigDict, StringConstraints, model_validator

from credit.domain import Row
from credit.shapes.fields import Day, SubjectCode, Text
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

ListCode = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]
MeasureCode = Annotated[str, StringConstraints(pattern=r"^[a-z_.]{1,120}$")]
Filled = Annotated[Text, StringConstraints(min_length=1)]


class NewEntry(Grounds):
    """Somebody is on a list, as its authority tells (列入名单)."""

    subject_id: UUID
    """Who."""
    list_code: ListCode
    """Which list."""
    document_no: Filled
    """Number of the decision (认定文书号)."""
    authority_name: Filled
    """Whose list it is (认定单位)."""
    authority_code: SubjectCode
    basis: Filled
    """The law or rule (认定依据)."""
    in_on: Day
    """First day on the list (列入日期)."""
    out_on: Day | None = None
    """Last day, where the authority told one (拟移出日期)."""

    @model_validator(mode="after")
    def _in_before_out(self) -> Self:
        if self.out_on is not None and self.out_on < self.in_on:
            raise ValueError("移出日期不能早于列入日期")
        return self


class Entered(Shape):
    """What became of it."""

    entry_id: UUID
    """Id of the membership."""


class Leaving(Grounds):
    """Somebody is no longer on a list (移出名单)."""

    entry_id: UUID


class Measure(Shape):
    """What the national list lets anybody do, or a reward."""

    measure_code: str
    """Its code."""
    matter: str
    """In which matter."""
    kind: str
    """`restriction` 惩戒 or `reward` 激励: a reward only speeds things up."""
    words: str
    """What it is, in Chinese."""
    source: str
    """Where the national list has it."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a measure."""
        return cls(**{name: row[name] for name in cls.model_fields})


class ListKind(Shape):
    """A list that a law, a central document or a department rule knows."""

    list_code: str
    """Its code."""
    name: str
    """Its name."""
    colour: str
    """`serious` 严重失信 or `red` 守信."""
    basis: str
    """By what it exists."""
    measures: list[Measure]
    """What may be done with who is on it; nothing else."""


class ListKinds(Shape):
    """The lists there are."""

    items: list[ListKind]
    """The lists."""


class Membership(Shape):
    """Somebody on a list."""

    entry_id: UUID
    """Its id."""
    list_code: str
    """Which list."""
    list_name: str
    """Its name."""
    colour: str
    """`serious` 严重失信 or `red` 守信."""
    document_no: str
    """认定文书号."""
    authority_name: str
    """认定单位."""
    basis: str
    """认定依据."""
    in_on: date
    """列入日期."""
    out_on: date | None
    """拟移出日期."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a membership."""
        return cls(**_membership(row))


def _membership(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in Membership.model_fields}


class Memberships(Shape):
    """On which lists somebody is today."""

    items: list[Membership]
    """The memberships."""


class Feedback(Shape):
    """What became of a measure in the matter of a check (奖惩反馈)."""

    model_config = ConfigDict(extra="forbid")

    entry_id: UUID
    """The membership."""
    measure_code: MeasureCode
    """The measure."""
    applied: bool
    """Whether it was applied."""
    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=500)]
    """Why, or why not."""


class Use(Shape):
    """What was fed back."""

    entry_id: UUID
    """The membership."""
    measure_code: str
    """The measure."""
    applied: bool
    """Whether it was applied."""
    why: str
    """Why, or why not."""
    used_on: date
    """When."""


class Hit(Membership):
    """A membership that an answer rests on, with what may be done in its matter."""

    measures: list[Measure]
    """Nothing else may be done, and none of these must."""
    uses: list[Use]
    """What was done."""

    @classmethod
    def in_matter(cls, row: Row, measures: Sequence[Row], uses: Sequence[Row]) -> Self:
        """Show a membership in the matter of a check."""
        return cls(
            **_membership(row),
            measures=[Measure.of(one) for one in measures],
            uses=[Use(**{name: one[name] for name in Use.model_fields}) for one in uses],
        )
