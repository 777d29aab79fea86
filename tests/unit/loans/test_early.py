"""The table of 3.10 as a pure judgement, quotes that hold, and reversals that undo (R-REP, R-BK-2)."""

import copy
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.loans.builders import a_loan, a_repayment, an_account, pay_on_time

from loans.domain.contracts import PrepaymentEffect
from loans.errors import Refused
from loans.rules.account import LoanAccount
from loans.rules.agreements import Agreement
from loans.rules.early import (
    Circumstances,
    EarlyKind,
    Wish,
    consequence,
    judge,
    quote,
    repayment_of,
)
from loans.rules.repayment import RepaymentKind
from loans.rules.reversal import PlanBefore, Undone, reverse
from loans.rules.schedule import Instalment
from shared.base.money import Fen

DAY, LATE = date(2019, 8, 29), date(2019, 10, 5)
SIGNED = Agreement(date(2019, 1, 10), None, PrepaymentEffect.REDUCE)
ENDED = Agreement(date(2019, 1, 10), date(2019, 5, 1), PrepaymentEffect.REDUCE)
CLEAR = Circumstances(early_this_month=0, money_under_way=False, has_card=True)
PAYOFF = Wish(EarlyKind.PAYOFF, None, DAY)
PARTIAL = Wish(EarlyKind.PARTIAL, Fen(5_000_000), DAY)


def account(*agreements: Agreement) -> LoanAccount:
    """The loan of E06."""
    made = an_account()
    pay_on_time(made, 36)
    made.agreements = agreements
    return made


def verdict(made: LoanAccount, wish: Wish, around: Circumstances = CLEAR) -> str:
    try:
        judge(made, wish, around)
    except Refused as refusal:
        return refusal.code if refusal.detail.endswith("。") else refusal.detail
    return "yes"


@pytest.mark.parametrize(
    ("agreements", "day", "payoff", "partial"),
    [
        ((SIGNED,), DAY, "yes", "yes"),
        ((), DAY, "yes", "agreement-needed"),
        ((ENDED,), DAY, "yes", "agreement-needed"),
        ((SIGNED,), LATE, "arrears-first", "arrears-first"),
        ((), LATE, "arrears-first", "arrears-first"),
        ((SIGNED,), date(2019, 9, 20), "in-debit-window", "in-debit-window"),
        ((SIGNED,), date(2019, 9, 22), "in-debit-window", "in-debit-window"),
        ((SIGNED,), date(2019, 9, 23), "arrears-first", "arrears-first"),
    ],
)
def test_3_10_who_may_repay_early_online(
    agreements: tuple[Agreement, ...], day: date, payoff: str, partial: str
) -> None:
    made = account(*agreements)
    assert verdict(made, Wish(EarlyKind.PAYOFF, None, day)) == payoff
    assert verdict(made, Wish(EarlyKind.PARTIAL, Fen(5_000_000), day)) == partial


@pytest.mark.parametrize("day", [DAY, LATE])
@pytest.mark.parametrize("wish", [PAYOFF, PARTIAL])
def test_3_10_the_counter_does_it_without_an_agreement_and_with_arrears(
    wish: Wish, day: date
) -> None:
    effect = PrepaymentEffect.SHORTEN
    at_counter = Wish(wish.kind, wish.amount_fen, day, counter=True, effect=effect)
    assert verdict(account(), at_counter) == "yes"


def test_r_rep_6_limits() -> None:
    made = account(SIGNED)
    assert verdict(made, PARTIAL, Circumstances(1, False, True)) == "once-a-month"
    assert verdict(made, PARTIAL, Circumstances(0, True, True)) == "money-under-way"
    assert verdict(made, PARTIAL, Circumstances(0, False, False)) == "no-card"
    little = Wish(EarlyKind.PARTIAL, Fen(999_999), DAY)
    assert verdict(made, little) == "below-minimum"
    enough = Wish(EarlyKind.PARTIAL, Fen(1_000_000), DAY)
    assert verdict(made, enough) == "yes", "the minimum itself is enough"
    new = an_account()
    assert verdict(new, Wish(EarlyKind.PAYOFF, None, new.loan.disbursed_on)) == "too-early"
    made.record(repayment_of(made, PAYOFF, "S"))
    assert verdict(made, PAYOFF) == "already-settled"


