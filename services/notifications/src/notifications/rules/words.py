"""How facts read in a text: dates, reasons, amounts, cards and accounts by their tails (R-SMS-4)."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from shared.base.clock import BUSINESS_ZONE
from shared.base.money import yuan
from shared.messages.accounts import (
    BalanceTold,
    EmployerReminded,
    IndividualAccountSealed,
    SealReason,
)
from shared.messages.changes import EmployerAsked, IndividualAccountTransferred, TransferAsked
from shared.messages.deposits import (
    ContributionMissed,
    DepositCorrected,
)
from shared.messages.employers import EmployerReminder, EmployerRequest
from shared.messages.gateway import IdentityCorrectionTold, LoggedIn, PersonIdentityChanged
from shared.messages.loans import (
    LoanChange,
    LoanChanged,
    LoanDebitFailed,
    LoanDisbursed,
    LoanEarlyRepaymentFailed,
    LoanPaidOff,
    LoanRepaid,
    LoanRepaymentDueSoon,
    RepaymentSource,
)
from shared.messages.wechat import WechatBindingChanged
from shared.messages.withdrawals import (
    WithdrawalAgreementTold,
    WithdrawalApproved,
    WithdrawalOverdue,
    WithdrawalPaid,
    WithdrawalPapersAsked,
    WithdrawalRejected,
)

REASON_MAX_CHARACTERS = 120
"""Free text from elsewhere is cut here, so that a text stays payable and readable."""

SEAL_REASONS = {
    SealReason.TERMINATED: "解除劳动合同",
    SealReason.RETIRED: "离退休",
    SealReason.UNPAID_LEAVE: "停薪留职",
    SealReason.DECEASED: "职工去世",
    SealReason.SENTENCED: "判处刑罚",
    SealReason.ABROAD: "出境定居",
    SealReason.OTHER: "其他",
}
REMINDERS = {
    EmployerReminder.ACCOUNTS_MISSING: "应在登记后{days}日内为职工设立住房公积金账户，"
    "期限为{due}，目前尚未设立",
    EmployerReminder.REMITTANCE_LATE: "{month}的住房公积金应在发薪日后{days}日内汇缴，"
    "期限为{due}，目前尚未入账",
}
REQUESTS = {
    EmployerRequest.SEAL: "有职工因劳动关系终止申请封存",
    EmployerRequest.TRANSFER: "有职工申请转出，应由贵单位封存或确认",
}
CHANNELS = {
    "web": "网上大厅",
    "wechat": "微信公众号",
    "kiosk": "自助终端",
    "hotline": "12329热线",
}

Facts = Mapping[str, str]


def day(value: date) -> str:
    """Write a date."""
    return f"{value.year}年{value.month}月{value.day}日"


def minute(value: datetime) -> str:
    """Write an instant, in Asia/Shanghai."""
    local = value.astimezone(BUSINESS_ZONE)
    return f"{local.month}月{local.day}日{local.hour:02}:{local.minute:02}"


def month(value: str) -> str:
    """Write a month, given as `YYYY-MM`."""
    year, month = value.split("-")
    return f"{year}年{int(month)}月"


def kind(text: str) -> str:
    """Name a kind of withdrawal."""
    return text if text.endswith("提取") else f"{text}提取"


def sentence(text: str) -> str:
    """A reason from elsewhere as a part of a sentence: bounded, without its full stop."""
    text = text.strip().rstrip("。.；;")
    if len(text) > REASON_MAX_CHARACTERS:
        text = text[: REASON_MAX_CHARACTERS - 1] + "…"
    return text


def once(reason: str, wording: str) -> str:
    """A reason as it stands in a wording, which has introduced it and may say a part of it itself.

    Elsewhere it is a sentence of its own: "收款银行将款项退回：…，请核对银行卡后重新申请".
    """
    introduction, colon, rest = reason.partition("：")
    told = rest if colon and "，" not in introduction else reason
    clauses = [clause for clause in told.split("，") if clause not in wording]
    return "，".join(clauses) or told


def approved(event: WithdrawalApproved) -> Facts:
    """What was approved, and by when it arrives, unless that day is over already (R-WDR-7)."""
    over = event.deadline_on < event.approved_on
    return {
        "kind": kind(event.kind_text),
        "amount": yuan(event.amount_fen),
        "card": event.card_tail,
        "arrival": "到账后将短信通知您" if over else f"最迟{day(event.deadline_on)}到账",
    }


def overdue(event: WithdrawalOverdue) -> Facts:
    """Which date is over: that of the decision (R-WDR-8), of the money (R-WDR-7), or none that was told."""
    last = (event.deadline_at - timedelta(microseconds=1)).astimezone(BUSINESS_ZONE).date()
    late = {
        "in_review": f"已过审核期限{day(last)}，尚未审结",
        "approved": f"已过最迟到账日{day(last)}，尚未到账",
    }
    return {
        "kind": kind(event.kind_text),
        "late": late.get(event.state, "的核查时间比平时长"),
    }


def papers(event: WithdrawalPapersAsked) -> Facts:
    """What is to be handed in, by when, and whether a reviewer or a rule asks for it (R-WDR-21)."""
    return {
        "kind": kind(event.kind_text),
        "asked": "已退回补正" if event.sent_back else "需要补交材料",
        "text": sentence(event.text),
        "day": day(event.by_on),
    }


def rejected(event: WithdrawalRejected) -> Facts:
    """Why a withdrawal was rejected, and from when on it may be asked for again."""
    reason = sentence(event.reason_text)
    again = ""
    if event.eligible_from is not None and day(event.eligible_from) not in reason:
        again = f"最早可于{day(event.eligible_from)}申请。"
    return {"kind": kind(event.kind_text), "reason": reason, "again": again}


def agreement(event: WithdrawalAgreementTold) -> Facts:
    """What became of an agreement or its run, and when it runs next."""
    further = {"paused": "约定已暂停，更换银行卡后恢复。", "ended": "约定已终止。"}
    following = f"下次办理日为{day(event.next_run_on)}。" if event.next_run_on else ""
    return {
        "kind": kind(event.kind_text),
        "text": sentence(event.text),
        "next": further.get(event.state, following),
    }


def paid(event: WithdrawalPaid) -> Facts:
    """What was paid, from where to where."""
    return {
        "kind": kind(event.kind_text),
        "principal": yuan(event.principal_fen),
        "interest": yuan(event.interest_fen),
        "amount": yuan(event.amount_fen),
        "card": event.card_tail,
        "account": event.account_tail,
        "balance": yuan(event.balance_after_fen),
    }


def sealed(event: IndividualAccountSealed) -> Facts:
    """Which account was sealed, when and why."""
    return {
        "account": event.account_number[-4:],
        "date": day(event.sealed_on),
        "reason": SEAL_REASONS[event.reason],
    }


def reminded(event: EmployerReminded) -> Facts:
    """What an employer is late with, and by when it was due."""
    facts = {
        "month": month(event.month) if event.month else "",
        "days": str(event.days),
        "due": day(event.due_on),
    }
    return {"employer": event.name, "reminder": REMINDERS[event.kind].format(**facts)}


def asked(event: EmployerAsked) -> Facts:
    """What somebody waits for an employer to do, and until when."""
    return {"employer": event.name, "request": REQUESTS[event.kind], "due": day(event.due_on)}


def logged_in(event: LoggedIn) -> Facts:
    """When and by which way somebody came in."""
    return {"at": minute(event.logged_in_at), "channel": CHANNELS.get(event.channel, "其他渠道")}


def wechat_binding(event: WechatBindingChanged) -> Facts:
    """That a WeChat user was bound, or is no longer, and why."""
    ended = (
        "已解除微信绑定，原因是预留手机号已变更"
        if event.cause == "phone_changed"
        else "已解除微信绑定"
    )
    return {"at": minute(event.changed_at), "change": "已绑定微信" if event.bound else ended}


def phone_changed(fact: Any) -> Facts:
    """That the phone on file is another one, as the phone of before or the one of now is told."""
    if fact.at_old:
        what = f"您在公积金中心预留的手机号已变更为尾号{fact.new_tail}的手机号"
        return {"what": what, "then": "验证码和短信不再发往本手机号"}
    of_before = f"由尾号{fact.old_tail}" if fact.old_tail else ""
    what = f"您在公积金中心预留的手机号已{of_before}变更为本手机号"
    return {"what": what, "then": "今后验证码和短信发往本手机号"}


def identity_changed(event: PersonIdentityChanged) -> Facts:
    """What of name and document is another one, and by what one logs in from now on."""
    what = (
        "姓名和证件信息"
        if event.name_changed and event.number_changed
        else ("姓名" if event.name_changed else "证件信息")
    )
    login = "，登录请使用新的证件号码" if event.number_changed else ""
    return {"what": what, "login": login}


CORRECTION_OUTCOMES = {
    "referred": "暂未更正，原登记信息不变：",
    "refused": "未通过，原登记信息不变：",
    "expired": "因超过期限未到柜台办理已结束，原登记信息不变。",
    "withdrawn": "已由另一次更正代替，不再办理。",
}


def correction_told(event: IdentityCorrectionTold) -> Facts:
    """That what is on file stays, and why."""
    says_why = event.outcome in ("referred", "refused") and event.reason_text
    asked = (
        "单位提交的您的姓名、证件号码更正"
        if event.by_whom == "employer"
        else "您提交的姓名、证件号码更正"
    )
    why = f"{event.reason_text}。" if says_why else ""
    return {"asked": asked, "outcome": CORRECTION_OUTCOMES[event.outcome], "why": why}


def transfer_asked(event: TransferAsked) -> Facts:
    """Who asks for whose account, and until when the person can agree."""
    return {
        "employer": event.to_employer_name,
        "account": event.account_number[-4:],
        "until": day(event.consent_by),
    }


def transferred(event: IndividualAccountTransferred) -> Facts:
    """Whose account it is by now, and from when."""
    return {
        "employer": event.to_employer_name,
        "account": event.account_number[-4:],
        "month": month(event.effective_month),
    }


def loan_disbursed(event: LoanDisbursed) -> Facts:
    """Which loan was paid out to whom, and what is due first."""
    return loan(event) | {
        "date": day(event.disbursed_on),
        "payee": event.payee_account_tail,
        "due": day(event.first_due_on),
        "first": yuan(event.first_amount_fen),
    }


def loan_paid_off(event: LoanPaidOff) -> Facts:
    """Which loan was repaid, and that a withdrawal may follow."""
    offer = "" if event.offset_agreement_ever else "您可在网上大厅申请偿还公积金贷款提取。"
    return {
        "contract": event.contract_number[-4:],
        "date": day(event.settled_on),
        "principal": yuan(event.total_principal_fen),
        "interest": yuan(event.total_interest_fen),
        "offer": offer,
    }


def loan(event: Any) -> dict[str, str]:
    """What every text about a loan may name."""
    return {"contract": event.contract_number[-4:], "amount": yuan(event.amount_fen)}


def loan_repaid(event: LoanRepaid) -> Facts:
    """What was repaid, and from where."""
    sources = {
        RepaymentSource.CARD: f"从尾号{event.card_tail}的银行卡扣款",
        RepaymentSource.ACCOUNT: "用公积金账户余额冲抵",
        RepaymentSource.COUNTER: "在柜面",
    }
    penalty = f"、罚息{yuan(event.penalty_fen)}元" if event.penalty_fen else ""
    return loan(event) | {
        "date": day(event.repaid_on),
        "source": sources[event.source],
        "principal": yuan(event.principal_fen),
        "interest": yuan(event.interest_fen),
        "penalty": penalty,
        "balance": yuan(event.balance_after_fen),
    }


def due_soon(event: LoanRepaymentDueSoon) -> Facts:
    """What is due when, and how it will be taken."""
    ways = {
        "none": "将从尾号{card}的银行卡扣款，请提前存足",
        "account_first": "将先用公积金账户余额冲抵，不足部分从尾号{card}的银行卡扣款，请留足余额",
        "all_or_nothing": "将用公积金账户余额冲抵，余额不足时全部从尾号{card}的银行卡扣款，请留足余额",
    }
    way = ways[event.offset].format(card=event.card_tail)
    return loan(event) | {"date": day(event.due_on), "way": way}


def loan_failed(event: LoanEarlyRepaymentFailed | LoanDebitFailed) -> Facts:
    """What could not be debited, and what follows."""
    again = ""
    if isinstance(event, LoanDebitFailed):
        again = "逾期将产生罚息，请尽快还款。"
        if event.next_try_on is not None:
            again = f"将于{day(event.next_try_on)}再次扣款，请存足款项。"
    reason = sentence(event.reason_text)
    return loan(event) | {"card": event.card_tail, "reason": reason, "again": again}


def loan_changed(event: LoanChanged) -> Facts:
    """What has changed about a loan."""
    level = "" if event.level_fen is None else f"，新的月还款基数为{yuan(event.level_fen)}元"
    changes = {
        LoanChange.CARD: f"还款银行卡已变更为尾号{event.card_tail}",
        LoanChange.RATE: f"利率已调整为{event.annual_rate}{level}",
        LoanChange.AGREEMENT_SIGNED: "已签订公积金冲抵协议，此后不能再办理偿还公积金贷款提取",
        LoanChange.AGREEMENT_ENDED: "公积金冲抵协议已终止",
    }
    return {
        "contract": event.contract_number[-4:],
        "date": day(event.changed_on),
        "change": changes[event.change],
    }


def balance(event: BalanceTold) -> Facts:
    """What is in the account."""
    if event.account_tail is None or event.balance_fen is None:
        return {"answer": "未查询到您名下的公积金账户"}
    paid = f"，缴至{month(event.paid_up_to)}" if event.paid_up_to else ""
    balance = yuan(event.balance_fen)
    return {"answer": f"您的公积金账户（尾号{event.account_tail}）余额{balance}元{paid}"}


def missed(event: ContributionMissed) -> Facts:
    """Which months an employer has not paid, and until when the last of them was in time."""
    return {
        "account": event.account_tail,
        "months": in_months(event.months),
        "due": day(event.due_on),
    }


def corrected(event: DepositCorrected) -> Facts:
    """What was put right, and which way the money went."""
    return {
        "account": event.account_tail,
        "month": month(event.month),
        "moved": "转入" if event.amount_fen > 0 else "转出",
        "amount": yuan(abs(event.amount_fen)),
    }


def in_months(months: Sequence[str]) -> str:
    """Write months that may have gaps."""
    first, last = months[0], months[-1]
    return month(last) if first == last else f"{month(first)}至{month(last)}中的{len(months)}个月"
