"""When a loan must have been paid out so that an instalment falls due on a day."""

import calendar
from datetime import date


def paid_out_for_an_instalment_on(day: date) -> date:
    """The same day of one of the two months before: one of them has as many days."""
    for months in (1, 2):
        count = day.year * 12 + day.month - 1 - months
        year, month = count // 12, count % 12 + 1
        if day.day <= calendar.monthrange(year, month)[1]:
            return date(year, month, day.day)
    raise AssertionError(f"both months before {day} are shorter")
