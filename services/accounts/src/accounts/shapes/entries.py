"""Which booked rows are asked for, and what they come to: money in fen (R-QRY-1)."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints

from accounts.domain import BUSINESS_TEXTS, BusinessType
from accounts.shapes.fields import Day, Row
from accounts.views.entries import Which
from shared.base.shape import Shape
from shared.http.exports import FORM_TEXT, Form


class EntryFilter(Shape):
    """Which booked rows are asked for; without any, all."""

    # A parameter of the address is described here: its docstring reaches only what is sent as a body.
    booked_from: Day | None = Field(None, description="First day of booking, included.")
    booked_until: Day | None = Field(None, description="Last day of booking, included.")
    business_type: BusinessType | None = Field(
        None, description="Only rows of this business type (业务类型), code of JGJ/T 320 A.5."
    )

    @property
    def which(self) -> Which:
        """As the views read it."""
        kind = self.business_type
        return Which(self.booked_from, self.booked_until, kind.value if kind else None)


class EntryExport(EntryFilter):
    """All of them, as a file."""

    form: Form = Field(Form.XLSX, description=FORM_TEXT)


class EntryQuery(EntryFilter):
    """A page of booked rows."""

    cursor: Annotated[str, StringConstraints(max_length=200)] | None = None
    limit: int = Field(50, ge=1, le=200)


class TypeTotal(Shape):
    """What the rows of one business type come to."""

    business_type: str
    business_text: str
    """The business type in Chinese."""
    entries: int
    """Number of rows."""
    in_fen: int
    """What came in."""
    out_fen: int
    """What went out, as a positive amount."""


class EntryTotals(Shape):
    """What the rows that are asked for come to (合计)."""

    booked_from: date | None
    """First day that was asked for; none: from the beginning."""
    booked_until: date | None
    """Last day that was asked for; none: until now."""
    entries: int
    """Number of rows."""
    in_fen: int
    """What came in."""
    out_fen: int
    """What went out, as a positive amount."""
    opening_balance_fen: int
    """Balance before the first day, whatever the business type that was asked for."""
    closing_balance_fen: int
    """Balance after the last day, whatever the business type that was asked for."""
    by_business_type: list[TypeTotal]
    """The same by business type, those that have rows."""

    @classmethod
    def of(cls, rows: Sequence[Row], asked: EntryFilter) -> Self:
        """Sum up the rows of all business types."""
        kinds = [
            TypeTotal(
                business_type=row["business_type"],
                business_text=BUSINESS_TEXTS[row["business_type"]],
                entries=row["entries"],
                in_fen=row["in_fen"],
                out_fen=row["out_fen"],
            )
            for row in rows
            if row["entries"]
        ]
        return cls(
            booked_from=asked.booked_from,
            booked_until=asked.booked_until,
            entries=sum(kind.entries for kind in kinds),
            in_fen=sum(kind.in_fen for kind in kinds),
            out_fen=sum(kind.out_fen for kind in kinds),
            opening_balance_fen=sum(row["before_fen"] for row in rows),
            closing_balance_fen=sum(row["until_fen"] for row in rows),
            by_business_type=kinds,
        )
