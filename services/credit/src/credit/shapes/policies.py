"""Notices and policies of the public site, as they are proposed and read (政策法规)."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import StringConstraints

from credit.domain import FoundDocuments, Row
from credit.shapes.fields import Day
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

BODY_CHARACTERS = 20_000
FILE_CHARACTERS = 2_000_000
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


class PolicyFile(Grounds):
    """Documents that the site is to show, a row each."""

    csv: Annotated[str, StringConstraints(min_length=1, max_length=FILE_CHARACTERS)]
    """The file's content: CSV (RFC 4180) with the columns 标题, 发文机关, 发文字号, 成文日期, 正文."""


class PoliciesPublished(Shape):
    """Documents that are shown from now on."""

    documents: int
    """How many."""


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
    """A page of documents, the latest first."""

    items: list[Policy]
    """The documents of this page, at most twenty."""
    total: int
    """How many there are on all pages."""
    page: int
    """Which page, from 1."""
    pages: int
    """How many pages."""
    years: list[int]
    """In which years documents were issued, the latest first."""

    @classmethod
    def of(cls, found: FoundDocuments) -> Self:
        """Show a page of documents."""
        return cls(
            items=[Policy.of(row) for row in found.rows],
            total=found.total,
            page=found.page,
            pages=found.pages,
            years=list(found.years),
        )
