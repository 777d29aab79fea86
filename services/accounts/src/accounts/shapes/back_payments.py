"""What goes in and out about back payments (补缴): texts Chinese, money in fen."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from accounts.domain import LIST_STATES, Month, month_text
from accounts.rules.back_payment import Asked
from accounts.sealed import name_in
from accounts.shapes.fields import MAX_PEOPLE_PER_REQUEST, BaseFen, Body, MonthText, Number, Row
from shared.base.money import yuan
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData


class BackMonthBody(Body):
    """A person's month that is to be paid back."""

    account_number: Number
    month: MonthText
    wage_fen: BaseFen | None = None
    """The average monthly wage that counted then; the base in force if left out."""


class BackPaymentBody(Body):
    """Which months are paid back."""

    items: list[BackMonthBody] = Field(default=[], max_length=MAX_PEOPLE_PER_REQUEST)
    """People's months; without any, every month that is owed or deferred and no list will bring."""

    def asked(self) -> list[Asked]:
        """What the rules read."""
        return [
            Asked(item.account_number, Month.parse(item.month), item.wage_fen)
            for item in self.items
        ]


class BackPaymentGrounds(Grounds):
    """Which back payment the centre confirms or takes back, and why."""

    back_payment_id: UUID


class BackPayment(Shape):
    """A back-payment list (补缴清单)."""

    id: UUID
    """The back payment's id."""
    employer_number: str
    state: str
    """`draft`, `confirmed`, `booked` or `withdrawn`."""
    state_text: str
    payment_reference: str
    """What the employer writes as the remittance information of its payment."""
    head_count: int
    employer_fen: int
    employee_fen: int
    total_fen: int
    """Both sides of all months (合计): what the receipts must equal to the fen (R-DEP-7)."""
    total_text: str
    """The total in yuan, as people read it."""
    bank_serial: str | None
    """Serial number of the last receipt that paid it (银行流水号)."""
    created_at: datetime
    """When it was made."""
    confirmed_at: datetime | None
    """When the employer confirmed it; from then on it is frozen."""
    booked_at: datetime | None
    """When it was booked to the persons (R-DEP-8)."""

    @classmethod
    def of(cls, row: Row) -> Self:
        """Show a row."""
        total_fen = row["employer_fen"] + row["employee_fen"]
        shown = {
            "state_text": LIST_STATES[row["state"]],
            "total_fen": total_fen,
            "total_text": yuan(total_fen),
        }
        return cls.model_validate({**dict(row), **shown})


class BackPaymentPage(Shape):
    """Back payments, latest first."""

    items: list[BackPayment]
    next_cursor: str | None


class BackPaymentLine(Shape):
    """A person's month on a back payment."""

    account_number: str
    name: str
    """Name (姓名) as the employer gave it."""
    month: str
    base_fen: int
    employer_ratio_bp: int
    employee_ratio_bp: int
    employer_fen: int
    employee_fen: int

    @classmethod
    def of(cls, row: Row, data: PersonalData) -> Self:
        """Show a row."""
        shown = {"name": name_in(row, data), "month": month_text(row["month"])}
        return cls.model_validate({**dict(row), **shown})


class BackPaymentLinePage(Shape):
    """Lines of a back payment, by account number and month."""

    items: list[BackPaymentLine]
    next_cursor: str | None
