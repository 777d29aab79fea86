"""Every text that 12329 sends, in one table (R-SMS-2, R-SMS-3).

R-SMS-4 binds all of them: cards, accounts and contracts by their tail digits only, no links, no
full name, no ID number. A fact becomes at most one text: `key` names the fact, whatever the number
of messages that tell it. Non-mandatory texts can be switched off by texting TD (R-CRT-4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from notifications.rules import words
from notifications.rules.answers import ANSWERS
from notifications.rules.consents import CONSENTS
from notifications.rules.hardship import HARDSHIP
from notifications.rules.letters import LETTERS
from notifications.rules.papers import PAPERS
from notifications.rules.registrations import REGISTRATIONS
from notifications.rules.template import Priority, Template
from shared.base.money import yuan
from shared.messages import Event
from shared.messages import withdrawals as w
from shared.messages.accounts import (
    EmployerReminded,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
)
from shared.messages.changes import EmployerAsked, IndividualAccountTransferred, TransferAsked
from shared.messages.deposits import (
    ComplaintAnswered,
    ContributionMissed,
    DepositCorrected,
)
from shared.messages.estates import DeathRevoked
from shared.messages.gateway import (
    ConfirmationCodeIssued,
    IdentityCorrectionTold,
    LoggedIn,
    LoginCodeIssued,
    PersonIdentityChanged,
    StaffActivationIssued,
)
from shared.messages.loans import (
    LoanChanged,
    LoanDebitFailed,
    LoanDisbursed,
    LoanEarlyRepaymentAccepted,
    LoanEarlyRepaymentFailed,
    LoanOverdue,
    LoanPaidOff,
    LoanRepaid,
    LoanRepaymentDueSoon,
    LoanRepaymentReversed,
)
from shared.messages.wechat import WechatBindingChanged


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


@dataclass(frozen=True)
class ConfirmationCode:
    """The facts of a code by which something is confirmed, opened."""

    what: str
    code: str
    minutes: int


CONFIRMATION_CODE: Template = Template(
    "confirmation_code",
    "验证码{code}，用于确认：{what}。{minutes}分钟内有效。如非本人操作，切勿告诉他人，并请立即致电12329。",
    facts=lambda fact: {"code": fact.code, "what": fact.what, "minutes": str(fact.minutes)},
    priority=Priority.LOGIN_CODE,
)


@dataclass(frozen=True)
class StaffActivation:
    """The facts of an activation code, opened."""

    login: str
    code: str
    expires_at: datetime


STAFF_ACTIVATION: Template = Template(
    "staff_activation",
    "您的工作账号{login}的激活码为{code}，{until}前有效。请本人激活，不要告诉任何人。",
    facts=lambda fact: {
        "login": fact.login,
        "code": fact.code,
        "until": words.minute(fact.expires_at),
    },
    key=lambda event: f"{event.identity_id}/{event.expires_at.isoformat()}",
    priority=Priority.LOGIN_CODE,
)


@dataclass(frozen=True)
class PhoneChange:
    """The facts of another phone on file, as one of the two is told of it."""

    old_tail: str
    new_tail: str
    at_old: bool
    """Whether it is told at the phone of before."""


PHONE_CHANGED: Template = Template(
    "phone_changed",
    "{what}，{then}。如非本人操作，请立即致电12329。",
    facts=words.phone_changed,
)

TEMPLATES: Mapping[type[Event], Template] = {
    LoginCodeIssued: LOGIN_CODE,
    ConfirmationCodeIssued: CONFIRMATION_CODE,
    StaffActivationIssued: STAFF_ACTIVATION,
    LoggedIn: Template(
        "new_login",
        "您于{at}通过{channel}登录公积金系统。如非本人操作，请立即致电12329。",
        facts=words.logged_in,
        key=lambda e: f"{e.identity_id}/{e.logged_in_at.isoformat()}",
        valid_for=timedelta(days=1),
    ),
    w.WithdrawalApproved: Template(
        "withdrawal_approved",
        "您的{kind}申请已审批通过，{amount}元将转入尾号{card}的银行卡，{arrival}。",
        facts=words.approved,
    ),
    w.WithdrawalPaid: Template(
        "withdrawal_paid",
        "您的{kind}已到账：本金{principal}元，利息{interest}元，共{amount}元已转入尾号{card}的"
        "银行卡，公积金账户（尾号{account}）余额{balance}元。",
        facts=words.paid,
    ),
    w.WithdrawalRejected: Template(
        "withdrawal_rejected",
        "您的{kind}申请未通过：{reason}。{again}",
        facts=words.rejected,
    ),
    w.WithdrawalFailed: Template(
        "withdrawal_failed",
        "您的{kind}未能转入尾号{card}的银行卡：{reason}。请核对银行卡后重新申请。",
        facts=lambda e: {
            "kind": words.kind(e.kind_text),
            "card": e.card_tail,
            "reason": words.sentence(e.reason_text),
        },
    ),
    w.WithdrawalCancelled: Template(
        "withdrawal_cancelled",
        "您的{kind}申请已撤销，款项仍在您的公积金账户。",
        facts=lambda e: {"kind": words.kind(e.kind_text)},
    ),
    w.WithdrawalReturned: Template(
        "withdrawal_returned",
        "您的{kind}款项{amount}元被尾号{card}的银行卡退回：{reason}。款项将退回您的公积金账户，"
        "请核对银行卡后重新申请。",
        facts=lambda e: {
            "kind": words.kind(e.kind_text),
            "amount": yuan(e.amount_fen),
            "card": e.card_tail,
            "reason": words.sentence(e.reason_text),
        },
    ),
    w.WithdrawalOverdue: Template(
        "withdrawal_overdue",
        "您的{kind}申请{late}，工作人员正在处理，您的资金安全不受影响，办结后将短信通知您。",
        facts=words.overdue,
        key=lambda e: f"{e.application_id}/{e.state}",
    ),
    IndividualAccountSealed: Template(
        "account_sealed",
        "您的公积金账户（尾号{account}）已于{date}封存，原因：{reason}。回复TD退订此类短信。",
        facts=words.sealed,
        key=lambda e: f"{e.account_number}/{e.sealed_on}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    IndividualAccountUnsealed: Template(
        "account_unsealed",
        "您的公积金账户（尾号{account}）已启封，自{month}起继续缴存。回复TD退订此类短信。",
        facts=lambda e: {"account": e.account_number[-4:], "month": words.month(e.effective_month)},
        key=lambda e: f"{e.account_number}/{e.effective_month}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    w.WithdrawalReminded: Template(
        "withdrawal_reminded",
        "您此前申请的{kind}自{day}起可以再次申请，请登录网上服务办理。",
        facts=lambda e: {"kind": words.kind(e.kind_text), "day": words.day(e.possible_from)},
        priority=Priority.BULK,
    ),
    w.WithdrawalPapersAsked: Template(
        "withdrawal_papers",
        "您的{kind}申请{asked}：{text}。请在{day}前登录网上服务提交，逾期申请终止。",
        facts=words.papers,
        key=lambda event: f"{event.application_id}:{event.by_on}:{event.text}",
    ),
    w.WithdrawalAgreementTold: Template(
        "withdrawal_agreement",
        "您的{kind}约定：{text}。{next}",
        facts=words.agreement,
        key=lambda event: f"{event.agreement_id}:{event.told_on}:{event.what}",
        priority=Priority.BULK,
    ),
    w.WithdrawalBrakesTold: Template(
        "withdrawal_brakes",
        "您的账户安全设置：{text}。如非本人操作，请立即登录锁定提取，并致电12329。",
        facts=lambda event: {"text": event.text},
        key=lambda event: str(event.change_id),
    ),
    DeathRevoked: Template(
        "death_revoked",
        "您被误登记死亡一事已更正，登录和短信已恢复，账户恢复原状。已终止的约定提取、冲还贷协议须由您重新签订。"
        "如有疑问请致电12329。",
        facts=lambda _event: {},
    ),
    PersonIdentityChanged: Template(
        "identity_changed",
        "您在公积金中心登记的{what}已更正{login}。如非本人办理，请立即致电12329。",
        facts=words.identity_changed,
        key=lambda event: str(event.change_id),
    ),
    IdentityCorrectionTold: Template(
        "identity_correction",
        "{asked}{outcome}{why}如非本人办理，请致电12329。",
        facts=words.correction_told,
        key=lambda event: f"{event.correction_id}/{event.outcome}",
    ),
    TransferAsked: Template(
        "transfer_asked",
        "{employer}申请将您的公积金账户（尾号{account}）由原单位转入，请于{until}前在网上大厅“我的账户”中"
        "选择同意或不同意；逾期未答复的，申请自动失效。",
        facts=words.transfer_asked,
    ),
    IndividualAccountTransferred: Template(
        "account_transferred",
        "您的公积金账户（尾号{account}）已转入{employer}，自{month}起由该单位缴存，账号和余额不变。"
        "回复TD退订此类短信。",
        facts=words.transferred,
        key=lambda e: f"{e.account_number}/{e.effective_month}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    EmployerAsked: Template(
        "employer_asked",
        "{employer}的经办人：{request}，期限为{due}，请尽快办理；已经办理的，请忽略本短信，详询12329。",
        facts=words.asked,
        key=lambda e: f"{e.employer_number}/{e.kind}/{e.due_on}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    EmployerReminded: Template(
        "employer_reminder",
        "{employer}的经办人：贵单位{reminder}。请尽快办理；已经办理的，请忽略本短信，详询12329。",
        facts=words.reminded,
        key=lambda e: f"{e.employer_number}/{e.kind}/{e.month or e.due_on}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    ContributionMissed: Template(
        "contribution_missed",
        "您的公积金账户（尾号{account}）{months}应由单位在{due}前缴存，至今未到账。可登录网上大厅查看，"
        "如有异议可在线反映，可选择不让单位知晓。回复TD退订此类短信。",
        facts=words.missed,
        key=lambda e: f"{e.account_number}/{e.months[-1]}",
        mandatory=False,
        priority=Priority.BULK,
        spread=True,
    ),
    ComplaintAnswered: Template(
        "complaint_answered",
        "您反映的欠缴公积金事项已有答复，请登录网上大厅查看，详询12329。",
    ),
    **CONSENTS,
    **LETTERS,
    **PAPERS,
    **HARDSHIP,
    **REGISTRATIONS,
    DepositCorrected: Template(
        "deposit_corrected",
        "您的公积金账户（尾号{account}）{month}的缴存经核实已更正，{moved}{amount}元，详询12329。",
        facts=words.corrected,
        key=lambda e: f"{e.correction_id}/{e.person_id}",
    ),
    LoanPaidOff: Template(
        "loan_paid_off",
        "您的公积金贷款（合同尾号{contract}）已于{date}结清，累计归还本金{principal}元、利息"
        "{interest}元，请及时办理抵押注销。{offer}回复TD退订此类短信。",
        facts=words.loan_paid_off,
        mandatory=False,
    ),
    LoanDisbursed: Template(
        "loan_disbursed",
        "您的公积金贷款（合同尾号{contract}）{amount}元已于{date}放款至尾号{payee}的账户，首次还款日"
        "{due}，应还{first}元，请提前在还款银行卡存足款项。",
        facts=words.loan_disbursed,
        key=lambda e: str(e.disbursement_id),
    ),
    LoanRepaid: Template(
        "loan_repaid",
        "您的公积金贷款（合同尾号{contract}）已于{date}{source}还款{amount}元：本金{principal}元，"
        "利息{interest}元{penalty}，贷款余额{balance}元。",
        facts=words.loan_repaid,
        key=lambda e: f"{e.contract_number}/{e.entry_number}",
        priority=Priority.BULK,
    ),
    LoanRepaymentReversed: Template(
        "loan_repayment_reversed",
        "您的公积金贷款（合同尾号{contract}）{date}的一笔还款{amount}元已被银行退回，贷款余额恢复为"
        "{balance}元，请核对还款银行卡并尽快还款，详询12329。",
        facts=lambda e: {
            "contract": e.contract_number[-4:],
            "date": words.day(e.repaid_on),
            "amount": yuan(-e.amount_fen),
            "balance": yuan(e.balance_after_fen),
        },
        key=lambda e: f"{e.contract_number}/{e.entry_number}",
    ),
    LoanRepaymentDueSoon: Template(
        "loan_due_soon",
        "您的公积金贷款（合同尾号{contract}）{date}应还{amount}元，{way}。回复TD退订此类短信。",
        facts=words.due_soon,
        key=lambda e: f"{e.contract_number}/{e.due_on}",
        mandatory=False,
        priority=Priority.BULK,
    ),
    LoanOverdue: Template(
        "loan_overdue",
        "您的公积金贷款（合同尾号{contract}）自{since}起已逾期{count}期，今日应还{amount}元，其中罚息"
        "{penalty}元。请尽快通过网上大厅或柜面还款，以免影响信用。",
        facts=lambda e: (
            words.loan(e)
            | {
                "since": words.day(e.since),
                "count": str(e.instalments),
                "penalty": yuan(e.penalty_fen),
            }
        ),
        key=lambda e: f"{e.contract_number}/{e.told_on}",
        priority=Priority.BULK,
    ),
    LoanEarlyRepaymentAccepted: Template(
        "early_repayment_accepted",
        "您的公积金贷款（合同尾号{contract}）提前还款已受理，{date}将从尾号{card}的银行卡扣款{amount}元，"
        "请存足款项；余额不足时不会部分扣款。",
        facts=lambda e: words.loan(e) | {"date": words.day(e.debit_on), "card": e.card_tail},
    ),
    LoanEarlyRepaymentFailed: Template(
        "early_repayment_failed",
        "您的公积金贷款（合同尾号{contract}）提前还款{amount}元扣款失败：{reason}。贷款未作任何变动，"
        "请核对尾号{card}的银行卡后重新办理。",
        facts=words.loan_failed,
    ),
    LoanDebitFailed: Template(
        "loan_debit_failed",
        "您的公积金贷款（合同尾号{contract}）应还{amount}元从尾号{card}的银行卡扣款失败：{reason}。{again}",
        facts=words.loan_failed,
        priority=Priority.BULK,
    ),
    LoanChanged: Template(
        "loan_changed",
        "您的公积金贷款（合同尾号{contract}）{change}，自{date}起生效。如非本人知悉，请致电12329。",
        facts=words.loan_changed,
        key=lambda e: str(e.change_id),
    ),
    WechatBindingChanged: Template(
        "wechat_binding",
        "您的公积金账户于{at}{change}。如非本人操作，请立即致电12329。",
        facts=words.wechat_binding,
        key=lambda e: f"{e.binding_id}/{e.bound}",
    ),
    **ANSWERS,
}
"""Fact → its text."""
