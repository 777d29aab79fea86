"""Loans recomputed: the program and a second implementation in fractions agree to the fen (R-LOAN, R-REP).

The program's account is brought to later years between any two facts, as the yearly work brings it: each fact
is judged by the plan and the rate of its own day all the same (R-LOAN-1).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.money.cases import random_cases
from tests.money.second.lending import Borrowed, Penalty, Published, Split

from loans.domain.contracts import Home, Loan, PrepaymentEffect, RepaymentMethod
from loans.rules.account import LoanAccount, disburse
from loans.rules.rates import Rate, RateTable, RateType
from loans.rules.repayment import Booked, Policy, Repayment, RepaymentKind
from loans.rules.terms import Rulebook
from shared.base.money import Fen

FIRST_DAY, LAST_DAY = date(2015, 1, 1), date(2026, 12, 31)
METHODS = {True: RepaymentMethod.EQUAL_INSTALMENT, False: RepaymentMethod.EQUAL_PRINCIPAL}

days = st.dates(FIRST_DAY, LAST_DAY)
annual = st.integers(100, 900).map(lambda number: Fraction(number, 10_000))


@st.composite
def tables(draw: st.DrawFn) -> Published:
    """Rates and penalties that change on any day, up and down."""
    changes = [FIRST_DAY, *draw(st.lists(days, max_size=5, unique=True))]
    rules = [FIRST_DAY, *draw(st.lists(days, max_size=2, unique=True))]
    factor = st.integers(130, 150).map(lambda number: Fraction(number, 100))
    return Published(
        [(day, draw(annual), draw(annual)) for day in dict.fromkeys(changes)],
        [Penalty(day, draw(factor), draw(st.booleans())) for day in dict.fromkeys(rules)],
    )


def rulebook(published: Published) -> Rulebook:
    """The same tables as the program reads them."""
    both = (RateType.UP_TO_FIVE_YEARS, RateType.OVER_FIVE_YEARS)
    rates = [
        Rate(day, Home.FIRST, rate_type, decimal(rate))
        for day, *of_band in published.rates
        for rate_type, rate in zip(both, of_band, strict=True)
    ]
    policies = [
        Policy(one.since, decimal(one.factor), one.on_interest) for one in published.penalties
    ]
    return Rulebook(RateTable(rates), policies)


def decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


@dataclass
class Both:
    """One loan in both implementations."""

    second: Borrowed
    program: LoanAccount
    day: date

    @classmethod
    def lend(cls, amount: int, months: int, start: date, *, even: bool, by: Published) -> "Both":
        loan = Loan("DZ-1", Fen(amount), METHODS[even], months, Home.FIRST, start)
        return cls(Borrowed(amount, months, start, even, by), disburse(loan, rulebook(by)), start)

    def agree(self, booked: Booked, split: Split) -> None:
        parts = (booked.penalty_fen, booked.interest_fen, booked.principal_fen)
        assert parts == (split.penalty, split.interest, split.principal)
        assert self.program.balance_fen == self.second.balance == booked.balance_after_fen

    def record(self, kind: RepaymentKind, amount: int, effect: str | None = None) -> Booked:
        chosen = PrepaymentEffect(effect) if effect else None
        serial = f"S{self.program.version}-{self.day}-{kind}"
        return self.program.record(
            Repayment(serial, self.day, kind, Fen(amount), chosen, current_too=True)
        )

    def agree_on_the_day(self) -> None:
        """What is owed and what settles the loan, asked of an account that knows later years too."""
        self.second.live_until(self.day)
        if self.program.rate_year < self.day.year:
            self.program.catch_up(self.day)
        assert self.program.penalty_fen(self.day) == self.second.penalty(self.day)
        assert self.program.owed_by(self.day) == self.second.owed(self.day)
        if self.second.balance:
            assert self.program.quote_payoff(self.day).total_fen == self.second.payoff(self.day)

    def agree_at_last(self, day: date) -> None:
        """The whole plan once all is told."""
        self.second.live_until(day)
        self.program.catch_up(day)
        mine = [
            (one.number, one.due_on, one.principal_fen, one.interest_fen)
            for one in self.program.unpaid
            if one.total_fen
        ]
        other = [(one.number, one.due, one.principal, one.interest) for one in self.second.lines]
        assert mine == [line for line in other if line[2] + line[3]]
        if other:
            assert self.program.level_fen == self.second.level

    def month(self, does: str, late: int, share: int) -> None:
        """Live until the next due date and some days more, and do one thing."""
        coming = self.second.coming(self.day)
        if does in {"on time", "skip"}:
            late = 0
        self.day = coming[0].due + timedelta(days=late)
        self.agree_on_the_day()
        owed, penalty = self.second.owed(self.day), self.second.penalty(self.day)
        if does == "part":
            owed = penalty + max(1, (owed - penalty) * share // 100)
        if does != "skip" and owed > penalty:
            overdue = bool(self.second.late(self.day))
            kind = RepaymentKind.OVERDUE if overdue else RepaymentKind.NORMAL
            self.agree(self.record(kind, owed), self.second.pay(self.day, owed))
        if does in {"shorten", "reduce"} and len(self.second.coming(self.day)) > 1:
            amount = self.second.payoff(self.day) * share // 100
            if amount > 0:
                booked = self.record(RepaymentKind.EARLY, amount, does)
                self.agree(booked, self.second.prepay(self.day, amount, shorten=does == "shorten"))


deeds = st.tuples(
    st.sampled_from(["on time", "on time", "skip", "late", "part", "shorten", "reduce"]),
    st.integers(1, 70),
    st.integers(1, 99),
    st.sampled_from([0, 0, 0, 1, 3, 12]),
)
"""What is done, how many days late, which share of the money, how many years the account is ahead."""


@st.composite
def loans(draw: st.DrawFn, until: date = LAST_DAY, most: int = 100_000_000) -> Both:
    """A loan of any amount, term and method, paid out on any day."""
    return Both.lend(
        draw(st.integers(100_000, most)),
        draw(st.integers(1, 360)),
        draw(st.dates(FIRST_DAY, until)),
        even=draw(st.booleans()),
        by=draw(tables()),
    )


@random_cases
@given(
    both=loans(until=date(2024, 12, 31)),
    life=st.lists(deeds, max_size=40),
    settle_after=st.integers(0, 60) | st.none(),
)
def test_r_loan_1_any_life_of_a_loan_is_the_same_in_both_whenever_it_is_entered(
    both: Both, life: Sequence[tuple[str, int, int, int]], settle_after: int | None
) -> None:
    for does, late, share, ahead in life:
        if not both.second.coming(both.day):
            break
        both.program.catch_up(both.day + timedelta(days=366 * ahead))
        both.month(does, late, share)
    if settle_after is not None and both.second.balance:
        both.day += timedelta(days=settle_after)
        both.agree_on_the_day()
        booked = both.record(RepaymentKind.PAYOFF, both.second.payoff(both.day))
        both.agree(booked, both.second.pay_off(both.day))
        assert both.program.settled_on == both.day
    both.agree_at_last(max(both.day, LAST_DAY) + timedelta(days=366 * 3))


@random_cases
@given(both=loans(most=1_000_000_000))
def test_r_loan_2_to_5_a_schedule_of_any_length_is_the_same_in_both(both: Both) -> None:
    assert sum(line.principal for line in both.second.lines) == both.second.amount
    both.agree_at_last(both.day)


@random_cases
@given(
    both=loans(until=date(2023, 12, 31)),
    paid=st.integers(0, 11),
    waits=st.lists(st.integers(1, 90), min_size=2, max_size=12),
)
def test_r_loan_6_penalty_is_the_same_on_every_day_and_never_falls_by_waiting(
    both: Both, paid: int, waits: Sequence[int]
) -> None:
    for _ in range(min(paid, both.second.months - 1)):
        both.month("on time", 0, 0)
    before = 0
    for days_more in waits:
        both.day += timedelta(days=days_more)
        both.agree_on_the_day()
        penalty = both.program.penalty_fen(both.day)
        assert penalty >= before
        before = penalty
