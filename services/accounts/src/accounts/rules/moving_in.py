"""Balances from before this system (期初): what the former books say against what is entered and booked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from accounts.domain import AccountState, Month
from shared.base.money import yuan


@dataclass(frozen=True)
class MovedIn:
    """One account's balance, fen, with all interest due by then."""

    account_number: str
    balance_fen: int
    paid_up_to: Month


@dataclass(frozen=True)
class Known:
    """What is known here of an account whose balance is to be moved in."""

    state: AccountState
    opened_on: date
    has_entries: bool


@dataclass(frozen=True)
class Difference:
    """Former books less what is here: people, and fen."""

    people: int
    fen: int

    @property
    def text(self) -> str:
        """For whoever enters it."""
        return f"原账与明细相差{self.people}人、{yuan(self.fen)}元"


def difference(rows: Sequence[MovedIn], head_count: int, total_fen: int) -> Difference | None:
    """Compare rows with the control sums of the former books; None where they agree."""
    found = Difference(head_count - len(rows), total_fen - sum(row.balance_fen for row in rows))
    return None if found == Difference(0, 0) else found


def flaw(row: MovedIn, known: Known | None, as_of: date) -> str | None:
    """Say in Chinese why a row cannot be moved in; None if it can."""
    if known is None:
        return "该单位没有这个个人账户"
    if known.state.closed:
        return "账户已销户"
    if known.has_entries:
        return "账户已有明细，期初余额只能录入一次，且须早于其他业务"
    if known.opened_on > as_of:
        return "开户日期晚于期初日期"
    if row.paid_up_to > Month.of(as_of):
        return "缴至年月晚于期初日期"
    return None
