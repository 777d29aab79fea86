"""Days that follow from a day: months after it, and working days with make-up days (调休, R-CAL-1 to 4).

Working days are rows of a service's own table, which staff may edit; `packaged_days` fills it at first. A day
without data is judged by its weekday, and whatever rests on it is marked provisional.
"""

import calendar
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

ONE_DAY = timedelta(days=1)
FRIDAY = 4

MAX_WORKING_DAYS = 400
"""Longest deadline that is computed, in working days."""

MONTHS_PER_YEAR = 12
SHORTEST_MONTH_DAYS = 28


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the month's last day where it has no such day.

    The one reading of "months after" for every rule: half a year after 31 August is the last of February.
    """
    index = day.year * MONTHS_PER_YEAR + day.month - 1 + months
    year, month = index // MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1
    if day.day <= SHORTEST_MONTH_DAYS:
        return date(year, month, day.day)
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True)
class Deadline:
    """A computed date; provisional while a day that it rests on has no published data (R-CAL-3)."""

    date: date
    provisional: bool


class WorkingCalendar:
    """The working days of one version of the calendar (工作日历)."""

    def __init__(self, days: Mapping[date, bool], version: str) -> None:
        self._days = dict(days)
        self.version = version

    def knows(self, day: date) -> bool:
        """Tell whether there is published data for the day."""
        return day in self._days

    def is_workday(self, day: date) -> bool:
        """Tell whether the day is a working day; by the weekday alone where there is no data."""
        known = self._days.get(day)
        return day.weekday() <= FRIDAY if known is None else known

    def add_working_days(self, day: date, count: int) -> Deadline:
        """Return the `count`-th working day after `day`, which itself is day 0 (R-CAL-4)."""
        if not 1 <= count <= MAX_WORKING_DAYS:
            raise ValueError(f"a deadline has 1 to {MAX_WORKING_DAYS} working days, not {count}")
        provisional = False
        current = day
        while count > 0:
            current += ONE_DAY
            provisional = provisional or not self.knows(current)
            if self.is_workday(current):
                count -= 1
        return Deadline(current, provisional)

    def roll_forward(self, day: date) -> Deadline:
        """Return the day itself if it is a working day, else the next one (E41)."""
        return self.add_working_days(day - ONE_DAY, 1)


@dataclass(frozen=True)
class YearKept:
    """The working days of a year, as its keeper told them."""

    year: int
    published: bool
    """Every day of it is known."""
    days: Mapping[date, bool]
    """Of a published year those that are not as their weekday says; else all that are known."""


def calendar_of(kept: Iterable[YearKept], packaged: Mapping[date, bool]) -> WorkingCalendar:
    """The calendar of years that somebody keeps, and of the packaged days of all others."""
    days, told = dict(packaged), []
    for one in kept:
        told.append(one.year)
        if one.published:
            days |= {day: day.weekday() <= FRIDAY for day in _days_of(one.year)}
        days |= one.days
    return WorkingCalendar(days, f"years told: {sorted(told)}")


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=one) for one in range((date(year + 1, 1, 1) - first).days)]


def kept_of(calendar: WorkingCalendar, year: int) -> YearKept:
    """What a calendar says of a year, as it is told to others."""
    known = {day: calendar.is_workday(day) for day in _days_of(year) if calendar.knows(day)}
    published = len(known) == len(_days_of(year))
    odd = {day: works for day, works in known.items() if works != (day.weekday() <= FRIDAY)}
    return YearKept(year, published, odd if published else known)


def packaged_days(years: Iterable[int]) -> dict[date, bool]:
    """Return the published days of those years that the `chinesecalendar` package knows.

    A year without a published notice is left out, so that nobody takes weekdays for a promise.
    """
    days: dict[date, bool] = {}
    for year in sorted(set(years)):
        days |= _published(year)
    return days


@cache
def _published(year: int) -> Mapping[date, bool]:
    """Each day of a year, or none; kept, for the package takes a tenth of a second for all its years."""
    # Loaded only by the few that fill a table.
    from chinese_calendar import is_workday  # type: ignore[import-untyped]  # noqa: PLC0415

    days: dict[date, bool] = {}
    day = date(year, 1, 1)
    with suppress(NotImplementedError):
        while day.year == year:
            days[day] = is_workday(day)
            day += ONE_DAY
    return days


def packaged_version() -> str:
    """Name the version of the packaged data, for the rows that come from it."""
    from importlib.metadata import version  # noqa: PLC0415

    return f"chinesecalendar {version('chinesecalendar')}"
