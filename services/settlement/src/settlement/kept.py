"""What settlement keeps, why and how long. Orders know no person: they have a card and a name."""

from shared.privacy.kept import COMMON, Kept, books, technical

KEPT = (
    *COMMON,
    books("payment_order", "付款和扣款指令，含收款账户和户名"),
    books("payment_order_history", "指令办理过程"),
    books("order_conclusion", "存疑指令的结论"),
    books("card_check", "银行卡户名核验，含卡号和户名"),
    books("bank_entry", "银行流水"),
    books("statement_line", "银行对账单"),
    books("ledger_entry", "专户账"),
    books("odd_entry", "不明款项"),
    books("reconciliation", "对账"),
    books("difference", "对账差异"),
    books("cross_comparison", "两端核对"),
    books("cross_difference", "两端差异"),
    Kept("staff_view", "工作人员查看指令的记录", "网络安全法第二十一条"),
    *technical("bank_cursor", "told_part", "told_total"),
)
