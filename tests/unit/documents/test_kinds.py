"""Which days and which loans a kind of document is about (R-CRT-2)."""

import uuid
from datetime import date

import pytest

from documents.domain import Period, Wanted
from documents.errors import Refused
from documents.rules.kinds import demand_complete, entries_wanted, fund_year, loans_wanted
from shared.messages.documents import DocumentKind

TODAY = date(2026, 3, 2)


def wanted(kind: DocumentKind, first: date | None = None, last: date | None = None) -> Wanted:
    period = Period(first, last) if first and last else None
    return Wanted(uuid.uuid4(), kind, period, None)


def test_a_fund_year_is_1_july_to_30_june() -> None:
    assert fund_year(2026) == Period(date(2025, 7, 1), date(2026, 6, 30))


def test_a_statement_of_the_running_year_ends_today() -> None:
    year = fund_year(2026)
    asked = wanted(DocumentKind.STATEMENT, year.first, year.last)
    demand_complete(asked, TODAY)
    assert entries_wanted(asked, TODAY) == Period(date(2025, 7, 1), TODAY)


def test_a_certificate_for_a_loan_elsewhere_shows_twelve_months() -> None:
    found = entries_wanted(wanted(DocumentKind.CROSS_CITY), TODAY)
    assert found == Period(date(2025, 3, 1), TODAY)


def test_entries_without_days_are_all_entries() -> None:
    assert entries_wanted(wanted(DocumentKind.ENTRIES), TODAY) == Period(date(1991, 1, 1), TODAY)


@pytest.mark.parametrize("kind", [DocumentKind.PAYOFF, DocumentKind.REPAYMENT_PLAN])
def test_what_is_about_one_loan_names_it(kind: DocumentKind) -> None:
    with pytest.raises(Refused) as refused:
        demand_complete(wanted(kind), TODAY)
    assert refused.value.code == "contract-needed"


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 3, 1), date(2026, 2, 1)),
        (date(2026, 3, 1), date(2026, 3, 3)),
        (date(1990, 12, 31), date(2026, 3, 1)),
        (date(2026, 7, 1), date(2027, 6, 30)),
    ],
)
def test_days_that_cannot_be_are_refused(first: date, last: date) -> None:
    with pytest.raises(Refused) as refused:
        demand_complete(wanted(DocumentKind.ENTRIES, first, last), TODAY)
    assert refused.value.code == "period-not-allowed"


def test_only_what_says_something_of_loans_waits_for_loans() -> None:
    waiting = {kind for kind in DocumentKind if loans_wanted(kind)}
    assert waiting == {DocumentKind.CROSS_CITY, DocumentKind.PAYOFF, DocumentKind.REPAYMENT_PLAN}
