"""Every text that 12329 sends, in one table (R-SMS-2, R-SMS-3).

R-SMS-4 binds all of them: cards, accounts and contracts by their tail digits only, no links, no
full name, no ID number. A fact becomes at most one text: `key` names the fact, whatever the number
of messages that tell it. Non-mandatory texts can be switched off by texting TD (R-CRT-4).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum
from typing import Any

from notifications.commands import Command
from shared.clock import BUSINESS_ZONE
from shared.messages import Event
from shared.messages.accounts import (
    BalanceTold,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    SealReason,
)
from shared.messages.gateway import LoggedIn, LoginCodeIssued
from shared.messages.loans import LoanPaidOff
from shared.messages.withdrawals import (
    WithdrawalApproved,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalOverdue,
    WithdrawalPaid,
    WithdrawalRejected,
    WithdrawalReturned,
)
from shared.money import yuan

SIGNATURE = "【德州公积金12329】"
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
CHANNELS = {
    "web": "网上大厅",
    "wechat": "微信公众号",
    "kiosk": "自助终端",
    "hotline": "12329热线",
}

Facts = Mapping[str, str]


class Priority(IntEnum):
    """Which text goes first when there are more than the link takes."""

    LOGIN_CODE = 0
    ANSWER = 1
    ORDINARY = 2


@dataclass(frozen=True)
class Template:
    """One kind of text."""

    name: str
    wording: str
    facts: Callable[[Any], Facts] = lambda _event: {}
    key: Callable[[Any], str] = lambda event: str(event.subject)
    mandatory: bool = True
    """Money, login and answers always go out; the rest respects TD (R-CRT-4)."""
    priority: Priority = Priority.ORDINARY
    valid_for: timedelta | None = None
    """After this it is not worth sending any more; None: it always is."""

    def write(self, fact: Any = None) -> str:
        """Write the text about a fact."""
        return SIGNATURE + self.wording.format(**self.facts(fact))


def _day(value: date) -> str:
    return f"{value.year}年{value.month}月{value.day}日"


def _minute(value: datetime) -> str:
    local = value.astimezone(BUSINESS_ZONE)
    return f"{local.month}月{local.day}日{local.hour:02}:{local.minute:02}"


def _month(value: str) -> str:
    year, month = value.split("-")
    return f"{year}年{int(month)}月"


def _kind(text: str) -> str:
    return text if text.endswith("提取") else f"{text}提取"


def _sentence(text: str) -> str:
    """A reason from elsewhere as a part of a sentence: bounded, without its full stop."""
    text = text.strip().rstrip("。.；;")
    if len(text) > REASON_MAX_CHARACTERS:
        text = text[: REASON_MAX_CHARACTERS - 1] + "…"
    return text


def _rejected(event: WithdrawalRejected) -> Facts:
    reason = _sentence(event.reason_text)
    again = ""
    if event.eligible_from is not None and _day(event.eligible_from) not in reason:
        again = f"最早可于{_day(event.eligible_from)}申请。"
    return {"kind": _kind(event.kind_text), "reason": reason, "again": again}


def _paid(event: WithdrawalPaid) -> Facts:
    return {
        "kind": _kind(event.kind_text),
        "principal": yuan(event.principal_fen),
        "interest": yuan(event.interest_fen),
        "amount": yuan(event.amount_fen),
        "card": event.card_tail,
        "account": event.account_tail,
        "balance": yuan(event.balance_after_fen),
    }


def _sealed(event: IndividualAccountSealed) -> Facts:
    return {
        "account": event.account_number[-4:],
        "date": _day(event.sealed_on),
        "reason": SEAL_REASONS[event.reason],
    }


def _loan_paid_off(event: LoanPaidOff) -> Facts:
    offer = "" if event.offset_agreement_ever else "您可在网上大厅申请偿还公积金贷款提取。"
    return {
        "contract": event.contract_number[-4:],
        "date": _day(event.settled_on),
        "principal": yuan(event.total_principal_fen),
        "interest": yuan(event.total_interest_fen),
        "offer": offer,
    }


def _balance(event: BalanceTold) -> Facts:
    if event.account_tail is None or event.balance_fen is None:
        return {"answer": "未查询到您名下的公积金账户"}
    paid = f"，缴至{_month(event.paid_up_to)}" if event.paid_up_to else ""
    balance = yuan(event.balance_fen)
    return {"answer": f"您的公积金账户（尾号{event.account_tail}）余额{balance}元{paid}"}


@dataclass(frozen=True)
class LoginCode:
    """The facts of a login code, opened."""

    code: str
    minutes: int


LOGIN_CODE: Template = Template(
    "login_code",
    "您的登录验证码为{code}，{minutes}分钟内有效。请勿告诉他人，工作人员不会索要验证码。",
    facts=lambda fact: {"code": fact.code, "minutes": str(fact.minutes)},
    priority=Priority.LOGIN_CODE,
)

TEMPLATES: Mapping[type[Event], Template] = {
    LoginCodeIssued: LOGIN_CODE,
    LoggedIn: Template(
        "new_login",
        "您于{at}通过{channel}登录公积金系统。如非本人操作，请立即致电12329。",
        facts=lambda e: {
            "at": _minute(e.logged_in_at),
            "channel": CHANNELS.get(e.channel, "其他渠道"),
        },
        key=lambda e: f"{e.identity_id}/{e.logged_in_at.isoformat()}",
        valid_for=timedelta(days=1),
    ),
    WithdrawalApproved: Template(
        "withdrawal_approved",
        "您的{kind}申请已审批通过，{amount}元将转入尾号{card}的银行卡，最迟{deadline}到账。",
        facts=lambda e: {
            "kind": _kind(e.kind_text),
            "amount": yuan(e.amount_fen),
            "card": e.card_tail,
            "deadline": _day(e.deadline_on),
        },
    ),
    WithdrawalPaid: Template(
        "withdrawal_paid",
        "您的{kind}已到账：本金{principal}元，利息{interest}元，共{amount}元已转入尾号{card}的"
        "银行卡，公积金账户（尾号{account}）余额{balance}元。",
        facts=_paid,
    ),
    WithdrawalRejected: Template(
        "withdrawal_rejected",
        "您的{kind}申请未通过：{reason}。{again}",
        facts=_rejected,
    ),
    WithdrawalFailed: Template(
        "withdrawal_failed",
        "您的{kind}未能转入尾号{card}的银行卡：{reason}。请核对银行卡后重新申请。",
        facts=lambda e: {
            "kind": _kind(e.kind_text),
            "card": e.card_tail,
            "reason": _sentence(e.reason_text),
        },
    ),
    WithdrawalCancelled: Template(
        "withdrawal_cancelled",
        "您的{kind}申请已撤销，款项仍在您的公积金账户。",
        facts=lambda e: {"kind": _kind(e.kind_text)},
    ),
    WithdrawalReturned: Template(
        "withdrawal_returned",
        "您的{kind}款项{amount}元被尾号{card}的银行卡退回：{reason}。款项将退回您的公积金账户，"
        "请核对银行卡后重新申请。",
        facts=lambda e: {
            "kind": _kind(e.kind_text),
            "amount": yuan(e.amount_fen),
            "card": e.card_tail,
            "reason": _sentence(e.reason_text),
        },
    ),
    WithdrawalOverdue: Template(
        "withdrawal_overdue",
        "您的{kind}申请未能在{deadline}前办结，工作人员正在处理，您的资金安全不受影响，"
        "办结后将短信通知您。",
        facts=lambda e: {"kind": _kind(e.kind_text), "deadline": _minute(e.deadline_at)},
        key=lambda e: f"{e.application_id}/{e.state}",
    ),
    IndividualAccountSealed: Template(
        "account_sealed",
        "您的公积金账户（尾号{account}）已于{date}封存，原因：{reason}。回复TD退订此类短信。",
        facts=_sealed,
        key=lambda e: f"{e.account_number}/{e.sealed_on}",
        mandatory=False,
    ),
    IndividualAccountUnsealed: Template(
        "account_unsealed",
        "您的公积金账户（尾号{account}）已启封，自{month}起继续缴存。回复TD退订此类短信。",
        facts=lambda e: {"account": e.account_number[-4:], "month": _month(e.effective_month)},
        key=lambda e: f"{e.account_number}/{e.effective_month}",
        mandatory=False,
    ),
    LoanPaidOff: Template(
        "loan_paid_off",
        "您的公积金贷款（合同尾号{contract}）已于{date}结清，累计归还本金{principal}元、利息"
        "{interest}元，请及时办理抵押注销。{offer}回复TD退订此类短信。",
        facts=_loan_paid_off,
        mandatory=False,
    ),
    BalanceTold: Template(
        "balance_answer",
        "{answer}。",
        facts=_balance,
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
}
"""Fact → its text."""

UNKNOWN_PHONE = Template(
    "unknown_phone",
    "您的手机号尚未在公积金中心登记，无法查询。请由本人登录网上大厅在账户设置中登记手机号，"
    "或持身份证到服务网点办理。",
    priority=Priority.ANSWER,
    valid_for=timedelta(hours=1),
)
REPLIES: Mapping[Command, Template] = {
    Command.STOP: Template(
        "unsubscribed",
        "已为您退订提醒类短信。验证码、资金变动等重要短信仍会发送。回复DY恢复订阅。",
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
    Command.START: Template(
        "subscribed",
        "已为您恢复提醒类短信。回复TD退订。",
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
    Command.UNKNOWN: Template(
        "help",
        "回复“余额”或YE查询公积金余额；回复TD退订提醒类短信，回复DY恢复。人工服务请拨打12329。",
        priority=Priority.ANSWER,
        valid_for=timedelta(hours=1),
    ),
}
"""Answers to texts that citizens send; 余额 is answered when accounts has told the balance."""
