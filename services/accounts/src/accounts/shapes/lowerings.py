"""What goes in and out about lower ratios in hardship (降低缴存比例): basis points, texts Chinese."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from accounts.domain import Month, month_text
from accounts.rules.lowering import Lowering as Asked
from accounts.shapes.fields import Day, MonthText, RatioBp, Row, Version
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class LoweringBody(Grounds):
    """What an employer in hardship asks for, on the resolution of its staff (R-DEP-9)."""

    from_month: MonthText
    """The first month of it, YYYY-MM."""
    until_month: MonthText
    """The last month of it, YYYY-MM; the one after it has the ratios of before again."""
    employer_ratio_bp: RatioBp
    """The employer's ratio meanwhile."""
    employee_ratio_bp: RatioBp
    """The employees' ratio meanwhile."""
    resolution_number: Version
    """Number of the resolution of the staff congress or union (职工代表大会或工会决议)."""
    resolution_on: Day
    """Day of the resolution."""

    def asked(self) -> Asked:
        """What the rules read."""
        pair = (self.employer_ratio_bp, self.employee_ratio_bp)
        months = (Month.parse(self.from_month), Month.parse(self.until_month))
        return Asked(*months, pair, self.resolution_on)


class LoweringProposal(LoweringBody):
    """What is proposed: of which employer."""

    employer_number: str
    request_id: UUID | None = None
    """What the employer asked for online; none at the counter."""


class Lowering(Shape):
    """A lower ratio that was agreed."""

    id: UUID
    """Its id."""
    employer_number: str
    from_month: str
    """The first month of it, YYYY-MM."""
    until_month: str
    """The last month of it, YYYY-MM."""
    employer_ratio_bp: int
    """The employer's ratio meanwhile."""
    employee_ratio_bp: int
    """The employees' ratio meanwhile."""
    employer_bp_after: int
    """The employer's ratio from the month after it on."""
    employee_bp_after: int
    """The employees' ratio from the month after it on."""
    resolution_number: str
    """Number of the resolution."""
    resolution_on: date
    """Day of the resolution."""
    decided_at: datetime
    """When two people had agreed on it."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        months = {name: month_text(row[name]) for name in ("from_month", "until_month")}
        return cls.model_validate({**dict(row), **months})


class Lowerings(Shape):
    """An employer's lower ratios, latest first."""

    items: list[Lowering]
