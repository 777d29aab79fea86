"""Moving in (期初): what an older system says of a loan, beside what its history gives by the rules; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from loans.domain.contracts import Loan
from loans.errors import Refused
from loans.rules.account import LoanAccount, disburse
from loans.rules.agreements import Agreement
from loans.rules.repayment import Booked, Repayment
from loans.rules.terms import Rulebook
from shared.base.money import yuan


@dataclass(frozen=True)
class Stated:
    """The figures of a loan as the older system has them at the end of a day."""

    as_of: date
    balance_fen: int
    principal_repaid_fen: int
    interest_repaid_fen: int
    penalty_repaid_fen: int
    instalments_paid: int
    owed_fen: int
    """Due or overdue and unpaid on that day, penalty interest included."""


@dataclass(frozen=True)
class Difference:
    """One figure that is not the same in both."""

    figure: str
    """Its name in Chinese."""
    stated: int
    computed: int
    money: bool

    def __str__(self) -> str:
        stated, computed = (
            (f"{yuan(self.stated)}元", f"{yuan(self.computed)}元")
            if self.money
            else (f"{self.stated}期", f"{self.computed}期")
        )
        return f"{self.figure}：原系统{stated}，按还款记录计算{computed}"


class RowRefused(Exception):
    """A repayment of the history that the rules do not allow; says which one."""

    def __init__(self, row: int, serial: str, why: Refused) -> None:
        super().__init__(row, serial, why)
        self.row = row
        """From 1."""
        self.serial = serial
        self.why = why


def live_through(
    loan: Loan,
    rulebook: Rulebook,
    agreements: Sequence[Agreement],
    repayments: Sequence[Repayment],
) -> tuple[LoanAccount, list[Booked]]:
    """Lend the loan and repay it as it happened, each by the rules of its day; raises `RowRefused`."""
    account = disburse(loan, rulebook)
    account.agreements = agreements
    booked = []
    for row, repayment in enumerate(repayments, 1):
        try:
            booked.append(account.record(repayment))
        except Refused as refusal:
            raise RowRefused(row, repayment.serial, refusal) from refusal
    return account, booked


def differences(account: LoanAccount, stated: Stated) -> list[Difference]:
    """Compare figure by figure; nothing when both say the same."""
    both = (
        ("贷款余额", stated.balance_fen, account.balance_fen, True),
        ("已还本金", stated.principal_repaid_fen, account.principal_repaid_fen, True),
        ("已还利息", stated.interest_repaid_fen, account.interest_repaid_fen, True),
        ("已还罚息", stated.penalty_repaid_fen, account.penalty_repaid_fen, True),
        ("已还期数", stated.instalments_paid, _instalments_paid(account), False),
        ("到期未还", stated.owed_fen, account.owed_by(stated.as_of), True),
    )
    return [Difference(*one) for one in both if one[1] != one[2]]


def _instalments_paid(account: LoanAccount) -> int:
    """Count the instalments that are paid without a gap."""
    unpaid = [owed.number for owed in account.unpaid if owed.total_fen > 0]
    return min(unpaid) - 1 if unpaid else account.paid_through
