"""What goes in and out about deferrals (缓缴): texts Chinese."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from accounts.domain import Month, month_text
from accounts.rules import deferral as rules
from accounts.shapes.fields import Day, MonthText, Row, Version
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds


class DeferralBody(Grounds):
    """What an employer in hardship asks for, on the resolution of its staff (R-DEP-9)."""

    from_month: MonthText
    """The first month of it, YYYY-MM."""
    until_month: MonthText
    """The last month of it, YYYY-MM."""
    catch_up_by: Day
    """The last day on which its months may be paid; from then on they are owed."""
    resolution_number: Version
    """Number of the resolution of the staff congress or union (职工代表大会或工会决议)."""
    resolution_on: Day
    """Day of the resolution."""

    def asked(self) -> rules.Deferral:
        """What the rules read."""
        months = (Month.parse(self.from_month), Month.parse(self.until_month))
        return rules.Deferral(*months, self.catch_up_by, self.resolution_on)


class DeferralProposal(DeferralBody):
    """What is proposed: of which employer."""

    employer_number: str
    request_id: UUID | None = None
    """What the employer asked for online; none at the counter."""


class Deferral(Shape):
    """A deferral that was agreed."""

    id: UUID
    """The deferral's id."""
    employer_number: str
    from_month: str
    """The first month of it, YYYY-MM."""
    until_month: str
    """The last month of it, YYYY-MM."""
    catch_up_by: date
    """Until when its months may be paid."""
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


class Deferrals(Shape):
    """An employer's deferrals, latest first."""

    items: list[Deferral]
