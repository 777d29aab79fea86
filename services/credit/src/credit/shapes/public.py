"""What anybody is shown: firms, organisations, what is public of them; no natural person."""

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from credit.domain import (
    GRAVITY_TEXTS,
    RECORD_KIND_TEXTS,
    SUBJECT_KIND_TEXTS,
    Gravity,
    RecordKind,
    Row,
    SubjectKind,
)
from credit.rules.codes import holder_of
from shared.base.shape import Shape

NEVER_PUBLIC = frozenset({"id_number", "simple_procedure", "state_secret", "source_code"})
"""Of the cells of a row: whatever names a person beside the legal representative."""


class PublicSubject(Shape):
    """A firm or organisation."""

    code: str
    """Unified social credit code (统一社会信用代码)."""
    name: str
    """Name."""
    kind: SubjectKind
    """The register in which it stands."""
    kind_text: str
    """The register, in Chinese."""
    holder: str
    """What kind of body it is, in Chinese."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a subject."""
        return cls(
            code=row["code"],
            name=row["name"],
            kind=row["kind"],
            kind_text=SUBJECT_KIND_TEXTS[SubjectKind(row["kind"])],
            holder=holder_of(row["code"]),
        )


class SearchAnswer(Shape):
    """What a search has found, the most alike first."""

    items: list[PublicSubject]
    """At most ten: whoever seeks one firm needs no more."""


class PublicRecord(Shape):
    """A permit or penalty that is public now."""

    record_id: UUID
    """Its id."""
    kind: RecordKind
    """Permit or penalty."""
    kind_text: str
    """The kind, in Chinese."""
    authority_name: str
    """Whose decision it is."""
    document_no: str
    """决定文书号."""
    decided_on: date
    """决定日期."""
    gravity_text: str | None
    """How grave the breach is, in Chinese; none of a permit."""
    repair_from: date | None
    """First day on which its repair may be asked for."""
    public_until: date | None
    """Last day of publication (公示截止期)."""
    content: dict[str, Any]
    """What it says, cell by cell."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a record."""
        gravity = row["gravity"]
        said = {
            name: value
            for name, value in row["content"].items()
            if name not in NEVER_PUBLIC and value not in ("", None, [])
        }
        return cls(
            record_id=row["record_id"],
            kind=row["kind"],
            kind_text=RECORD_KIND_TEXTS[RecordKind(row["kind"])],
            authority_name=row["authority_name"],
            document_no=row["document_no"],
            decided_on=row["decided_on"],
            gravity_text=GRAVITY_TEXTS[Gravity(gravity)] if gravity else None,
            repair_from=row["repair_from"],
            public_until=row["public_until"],
            content=said,
        )


class PublicFile(PublicSubject):
    """A firm or organisation with what is public of it."""

    as_of: datetime
    """Instant of the answer."""
    permits: int
    """How many permits are public."""
    penalties: int
    """How many penalties are public."""
    records: list[PublicRecord]
    """The latest of them, at most a hundred."""


class Statistics(Shape):
    """How much is public (统计)."""

    as_of: datetime
    """When it was counted."""
    legal_persons: int
    """Legal persons and individual businesses in the register."""
    organisations: int
    """Non-enterprise legal persons in the register."""
    permits: int
    """Permits that are public."""
    penalties: int
    """Penalties that are public."""
    by_year: list["YearFigures"]
    """By the year of the decision, oldest first."""


class YearFigures(Shape):
    """What was decided in a year and is public."""

    year: int
    """The year."""
    permits: int
    """Permits."""
    penalties: int
    """Penalties."""
