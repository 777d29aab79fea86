"""How much of an individual account may repay a loan (冲还贷, R-LOAN-7)."""

from dataclasses import dataclass

from accounts.domain import AccountState
from shared.messages.accounts import OffsetRefusal

REFUSAL_TEXTS: dict[OffsetRefusal, str] = {
    OffsetRefusal.NO_ACCOUNT: "没有公积金账户",
    OffsetRefusal.ACCOUNT_CLOSED: "公积金账户已销户",
    OffsetRefusal.ACCOUNT_FROZEN: "公积金账户已冻结",
    OffsetRefusal.WITHDRAWAL_OPEN: "公积金账户有正在办理的提取",
    OffsetRefusal.BALANCE_TOO_SMALL: "公积金账户余额不足",
}


@dataclass(frozen=True)
class OffsetFacts:
    """What decides about an offset, all of one instant, under lock."""

    account_number: str
    ledger_account_id: int
    state: AccountState
    available_fen: int
    """The balance without what is frozen, and without interest that was booked too much (R-INT-4)."""
    withdrawal_open: bool


def judge(
    facts: OffsetFacts | None, wanted_fen: int, *, all_or_nothing: bool
) -> int | OffsetRefusal:
    """Return what is to be frozen, all that is wanted or what there is (E43), or why nothing is.

    One withdrawal at a time (R-WDR-10): while one is open, the card pays.
    """
    if facts is None:
        return OffsetRefusal.NO_ACCOUNT
    if facts.state.closed:
        return OffsetRefusal.ACCOUNT_CLOSED
    if facts.state is AccountState.FROZEN:
        return OffsetRefusal.ACCOUNT_FROZEN
    if facts.withdrawal_open:
        return OffsetRefusal.WITHDRAWAL_OPEN
    if facts.available_fen <= 0 or (all_or_nothing and facts.available_fen < wanted_fen):
        return OffsetRefusal.BALANCE_TOO_SMALL
    return min(facts.available_fen, wanted_fen)
