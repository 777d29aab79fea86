"""How each text of 12329 looks as a notice of WeChat (R-SMS-2, R-SMS-4): its class, its fields, its page.

A class is a template of WeChat's library for government services, which people subscribe to for good. A
field's name says what WeChat allows in it: `thing` 20 characters, `phrase` 5 Chinese ones,
`character_string` 32.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MAX_CHARACTERS = {"thing": 20, "phrase": 5, "character_string": 32, "amount": 16}
NOTHING = "-"
"""WeChat refuses an empty field."""


class NoticeClass(StrEnum):
    """What people subscribe to (类目模板)."""

    PROGRESS = "progress"
    """业务办理进度: thing1 业务, phrase2 结果, thing3 说明."""
    MONEY = "money"
    """资金变动: thing1 业务, amount2 金额, character_string3 账户尾号, thing4 说明."""
    REPAYMENT = "repayment"
    """还款: character_string1 合同尾号, amount2 金额, thing3 说明."""
    ACCOUNT = "account"
    """账户变动: character_string1 账户尾号, phrase2 状态, thing3 说明."""


@dataclass(frozen=True)
class Layout:
    """How one text looks."""

    notice_class: NoticeClass
    page: str
    fields: tuple[str, ...]
    """Wordings, in the order of the class's fields."""


FIELDS = {
    NoticeClass.PROGRESS: ("thing1", "phrase2", "thing3"),
    NoticeClass.MONEY: ("thing1", "amount2", "character_string3", "thing4"),
    NoticeClass.REPAYMENT: ("character_string1", "amount2", "thing3"),
    NoticeClass.ACCOUNT: ("character_string1", "phrase2", "thing3"),
}
APPLICATIONS, LOANS, ACCOUNT = "/hall/applications", "/hall/loan", "/hall/account"
DOCUMENTS = "/hall/documents"


def _progress(*fields: str, page: str = APPLICATIONS) -> Layout:
    return Layout(NoticeClass.PROGRESS, page, fields)


def _money(*fields: str, page: str = ACCOUNT) -> Layout:
    return Layout(NoticeClass.MONEY, page, fields)


def _repayment(*fields: str) -> Layout:
    return Layout(NoticeClass.REPAYMENT, LOANS, fields)


def _account(*fields: str) -> Layout:
    return Layout(NoticeClass.ACCOUNT, ACCOUNT, fields)


LAYOUTS: Mapping[str, Layout] = {
    "withdrawal_approved": _progress("{kind}", "审批通过", "{amount}元转入尾号{card}的卡"),
    "withdrawal_paid": _money(
        "{kind}", "{amount}元", "{account}", "已转入尾号{card}的卡", page=APPLICATIONS
    ),
    "withdrawal_rejected": _progress("{kind}", "未通过", "{reason}"),
    "withdrawal_failed": _progress("{kind}", "转账失败", "{reason}"),
    "withdrawal_cancelled": _progress("{kind}", "已撤销", "款项仍在您的公积金账户"),
    "withdrawal_returned": _money("{kind}", "{amount}元", "{card}", "款项被银行卡退回"),
    "withdrawal_overdue": _progress("{kind}", "正在处理", "处理时间较长，资金安全不受影响"),
    "withdrawal_reminded": _progress("{kind}", "可以申请", "自{day}起可再次申请"),
    "withdrawal_papers": _progress("{kind}", "待补材料", "请在{day}前提交：{text}"),
    "withdrawal_agreement": _progress("{kind}约定", "约定办理", "{text}"),
    "account_sealed": _account("{account}", "已封存", "{reason}"),
    "account_unsealed": _account("{account}", "已启封", "自{month}起继续缴存"),
    "account_transferred": _account("{account}", "已转入", "转入{employer}"),
    "transfer_asked": _account("{account}", "待您同意", "{employer}申请转入"),
    "transfer_told": _progress("异地转移接续", "办理进度", "{told}", page=ACCOUNT),
    "contribution_missed": _account("{account}", "未到账", "{months}应缴未缴"),
    "contribution_booked": _money("{what}{months}", "{amount}元", "{account}", "已入账"),
    "interest_settled": _money("年度结息", "{amount}元", "{account}", "{year}，已计入本金"),
    "deposit_corrected": _money("{month}缴存更正", "{amount}元", "{account}", "已{moved}"),
    "complaint_answered": _progress("欠缴反映", "已答复", "请在网上大厅查看", page=ACCOUNT),
    "document_issued": _progress("{document}", "已出具", "编号尾号{number}", page=DOCUMENTS),
    "document_withdrawn": _progress(
        "证明{number}", "已作废", "不再有效，可重新申请", page=DOCUMENTS
    ),
    "dispute_made": _progress("账户异议", "已受理", "受托银行将在{due}前答复", page=ACCOUNT),
    "dispute_answered": _progress("账户异议", "已答复", "{by}已书面答复，请查看", page=ACCOUNT),
    "loan_disbursed": _repayment("{contract}", "{amount}元", "已放款，首次还款日{due}"),
    "loan_repaid": _repayment("{contract}", "{amount}元", "已还，余额{balance}元"),
    "loan_repayment_reversed": _repayment("{contract}", "{amount}元", "还款被银行退回，请尽快还款"),
    "loan_due_soon": _repayment("{contract}", "{amount}元", "{date}应还，请留足余额"),
    "loan_overdue": _repayment("{contract}", "{amount}元", "已逾期{count}期，请尽快还款"),
    "early_repayment_accepted": _repayment(
        "{contract}", "{amount}元", "{date}从尾号{card}的卡扣款"
    ),
    "early_repayment_failed": _repayment(
        "{contract}", "{amount}元", "提前还款扣款失败，请重新办理"
    ),
    "loan_debit_failed": _repayment("{contract}", "{amount}元", "扣款失败，请核对还款银行卡"),
    "loan_paid_off": _repayment("{contract}", "{principal}元", "{date}已结清"),
    "loan_changed": _progress("贷款（尾号{contract}）", "已变更", "{change}", page=LOANS),
}
"""Name of a text → its layout. What is not here never goes by WeChat: codes, warnings, deaths."""


def templates_of(classes: frozenset[str]) -> list[str]:
    """Name the texts that go by these classes."""
    return sorted(name for name, layout in LAYOUTS.items() if layout.notice_class in classes)


def written(layout: Layout, facts: Mapping[str, str]) -> dict[str, str]:
    """Write the fields of a notice, each within its bound; raises `KeyError` for a missing fact."""
    names = FIELDS[layout.notice_class]
    return {
        name: _bounded(name, wording.format(**facts))
        for name, wording in zip(names, layout.fields, strict=True)
    }


def _bounded(name: str, text: str) -> str:
    kind = name.rstrip("0123456789")
    limit = MAX_CHARACTERS[kind]
    text = " ".join(text.split()) or NOTHING
    if kind == "amount":
        # WeChat takes digits alone.
        text = text.replace(",", "")
    return text if len(text) <= limit else text[: limit - 1] + "…"
