"""Every reason to refuse, as one table: stable code → rule number and one Chinese sentence.

A sentence may use the values that `refuse` is given; `dated` replaces it where a date is known from which
the withdrawal would be allowed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from withdrawals.domain import Refusal


class Reason(StrEnum):
    """Why a withdrawal is refused (不予提取的原因)."""

    BANNED = "banned"
    BANNED_FOR_LOAN_FRAUD = "banned_for_loan_fraud"
    DECEASED = "deceased"
    NO_LOAN = "no_loan"
    LOAN_NOT_PAID_OFF = "loan_not_paid_off"
    OFFSET_AGREEMENT = "offset_agreement"
    LOAN_CAP_USED_UP = "loan_cap_used_up"
    LOAN_FACTS_UNCLEAR = "loan_facts_unclear"
    UNPAID_LOAN = "unpaid_loan"
    UNPAID_LOAN_AS_CO_BORROWER = "unpaid_loan_as_co_borrower"
    UNPAID_LOAN_AS_GUARANTOR = "unpaid_loan_as_guarantor"
    NO_ACCOUNT = "no_account"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_FROZEN = "account_frozen"
    NOT_SEALED = "not_sealed"
    STOP_PERIOD_NOT_OVER = "stop_period_not_over"
    CHANGE_REQUEST_OPEN = "change_request_open"
    FUNDS_ALREADY_RESERVED = "funds_already_reserved"
    NOTHING_TO_WITHDRAW = "nothing_to_withdraw"
    NOTHING_ABOVE_RETAINED = "nothing_above_retained"
    ACCOUNT_NOT_ELIGIBLE = "account_not_eligible"
    PAPERS_LATE = "papers_late"
    CONSENT_LATE = "consent_late"
    CARD_REFUSED = "card_refused"
    LOCKED_BY_OWNER = "locked_by_owner"
    PHONE_COOLING = "phone_cooling"
    MERGE_COOLING = "merge_cooling"
    CARD_COOLING = "card_cooling"
    OVER_OWN_LIMIT = "over_own_limit"
    STAFF = "rejected_by_staff"


@dataclass(frozen=True)
class Wording:
    """A reason's rule and sentence; `dated` is used where the date is known."""

    rule: str
    sentence: str
    dated: str | None = None


