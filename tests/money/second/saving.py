"""Deposits, ceilings and waits of fund accounts, from R-DEP-1 to 4, R-WDR-2, 5, 6, 11 and E43 alone."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import ceil

from tests.money.second.days import ONE_DAY, months_later
from tests.money.second.exact import half_up

YUAN = 100


def deposit(wage: int, lowest: int, highest: int, percent: Fraction, rounding: str) -> int:
    """One side of a month: the wage within its limits, times the ratio, rounded as the city does."""
    base = sorted((lowest, wage, highest))[1]
    exact = base * percent / 100
    match rounding:
        case "fen_half_up":
            return half_up(exact)
        case "yuan_half_up":
            return half_up(exact / YUAN) * YUAN
        case _:
            return ceil(exact / YUAN) * YUAN


def ceiling(balance: int, stays: int, repaid: int, taken: int) -> int:
    """What a repaid loan allows: what it cost, less what was taken for it, and what must stay stays."""
    most = [repaid - taken, balance - stays, balance - 1]
    return max(0, min(most))


def offset(available: int, wanted: int, *, all_or_nothing: bool) -> int:
    """What a fund account gives for an instalment (E43)."""
    if all_or_nothing:
        return wanted if available >= wanted else 0
    return min(available, wanted)


def first_day_after_whole_months(last_paid: date, months: int) -> date:
    """Reading 1: count unpaid months one after the other; the first day of the month after them."""
    day = last_paid.replace(day=1)
    for _ in range(months + 1):
        day = _first_of_next(day)
    return day


def first_day_after_the_seal(sealed_on: date, months: int) -> date:
    """Reading 2: so many months after the seal, never beyond the last day of its month."""
    return months_later(sealed_on, months)


def _first_of_next(day: date) -> date:
    month = day.month
    while day.month == month:
        day += ONE_DAY
    return day


def list_total(sides: Sequence[int]) -> int:
    """R-DEP-3: every side of every person was rounded before it is added."""
    return sum(sides)
