"""What a loan account rests on: the agreed terms, plan versions, the rulebook, the payoff quote."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from loans.domain.contracts import Loan
from loans.errors import Reason, Refused
from loans.rules.rates import RateTable, RateType
from loans.rules.repayment import Policy
from loans.rules.schedule import Instalment
from shared.base.money import Fen


class PlanCause(StrEnum):
    """Why a version of the plan was made."""

    DISBURSEMENT = "disbursement"
    RATE_CHANGE = "rate_change"
    PREPAYMENT = "prepayment"
    REVERSAL = "reversal"
    """A prepayment was undone."""


@dataclass(frozen=True)
class Plan:
    """One version of the repayment plan; replaces its predecessor from its first number on."""

    version: int
    cause: PlanCause
    effective_on: date
    annual_rate: Decimal
    level_fen: Fen
    """The instalment (等额本息), or the share of principal (等额本金), that stays the same."""
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True)
class Rulebook:
    """The effective-dated data that the account is judged by."""

    rates: RateTable
    policies: Sequence[Policy]

    def rate_on(self, loan: Loan, day: date) -> Decimal:
        """Return the rate that a loan carries on a day: its first, then each 1 January's (R-LOAN-1)."""
        since = date(day.year, 1, 1) if day.year > loan.disbursed_on.year else loan.disbursed_on
        return self.rates.on(since, loan.home, RateType.of_term(loan.periods))

    def policy_on(self, day: date) -> Policy:
        """Return the policy in force on a day."""
        found = [policy for policy in self.policies if policy.effective_from <= day]
        if not found:
            raise Refused(Reason.NO_POLICY, day=day)
        return max(found, key=lambda policy: policy.effective_from)


@dataclass(frozen=True)
class Quote:
    """What must be paid on a day to settle the loan (结清金额), and its parts (E12)."""

    penalty_fen: Fen
    owed_interest_fen: Fen
    owed_principal_fen: Fen
    """Of instalments due by that day."""
    broken_interest_fen: Fen
    """From the last due date to that day, on the principal not yet due."""
    remaining_principal_fen: Fen

    @property
    def total_fen(self) -> Fen:
        """The payoff amount."""
        return Fen(
            self.penalty_fen
            + self.owed_interest_fen
            + self.owed_principal_fen
            + self.broken_interest_fen
            + self.remaining_principal_fen
        )
