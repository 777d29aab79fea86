"""Why the bank refuses, and why money comes back: the code on the wire and its words."""

REASONS = {
    "AC01": "卡号不存在",
    "AC04": "账户已销户",
    "AC06": "账户已冻结",
    "AC13": "收款卡不是借记卡",
    "AM04": "专户余额不足",
    "AM10": "总金额与明细合计不一致",
    "AM18": "总笔数与明细笔数不一致",
    "BE01": "户名与卡号不符",
    "FF01": "报文格式错误",
    "MD06": "付款人要求退回",
}
OF_DEBITS = {"AC13": "扣款卡不是借记卡", "AM04": "扣款卡余额不足"}
"""Where the words are others when a card is debited."""


def words(code: str, *, debit: bool) -> str:
    """Say in Chinese what a code means."""
    known = REASONS | OF_DEBITS if debit else REASONS
    return known.get(code, "银行拒绝处理")
