"""Loans with believable defaults."""

from datetime import date
from decimal import Decimal

from loans.domain.contracts import Home, Loan, RepaymentMethod
from loans.rules.account import LoanAccount, disburse
from loans.rules.rates import Rate, RateTable, RateType
from loans.rules.repayment import Policy, Repayment, RepaymentKind
from loans.rules.terms import Rulebook
from shared.base.money import Fen

PUBLISHED = (
    ("2015-08-26", "0.0275", "0.0325"),
    ("2022-10-01", "0.026", "0.031"),
    ("2024-05-18", "0.0235", "0.0285"),
    ("2025-05-08", "0.021", "0.026"),
)
RATES = RateTable(
    Rate(date.fromisoformat(day), Home.FIRST, rate_type, Decimal(rate))
    for day, short, long in PUBLISHED
    for rate_type, rate in ((RateType.UP_TO_FIVE_YEARS, short), (RateType.OVER_FIVE_YEARS, long))
)


def rulebook(*, penalty_on_interest: bool = True) -> Rulebook:
    policy = Policy(date(2015, 8, 26), Decimal("1.5"), penalty_on_interest)
    return Rulebook(RATES, [policy])


def a_loan(
    amount_fen: int = 30_000_000,
    periods: int = 240,
    disbursed_on: date = date(2016, 8, 20),
    method: RepaymentMethod = RepaymentMethod.EQUAL_INSTALMENT,
) -> Loan:
    return Loan("DZ-2016-0001", Fen(amount_fen), method, periods, Home.FIRST, disbursed_on)


def an_account(loan: Loan | None = None, *, penalty_on_interest: bool = True) -> LoanAccount:
    return disburse(loan or a_loan(), rulebook(penalty_on_interest=penalty_on_interest))


def pay_on_time(account: LoanAccount, count: int) -> None:
    """Pay the next instalments, each on its due date."""
    for _ in range(count):
        account.catch_up(account.unpaid[0].due_on)
        line = account.unpaid[0]
        account.record(a_repayment(line.due_on, line.total_fen))


def a_repayment(
    on: date, amount_fen: int, kind: RepaymentKind = RepaymentKind.NORMAL, **more: object
) -> Repayment:
    return Repayment(f"S-{on}-{kind}", on, kind, Fen(amount_fen), **more)  # type: ignore[arg-type]