def test_r_rep_6_in_the_last_period_only_a_payoff_settles() -> None:
    made = an_account(a_loan(12_000_000, 12))
    pay_on_time(made, 10)
    made.agreements = (Agreement(date(2016, 9, 1), None, PrepaymentEffect.SHORTEN),)
    last_but_one, last = made.unpaid[0].due_on, made.unpaid[1].due_on
    part = Fen(made.unpaid[1].principal_fen // 2)
    small = replace(made.rulebook.policies[0], early_minimum_fen=1)
    made.rulebook = replace(made.rulebook, policies=[small])
    days_before = last_but_one - timedelta(days=2)
    assert verdict(made, Wish(EarlyKind.PARTIAL, part, days_before)) == "yes"
    pay_on_time(made, 1)
    for day in (last_but_one, last_but_one + timedelta(days=1), last - timedelta(days=1)):
        assert verdict(made, Wish(EarlyKind.PARTIAL, part, day)) == "last-period"
        at_counter = Wish(EarlyKind.PARTIAL, part, day, counter=True)
        assert verdict(made, at_counter) == "last-period"
        assert verdict(made, Wish(EarlyKind.PAYOFF, None, day)) == "yes"
        with pytest.raises(Refused, match="最后一期") as refusal:
            copy.deepcopy(made).record(a_repayment(day, part, RepaymentKind.EARLY))
        assert (refusal.value.code, refusal.value.rule) == ("last-period", "R-REP-6")


def test_r_rep_5_e07_the_quote_names_what_a_prepayment_saves() -> None:
    made = account(Agreement(date(2019, 1, 10), None, PrepaymentEffect.SHORTEN))
    due = Wish(EarlyKind.PARTIAL, Fen(5_000_000), date(2019, 8, 20))
    told = quote(made, due)
    assert (told.periods_before, told.periods_after) == (204, 157)
    assert (told.last_due_after, told.interest_saved_fen) == (date(2032, 9, 20), 3_142_735)
    assert told.instalment_after_fen == told.instalment_before_fen == 170_159
    made.agreements = (SIGNED,)
    reduced = quote(made, due)
    assert (reduced.instalment_after_fen, reduced.interest_saved_fen) == (138_225, 1_514_349)  # E08


def test_r_rep_10_the_two_ways_exclude_each_other_and_the_quote_says_so() -> None:
    assert "可以申请" in consequence(EarlyKind.PAYOFF, agreement_ever=False)
    assert "不能办理" in consequence(EarlyKind.PAYOFF, agreement_ever=True)
    assert "不能办理" in consequence(EarlyKind.PARTIAL, agreement_ever=True)


@settings(max_examples=30, deadline=None)
@given(
    paid=st.integers(1, 100),
    amount=st.integers(1_000_000, 15_000_000),
    days=st.integers(1, 20),
    effect=st.sampled_from(PrepaymentEffect),
)
def test_r_rep_5_what_is_booked_is_what_was_quoted_and_a_reversal_undoes_it_to_the_fen(
    paid: int, amount: int, days: int, effect: PrepaymentEffect
) -> None:
    made = an_account()
    pay_on_time(made, paid)
    made.agreements = (Agreement(date(2016, 9, 1), None, effect),)
    day = (made.last_repayment_on or date.max) + timedelta(days=days)
    wish = Wish(EarlyKind.PARTIAL, Fen(amount), day)
    told, before = quote(made, wish), copy.deepcopy(made)
    made.catch_up(day)
    before.catch_up(day)
    booked = made.record(repayment_of(made, wish, "S"))
    assert booked.repayment.amount_fen == told.total_fen
    assert made.balance_fen == told.balance_after_fen
    assert made.unpaid[0].total_fen == told.instalment_after_fen <= told.instalment_before_fen
    assert made.unpaid[-1].due_on == told.last_due_after
    assert told.interest_saved_fen >= 0, "prepaying never costs more in total"
    old = PlanBefore(
        before.level_fen,
        [Instalment(one.number, one.due_on, one.principal_fen, one.interest_fen)
         for one in before.unpaid],
    )  # fmt: skip
    undone = Undone(
        paid + 2, "S", day, RepaymentKind.EARLY, amount, booked.principal_fen, booked.interest_fen, 0,
        booked.allocations, old, True, None,
    )  # fmt: skip
    back = reverse(made, undone, day)
    assert back.principal_fen == -booked.principal_fen
    assert (made.balance_fen, made.unpaid) == (before.balance_fen, before.unpaid)
    assert made.interest_repaid_fen == before.interest_repaid_fen


@pytest.mark.parametrize("looked_at", [None, "before", "between"])
def test_r_loan_1_a_reversal_told_after_new_year_brings_back_the_plan_of_its_day(
    looked_at: str | None,
) -> None:
    """Prepaid on 2022-12-23, taken back on 2022-12-29: the change of 2023-01-01 knows nothing of it."""
    untouched, made = an_account(), an_account()
    pay_on_time(untouched, 76)
    pay_on_time(made, 76)
    prepaid_on, back_on = date(2022, 12, 23), date(2022, 12, 29)
    level, lines = made.level_fen, made.unpaid
    if looked_at == "before":
        made.catch_up(date(2023, 1, 5))
    booked = made.record(
        a_repayment(prepaid_on, 5_000_000, RepaymentKind.EARLY, effect=PrepaymentEffect.SHORTEN)
    )
    if looked_at == "between":
        made.catch_up(date(2023, 1, 5))
    old = PlanBefore(
        level,
        [Instalment(one.number, one.due_on, one.principal_fen, one.interest_fen) for one in lines],
    )
    undone = Undone(
        78, "S", prepaid_on, RepaymentKind.EARLY, 5_000_000, booked.principal_fen,
        booked.interest_fen, 0, booked.allocations, old, True, None,
    )  # fmt: skip
    reverse(made, undone, back_on)
    for one in (untouched, made):
        one.catch_up(date(2023, 1, 5))
    assert made.unpaid == untouched.unpaid
    assert (made.level_fen, made.annual_rate) == (untouched.level_fen, untouched.annual_rate)


@settings(max_examples=30, deadline=None)
@given(late=st.integers(0, 40), share=st.integers(0, 100))
def test_r_loan_7_fund_money_pays_what_is_owed_and_prepays_with_the_rest(
    late: int, share: int
) -> None:
    made = account(SIGNED)
    day = date(2019, 9, 20) + timedelta(days=late)
    owed, most = made.owed_by(day), made.quote_payoff(day).total_fen
    amount = owed + (most - owed) * share // 100
    given_ = a_repayment(day, amount, RepaymentKind.FROM_FUND, rest_prepays=True)
    booked = made.record(given_)
    assert booked.principal_fen + booked.interest_fen + booked.penalty_fen == amount
    assert made.owed_by(day) == 0
    assert (made.settled_on == day) is (amount == most)
    assert sum(one.principal_fen for one in made.unpaid) == made.balance_fen
