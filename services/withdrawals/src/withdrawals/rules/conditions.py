"""A type's conditions (提取条件) as a citizen reads them: its own, and those that its terms make."""

from withdrawals.rules.model import LoanRole, Terms, WithdrawalType

ROLES: dict[LoanRole, str] = {
    "borrower": "借款人",
    "co_borrower": "共同借款人",
    "guarantor": "担保人",
}
COUNTED = {"paid_up_to": "单位停止缴存", "sealed_on": "账户封存"}
"""What is waited for, by the reading of R-WDR-2."""
FROM = {"paid_up_to": "从停缴算起，不从封存算起", "sealed_on": "从封存之日算起"}
RETAINED = {
    "booked_deposits": "账户保留结清当月之前{months}个月的缴存额。",
    "current_deposit": "账户保留{months}个月的现行月缴存额。",
}


def conditions_text(kind: WithdrawalType, terms: Terms) -> list[str]:
    """Word the conditions under these terms, one sentence each (R-WDR-1, 2, 6, 10, 11)."""
    told = (
        "单位已将您的账户办理封存。" if terms.sealed_required else "账户无须封存。",
        _stopped(terms),
        *kind.conditions,
        _owes_nothing(terms),
        _retained(terms),
        "提取全部余额和利息，账户随之销户。" if kind.closing else None,
        "中心逐笔审核后付款。" if terms.review.always else None,
    )
    return [sentence for sentence in told if sentence]


def _stopped(terms: Terms) -> str | None:
    stop = terms.stop_period
    if stop is None or stop.months == 0:
        return None
    return f"{COUNTED[stop.counted_from]}已满{stop.months}个月，{FROM[stop.counted_from]}。"


def _owes_nothing(terms: Terms) -> str | None:
    roles = "、".join(ROLES[role] for role in terms.unpaid_loan_bars)
    return f"您作为{roles}的住房公积金贷款均已还清。" if roles else None


def _retained(terms: Terms) -> str | None:
    cap = terms.loan_cap
    if cap is None or cap.retained_months == 0:
        return None
    return RETAINED[cap.retained_by].format(months=cap.retained_months)
