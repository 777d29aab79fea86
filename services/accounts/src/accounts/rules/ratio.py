"""When an employer may have another pair of ratios, and from which month (R-CHG-2, 4)."""

from collections.abc import Iterable
from datetime import date

from accounts.domain import Month

JULY = 7


def fund_year_of(month: Month) -> int:
    """Return the fund year (公积金年度) that a month lies in, named after the year in which it ends."""
    return month.year + (1 if month.month >= JULY else 0)


def changed_in_same_year(month: Month, changed: Iterable[date]) -> Month | None:
    """Return the other month of the same fund year from which the ratios were changed already."""
    others = (Month.of(day) for day in changed)
    year = fund_year_of(month)
    return next((one for one in others if fund_year_of(one) == year and one != month), None)


def lowers(before_bp: tuple[int, int], after_bp: tuple[int, int]) -> bool:
    """Tell whether a side pays less: outside July that is for hardship alone (R-DEP-9)."""
    return any(after < before for before, after in zip(before_bp, after_bp, strict=True))
