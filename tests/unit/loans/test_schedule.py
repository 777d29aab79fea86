"""Schedules (R-LOAN-2 to 5) and the worked examples, to the fen."""

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loans.domain.contracts import RepaymentMethod
from loans.rules.rates import RateType
from loans.rules.schedule import (
    Instalment,
    Terms,
    days_interest,
    due_date,
    level_amount,
    schedule,
    schedule_until_cleared,
    split_prepayment,
)
from shared.base.money import Fen

EQUAL_INSTALMENT = RepaymentMethod.EQUAL_INSTALMENT
RATE = Decimal("0.0325")


def terms(
    balance_fen: int,
    rate: str = "0.0325",
    *,
    first: int = 1,
    method: RepaymentMethod = EQUAL_INSTALMENT,
    disbursed_on: date = date(2016, 8, 20),
) -> Terms:
    return Terms(method, Decimal(rate), Fen(balance_fen), first, disbursed_on)


def lay_out(given_terms: Terms, periods: int) -> tuple[Instalment, ...]:
    return schedule(given_terms, periods, level_amount(given_terms, periods))


def interest_of(lines: tuple[Instalment, ...]) -> int:
    return sum(line.interest_fen for line in lines)


E01 = terms(30_000_000)
E01_PLAN = lay_out(E01, 240)


def test_e01_equal_instalment() -> None:
    assert level_amount(E01, 240) == 170_159
    assert E01_PLAN[0] == Instalment(1, date(2016, 9, 20), Fen(88_909), Fen(81_250))
    assert interest_of(E01_PLAN) == 10_838_063


def test_e02_last_instalment_absorbs_rounding() -> None:
    last = E01_PLAN[-1]
    assert (last.number, last.principal_fen, last.interest_fen) == (240, 169_603, 459)
    assert last.total_fen == 170_062 == 170_159 - 97


def test_e04_five_year_band_uses_the_lower_rate() -> None:
    loan = terms(10_000_000, "0.021")
    assert level_amount(loan, 60) == 175_715
    assert interest_of(lay_out(loan, 60)) == 542_931
    assert level_amount(terms(10_000_000, "0.026"), 61) == 175_184


def test_r_loan_3_band_by_the_original_term() -> None:
    assert RateType.of_term(60) is RateType.UP_TO_FIVE_YEARS
    assert RateType.of_term(61) is RateType.OVER_FIVE_YEARS


def test_e06_balance_after_36_instalments() -> None:
    paid = E01_PLAN[:36]
    assert paid[-1].due_on == date(2019, 8, 20)
    assert sum(line.principal_fen for line in paid) == 3_357_189
    assert interest_of(paid) == 2_768_535


def test_e07_prepayment_shortens_the_term() -> None:
    lines = schedule_until_cleared(terms(21_642_811, first=37), Fen(170_159))
    assert len(lines) == 157
    assert lines[-1].total_fen == 24_800
    assert lines[-1].due_on == date(2032, 9, 20)
    assert interest_of(E01_PLAN[36:]) - interest_of(lines) == 3_142_735


def test_e08_prepayment_reduces_the_instalment() -> None:
    after = terms(21_642_811, first=37)
    assert level_amount(after, 204) == 138_225
    assert interest_of(E01_PLAN[36:]) - interest_of(lay_out(after, 204)) == 1_514_349


def test_e11_prepayment_off_the_due_date() -> None:
    assert days_interest(5_000_000, RATE, 9) == 4_063
    assert split_prepayment(5_000_000, RATE, 9) == (4_995_941, 4_059)


def test_e12_interest_of_a_broken_month() -> None:
    assert days_interest(26_642_811, RATE, 9) == 21_647


def test_r_loan_5_interest_of_days_counts_the_actual_days_of_a_year_of_360() -> None:
    rate, leap_february = Decimal("0.036"), (date(2020, 3, 1) - date(2020, 2, 1)).days
    assert days_interest(10_000_000, rate, 1) == 1_000
    assert days_interest(10_000_000, rate, leap_february) == 29_000
    assert days_interest(10_000_000, rate, 366) == 366_000, "a leap year bears 366 days"


def test_e16_rate_change() -> None:
    assert level_amount(terms(26_642_811, "0.0285"), 204) == 164_937


