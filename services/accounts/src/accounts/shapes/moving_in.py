"""What goes in and out about balances from before this system (期初)."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field

from accounts.domain import Month
from accounts.rules.moving_in import MovedIn
from accounts.shapes.fields import (
    MAX_PEOPLE_PER_REQUEST,
    Body,
    Day,
    MonthText,
    Number,
    Row,
    Words,
)
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds

BalanceFen = Annotated[int, Field(strict=True, ge=1, le=10**13)]


class MovedInBody(Body):
    """One account's balance on the day of moving in."""

    account_number: Number
    balance_fen: BalanceFen
    """With all interest due up to the day of moving in."""
    paid_up_to: MonthText

    def read(self) -> MovedIn:
        """The row as the rules have it."""
        return MovedIn(self.account_number, self.balance_fen, Month.parse(self.paid_up_to))


class MovingInBody(Grounds):
    """An employer's balances, whole, with the control sums of the former books."""

    as_of: Day
    """From this day on interest runs here."""
    head_count: int = Field(strict=True, ge=1)
    """How many accounts the former books have."""
    total_fen: int = Field(strict=True, ge=0)
    """What the former books add up to."""
    source: Words
    """From which books: the name of the system and of the balance list."""
    rows: Annotated[list[MovedInBody], Field(min_length=1, max_length=MAX_PEOPLE_PER_REQUEST)]
    """The accounts; all are moved in or none."""


class MovingIn(MovingInBody):
    """What is proposed, with whose balances they are."""

    employer_number: str


class MovedInReport(Shape):
    """One moving in, compared: former books, entered rows, booked entries."""

    id: UUID
    as_of: date
    """From this day on interest runs here."""
    source: str
    """From which books."""
    booked_at: datetime
    """When it was booked."""
    head_count: int
    total_fen: int
    booked_people: int
    """Accounts that have an opening entry of it."""
    booked_fen: int
    """What these entries add up to."""
    difference_people: int
    """Former books less what is booked: 0."""
    difference_fen: int
    """Former books less what is booked: 0."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        return cls(
            **dict(row),
            difference_people=row["head_count"] - row["booked_people"],
            difference_fen=row["total_fen"] - row["booked_fen"],
        )


class MovedInReports(Shape):
    """What was moved in for an employer."""

    items: list[MovedInReport]
    without_opening: int
    """Open accounts of the employer without an opening entry."""
