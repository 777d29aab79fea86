"""What a caller's text says of an answer: the facts that were spoken, in figures; no number, card or name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from hotline.domain import AccountFacts, DepositFacts, LoanFacts, WithdrawalFacts
from shared.base.money import yuan

WITHDRAWAL_STATES: Final[Mapping[str, str]] = {
    "in_review": "正在审核",
    "approved": "已经审批通过，正在付款",
    "paid": "已经到账",
    "rejected": "没有通过，原因请在网上服务厅查看",
    "cancelled": "已经撤销",
    "failed": "付款没有成功，款项仍在您的账户中",
    "returned": "付款没有成功，款项仍在您的账户中",
}
CHECKING: Final = "正在核验"


def balance(facts: AccountFacts | None) -> str:
    """The balance, and what of it is frozen."""
    if facts is None:
        return "没有查询到您名下的住房公积金账户"
    frozen = f"，其中冻结{yuan(facts.frozen_fen)}元" if facts.frozen_fen else ""
    return f"住房公积金账户余额{yuan(facts.balance_fen)}元{frozen}"


def last_deposit(facts: DepositFacts | None) -> str:
    """When the last contribution was booked, and how much it was."""
    if facts is None:
        return "没有查询到您的缴存记录"
    return f"最近一次缴存{yuan(facts.amount_fen)}元，记账日期{_day(facts.booked_on)}"


def withdrawal(facts: WithdrawalFacts | None) -> str:
    """How far the latest application is; a state that has no words yet is being checked."""
    if facts is None:
        return "没有查询到您的提取申请"
    sum_ = f"，金额{yuan(facts.amount_fen)}元" if facts.amount_fen is not None else ""
    state = WITHDRAWAL_STATES.get(facts.state, CHECKING)
    return f"{_day(facts.accepted_on)}的提取申请{sum_}，{state}"


def loans(facts: Sequence[LoanFacts]) -> str:
    """The next instalment and what is overdue, of each loan."""
    if not facts:
        return "没有查询到您名下未还清的住房公积金贷款"
    return "；".join(map(_loan, facts))


def _loan(loan: LoanFacts) -> str:
    following = (
        f"下一期还款日{_day(loan.next_due_on)}，应还{yuan(loan.next_fen)}元，"
        if loan.next_due_on is not None and loan.next_fen is not None
        else ""
    )
    overdue = f"逾期{yuan(loan.overdue_fen)}元" if loan.overdue_fen else "没有逾期"
    return f"住房公积金贷款{following}{overdue}"


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"
