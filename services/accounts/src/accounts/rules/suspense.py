"""What may be done with money in suspense (暂收), and why it lies there, in words (R-DEP-7); pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts.domain import Month, Row
from shared.base.money import yuan

LONG_AFTER_DAYS = 30
"""Money that lies longer needs somebody: the alert counts it."""
REFUND_RETURN = "refund_return"
CORRECTION = "correction"


@dataclass(frozen=True)
class Part:
    """A part of a receipt that is to be taken out of suspense."""

    bank_serial: str
    amount_fen: int


@dataclass(frozen=True)
class Lying:
    """A receipt as it lies in suspense."""

    bank_serial: str
    employer_number: str | None
    left_fen: int
    """What of it is neither used nor on its way back."""
    value_date: date
    payer_known: bool
    """The bank named the account and its holder."""


def allotment_flaw(
    parts: Sequence[Part], lying: Mapping[str, Lying], employer_number: str, total_fen: int
) -> str | None:
    """Say why parts do not book a list, in one Chinese sentence; None if they do, to the fen."""
    for part in parts:
        found = lying.get(part.bank_serial)
        if found is None:
            return f"没有流水号为{part.bank_serial}的暂收款"
        if found.employer_number not in (None, employer_number):
            return f"流水号{part.bank_serial}是其他单位的款项"
        if part.amount_fen > found.left_fen:
            return f"流水号{part.bank_serial}只余{yuan(found.left_fen)}元"
    given = sum(part.amount_fen for part in parts)
    if given != total_fen:
        return f"合计{yuan(given)}元，与清册的{yuan(total_fen)}元不符"
    return None


def refund_flaw(found: Lying, amount_fen: int) -> str | None:
    """Say why a part of a receipt cannot be sent back; None if it can."""
    if amount_fen > found.left_fen:
        return f"该笔来款只余{yuan(found.left_fen)}元"
    if not found.payer_known:
        return "银行没有提供付款账号或户名，不能原路退回"
    return None


OF_THE_LIST = {
    "draft": "{what}尚未确认。",
    "confirmed": "为{what}到账{named}元，与应缴的{total}元不符。",
    "booked": "{what}已入账，此款为多缴。",
    "withdrawn": "{what}已撤回，没有重新确认。",
}
"""By the state of the list that the note names."""


def why_it_lies(row: Row) -> str:
    """Say to the employer why a receipt has not been booked."""
    if row["refunding_fen"] == row["left_fen"]:
        return f"{yuan(row['refunding_fen'])}元正在退回原付款账户。"
    if row["origin"] == REFUND_RETURN:
        return "退款被银行退回，等待重新处理。"
    if row["origin"] == CORRECTION:
        return "错缴更正转回的款项，等待缴纳清册或退款。"
    if row["taken_fen"] > 0:
        return f"{yuan(row['amount_fen'])}元中的一部分已处理，余额等待处理。"
    if row["list_state"] is None:
        return "附言中没有唯一的清册缴款编号，不能确认所缴清册。"
    return OF_THE_LIST[row["list_state"]].format(
        what=f"{Month.of(row['list_month'])}清册" if row["list_month"] else "补缴清单",
        named=yuan(row["named_fen"] or 0),
        total=yuan(row["list_fen"]),
    )
