"""What goes in and out about monthly lists: texts Chinese, money in fen."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from accounts.domain import LIST_STATES, month_text
from accounts.shapes.fields import Body, MonthText, Row
from shared.base.money import yuan
from shared.sealing.personal_data import PersonalData


class ListBody(Body):
    """The month of a remittance list."""

    month: MonthText


class RemittanceList(BaseModel):
    """A monthly list (汇缴清册)."""

    id: UUID
    employer_number: str
    month: str
    state: str
    state_text: str
    payment_reference: str
    """What the employer writes as the remittance information of its payment."""
    head_count: int
    employer_fen: int
    employee_fen: int
    total_fen: int
    total_text: str
    bank_serial: str | None
    confirmed_at: datetime | None
    booked_at: datetime | None

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


class ListChanges(BaseModel):
    """Roll-forward from the last booked list (汇缴变更, R-CHG-5)."""

    people_before: int
    before_fen: int
    joined: int
    joined_fen: int
    left: int
    left_fen: int
    changed_fen: int
    people: int
    total_fen: int

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


class ListPage(BaseModel):
    """Lists, latest month first."""

    items: list[RemittanceList]
    next_cursor: str | None


class ListLine(BaseModel):
    """One person on a list."""

    account_number: str
    name: str
    base_fen: int
    employer_fen: int
    employee_fen: int

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        same = ("account_number", "base_fen", "employer_fen", "employee_fen")
        return cls(name=data.open(row["name_sealed"]), **{name: row[name] for name in same})


class LinePage(BaseModel):
    """Lines of a list, by account number."""

    items: list[ListLine]
    next_cursor: str | None
