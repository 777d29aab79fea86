"""What a loan costs, what an early repayment changes (试算), by the rules of real loans; pure.

A calculation names nobody and is kept nowhere. It begins on the day on which it is asked.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from loans.domain.contracts import Home, Loan, PrepaymentEffect, RepaymentMethod
from loans.errors import Reason, Refused
from loans.rules.account import Level, LoanAccount, disburse
from loans.rules.early import EarlyKind, EarlyQuote, Wish, quote
from loans.rules.repayment import Owed
from loans.rules.schedule import Instalment, Terms, level_amount, schedule
from loans.rules.terms import Rulebook
from shared.base.calendar import months_after
from shared.base.money import Fen, yuan

NOBODYS = "CALCULATION"
"""Stands for a contract's number."""


@dataclass(frozen=True)
class Costs:
    """A loan from its first instalment to its last."""

    annual_rate: Decimal
    lines: tuple[Instalment, ...]

    @property
    def interest_fen(self) -> Fen:
        """All interest."""
        return Fen(sum(line.interest_fen for line in self.lines))

    @property
    def total_fen(self) -> Fen:
        """All that is repaid."""
        return Fen(sum(line.total_fen for line in self.lines))


def costs(loan: Loan, book: Rulebook) -> Costs:
    """Lay out a loan paid out today, at today's rate (R-LOAN-1 to 4)."""
    account = disburse(loan, book)
    (plan,) = account.new_plans
    return Costs(account.annual_rate, plan.instalments)


@dataclass(frozen=True)
class Running:
    """A running loan, as its borrower knows it from a statement."""

    balance_fen: Fen
    periods_left: int
    term_periods: int
    """Of the whole loan: it chooses the rate's band (R-LOAN-3)."""
    method: RepaymentMethod
    home: Home
    days: int
    """Since the last instalment was paid."""


def account_of(running: Running, book: Rulebook, today: date) -> LoanAccount:
    """Make the account of a loan all of whose instalments up to the last due date are paid."""
    paid = running.term_periods - running.periods_left
    disbursed_on = months_after(today - timedelta(days=running.days), -paid)
    loan = Loan(
        NOBODYS,
        running.balance_fen,
        running.method,
        running.term_periods,
        running.home,
        disbursed_on,
    )
    rate = book.rate_on(loan, today)
    terms = Terms(running.method, rate, running.balance_fen, paid + 1, disbursed_on)
    level = level_amount(terms, running.periods_left)
    lines = schedule(terms, running.periods_left, level)
    unpaid = [
        Owed(line.number, line.due_on, line.principal_fen, line.interest_fen) for line in lines
    ]
    return LoanAccount(
        loan, book, 1, rate, level, today.year, unpaid,
        paid_through=paid, levels=[Level(disbursed_on, level)],
    )  # fmt: skip


def both_ways(
    running: Running, amount_fen: Fen, book: Rulebook, today: date
) -> dict[PrepaymentEffect, EarlyQuote]:
    """Say what a partial repayment today changes, each way (R-REP-3, 5, 6, 8); raises `Refused`."""
    least = book.policy_on(today).early_minimum_fen
    if amount_fen < least:
        raise Refused(Reason.BELOW_MINIMUM, minimum=yuan(least))
    return {
        effect: quote(
            account_of(running, book, today),
            Wish(EarlyKind.PARTIAL, amount_fen, today, counter=True, effect=effect),
        )
        for effect in PrepaymentEffect
    }
