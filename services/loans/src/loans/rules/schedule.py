"""Repayment schedules (还款计划): equal instalment and equal principal (R-LOAN-2 to 5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from itertools import count, islice
from typing import NamedTuple

from loans.domain.contracts import RepaymentMethod
from shared.base.calendar import MONTHS_PER_YEAR, months_after
from shared.base.money import Fen, round_half_up

DAYS_PER_YEAR = 360
"""R-LOAN-5: day rate = annual rate / 360, over actual days; the one choice everywhere."""

MAX_PERIODS = 360
"""Longest term, 30 years, in months."""

PRECISION_DIGITS = 40
"""Enough for (1 + i)^360 unrounded (R-LOAN-4)."""


class Instalment(NamedTuple):
    """One line of a plan (期)."""

    number: int
    due_on: date
    principal_fen: Fen
    interest_fen: Fen

    @property
    def total_fen(self) -> Fen:
        """What is to be paid."""
        return Fen(self.principal_fen + self.interest_fen)


@dataclass(frozen=True)
class Terms:
    """What a run of instalments follows from."""

    method: RepaymentMethod
    annual_rate: Decimal
    balance_fen: Fen
    first_number: int
    disbursed_on: date
    """Instalment k is due k months after it."""


def due_date(disbursed_on: date, number: int) -> date:
    """Return when instalment `number` falls due: so many months after the money was paid out."""
    return months_after(disbursed_on, number)


def level_amount(terms: Terms, periods: int) -> Fen:
    """Return what stays the same each month: the instalment, or the share of principal (R-LOAN-2)."""
    if terms.method is RepaymentMethod.EQUAL_PRINCIPAL:
        return Fen(round_half_up(Decimal(terms.balance_fen) / periods))
    with localcontext(prec=PRECISION_DIGITS):
        rate = terms.annual_rate / MONTHS_PER_YEAR
        growth = (1 + rate) ** periods
        return Fen(round_half_up(terms.balance_fen * rate * growth / (growth - 1)))


def schedule(terms: Terms, periods: int, level_fen: Fen) -> tuple[Instalment, ...]:
    """Lay out exactly `periods` instalments; the last one clears the balance (R-LOAN-4)."""
    lines = list(islice(_lines(terms, level_fen), periods))
    balance = terms.balance_fen - sum(line.principal_fen for line in lines[:-1])
    lines[-1] = lines[-1]._replace(principal_fen=Fen(balance))
    return tuple(lines)


def schedule_until_cleared(terms: Terms, level_fen: Fen) -> tuple[Instalment, ...]:
    """Keep the level amount for as many months as the balance takes; the last is smaller (R-REP-8)."""
    lines: list[Instalment] = []
    balance = int(terms.balance_fen)
    for line in _lines(terms, level_fen):
        if balance <= 0:
            break
        if line.principal_fen <= 0:
            raise ValueError("the level amount does not even cover the interest")
        balance -= line.principal_fen
        lines.append(line)
    return tuple(lines)


def _lines(terms: Terms, level_fen: Fen) -> Iterator[Instalment]:
    """Go on month by month without end, in whole numbers: the rate is an exact fraction (R-LOAN-4)."""
    numerator, denominator = terms.annual_rate.as_integer_ratio()
    half, whole = denominator * MONTHS_PER_YEAR, 2 * denominator * MONTHS_PER_YEAR
    equal_instalment = terms.method is RepaymentMethod.EQUAL_INSTALMENT
    balance = int(terms.balance_fen)
    for number in count(terms.first_number):
        interest = (2 * balance * numerator + half) // whole
        principal = min(level_fen - interest if equal_instalment else level_fen, balance)
        yield Instalment(
            number, due_date(terms.disbursed_on, number), Fen(principal), Fen(interest)
        )
        balance -= principal


def days_interest(principal_fen: int, annual_rate: Decimal, days: int) -> Fen:
    """Return the interest of a broken month, actual days / 360, rounded once (R-LOAN-5)."""
    return Fen(round_half_up(principal_fen * annual_rate * days / DAYS_PER_YEAR))


def split_prepayment(amount_fen: int, annual_rate: Decimal, days: int) -> tuple[Fen, Fen]:
    """Split a debit into prepaid principal and the interest on just that principal (E11, method 2).

    Where no principal fits to the fen, the odd fen goes to interest.
    """
    exact = Decimal(amount_fen) / (1 + annual_rate * days / DAYS_PER_YEAR)
    principal = int(exact) + 1
    while principal + days_interest(principal, annual_rate, days) > amount_fen:
        principal -= 1
    return Fen(principal), Fen(amount_fen - principal)
