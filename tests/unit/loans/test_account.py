"""What is owed on a day and what repayments do to a loan: R-LOAN-1, 6, 7 and R-REP-3, 6 to 9."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.loans.builders import (
    a_loan,
    a_repayment,
    an_account,
    pay_on_time,
    rulebook,
)

from loans.domain.contracts import Home, PrepaymentEffect, RepaymentMethod
from loans.errors import Refused
from loans.rules.account import LoanAccount, disburse
from loans.rules.agreements import Agreement, agreement_on
from loans.rules.rates import Rate, RateTable, RateType
from loans.rules.repayment import Booked, RepaymentKind
from loans.rules.terms import PlanCause, Rulebook

EARLY, OVERDUE = RepaymentKind.EARLY, RepaymentKind.OVERDUE
FROM_FUND, PAYOFF = RepaymentKind.FROM_FUND, RepaymentKind.PAYOFF
SHORTEN, REDUCE = PrepaymentEffect.SHORTEN, PrepaymentEffect.REDUCE
DUE_36, DUE_37 = date(2019, 8, 20), date(2019, 9, 20)


def after_36() -> LoanAccount:
    account = an_account()
    pay_on_time(account, 36)
    return account


def refused(account: LoanAccount, code: str, *repayment: object, **more: object) -> Refused:
    with pytest.raises(Refused) as refusal:
        account.record(a_repayment(*repayment, **more))  # type: ignore[arg-type]
    assert refusal.value.code == code
    assert refusal.value.detail.endswith("。")
    return refusal.value


def test_e06_balance_and_sums_after_36_instalments() -> None:
    account = after_36()
    assert account.balance_fen == 26_642_811
    assert account.principal_repaid_fen == 3_357_189
    assert account.interest_repaid_fen == 2_768_535
    assert account.last_repayment_on == DUE_36


def test_e07_partial_prepayment_shortens_as_the_counter_form_says() -> None:
    account = after_36()
    booked = account.record(a_repayment(DUE_36, 5_000_000, EARLY, effect=SHORTEN))
    assert (booked.principal_fen, booked.interest_fen) == (5_000_000, 0)
    assert account.balance_fen == 21_642_811
    assert account.level_fen == 170_159
    assert len(account.unpaid) == 157
    assert account.unpaid[-1].total_fen == 24_800
    assert account.unpaid[-1].due_on == date(2032, 9, 20)
    plan = account.new_plans[-1]
    assert (plan.version, plan.cause, plan.effective_on) == (2, PlanCause.PREPAYMENT, DUE_36)
    assert plan.instalments[0].number == 37


def test_e08_partial_prepayment_reduces_as_the_agreement_says() -> None:
    account = after_36()
    account.agreements = [Agreement(date(2017, 1, 1), None, REDUCE)]
    account.record(a_repayment(DUE_36, 5_000_000, EARLY))
    assert account.level_fen == 138_225
    assert len(account.unpaid) == 204


def test_e11_the_amount_of_a_prepayment_is_the_debit() -> None:
    account = after_36()
    booked = account.record(a_repayment(date(2019, 8, 29), 5_000_000, EARLY, effect=REDUCE))
    assert (booked.principal_fen, booked.interest_fen) == (4_995_941, 4_059)


def test_e12_payoff_amount() -> None:
    account = after_36()
    quote = account.quote_payoff(date(2019, 8, 29))
    assert quote.remaining_principal_fen == 26_642_811
    assert quote.broken_interest_fen == 21_647
    assert quote.total_fen == 26_664_458


def test_e12_one_fen_less_or_more_is_no_payoff() -> None:
    for wrong in (26_664_457, 26_664_459):
        told = refused(after_36(), "not-the-payoff-amount", date(2019, 8, 29), wrong, PAYOFF)
        assert "266,644.58元" in told.detail


def test_e12_payoff_on_a_due_date_contains_that_instalment() -> None:
    account = after_36()
    quote = account.quote_payoff(DUE_37)
    assert quote.owed_interest_fen + quote.owed_principal_fen == 170_159
    assert quote.broken_interest_fen == 0
    account.record(a_repayment(DUE_37, quote.total_fen, PAYOFF))
    assert account.settled_on == DUE_37


def test_e15_penalty_interest_on_a_late_instalment() -> None:
    late = DUE_37 + timedelta(days=15)
    on_both, on_principal = after_36(), an_account(penalty_on_interest=False)
    pay_on_time(on_principal, 36)
    assert [owed.number for owed in on_both.overdue(late)] == [37]
    assert on_both.penalty_fen(late) == 346
    assert on_principal.penalty_fen(late) == 199
    assert on_both.penalty_fen(DUE_37 + timedelta(days=1)) == 23
    assert on_both.penalty_fen(DUE_37) == 0


def test_e16_rate_change_on_1_january() -> None:
    rates = RateTable(
        Rate(date.fromisoformat(day), Home.FIRST, RateType.OVER_FIVE_YEARS, Decimal(rate))
        for day, rate in (("2015-08-26", "0.0325"), ("2019-10-01", "0.0285"))
    )
    account = disburse(
        a_loan(disbursed_on=date(2016, 12, 20)), Rulebook(rates, rulebook().policies)
    )
    pay_on_time(account, 36)
    account.catch_up(date(2019, 12, 31))
    assert account.level_fen == 170_159
    account.catch_up(date(2020, 1, 1))
    assert account.balance_fen == 26_642_811
    assert len(account.unpaid) == 204
    assert account.level_fen == 164_937
    plan = account.new_plans[-1]
    assert (plan.cause, plan.effective_on) == (PlanCause.RATE_CHANGE, date(2020, 1, 1))


def test_e28_total_principal_and_interest_repaid() -> None:
    account = an_account(a_loan(20_000_000, 120, date(2015, 9, 20)))
    pay_on_time(account, 47)
    assert account.principal_repaid_fen + account.interest_repaid_fen == 9_185_586
    day = date(2019, 8, 29)
    quote = account.quote_payoff(day)
    assert (quote.remaining_principal_fen, quote.broken_interest_fen) == (12_929_331, 10_505)
    account.record(a_repayment(day, quote.total_fen, PAYOFF))
    assert account.settled_on == day
    assert account.principal_repaid_fen == 20_000_000
    assert account.principal_repaid_fen + account.interest_repaid_fen == 22_125_422


def test_r_wdr_5_penalty_interest_is_kept_apart_from_the_total_repaid() -> None:
    account = after_36()
    late = DUE_37 + timedelta(days=15)
    account.record(a_repayment(late, 170_159 + 346, OVERDUE))
    assert account.penalty_repaid_fen == 346
    on_time = after_36()
    pay_on_time(on_time, 1)
    assert account.interest_repaid_fen == on_time.interest_repaid_fen
    assert account.principal_repaid_fen == on_time.principal_repaid_fen


def test_r_loan_1_new_loans_take_the_rate_of_their_day_and_keep_it_until_1_january() -> None:
    account = an_account(a_loan(disbursed_on=date(2022, 9, 30)))
    account.catch_up(date(2022, 12, 31))
    assert (account.annual_rate, account.version) == (Decimal("0.0325"), 1)
    account.catch_up(date(2023, 1, 1))
    assert (account.annual_rate, account.version) == (Decimal("0.031"), 2)
    assert an_account(a_loan(disbursed_on=date(2022, 10, 1))).annual_rate == Decimal("0.031")


def test_r_loan_1_every_change_on_the_way_is_a_plan_version() -> None:
    account = an_account()
    account.catch_up(date(2026, 6, 1))
    changes = [(plan.effective_on.year, plan.annual_rate) for plan in account.new_plans]
    assert changes == [
        (2016, Decimal("0.0325")),
        (2023, Decimal("0.031")),
        (2025, Decimal("0.0285")),
        (2026, Decimal("0.026")),
    ]
    assert [owed.number for owed in account.unpaid] == list(range(1, 241))


def test_r_loan_1_no_loan_before_the_first_published_rate() -> None:
    with pytest.raises(Refused) as refusal:
        an_account(a_loan(disbursed_on=date(2015, 8, 25)))
    assert refusal.value.rule == "R-LOAN-1"


def test_r_rep_7_money_goes_to_penalty_then_overdue_interest_then_overdue_principal() -> None:
    account = after_36()
    day = date(2019, 11, 19)
    first, second = account.overdue(day)
    interest = first.interest_fen + second.interest_fen
    penalty = account.penalty_fen(day)
    paid = account.record(a_repayment(day, penalty + interest + 1_000, OVERDUE))
    assert (paid.penalty_fen, paid.interest_fen, paid.principal_fen) == (penalty, interest, 1_000)
    assert [(a.number, a.principal_fen) for a in paid.allocations] == [(37, 1_000), (38, 0)]
    assert account.penalty_fen(day) == 0
    assert account.penalty_fen(day + timedelta(days=30)) > 0


def test_r_rep_7_current_interest_and_principal_come_after_the_overdue() -> None:
    account = after_36()
    account.agreements = [Agreement(date(2017, 1, 1), None, REDUCE)]
    day = date(2019, 10, 20)
    overdue, due = account.overdue(day)[0].total_fen, account.due(day)[0]
    penalty, due_interest = account.penalty_fen(day), due.interest_fen
    paid = account.record(a_repayment(day, penalty + overdue + due_interest + 5, FROM_FUND))
    assert [(a.number, a.principal_fen) for a in paid.allocations][1] == (38, 5)
    assert account.unpaid[0].number == 38
    assert account.unpaid[0].interest_fen == 0


def test_r_rep_7_less_than_the_penalty_is_refused() -> None:
    refused(after_36(), "less-than-penalty", DUE_37 + timedelta(days=15), 345, OVERDUE)


def test_r_rep_7_more_than_is_owed_is_refused() -> None:
    told = refused(after_36(), "more-than-owed", DUE_37, 170_160)
    assert "1,701.59元" in told.detail
    refused(after_36(), "more-than-owed", DUE_37 - timedelta(days=1), 1)
    refused(after_36(), "more-than-owed", DUE_37, 1, OVERDUE)


def test_r_rep_7_arrears_come_before_a_normal_instalment() -> None:
    refused(after_36(), "overdue-repayment-first", date(2019, 10, 20), 170_159)


def test_e43_fund_and_card_share_an_instalment() -> None:
    account = after_36()
    account.agreements = [Agreement(date(2017, 1, 1), None, REDUCE)]
    account.record(a_repayment(DUE_37, 125_000, FROM_FUND))
    account.record(a_repayment(DUE_37, 45_159))
    assert account.unpaid[0].number == 38


def test_r_loan_7_money_from_the_fund_needs_an_agreement_in_force() -> None:
    account = after_36()
    account.agreements = [Agreement(date(2017, 1, 1), DUE_37, REDUCE)]
    refused(account, "no-agreement", DUE_37, 170_159, FROM_FUND)


def test_r_loan_7_of_two_agreements_the_last_signed_decides() -> None:
    own = Agreement(date(2017, 1, 1), None, REDUCE)
    spouse = Agreement(date(2018, 1, 1), date(2019, 1, 1), SHORTEN)
    assert agreement_on([own, spouse], date(2016, 12, 31)) is None
    assert agreement_on([own, spouse], date(2017, 1, 1)) is own
    assert agreement_on([own, spouse], date(2018, 12, 31)) is spouse
    assert agreement_on([own, spouse], date(2019, 1, 1)) is own


def test_r_rep_3_without_an_agreement_the_form_must_choose() -> None:
    refused(after_36(), "effect-missing", DUE_36, 5_000_000, EARLY)


def test_r_rep_3_the_agreement_decides_and_nobody_else() -> None:
    account = after_36()
    account.agreements = [Agreement(date(2017, 1, 1), None, REDUCE)]
    refused(account, "agreement-decides", DUE_36, 5_000_000, EARLY, effect=SHORTEN)


def test_r_rep_6_the_whole_balance_must_use_payoff() -> None:
    refused(after_36(), "use-payoff", date(2019, 8, 29), 26_664_458, EARLY, effect=REDUCE)
    account = after_36()
    account.record(a_repayment(date(2019, 8, 29), 26_664_457, EARLY, effect=REDUCE))
    assert account.balance_fen > 0


def test_r_rep_6_not_on_disbursement_day() -> None:
    refused(an_account(), "too-early", date(2016, 8, 20), 5_000_000, EARLY, effect=REDUCE)


def test_r_rep_7_what_is_due_comes_before_a_prepayment() -> None:
    refused(after_36(), "due-first", DUE_37, 5_000_000, EARLY, effect=REDUCE)


def test_r_bk_2_repayments_are_recorded_in_the_order_of_their_dates() -> None:
    refused(after_36(), "repayment-out-of-order", date(2019, 8, 19), 1)
    refused(an_account(), "repayment-out-of-order", date(2016, 8, 19), 1)


@pytest.mark.parametrize("amount", [0, -1])
def test_a_repayment_is_more_than_nothing(amount: int) -> None:
    refused(after_36(), "amount-not-positive", DUE_37, amount)


def test_r_rep_9_the_last_instalment_settles_the_loan() -> None:
    account = an_account(a_loan(1_200_000, 12, date(2019, 1, 31)))
    pay_on_time(account, 12)
    assert account.settled_on == date(2020, 1, 31)
    assert account.balance_fen == 0
    with pytest.raises(Refused, match="已结清"):
        account.record(a_repayment(date(2020, 2, 1), 1))


def test_r_rep_9_payoff_with_arrears_pays_everything() -> None:
    account = after_36()
    day = date(2019, 11, 1)
    quote = account.quote_payoff(day)
    assert quote.penalty_fen > 0
    paid = account.record(a_repayment(day, quote.total_fen, PAYOFF))
    assert paid.balance_after_fen == 0
    assert {part.number for part in paid.allocations} == {37, 38}
    assert account.settled_on == day


def test_two_prepayments_within_a_month_bear_interest_from_the_last_due_date() -> None:
    account = after_36()
    account.record(a_repayment(date(2019, 8, 29), 5_000_000, EARLY, effect=REDUCE))
    again = account.record(a_repayment(date(2019, 8, 30), 5_000_000, EARLY, effect=REDUCE))
    assert again.interest_fen == 4_510  # 10 days
    assert [plan.instalments[0].number for plan in account.new_plans] == [1, 37, 37]


class Life:
    """Does random but lawful things to a loan, month by month."""

    def __init__(self, account: LoanAccount) -> None:
        self.account = account
        self.booked: list[Booked] = []
        self.day = account.loan.disbursed_on

    def pay(self, kind: RepaymentKind, amount: int, **more: object) -> None:
        self.booked.append(self.account.record(a_repayment(self.day, amount, kind, **more)))

    def month(self, action: int, share: int) -> None:
        line = next(owed for owed in self.account.unpaid if owed.due_on > self.day)
        self.day = line.due_on
        self.account.catch_up(self.day)
        overdue = sum(owed.total_fen for owed in self.account.overdue(self.day))
        if overdue and action:
            self.pay(OVERDUE, overdue + self.account.penalty_fen(self.day))
        if action and self.account.settled_on is None:
            self.pay(RepaymentKind.NORMAL, sum(o.total_fen for o in self.account.due(self.day)))
        if action >= 2 and self.account.settled_on is None:
            self.day += timedelta(days=share % 20)
            total = self.account.quote_payoff(self.day).total_fen
            effect = SHORTEN if action == 2 else REDUCE
            more_to_come = len(self.account.coming(self.day)) > 1
            if more_to_come and 1 < total * share // 100 < total:
                self.pay(EARLY, total * share // 100, effect=effect)


@given(
    st.sampled_from(RepaymentMethod),
    st.integers(1_000_000, 100_000_000),
    st.integers(1, 120),
    st.dates(date(2015, 8, 26), date(2025, 12, 31)),
    st.lists(st.tuples(st.integers(0, 3), st.integers(1, 60)), max_size=30),
)
def test_replaying_the_entries_of_any_life_gives_the_stored_balance(
    method: RepaymentMethod,
    amount: int,
    periods: int,
    disbursed_on: date,
    months: list[tuple[int, int]],
) -> None:
    life = Life(an_account(a_loan(amount, periods, disbursed_on, method)))
    account = life.account
    for action, share in months:
        if account.settled_on or account.unpaid[-1].due_on <= life.day:
            break
        life.month(action, share)
        assert sum(owed.principal_fen for owed in account.unpaid) == account.balance_fen
    if account.settled_on is None:
        account.catch_up(life.day)
        life.pay(PAYOFF, account.quote_payoff(life.day).total_fen)
    balance = amount
    for one in life.booked:
        balance -= one.principal_fen
        assert one.balance_after_fen == balance
        assert min(one.interest_fen, one.principal_fen, one.penalty_fen) >= 0
        total = one.principal_fen + one.interest_fen + one.penalty_fen
        assert total == one.repayment.amount_fen
    assert balance == account.balance_fen == 0
    assert account.settled_on == life.day
    assert account.interest_repaid_fen == sum(one.interest_fen for one in life.booked)
    assert account.penalty_repaid_fen == sum(one.penalty_fen for one in life.booked)
    assert [plan.version for plan in account.new_plans] == list(range(1, account.version + 1))


@given(st.integers(1, 35), st.integers(1, 90), st.booleans())
def test_r_rep_8_prepaying_never_costs_more_in_total(paid: int, share: int, shorten: bool) -> None:
    untouched, prepaid = an_account(), an_account()
    pay_on_time(prepaid, paid)
    day = prepaid.last_repayment_on
    assert day is not None
    amount = prepaid.balance_fen * share // 100
    prepaid.record(a_repayment(day, amount, EARLY, effect=SHORTEN if shorten else REDUCE))
    rest = sum(owed.total_fen for owed in prepaid.unpaid)
    whole = prepaid.principal_repaid_fen + prepaid.interest_repaid_fen + rest
    assert whole <= sum(owed.total_fen for owed in untouched.unpaid)


def test_r_rep_7_with_arrears_too_nothing_beyond_the_payoff_is_taken() -> None:
    late = DUE_37 + timedelta(days=15)
    account = after_36()
    total = account.quote_payoff(late).total_fen
    for kind in (EARLY, FROM_FUND):
        account = after_36()
        account.agreements = [Agreement(date(2017, 1, 1), None, REDUCE)]
        told = refused(account, "more-than-payoff", late, total + 1, kind, rest_prepays=True)
        assert "结清金额" in told.detail
    account = after_36()
    account.record(a_repayment(late, total, EARLY, effect=REDUCE, rest_prepays=True))
    assert account.settled_on == late
