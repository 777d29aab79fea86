"""Notices and policies of the public site, as they are proposed and read (政策法规)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import StringConstraints

from credit.domain import Row
from credit.shapes.fields import Day
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

BODY_CHARACTERS = 20_000
Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
Number = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]
Body = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=BODY_CHARACTERS)
]


class NewPolicy(Grounds):
    """A document that the site is to show."""

    title: Title
    """Title (标题)."""
    issuer: Title
    """Who issued it (发文机关)."""
    document_no: Number
    """发文字号, once."""
    issued_on: Day
    """成文日期."""
    body: Body
    """Its text; a line is a paragraph."""


class PolicyWithdrawal(Grounds):
    """A document should not be shown any more."""

    document_id: UUID


class PolicyPublished(Shape):
    """A document that is shown from now on."""

    document_id: UUID
    """Its id."""


class Policy(Shape):
    """A document in the list."""

    document_id: UUID
    """Its id."""
    title: str
    """Title."""
    issuer: str
    """Who issued it."""
    document_no: str
    """发文字号."""
    issued_on: date
    """成文日期."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a document."""
        return cls(**{name: row[name] for name in cls.model_fields})


class PolicyText(Policy):
    """A document with its text."""

    body: str
    """Its text; a line is a paragraph."""


class Policies(Shape):
    """Documents, the latest first, at most two hundred."""

    items: list[Policy]
    """The documents."""
