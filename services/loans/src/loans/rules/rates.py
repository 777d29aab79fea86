"""Which annual rate a loan carries on a day: effective-dated table, band by term (R-LOAN-1, 3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from loans.domain.contracts import Home
from loans.errors import Reason, Refused

SHORT_BAND_MONTHS = 60
"""Up to here a term is "5 years or less" (R-LOAN-3)."""


class RateType(StrEnum):
    """Rate type (利率类型, A.2)."""

    UP_TO_FIVE_YEARS = "01"
    OVER_FIVE_YEARS = "02"

    @classmethod
    def of_term(cls, periods: int) -> "RateType":
        """Choose by the original term in months (R-LOAN-3)."""
        return cls.UP_TO_FIVE_YEARS if periods <= SHORT_BAND_MONTHS else cls.OVER_FIVE_YEARS


@dataclass(frozen=True)
class Rate:
    """One row of the table: an annual rate as a fraction, from a day on."""

    effective_from: date
    home: Home
    rate_type: RateType
    annual_rate: Decimal


class RateTable:
    """The published rates (利率表)."""

    def __init__(self, rates: Iterable[Rate]) -> None:
        self._rates = sorted(rates, key=lambda rate: rate.effective_from, reverse=True)

    def on(self, day: date, home: Home, rate_type: RateType) -> Decimal:
        """Return the rate in force for new loans on a day; raises `Refused` before the first row."""
        for rate in self._rates:
            if rate.effective_from <= day and (rate.home, rate.rate_type) == (home, rate_type):
                return rate.annual_rate
        raise Refused(Reason.NO_RATE, day=day)
