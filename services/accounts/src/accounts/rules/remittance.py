"""Which month an employer may draft a remittance list (汇缴清册) for (R-DEP-6)."""

from collections.abc import Collection
from datetime import date

from accounts.domain import Month
from accounts.rules.deferral import next_month


def refusal(
    month: Month,
    today: date,
    open_month: date | None,
    paid_up_to: date | None,
    deferred: Collection[date] = (),
) -> str | None:
    """Return why a list for the month may not be drafted, in one Chinese sentence; None if it may."""
    if month > Month.of(today):
        return "不能编制未来月份的汇缴清册。"
    if open_month is not None:
        return f"{Month.of(open_month)}的清册尚未入账，入账或撤回后才能编制新的清册。"
    if month.first in deferred:
        return f"{month}已批准缓缴，应以补缴清单补缴。"
    if paid_up_to is not None and month != (following := next_month(paid_up_to, deferred)):
        return f"单位已缴至{Month.of(paid_up_to)}，下一个汇缴月份应为{following}。"
    return None
