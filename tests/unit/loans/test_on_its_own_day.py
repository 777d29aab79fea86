"""Each fact is judged by the plan and the rate of its own day, whenever it is entered (R-LOAN-1, 6)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.unit.loans.builders import RATES, a_loan, a_repayment, an_account, pay_on_time

from loans.domain.contracts import PrepaymentEffect
from loans.rules.account import LoanAccount
from loans.rules.repayment import Policy, RepaymentKind
from loans.rules.terms import PlanCause, Rulebook

TODAY = date(2026, 3, 2)
E12_DAY = date(2019, 8, 29)


def entered_at_once() -> LoanAccount:
    account = an_account()
    pay_on_time(account, 36)
    return account


def entered_slowly() -> LoanAccount:
    """The yearly work has come by after the disbursement, and comes by again and again."""
    account = an_account()
    lines = account.unpaid[:36]
    for line in lines:
        account.catch_up(TODAY)
        account.record(a_repayment(line.due_on, line.total_fen))
    account.catch_up(TODAY)
    return account


WAYS = pytest.mark.parametrize("entered", [entered_at_once, entered_slowly])


@WAYS
def test_e12_payoff_of_2019_whichever_way_it_is_entered(
    entered: Callable[[], LoanAccount],
) -> None:
    account = entered()
    assert account.quote_payoff(E12_DAY).total_fen == 26_664_458
    account.record(a_repayment(E12_DAY, 26_664_458, RepaymentKind.PAYOFF))
    assert account.settled_on == E12_DAY


@WAYS
def test_e07_a_prepayment_of_2019_makes_a_plan_at_the_rate_of_2019(
    entered: Callable[[], LoanAccount],
) -> None:
    account = entered()
    day = date(2019, 8, 20)
    account.record(
        a_repayment(day, 5_000_000, RepaymentKind.EARLY, effect=PrepaymentEffect.SHORTEN)
    )
    plan = account.new_plans[-1]
    assert (plan.cause, plan.effective_on) == (PlanCause.PREPAYMENT, day)
    assert (plan.annual_rate, plan.level_fen) == (Decimal("0.0325"), 170_159)
    assert (len(plan.instalments), plan.instalments[-1].total_fen) == (157, 24_800)
    account.catch_up(TODAY)
    assert account.annual_rate == Decimal("0.026")
    changes = [one for one in account.new_plans if one.version > plan.version]
    assert [one.effective_on for one in changes] == [
        date(2023, 1, 1), date(2025, 1, 1), date(2026, 1, 1)
    ]  # fmt: skip


@WAYS
def test_e11_an_early_repayment_off_the_due_date_bears_the_rate_of_its_day(
    entered: Callable[[], LoanAccount],
) -> None:
    booked = entered().record(
        a_repayment(E12_DAY, 5_000_000, RepaymentKind.EARLY, effect=PrepaymentEffect.REDUCE)
    )
    assert (booked.principal_fen, booked.interest_fen) == (4_995_941, 4_059)


def test_a_payoff_of_29_december_costs_the_same_asked_in_january() -> None:
    """Nine days at 2.85 % on 282,938.67 are 201.59; at the 2.6 % of January they would be 17.68 less."""
    account = an_account(a_loan(disbursed_on=date(2024, 6, 20)))
    pay_on_time(account, 18)
    day = date(2025, 12, 29)
    for asked_on in (day, date(2026, 1, 5)):
        account.catch_up(asked_on)
        quote = account.quote_payoff(day)
        assert (quote.broken_interest_fen, quote.total_fen) == (20_159, 28_314_026)
    account.record(a_repayment(day, 28_314_026, RepaymentKind.PAYOFF))
    assert account.settled_on == day


def two_instalments_late() -> LoanAccount:
    """E01, nothing paid of what falls due on 20 November and 20 December 2022."""
    account = an_account()
    pay_on_time(account, 74)
    assert account.unpaid[0].due_on == date(2022, 11, 20)
    return account


def test_r_loan_6_penalty_across_new_year_is_reckoned_day_by_day() -> None:
    """41 and 11 late days at 3.25 % to 31 December, from 1 January on at 3.1 %.

    Day by day, on 1,701.59: 9.45 + 2.53 on the 31st; then (41 x 3.25 + 3.1) % x 1.5 / 360 = 9.67, and 2.75.
    """
    account = two_instalments_late()
    assert account.penalty_fen(date(2022, 12, 31)) == 1_198
    account.catch_up(date(2023, 1, 1))
    assert account.penalty_fen(date(2023, 1, 1)) == 967 + 275
    assert account.penalty_fen(date(2022, 12, 31)) == 1_198, "as it was, asked a day later"


def test_r_loan_6_a_new_factor_counts_from_its_day() -> None:
    """E15's instalment: 10 days at 1.5 and 5 at 1.3 times the rate, on both, then on principal alone."""
    before = Policy(date(2015, 8, 26), Decimal("1.5"), penalty_on_interest=True)
    after = Policy(date(2019, 10, 1), Decimal("1.3"), penalty_on_interest=False)
    account = entered_at_once()
    account.rulebook = Rulebook(RATES, [before, after])
    day = date(2019, 10, 5)
    # 1,701.59 x 3.25 % x 1.5 x 10 / 360 = 2.3042; 980.01 x 3.25 % x 1.3 x 5 / 360 = 0.5751
    assert account.penalty_fen(day) == 288


