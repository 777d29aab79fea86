"""What is paid back (补缴) for a person's month: by its wage, ratios and limits, less what was paid; pure."""

from dataclasses import dataclass
from datetime import date

from accounts.domain import CLOSED_STATES, Month
from accounts.rules.deposit import DepositPolicy, side_fen


@dataclass(frozen=True)
class Asked:
    """A person's month that is to be paid back."""

    account_number: str
    month: Month
    wage_fen: int | None
    """The wage of that month; None for the base that was in force."""


@dataclass(frozen=True)
class PastMonth:
    """What is known of a person's month."""

    state: str
    employed: bool
    """An employer had to contribute for it (R-DEP-5)."""
    before_opening: bool
    deferred: bool
    """It was agreed to pay it later (R-DEP-9)."""
    employer_paid_up_to: date | None
    moved_in_up_to: date | None
    """Paid up to this month by the former books."""
    base_fen: int
    ratios_bp: tuple[int, int]
    policy: DepositPolicy
    paid_fen: tuple[int, int]
    """Booked for it already, the employer's side and the employee's."""
    open: bool
    """Another back payment has it."""


@dataclass(frozen=True)
class Line:
    """What is paid back for a person's month, fen."""

    account_number: str
    month: Month
    base_fen: int
    ratios_bp: tuple[int, int]
    employer_fen: int
    employee_fen: int


def flaw(asked: Asked, found: PastMonth) -> str | None:
    """Say why a month cannot be paid back, in one Chinese sentence; None if it can (R-CHG-2)."""
    if found.state in CLOSED_STATES:
        return "账户已销户，不能补缴"
    if found.open:
        return f"{asked.month}已在另一张未入账的补缴清单中"
    if not found.employed and not (found.before_opening and asked.wage_fen):
        return f"{asked.month}不是该职工的缴存月份，开户前的月份应填写当月工资"
    if found.moved_in_up_to is not None and asked.month.first <= found.moved_in_up_to:
        return f"{asked.month}在原系统已缴存"
    regular = found.employer_paid_up_to is None or asked.month.first > found.employer_paid_up_to
    if regular and not found.deferred:
        return f"{asked.month}尚未汇缴，应编制当月汇缴清册"
    return None


def line(asked: Asked, found: PastMonth) -> Line | None:
    """Return what is missing of a month's deposit; None when it was paid in full (R-DEP-1, 3, 4)."""
    base = found.policy.base_within_limits(asked.wage_fen or found.base_fen)
    due = [side_fen(base, ratio, found.policy.rounding) for ratio in found.ratios_bp]
    missing = [max(0, fen - paid) for fen, paid in zip(due, found.paid_fen, strict=True)]
    if not any(missing):
        return None
    return Line(asked.account_number, asked.month, base, found.ratios_bp, missing[0], missing[1])