def test_r_loan_2_equal_principal_pays_the_same_share_and_falling_interest() -> None:
    lines = lay_out(terms(12_000_000, method=RepaymentMethod.EQUAL_PRINCIPAL), 120)
    assert {line.principal_fen for line in lines} == {100_000}
    assert lines[0].interest_fen == 32_500
    assert lines[-1].interest_fen == 271
    assert all(a.interest_fen >= b.interest_fen for a, b in itertools.pairwise(lines))


@pytest.mark.parametrize(
    ("number", "due"),
    [
        (1, date(2020, 2, 29)),
        (2, date(2020, 3, 31)),
        (3, date(2020, 4, 30)),
        (13, date(2021, 2, 28)),
    ],
)
def test_due_dates_fall_on_the_last_day_of_a_short_month(number: int, due: date) -> None:
    assert due_date(date(2020, 1, 31), number) == due


def test_r_rep_8_a_level_amount_below_the_interest_cannot_shorten() -> None:
    with pytest.raises(ValueError, match="does not even cover"):
        schedule_until_cleared(terms(30_000_000), Fen(81_250))


ANY_TERMS = st.builds(
    terms,
    st.integers(1, 1_000_000_000),
    st.integers(1, 2400).map(lambda basis_points: f"0.{basis_points:04d}"),
    method=st.sampled_from(RepaymentMethod),
    disbursed_on=st.dates(date(2015, 8, 26), date(2030, 12, 31)),
)
PERIODS = st.integers(1, 360)


@given(ANY_TERMS, PERIODS)
def test_r_loan_4_principal_adds_up_and_the_last_instalment_clears(
    any_terms: Terms, periods: int
) -> None:
    lines = lay_out(any_terms, periods)
    assert len(lines) == periods
    assert sum(line.principal_fen for line in lines) == any_terms.balance_fen
    assert all(line.interest_fen >= 0 and line.principal_fen >= 0 for line in lines)
    assert [line.number for line in lines] == list(range(1, periods + 1))
    assert all(a.due_on < b.due_on for a, b in itertools.pairwise(lines))


@given(
    st.integers(1_000_000, 1_000_000_000),
    st.integers(100, 600).map(lambda basis_points: Decimal(basis_points) / 10_000),
    PERIODS,
)
def test_r_loan_4_equal_instalments_differ_only_in_the_last_and_by_no_more_than_rounding(
    amount: int, rate: Decimal, periods: int
) -> None:
    loan = terms(amount, str(rate))
    level = level_amount(loan, periods)
    lines = schedule(loan, periods, level)
    assert {line.total_fen for line in lines[:-1]} <= {level}
    monthly = rate / 12
    one_fen_a_month_compounded = ((1 + monthly) ** periods - 1) / monthly
    assert abs(lines[-1].total_fen - level) <= one_fen_a_month_compounded + 1


@given(ANY_TERMS, PERIODS, st.integers(1, 99))
def test_r_rep_8_after_a_prepayment_shorten_ends_earlier_and_reduce_pays_less_each_month(
    any_terms: Terms, periods: int, prepaid_percent: int
) -> None:
    level = level_amount(any_terms, periods)
    rest = any_terms.balance_fen * (100 - prepaid_percent) // 100
    if rest < 100_000:
        return
    after = terms(rest, str(any_terms.annual_rate), method=any_terms.method)
    shortened = schedule_until_cleared(after, level)
    reduced = lay_out(after, periods)
    assert len(shortened) <= periods + 1
    assert sum(line.principal_fen for line in shortened) == rest
    assert level_amount(after, periods) <= level
    assert interest_of(reduced) <= interest_of(schedule(any_terms, periods, level))
    assert interest_of(shortened) <= interest_of(reduced) + periods


@given(st.integers(2, 10**9), st.sampled_from(["0.021", "0.0325", "0.03575"]), st.integers(0, 31))
def test_e11_a_debit_is_split_without_losing_a_fen(amount: int, rate: str, days: int) -> None:
    principal, interest = split_prepayment(amount, Decimal(rate), days)
    assert principal + interest == amount
    assert 0 <= interest - days_interest(principal, Decimal(rate), days) <= 1