def test_r_loan_6_what_was_paid_once_is_not_charged_again() -> None:
    account = two_instalments_late()
    day = date(2022, 12, 31)
    account.record(a_repayment(day, 1_198 + 10_000, RepaymentKind.OVERDUE))
    assert account.penalty_fen(day) == 0
    assert 0 < account.penalty_fen(day + timedelta(days=1)) < 46


def test_r_loan_1_what_falls_due_on_1_january_bears_the_new_rate() -> None:
    """Paid out on a 1st: the instalment of 2023-01-01 is at 3.1 %, that of 2022-12-01 at 3.25 %."""
    account = an_account(a_loan(disbursed_on=date(2016, 9, 1)))
    pay_on_time(account, 75)
    balance = account.balance_fen
    account.catch_up(date(2023, 1, 1))
    line = account.unpaid[0]
    assert line.due_on == date(2023, 1, 1)
    exact = balance * Decimal("0.031") / 12
    assert abs(line.interest_fen - exact) <= Decimal("0.5")


def test_r_loan_1_a_loan_whose_last_instalment_is_overdue_has_no_plan_left_to_change() -> None:
    account = an_account(a_loan(12_000_000, 76))
    pay_on_time(account, 75)
    overdue = account.unpaid[0].total_fen
    assert account.unpaid[0].due_on == date(2022, 12, 20)
    account.catch_up(TODAY)
    assert [owed.total_fen for owed in account.unpaid] == [overdue]
    assert [one.cause for one in account.new_plans] == [PlanCause.DISBURSEMENT]
    assert account.annual_rate == Decimal("0.026"), "penalty interest follows the rate all the same"


def test_r_rep_8_two_prepayments_of_one_day_of_the_past_each_start_from_the_other() -> None:
    """The second, entered after the yearly work came by, keeps the instalment that the first has made."""
    day = date(2019, 8, 20)
    at_once, slowly = entered_at_once(), entered_at_once()
    first = a_repayment(day, 5_000_000, RepaymentKind.EARLY, effect=PrepaymentEffect.REDUCE)
    second = a_repayment(day, 2_000_000, RepaymentKind.EARLY, effect=PrepaymentEffect.SHORTEN)
    for account in (at_once, slowly):
        account.record(first)
        if account is slowly:
            account.catch_up(TODAY)
        account.record(second)
        assert account.level_fen == 138_225, "E08"
    assert slowly.unpaid == at_once.unpaid