WORDINGS: Mapping[Reason, Wording] = {
    Reason.BANNED: Wording(
        "R-WDR-14",
        "您因提供虚假材料被限制提取住房公积金。",
        "您因提供虚假材料被限制提取住房公积金，自{date}起才能再次申请。",
    ),
    Reason.BANNED_FOR_LOAN_FRAUD: Wording(
        "R-WDR-14",
        "您因骗取住房公积金贷款被限制提取住房公积金。",
        "您因骗取住房公积金贷款被限制提取住房公积金，自{date}起才能再次申请。",
    ),
    Reason.DECEASED: Wording(
        "R-WDR-15", "账户因职工死亡封存，请继承人或受遗赠人携带材料到柜台办理。"
    ),
    Reason.NO_LOAN: Wording("R-WDR-4", "没有查到您名下的住房公积金贷款。"),
    Reason.LOAN_NOT_PAID_OFF: Wording(
        "R-WDR-4", "您的住房公积金贷款尚未还清，全部结清后才能申请。"
    ),
    Reason.OFFSET_AGREEMENT: Wording(
        "R-WDR-4", "您的贷款在还款期间签订过冲抵协议，结清后不能再办理此类提取。"
    ),
    Reason.LOAN_CAP_USED_UP: Wording(
        "R-WDR-5", "该笔贷款已还本息{repaid}元的提取额度已经用完，不能再次提取。"
    ),
    Reason.LOAN_FACTS_UNCLEAR: Wording(
        "R-WDR-4", "贷款信息暂时无法核实，请致电12329核实后再申请。"
    ),
    Reason.UNPAID_LOAN: Wording(
        "R-WDR-10", "您有尚未还清的住房公积金贷款，还清之前不能办理销户提取。"
    ),
    Reason.UNPAID_LOAN_AS_CO_BORROWER: Wording(
        "R-WDR-10", "您是一笔尚未还清的住房公积金贷款的共同借款人，还清之前不能办理销户提取。"
    ),
    Reason.UNPAID_LOAN_AS_GUARANTOR: Wording(
        "R-WDR-10", "您为一笔尚未还清的住房公积金贷款提供了担保，解除担保之前不能办理销户提取。"
    ),
    Reason.NO_ACCOUNT: Wording("R-WDR-10", "没有查到您的住房公积金账户。"),
    Reason.ACCOUNT_CLOSED: Wording("R-WDR-10", "您的住房公积金账户已经销户，没有可提取的余额。"),
    Reason.ACCOUNT_FROZEN: Wording(
        "R-WDR-10", "您的住房公积金账户处于冻结状态，解除冻结后才能提取。"
    ),
    Reason.NOT_SEALED: Wording(
        "R-WDR-1", "您的账户汇缴状态不是封存，请先由单位办理封存，封存后即可申请。"
    ),
    Reason.STOP_PERIOD_NOT_OVER: Wording(
        "R-WDR-2",
        "{counted}未满{months}个月，期满后才能提取。",
        "{counted}未满{months}个月，{date}起期满，届时可以再次申请。",
    ),
    Reason.CHANGE_REQUEST_OPEN: Wording(
        "R-WDR-10", "您的账户有封存或启封业务正在办理，办结后才能提取。"
    ),
    Reason.FUNDS_ALREADY_RESERVED: Wording(
        "R-WDR-10", "您的账户已有一笔提取资金被冻结待付，付款完成后才能再次申请。"
    ),
    Reason.NOTHING_TO_WITHDRAW: Wording("R-WDR-11", "您的账户没有可以提取的余额。"),
    Reason.NOTHING_ABOVE_RETAINED: Wording(
        "R-WDR-5",
        "账户余额{balance}元未超过须保留的{months}个月缴存额{retained}元，没有可以提取的金额。",
    ),
    Reason.ACCOUNT_NOT_ELIGIBLE: Wording(
        "R-WDR-10", "您的账户目前不符合提取条件，请咨询12329热线。"
    ),
    Reason.PAPERS_LATE: Wording(
        "R-WDR-21", "所需材料在{day}前没有提交，申请已终止，备齐材料后可以重新申请。"
    ),
    Reason.CONSENT_LATE: Wording(
        "R-WDR-20",
        "您的配偶在{day}前没有授权查询，您也没有提交证明材料，申请已终止；配偶授权后可以重新申请。",
    ),
    Reason.CARD_REFUSED: Wording(
        "R-WDR-3", "银行核验收款银行卡未通过：{why}，请使用本人名下的借记卡重新申请。"
    ),
    Reason.LOCKED_BY_OWNER: Wording(
        "R-CRT-4",
        "您已锁定提取，请先在“账户设置”中申请解除锁定。",
        "您已锁定提取，解除锁定的申请尚未生效，{date}起可以再次申请。",
    ),
    Reason.PHONE_COOLING: Wording(
        "R-CRT-4",
        "您的手机号码刚刚变更，变更后{hours}小时内不能提取。",
        "您的手机号码刚刚变更，变更后{hours}小时内不能提取，{date}起可以再次申请。",
    ),
    Reason.MERGE_COOLING: Wording(
        "R-ACC-8",
        "您名下的另一账户刚刚并入本账户，并入后{hours}小时内不能提取。",
        "您名下的另一账户刚刚并入本账户，并入后{hours}小时内不能提取，{date}起可以再次申请。",
    ),
    Reason.CARD_COOLING: Wording(
        "R-CRT-4",
        "尾号{tail}的银行卡刚刚更换，更换后{hours}小时内不能收款。",
        "尾号{tail}的银行卡刚刚更换，更换后{hours}小时内不能收款，{date}起可以再次申请，或者使用原来的银行卡。",
    ),
    Reason.OVER_OWN_LIMIT: Wording(
        "R-CRT-4",
        "本次应付{amount}元，当日已付{taken}元，超过您自己设定的每日提取限额{limit}元；提高限额须经过等待时间才能生效。",
    ),
    Reason.STAFF: Wording("R-WDR-8", "审核未通过：{opinion}。"),
}

