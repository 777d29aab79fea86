"""Interest on an account by hand, day by day in exact fractions: what the tests expect (R-INT-1 to 4)."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

ONE_DAY = timedelta(days=1)
RATES: Mapping[date, Fraction] = {date(1999, 4, 3): Fraction(15, 1000)}
"""From which day on which rate."""


def interest_due(
    moved: Iterable[tuple[date, int]], until: date, rates: Mapping[date, Fraction] = RATES
) -> list[int]:
    """The interest of each fund year up to, not including, a day; `moved` is `(value date, fen)` each.

    Each year's interest is rounded half up once, and principal from 1 July on.
    """
    by_day: dict[date, int] = {}
    for day, fen in moved:
        by_day[day] = by_day.get(day, 0) + fen
    balance, product, years = 0, Fraction(0), []
    day = min(by_day, default=until)
    while day < until:
        balance += by_day.get(day, 0)
        rate = rates[max(start for start in rates if start <= day)]
        product += balance * rate
        day += ONE_DAY
        if (day.month, day.day) == (7, 1) or day == until:
            years.append(_half_up(product / 360))
            balance, product = balance + years[-1], Fraction(0)
    return years


def _half_up(exact: Fraction) -> int:
    sign = 1 if exact >= 0 else -1
    return sign * int(abs(exact) + Fraction(1, 2))
