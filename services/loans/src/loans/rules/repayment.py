"""What a repayment is, and in which order its money is used (R-REP-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from loans.domain.contracts import PrepaymentEffect
from shared.base.money import Fen


class RepaymentKind(StrEnum):
    """Loan business type (贷款业务明细类型, A.15), those that bring money back."""

    NORMAL = "02"
    """正常还款: an instalment on its due date"""
    EARLY = "03"
    """提前还款: partial prepayment"""
    OVERDUE = "04"
    """逾期还款"""
    FROM_FUND = "05"
    """公积金提取还款: by an offset agreement"""
    PAYOFF = "06"
    """结清"""


KIND_TEXTS = {
    RepaymentKind.NORMAL: "正常还款",
    RepaymentKind.EARLY: "提前还款",
    RepaymentKind.OVERDUE: "逾期还款",
    RepaymentKind.FROM_FUND: "公积金提取还款",
    RepaymentKind.PAYOFF: "结清",
}


@dataclass(frozen=True)
class Repayment:
    """One repayment as staff enter it or the bank reports it."""

    serial: str
    on: date
    kind: RepaymentKind
    amount_fen: Fen
    effect: PrepaymentEffect | None = None
    """Only for a partial prepayment without an agreement (R-REP-3)."""
    current_too: bool = False
    """An overdue repayment pays what falls due that day as well, once no arrears are left."""
    rest_prepays: bool = False
    """Fund money beyond what is owed prepays (年冲, R-LOAN-7)."""


@dataclass(frozen=True)
class Policy:
    """What the centre decided about repayments, from a day on (R-LOAN-6, R-REP-6)."""

    effective_from: date
    penalty_factor: Decimal
    penalty_on_interest: bool
    """True: on overdue principal and interest; False: on principal only (E15)."""
    debit_days: int = 3
    """The card is debited on the due date and, while that fails, on so many days in all (R-REP-6)."""
    due_soon_days: int = 3
    """How long before the due date a text reminds of it (R-SMS-2)."""
    early_per_month: int = 1
    """Early repayments in a calendar month (R-REP-6)."""
    early_minimum_fen: int = 1_000_000
    """Smallest partial prepayment (R-REP-6)."""
    decide_days: int = 15
    """Within how many days a contract that was entered is decided (R-LOAN-8)."""


@dataclass
class Owed:
    """An instalment, or what is still unpaid of it."""

    number: int
    due_on: date
    principal_fen: Fen
    interest_fen: Fen

    @property
    def total_fen(self) -> Fen:
        """What is still to be paid."""
        return Fen(self.principal_fen + self.interest_fen)


@dataclass(frozen=True)
class Allocation:
    """How much of a repayment went to one instalment."""

    number: int
    interest_fen: Fen
    principal_fen: Fen


@dataclass(frozen=True)
class Booked:
    """A repayment with its split, as it is stored for ever."""

    repayment: Repayment
    penalty_fen: Fen
    interest_fen: Fen
    principal_fen: Fen
    balance_after_fen: Fen
    allocations: tuple[Allocation, ...]
    plan_version: int | None = None
    """The version of the plan that it made."""
    reverses: int | None = None
    """The number of the entry that it undoes (R-BK-2); all its amounts are negative."""


def pay(amount_fen: int, overdue: Sequence[Owed], current: Sequence[Owed]) -> list[Allocation]:
    """Use money left after penalty: overdue interest, overdue principal, then today's (R-REP-7).

    Lowers what is owed, oldest first, and returns what went where.
    """
    interest: dict[int, int] = {}
    principal: dict[int, int] = {}
    left = amount_fen
    for group in (overdue, current):
        for owed in group:
            part = min(left, owed.interest_fen)
            owed.interest_fen = Fen(owed.interest_fen - part)
            interest[owed.number] = part
            left -= part
        for owed in group:
            part = min(left, owed.principal_fen)
            owed.principal_fen = Fen(owed.principal_fen - part)
            principal[owed.number] = part
            left -= part
    return [
        Allocation(number, Fen(interest[number]), Fen(principal[number]))
        for number in interest
        if interest[number] or principal[number]
    ]