WHO: Mapping[str, str] = {
    "not_sealed": "单位",
    "month_missing": "单位",
    "stop_period_not_over": "本人",
    "change_request_open": "单位",
    "account_frozen": "柜台",
    "at_counter": "柜台",
    "deceased": "柜台",
    "heirs_at_counter": "柜台",
    "document_needed": "本人",
    "loan_facts_unclear": "柜台",
    "in_arrears": "本人",
    "unpaid_fund_loan": "本人",
    "unpaid_loan": "本人",
    "unpaid_loan_as_co_borrower": "本人",
    "unpaid_loan_as_guarantor": "本人",
    "loan_not_paid_off": "本人",
    "papers_late": "本人",
    "consent_late": "本人",
    "card_refused": "本人",
    "no_loan": "银行",
    "locked_by_owner": "本人",
}
"""Who can do something about a reason: 本人, 单位, 柜台 or 银行; about the others nobody can."""


def refuse(
    reason: Reason, *, eligible_from: date | None = None, decided_by: str = "rules", **values: str
) -> Refusal:
    """Word a refusal."""
    wording = WORDINGS[reason]
    if eligible_from is not None and wording.dated is not None:
        text = wording.dated.format(date=chinese_date(eligible_from), **values)
    else:
        text = wording.sentence.format(**values)
    return Refusal(reason.value, wording.rule, text, eligible_from, decided_by)


def chinese_date(day: date) -> str:
    """Write a date for people, 2019年9月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


BANK_REASONS: Mapping[str, str] = {
    "AC01": "收款银行卡号不正确",
    "AC04": "收款账户已经销户",
    "AC06": "收款账户被冻结",
    "AC07": "收款账户已经销户",
    "AC13": "收款银行卡不是借记卡",
    "AG01": "收款账户不允许入账",
    "AG02": "银行不支持此类付款",
    "AM02": "付款金额超过银行允许的上限",
    "AM09": "付款金额与银行记录不符",
    "AM14": "付款金额超过银行与中心约定的上限",
    "BE01": "银行卡户名与本人姓名不一致",
    "BE04": "收款人信息不完整",
    "BE05": "银行未能识别收款人",
    "CNOR": "收款银行未开通此项业务",
    "MD07": "收款人已去世",
    "MS02": "收款人拒绝入账",
    "MS03": "银行未说明原因",
    "NARR": "银行未能完成付款",
    "RC01": "收款银行行号不正确",
    "RR04": "监管要求不允许付款",
}
"""ISO 20022 external status and return reason codes that the bank may give, for the citizen."""


def bank_failure_text(code: str) -> str:
    """Say in one Chinese sentence why the bank did not pay."""
    return f"银行付款未成功：{BANK_REASONS.get(code, '银行未能完成付款')}，资金仍保留在您的公积金账户。"


def card_refused_text(code: str) -> str:
    """Say in a few Chinese words why a card is not the applicant's; the code is the bank's (R-WDR-3)."""
    return BANK_REASONS.get(code, "银行未能确认该卡为本人所有")


def bank_return_text(code: str) -> str:
    """Say in one Chinese sentence why the receiving bank sent the money back (退票)."""
    return f"收款银行将款项退回：{BANK_REASONS.get(code, '收款银行退回款项')}，请核对银行卡后重新申请。"
