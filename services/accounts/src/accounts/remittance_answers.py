"""What goes out about lists, suspense and interest runs: texts Chinese, money in fen."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from accounts.answers import Row
from accounts.domain import LIST_STATES, month_text
from shared.base.money import yuan
from shared.sealing.personal_data import PersonalData

RUN_STATES = {"running": "结息中", "finished": "已完成"}


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


class SuspenseReceipt(BaseModel):
    """Bank money that pays no list (暂收, R-DEP-7)."""

    bank_serial: str
    amount_fen: int
    payer_name: str
    remittance_information: str
    value_date: date
    recorded_at: datetime


class SuspensePage(BaseModel):
    """Receipts in suspense, by bank serial."""

    items: list[SuspenseReceipt]
    next_cursor: str | None


class InterestRun(BaseModel):
    """How far the interest settlement of a fund year is."""

    fund_year: int
    state: str
    state_text: str
    settled: int
    interest_fen: int
    left_out: int
    """Accounts that a closing withdrawal holds: ask for the run again when it has ended."""
    requested_at: datetime
    finished_at: datetime | None

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        names = set(cls.model_fields) & set(row.keys())
        return cls(state_text=RUN_STATES[row["state"]], **{name: row[name] for name in names})
