"""When a month's contribution is due, and from when it is overdue (R-DEP-5)."""

from collections.abc import Iterable
from datetime import date, timedelta

from accounts.domain import Month

DAYS_AFTER_PAYDAY = 5
"""Art. 19: the employer remits within five days of payday."""
ONE_DAY = timedelta(days=1)


def due_on(month: Month, payday: int) -> date:
    """Return the last day on which a month's contribution is in time (E42).

    A payday that a short month does not have is its last day.
    """
    last = month.plus(1).first - ONE_DAY
    return min(last, month.first + (payday - 1) * ONE_DAY) + DAYS_AFTER_PAYDAY * ONE_DAY


def last_overdue(payday: int, today: date) -> Month:
    """Return the latest month whose contribution is overdue on a day."""
    month = Month.of(today)
    while due_on(month, payday) >= today:
        month = month.plus(-1)
    return month


def overdue_months(first: Month | None, payday: int, today: date) -> list[Month]:
    """Return the months from `first` on, the next to be remitted, that are overdue."""
    last = last_overdue(payday, today)
    if first is None:
        return []
    return [first.plus(count) for count in range(max(0, last.since(first) + 1))]


def gap_remark(first: Month, settled: date | None) -> str | None:
    """Say which months stay owed because the lists of their months are confirmed or booked already.

    `settled` is the last such month of the employer; `first` is the month from which somebody contributes.
    """
    if settled is None or first > (last := Month.of(settled)):
        return None
    months = str(first) if first == last else f"{first}至{last}"
    return f"{months}的汇缴清册已确认或入账，该职工这{last.since(first) + 1}个月未缴存，记为欠缴。"


def last_settled(paid_up_to: date | None, frozen: Iterable[date]) -> date | None:
    """Return the last month of which an employer's list is booked or confirmed."""
    days = [*frozen, *([paid_up_to] if paid_up_to is not None else [])]
    return max(days, default=None)
