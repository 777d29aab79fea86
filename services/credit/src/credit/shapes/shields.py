"""Shields of firms that a court reorganises, as they are proposed and shown (R-CRD-24)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import StringConstraints

from credit.domain import Row
from credit.shapes.fields import Day, Text
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

Filled = Annotated[Text, StringConstraints(min_length=1)]


class NewShield(Grounds):
    """A court's ruling on the reorganisation of the firm that the path names (批准重整计划的裁定)."""

    court_name: Filled
    """Which court ruled."""
    ruling_no: Filled
    """Number of the ruling (裁定书文号)."""
    ruled_on: Day
    """Its day, today at the latest."""
    plan_until: Day
    """Last day of the plan (重整计划执行期), today at the earliest."""


class Shielding(NewShield):
    """A firm is to be shielded."""

    subject_id: UUID


class ShieldEnd(Grounds):
    """A shield should not stand any more."""

    shield_id: UUID


class ShieldBegun(Shape):
    """A shield that stands."""

    shield_id: UUID
    """Its id."""


class Shield(Shape):
    """A shield as staff see it."""

    shield_id: UUID
    """Its id."""
    court_name: str
    """Which court ruled."""
    ruling_no: str
    """Number of the ruling."""
    ruled_on: date
    """Its day."""
    plan_until: date
    """Last day of the plan."""
    ended_at: datetime | None
    """Since when it stands no more; none while it does."""
    ended_reason: str | None
    """Why it ended."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a shield."""
        return cls(**{name: row[name] for name in cls.model_fields})


class Shields(Shape):
    """Shields of a firm."""

    items: list[Shield]
    """Those that stand first."""
