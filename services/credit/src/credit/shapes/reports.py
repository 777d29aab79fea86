"""Credit reports as they are asked for, listed and checked (R-CRD-34)."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import ConfigDict, StringConstraints, model_validator

from credit.domain import Row
from credit.shapes.checks import Purpose
from credit.shapes.subjects import Named
from shared.base.shape import Shape

AuthorityNo = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]


class Ground(StrEnum):
    """By what right a report is asked for (查询依据)."""

    SELF = "self"
    """本人（单位）自查"""
    AUTHORITY = "authority"
    """书面授权委托查询"""


class NewReport(Named):
    """A report of a subject, asked for at the counter."""

    model_config = ConfigDict(extra="forbid")

    ground: Ground
    """By whose will."""
    authority_no: AuthorityNo | None = None
    """授权书编号: number of the written authority, which stays with the counter's papers."""
    purpose: Purpose
    """What it is for (查询用途)."""

    @model_validator(mode="after")
    def _authority_is_written(self) -> Self:
        if self.ground is Ground.AUTHORITY and self.authority_no is None:
            raise ValueError("委托查询须填写授权书编号")
        return self


class MyReport(Shape):
    """A report about oneself."""

    model_config = ConfigDict(extra="forbid")

    purpose: Purpose
    """What it is for (查询用途)."""


class Report(Shape):
    """A report that was issued; the check code stands on the paper alone."""

    number: str
    """Its number."""
    ground: Ground
    """By what right it was asked for."""
    purpose: str
    """What it is for."""
    as_of: datetime
    """Instant of what it says."""
    digest: str
    """SM3 of what it says."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a report."""
        return cls(**{name: row[name] for name in cls.model_fields})


class Reports(Shape):
    """Reports about oneself."""

    items: list[Report]
    """The latest first, at most a hundred."""


class Outcome(StrEnum):
    """What a check of a report comes to (核验结果)."""

    MATCH = "match"
    """相符"""
    CHANGED = "changed"
    """相符，但所载信息此后已有变化: repaired, corrected, ended or withdrawn since."""
    NO_MATCH = "no_match"
    """不相符"""


OUTCOME_TEXTS = {
    Outcome.MATCH: "相符",
    Outcome.CHANGED: "编号和校验码相符，但报告所载信息此后已有变化，请重新查询",
    Outcome.NO_MATCH: "不相符",
}


class ReportCheck(Shape):
    """What anybody is told of a report: nothing about its subject."""

    outcome: Outcome
    """What it comes to, as a stable code."""
    outcome_text: str
    """The same, in Chinese."""
    as_of: datetime | None
    """Instant of what it says; none where it is not ours."""
    digest: str | None
    """SM3 of what it says, as it is printed at its foot; none where it is not ours."""

    @classmethod
    def of(cls, row: Row | None) -> Self:
        """Say it."""
        outcome = Outcome.NO_MATCH
        if row is not None:
            outcome = Outcome.MATCH if row["stands"] else Outcome.CHANGED
        return cls(
            outcome=outcome,
            outcome_text=OUTCOME_TEXTS[outcome],
            as_of=row["as_of"] if row else None,
            digest=row["digest"] if row else None,
        )
