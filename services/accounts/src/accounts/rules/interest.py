"""Which fund year (公积金年度) is to be settled next: oldest first, and none is skipped (R-INT-2)."""

from dataclasses import dataclass
from datetime import date, timedelta

SETTLED_ON = (6, 30)
"""30 June: what is due becomes principal on 1 July."""


def last_day_of(fund_year: int) -> date:
    """Return the day on which a fund year ends; it is named by the year of that day."""
    return date(fund_year, *SETTLED_ON)


def first_day_of(fund_year: int) -> date:
    """Return the day on which a fund year begins."""
    return last_day_of(fund_year - 1) + timedelta(days=1)


def fund_year_of(day: date) -> int:
    """Return the fund year that a day lies in."""
    return day.year if day <= last_day_of(day.year) else day.year + 1


def last_year_over(today: date) -> int:
    """Return the latest fund year that has ended."""
    return fund_year_of(today) - 1


@dataclass(frozen=True)
class Unsettled:
    """What awaits the yearly settlement."""

    fund_year: int
    """The oldest year that is over and not settled for everybody."""
    today: date

    @property
    def years(self) -> int:
        """How many fund years are over and unsettled."""
        return last_year_over(self.today) - self.fund_year + 1


def gap_before(fund_year: int, unsettled: Unsettled | None) -> int | None:
    """Return the older year that must be settled before this one; None where there is none."""
    if unsettled is None or unsettled.fund_year >= fund_year:
        return None
    return unsettled.fund_year
