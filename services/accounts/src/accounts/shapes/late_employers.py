"""What staff sees of employers that are late."""

from datetime import date
from typing import Self

from accounts.domain import Month, Row
from accounts.rules import reminders
from shared.base.shape import Shape
from shared.messages.employers import EmployerReminder

KIND_TEXTS = {
    EmployerReminder.ACCOUNTS_MISSING: "登记后逾期未为职工设立账户",
    EmployerReminder.REMITTANCE_LATE: "逾期未汇缴",
}


class LateEmployer(Shape):
    """An employer that is late, and with what."""

    employer_number: str
    name: str
    """Name of the employer (单位名称)."""
    kind: EmployerReminder
    """What it is late with, as a stable code."""
    kind_text: str
    """The same in words."""
    month: str | None
    """The month that is not booked, YYYY-MM; none where its staff has no accounts."""
    due_on: date
    """Last day on which it was in time."""
    days_late: int
    """Days since then."""
    reminded_on: date | None
    """When its operator was reminded by text; none where nobody was (R-ACC-6)."""

    @classmethod
    def of(cls, row: Row, today: date) -> Self:
        """Show a row on a day."""
        kind = EmployerReminder(row["kind"])
        due_on = reminders.due_on(kind, row["about"], row["payday"])
        late_month = (
            str(Month.of(row["about"])) if kind is EmployerReminder.REMITTANCE_LATE else None
        )
        return cls(
            employer_number=row["employer_number"],
            name=row["name"],
            kind=kind,
            kind_text=KIND_TEXTS[kind],
            month=late_month,
            due_on=due_on,
            days_late=(today - due_on).days,
            reminded_on=row["reminded_on"],
        )


class LateEmployers(Shape):
    """Cases, by employer."""

    items: list[LateEmployer]
    """The cases."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
