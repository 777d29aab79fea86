"""The days that follow from a day, counted one by one."""

from collections.abc import Iterator
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """Go back from the same day of the month until there is such a day."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for number in range(day.day, 0, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError(day)


def days_after(first: date, last: date) -> Iterator[date]:
    """Each day after the first one, the last one too."""
    while first < last:
        first += ONE_DAY
        yield first
