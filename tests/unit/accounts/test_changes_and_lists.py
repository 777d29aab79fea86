"""From which month an account may be sealed, unsealed, have another base; which list comes next."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.domain import Month
from accounts.rules import remittance, sealing

DAYS = st.dates(date(1992, 1, 1), date(2100, 12, 31))
OPENED = date(2018, 3, 10)


@pytest.mark.parametrize(
    ("sealed_on", "paid_up_to", "first", "last"),
    [
        pytest.param(date(2019, 3, 5), date(2019, 2, 1), "2019-03", "2019-03", id="on time"),
        pytest.param(date(2019, 3, 25), date(2019, 3, 1), "2019-04", "2019-04", id="month is paid"),
        pytest.param(date(2019, 8, 5), date(2019, 2, 1), "2019-03", "2019-08", id="behind"),
        pytest.param(date(2018, 5, 5), None, "2018-03", "2018-05", id="never paid"),
    ],
)
def test_r_seal_3_the_effective_month(
    sealed_on: date, paid_up_to: date | None, first: str, last: str
) -> None:
    found = sealing.months_to_seal_from(sealed_on, paid_up_to, OPENED)
    assert tuple(map(str, found)) == (first, last)


@given(DAYS, DAYS)
def test_r_seal_3_never_from_a_month_that_is_paid(sealed_on: date, paid: date) -> None:
    first, last = sealing.months_to_seal_from(sealed_on, paid.replace(day=1), date(1992, 1, 1))
    assert Month.of(paid) < first <= last


def test_r_seal_5_unseal_later_than_the_paid_up_to_month() -> None:
    paid = date(2019, 7, 1)
    assert not sealing.may_resume(Month(2019, 7), paid)
    assert sealing.may_resume(Month(2019, 8), paid)
    assert sealing.may_resume(Month(2019, 1), None)


def test_r_seal_7_the_employer_has_30_days() -> None:
    ended = date(2019, 7, 1)
    assert sealing.centre_may_seal_from(ended) == ended + timedelta(days=31)


def test_r_chg_2_a_base_changes_after_the_months_that_are_paid() -> None:
    june, july = date(2019, 6, 1), date(2019, 7, 1)
    assert sealing.may_change_base(Month(2019, 8), june, july)
    assert not sealing.may_change_base(Month(2019, 7), june, july)
    assert not sealing.may_change_base(Month(2019, 7), july, june)
    assert sealing.may_change_base(Month(2019, 7), None, None)


def test_r_chg_3_outside_july_a_reason_is_needed() -> None:
    assert not sealing.base_change_needs_reason(Month(2019, 7))
    assert sealing.base_change_needs_reason(Month(2019, 8))


TODAY = date(2019, 8, 29)


@pytest.mark.parametrize(
    ("month", "open_month", "paid_up_to", "allowed"),
    [
        pytest.param("2019-08", None, date(2019, 7, 1), True, id="the next month"),
        pytest.param("2019-09", None, date(2019, 8, 1), False, id="a future month"),
        pytest.param("2019-07", None, date(2019, 7, 1), False, id="a second list"),
        pytest.param("2019-08", None, date(2019, 6, 1), False, id="a month is skipped"),
        pytest.param("2019-08", date(2019, 7, 1), date(2019, 6, 1), False, id="one is open"),
        pytest.param("2015-01", None, None, True, id="the first list ever"),
    ],
)
def test_r_dep_6_which_month_a_list_may_be_for(
    month: str, open_month: date | None, paid_up_to: date | None, allowed: bool
) -> None:
    why = remittance.refusal(Month.parse(month), TODAY, open_month, paid_up_to)
    assert (why is None) is allowed


@given(DAYS, st.integers(-500, 500))
def test_months_add_up(day: date, months: int) -> None:
    month = Month.of(day)
    assert month.plus(months).since(month) == months
    assert month.plus(months).plus(-months) == month
    assert Month.parse(str(month)) == month
    assert (month.plus(months) > month) is (months > 0)
