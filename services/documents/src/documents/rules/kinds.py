"""What each kind of document needs: entries of which days, loans, a contract (R-CRT-2)."""

from datetime import date

from documents.domain import Period, Wanted
from documents.errors import Reason, Refused
from shared.messages.documents import DocumentKind

ABOUT_ONE_LOAN = frozenset({DocumentKind.PAYOFF, DocumentKind.REPAYMENT_PLAN})
WITH_LOANS = ABOUT_ONE_LOAN | {DocumentKind.CROSS_CITY}
CROSS_CITY_MONTHS = 12
"""Entries of so many months stand on a certificate for a loan elsewhere."""
FIRST_DAY = date(1991, 1, 1)
"""The housing provident fund is not older."""
FUND_YEAR_BEGINS = (7, 1)


def loans_wanted(kind: DocumentKind) -> bool:
    """Say whether loans has a part in it."""
    return kind in WITH_LOANS


def fund_year(year: int) -> Period:
    """Return 1 July to 30 June, by the calendar year in which it ends (R-INT-1)."""
    month, day = FUND_YEAR_BEGINS
    return Period(date(year - 1, month, day), date(year, month - 1, 30))


def entries_wanted(wanted: Wanted, as_of: date) -> Period | None:
    """Return the days of which entries are printed; none where the kind has no entries."""
    if wanted.kind is DocumentKind.CROSS_CITY:
        return Period(_months_back(as_of, CROSS_CITY_MONTHS), as_of)
    if wanted.kind in (DocumentKind.STATEMENT, DocumentKind.ENTRIES):
        period = wanted.period or Period(FIRST_DAY, as_of)
        return Period(period.first, min(period.last, as_of))
    return None


def demand_complete(wanted: Wanted, as_of: date) -> None:
    """Raise `Refused` where what is asked for names no loan, or days that cannot be."""
    if wanted.kind in ABOUT_ONE_LOAN and wanted.contract_number is None:
        raise Refused(Reason.CONTRACT_NEEDED)
    period = wanted.period
    if period is not None and not (FIRST_DAY <= period.first <= period.last <= _end(period, as_of)):
        raise Refused(Reason.PERIOD_NOT_ALLOWED)


def _end(period: Period, as_of: date) -> date:
    """A fund year may be running: it ends later than today, what is printed of it does not."""
    running = fund_year(as_of.year + (as_of >= date(as_of.year, *FUND_YEAR_BEGINS)))
    return running.last if period == running else as_of


def _months_back(day: date, months: int) -> date:
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, 1)
