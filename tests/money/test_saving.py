"""Deposits, ceilings and waits recomputed by a second implementation (R-DEP, R-WDR, R-CAL).

Interest has its second implementation in `tests/support/savings.py`, day by day, and is compared on a real
ledger in `tests/integration/accounts/test_interest.py`: it is the database that reckons it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st
from tests.money.cases import random_cases
from tests.money.second import saving
from tests.money.second.days import months_later
from tests.unit.accounts.builders import CLOSING, facts, repaid_loan

from accounts.domain import AccountState, Refused, Reserved
from accounts.rules import offset
from accounts.rules.deposit import ROUNDINGS, DepositPolicy, side_fen
from accounts.rules.offset import OffsetFacts
from accounts.rules.reservation import eligible_from, judge
from shared.base.calendar import months_after

money = st.integers(0, 2_000_000_000)
ratios = st.integers(100, 2_400)
"""In basis points."""
some_days = st.dates(date(1992, 1, 1), date(2060, 12, 31))


@dataclass(frozen=True)
class Limits:
    """A city's limits, in order."""

    lowest: int
    highest: int
    rounding: str


limits = st.builds(
    lambda one, other, rounding: Limits(min(one, other), max(one, other), rounding),
    st.integers(1, 5_000_000),
    st.integers(1, 5_000_000),
    st.sampled_from(sorted(ROUNDINGS)),
)


@random_cases
@given(wages=st.lists(money, min_size=1, max_size=30), of=limits, bp=ratios)
def test_r_dep_1_3_4_monthly_deposits_and_their_sum(
    wages: Sequence[int], of: Limits, bp: int
) -> None:
    policy = DepositPolicy(500, 1_200, of.lowest, of.highest, of.rounding)
    program = [side_fen(policy.base_within_limits(wage), bp, of.rounding) for wage in wages]
    second = [
        saving.deposit(wage, of.lowest, of.highest, Fraction(bp, 100), of.rounding)
        for wage in wages
    ]
    assert program == second
    assert sum(program) == saving.list_total(second)


@random_cases
@given(balance=st.integers(0, 50_000_000), stays=money, repaid=money, share=st.integers(0, 120))
def test_r_wdr_5_6_11_the_ceiling_of_a_repaid_loan(
    balance: int, stays: int, repaid: int, share: int
) -> None:
    taken = repaid * share // 100
    conditions = repaid_loan(cap_fen=max(0, repaid - taken))
    of = facts(balance_fen=balance, retained_deposits_fen=stays, state=AccountState.NORMAL)
    answer = judge(of, conditions, date(2019, 8, 29))
    allowed = saving.ceiling(balance, stays, repaid, taken)
    if allowed == 0:
        assert isinstance(answer, Refused)
        assert answer.rule == "R-WDR-5"
    else:
        assert answer == Reserved(allowed, 0, stays)
        assert balance - allowed >= max(1, min(stays, balance))


@random_cases
@given(available=money, wanted=st.integers(1, 2_000_000_000), whole=st.booleans())
def test_r_loan_7_e43_what_a_fund_account_gives(available: int, wanted: int, whole: bool) -> None:
    of = OffsetFacts("371410000001", 7, AccountState.NORMAL, available, withdrawal_open=False)
    answer = offset.judge(of, wanted, all_or_nothing=whole)
    given_fen = saving.offset(available, wanted, all_or_nothing=whole)
    assert (answer if isinstance(answer, int) else 0) == given_fen


@random_cases
@given(day=some_days, months=st.integers(0, 60))
def test_r_cal_r_wdr_2_months_and_waits(day: date, months: int) -> None:
    assert months_after(day, months) == months_later(day, months)
    assume(months > 0)
    by_months = CLOSING.model_copy(update={"unpaid_months_required": months})
    by_seal = by_months.model_copy(update={"stop_counted_from": "sealed_on"})
    of = facts(paid_up_to=day.replace(day=1), sealed_on=day)
    assert eligible_from(of, by_months) == saving.first_day_after_whole_months(day, months)
    assert eligible_from(of, by_seal) == saving.first_day_after_the_seal(day, months)
