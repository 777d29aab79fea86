"""When a deferral (缓缴) may be agreed, and which months it spares an employer (R-DEP-9); pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from accounts.domain import Month

MOST_MONTHS = 12
"""A hardship is agreed for a year at the most; then there is another resolution."""
CATCH_UP_WITHIN_MONTHS = 24
"""After the last deferred month."""
RESOLUTION_FRESH_DAYS = 365


@dataclass(frozen=True)
class Deferral:
    """What an employer asks for, on a resolution of its staff."""

    first: Month
    last: Month
    catch_up_by: date
    """The last day on which its months may be paid."""
    resolution_on: date


def flaw(
    asked: Deferral, today: date, paid_up_to: date | None, frozen: Collection[date]
) -> str | None:
    """Say why it cannot be agreed, in one Chinese sentence; None if it can."""
    period = (asked.first, asked.last)
    why = period_flaw(period, asked.resolution_on, today, (paid_up_to, frozen))
    if why is not None:
        return why
    if not _caught_up_in_time(asked):
        return f"补缴期限应在缓缴期满之后、{CATCH_UP_WITHIN_MONTHS}个月之内"
    return None


def period_flaw(
    period: tuple[Month, Month],
    resolution_on: date,
    today: date,
    done: tuple[date | None, Collection[date]],
) -> str | None:
    """Say what is wrong with a hardship's months or with its resolution; `done` is paid up to and frozen."""
    first, last = period
    paid_up_to, frozen = done
    if not 1 <= last.since(first) + 1 <= MOST_MONTHS:
        return f"期限应在1至{MOST_MONTHS}个月之间"
    settled = max([*frozen, *([paid_up_to] if paid_up_to else [])], default=None)
    if settled is not None and first.first <= settled:
        return f"{Month.of(settled)}的汇缴清册已确认或入账，应从{Month.of(settled).plus(1)}起"
    if not 0 <= (today - resolution_on).days <= RESOLUTION_FRESH_DAYS:
        return f"职工代表大会或工会的决议日期应在{RESOLUTION_FRESH_DAYS}日之内，且不晚于今天"
    return None


def _caught_up_in_time(asked: Deferral) -> bool:
    following = asked.last.plus(1)
    latest = asked.last.plus(CATCH_UP_WITHIN_MONTHS + 1).first
    return following.first <= asked.catch_up_by < latest


def next_month(paid_up_to: date, deferred: Collection[date]) -> Month:
    """Return the month that an employer remits next: deferred ones are left out (R-DEP-6, 9)."""
    month = Month.of(paid_up_to).plus(1)
    while month.first in deferred:
        month = month.plus(1)
    return month
