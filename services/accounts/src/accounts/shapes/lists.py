"""What goes in and out about monthly lists: texts Chinese, money in fen."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from accounts.domain import LIST_STATES, month_text
from accounts.sealed import name_in
from accounts.shapes.fields import Body, MonthText, OnBehalf, Row
from shared.base.money import yuan
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData


class ListBody(Body):
    """The month of a remittance list."""

    month: MonthText


class ConfirmationBody(OnBehalf):
    """What an operator confirms, so that the confirmation can name it; or why staff do it."""

    total_fen: int | None = Field(None, strict=True, ge=1, examples=[96_000])
    """Total of the list as it was shown, fen; another total is refused."""


class ListGrounds(Grounds):
    """Which confirmed list the centre takes back, and why."""

    list_id: UUID


class RemittanceList(Shape):
    """A monthly list (汇缴清册)."""

    id: UUID
    """The list's id."""
    employer_number: str
    month: str
    """Month of the list (汇缴月份), YYYY-MM."""
    state: str
    """State (清册状态) as a stable code."""
    state_text: str
    payment_reference: str
    """What the employer writes as the remittance information of its payment."""
    head_count: int
    employer_fen: int
    employee_fen: int
    total_fen: int
    """Both sides of everybody (合计): what the receipt must equal to the fen (R-DEP-7)."""
    total_text: str
    """The total in yuan, as people read it."""
    bank_serial: str | None
    """Serial number of the receipt that paid it (银行流水号)."""
    confirmed_at: datetime | None
    """When the employer confirmed it; from then on it is frozen (R-CHG-6)."""
    booked_at: datetime | None
    """When it was booked to the persons (R-DEP-8)."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        total_fen = row["employer_fen"] + row["employee_fen"]
        return cls(
            id=row["id"],
            employer_number=row["employer_number"],
            month=str(month_text(row["month"])),
            state=row["state"],
            state_text=LIST_STATES[row["state"]],
            payment_reference=row["payment_reference"],
            head_count=row["head_count"],
            employer_fen=row["employer_fen"],
            employee_fen=row["employee_fen"],
            total_fen=total_fen,
            total_text=yuan(total_fen),
            bank_serial=row["bank_serial"],
            confirmed_at=row["confirmed_at"],
            booked_at=row["booked_at"],
        )


class ListChanges(Shape):
    """Roll-forward from the last booked list (汇缴变更, R-CHG-5)."""

    people_before: int
    """Head count of the list before."""
    before_fen: int
    """Total of the list before."""
    joined: int
    """Employees who are new on the list."""
    joined_fen: int
    """What they add to the total."""
    left: int
    """Employees who are on it no longer."""
    left_fen: int
    """What they take from the total."""
    changed_fen: int
    """What changed bases and ratios add to the total, or take from it."""
    people: int
    """Head count of this list."""
    total_fen: int
    """Total of this list."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        same = ("people_before", "before_fen", "joined", "joined_fen", "changed_fen", "people")
        return cls(
            left=row["left_out"],
            left_fen=row["left_out_fen"],
            total_fen=row["fen"],
            **{name: row[name] for name in same},
        )


class ListDetail(RemittanceList):
    """A list with its roll-forward."""

    changes: ListChanges
    """How it differs from the list before (汇缴变更), R-CHG-5."""

    @classmethod
    def shown(cls, row: Row, changes: Row) -> Self:
        """Show a row with its roll-forward."""
        return cls(**RemittanceList.of(row).model_dump(), changes=ListChanges.of(changes))


class ListPage(Shape):
    """Lists, latest month first."""

    items: list[RemittanceList]
    next_cursor: str | None


class ListLine(Shape):
    """One person on a list."""

    account_number: str
    name: str
    """Name (姓名), masked."""
    base_fen: int
    """Contribution base (缴存基数) within the limits of the year (R-DEP-4)."""
    employer_fen: int
    employee_fen: int

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        same = ("account_number", "base_fen", "employer_fen", "employee_fen")
        return cls(name=name_in(row, data), **{name: row[name] for name in same})


class LinePage(Shape):
    """Lines of a list, by account number."""

    items: list[ListLine]
    next_cursor: str | None
