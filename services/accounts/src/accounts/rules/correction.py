"""When a booked contribution may be put right (错缴更正), and what bars it; pure."""

from dataclasses import dataclass
from datetime import date

from accounts.domain import AccountState, Month
from shared.base.money import yuan


@dataclass(frozen=True)
class Wrong:
    """A part of a person's month that does not belong there."""

    account_number: str
    month: Month
    employer_fen: int
    employee_fen: int
    to_account_number: str | None
    """Whose month it is; None for the employer's suspense."""

    @property
    def amount_fen(self) -> int:
        """Both sides."""
        return self.employer_fen + self.employee_fen


@dataclass(frozen=True)
class Holding:
    """The account that has it, locked."""

    state: AccountState
    frozen_fen: int
    balance_fen: int
    interest_fen: int
    """Due up to today on what is there now."""
    interest_without_fen: int
    """Due up to today if the money had never come."""
    paid_fen: tuple[int, int]
    """Booked for the month, the employer's side and the employee's."""


@dataclass(frozen=True)
class Target:
    """The account that it belongs to, locked."""

    state: AccountState
    opened_on: date
    paid_fen: tuple[int, int]


def flaw(wrong: Wrong, here: Holding, there: Target | None) -> str | None:
    """Say why it cannot be put right, in one Chinese sentence; None if it can.

    What was withdrawn already is not here any more: no account goes below 0, not even by the interest that
    the money should never have earned. What is there can be corrected; the rest is claimed back first.
    """
    sides = zip((wrong.employer_fen, wrong.employee_fen), here.paid_fen, strict=True)
    if any(fen > paid for fen, paid in sides):
        employer, employee = (yuan(fen) for fen in here.paid_fen)
        return f"{wrong.month}已入账单位部分{employer}元、个人部分{employee}元，不足更正"
    if here.state is AccountState.FROZEN or here.state.closed:
        return f"账户状态为{here.state.text}，款项不能转出"
    if here.frozen_fen > 0:
        return "账户有提取资金冻结待付，办结后才能更正"
    if wrong.amount_fen > here.balance_fen:
        return f"款项已被提取，账户只余{yuan(here.balance_fen)}元，不足部分应先追回"
    if here.balance_fen - wrong.amount_fen + here.interest_without_fen < 0:
        return "应扣回的利息超过账户余额，应先追回"
    return _flaw_of_target(wrong, there) if wrong.to_account_number else None


def _flaw_of_target(wrong: Wrong, there: Target | None) -> str | None:
    if there is None:
        return f"没有账户{wrong.to_account_number}"
    if there.state.closed:
        return f"账户{wrong.to_account_number}已销户，应转入单位暂收款"
    if any(there.paid_fen):
        return f"账户{wrong.to_account_number}的{wrong.month}已缴存，应转入单位暂收款"
    return None
