"""Authorised users and look-ups, as they are told and shown (R-CRD-32, 33)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Self
from uuid import UUID

from pydantic import StringConstraints

from credit.domain import Row
from credit.shapes.fields import SubjectCode, Text
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

Filled = Annotated[Text, StringConstraints(min_length=1)]


class UserRole(StrEnum):
    """What a user may do (用户角色)."""

    ASKER = "asker"
    """查询"""
    REPORTER = "reporter"
    """报送"""
    REPAIR_OFFICER = "repair_officer"
    """信用修复"""
    UNIT_ADMIN = "unit_admin"
    """单位管理员"""
    AUDITOR = "auditor"
    """审计"""


USER_ROLE_TEXTS = {
    UserRole.ASKER: "查询",
    UserRole.REPORTER: "报送",
    UserRole.REPAIR_OFFICER: "信用修复",
    UserRole.UNIT_ADMIN: "单位管理员",
    UserRole.AUDITOR: "审计",
}


class NewUser(Grounds):
    """Somebody may look up, for a unit of the city or a county (授权用户)."""

    identity_id: UUID
    """Who logs in."""
    unit_code: SubjectCode
    unit_name: Filled
    """Name of the unit."""
    county: Filled
    """City or county (市、县（市、区）)."""
    role: UserRole
    """What they may do."""


class User(Shape):
    """A user as staff see them."""

    identity_id: UUID
    """Who logs in."""
    unit_code: str
    """Code of the unit."""
    unit_name: str
    """Its name."""
    county: str
    """City or county."""
    role: UserRole
    """What they may do."""
    confirmed_until: date
    """Last day on which the unit stands for them."""
    last_used_on: date
    """When they looked something up last."""
    shut_reason: str | None
    """Why they are let in no more."""
    looked_up_day: int
    """Firms that they looked up in the last 24 hours."""
    looked_up_month: int
    """Firms that they looked up in the last 30 days."""
    odd: bool
    """Whether those of a day are more than anybody's work takes (R-CRD-33)."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a user."""
        return cls(**{name: row[name] for name in cls.model_fields})


class Users(Shape):
    """Users of a county, or of all."""

    items: list[User]
    """By county and unit."""
    in_force: int
    """How many may look up today."""


class LookUp(Shape):
    """A look-up, as the auditor and its subject see it."""

    number: int
    """Its place in the chain."""
    looked_at: datetime
    """When."""
    identity_id: UUID
    """Who."""
    unit_code: str
    """For which unit."""
    matter_id: str
    """In which matter."""
    purpose: str
    """Why."""
    shown: list[str]
    """What was shown, by category."""
    result_digest: str
    """SM3 of the answer."""
    digest: str
    """SM3 of this look-up and of the one before."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a look-up."""
        return cls(**{name: row[name] for name in cls.model_fields})


class LookUps(Shape):
    """Look-ups, the latest first."""

    items: list[LookUp]
    """The look-ups."""


class Verification(Shape):
    """Whether the chain of look-ups holds."""

    looked_through: int
    """Links that were reckoned again."""
    broken_at: int | None
    """The first link that does not hold; none where all do."""
