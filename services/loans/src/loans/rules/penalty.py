"""Penalty interest (罚息): day by day, each day at that day's rate and factor (R-LOAN-6)."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from loans.domain.contracts import Loan
from loans.rules.repayment import Owed, Policy
from loans.rules.schedule import DAYS_PER_YEAR
from loans.rules.terms import Rulebook
from shared.base.money import Fen, round_half_up

ONE_DAY = timedelta(days=1)


def penalty_interest(loan: Loan, rulebook: Rulebook, owed: Owed, since: date, day: date) -> Fen:
    """Return what one unpaid instalment costs for the days after `since` up to a day, in fen.

    Days of one rate and policy are taken together; the sum is rounded once, so it never falls by waiting.
    """
    exact = sum(
        (
            _base(owed, policy) * rate * policy.penalty_factor * days
            for days, rate, policy in _spans(loan, rulebook, since, day)
        ),
        Decimal(0),
    )
    return Fen(round_half_up(exact / DAYS_PER_YEAR))


def _base(owed: Owed, policy: Policy) -> Fen:
    return owed.total_fen if policy.penalty_on_interest else owed.principal_fen


def _spans(
    loan: Loan, rulebook: Rulebook, since: date, day: date
) -> Iterator[tuple[int, Decimal, Policy]]:
    """Cut the days after `since` up to a day where the rate or the policy may change."""
    first = since + ONE_DAY
    while first <= day:
        following = _next_change(rulebook, first)
        last = min(day, following - ONE_DAY)
        yield (last - first).days + 1, rulebook.rate_on(loan, first), rulebook.policy_on(first)
        first = following


def _next_change(rulebook: Rulebook, day: date) -> date:
    """Return the first day after a day on which a loan's rate or the policy may be another."""
    policies = (one.effective_from for one in rulebook.policies if one.effective_from > day)
    return min((date(day.year + 1, 1, 1), *policies))
