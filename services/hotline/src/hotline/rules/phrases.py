"""Every fixed sentence that callers hear: one prompt each, named, so that a recording can take its place."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from hotline.domain import Guide
from hotline.rules.menu import Heard, Place
from hotline.rules.numerals import PARTS


class Phrase(StrEnum):
    """The words of a prompt (提示音), as they are spoken."""

    WELCOME = "您好，欢迎拨打一二三二九住房公积金热线。"
    MAIN = (
        "查询账户余额和缴存，请按1。查询提取进度，请按2。查询贷款还款，请按3。"
        "办事指南，请按4。手机丢失挂失，请按5。重听请按9，人工服务请按0。"
    )
    ACCOUNT = "账户余额，请按1。最近一次缴存，请按2。重听请按9，返回请按星号键，人工服务请按0。"
    GUIDES = (
        "怎样提取，请按1。怎样贷款，请按2。怎样缴存，请按3。怎样转移，请按4。"
        "重听请按9，返回请按星号键，人工服务请按0。"
    )
    ANSWERED = "短信接收查询结果，请按1。重听请按9，返回请按星号键，人工服务请按0。"
    SILENCE = "没有听到您的选择。"
    WRONG_KEY = "按键有误。"

    GUIDE_WITHDRAW = (
        "提取住房公积金，请登录网上服务厅，选择提取业务，系统会当场告诉您能否提取、能提多少。"
        "需要的材料以网上服务厅列出的为准，也可以携带身份证到柜台办理。办理不收取任何费用。"
    )
    GUIDE_BORROW = (
        "申请住房公积金贷款，请先在网上服务厅查询您的贷款资格和额度，"
        "再携带身份证和购房材料到柜台签订合同。办理不收取任何费用。"
    )
    GUIDE_DEPOSIT = (
        "住房公积金由单位每月为您缴存。单位没有按时缴存的，您可以在网上服务厅投诉，"
        "中心核实后会答复您。"
    )
    GUIDE_TRANSFER = (
        "换了单位，您的账户可以转到新单位，在网上服务厅确认即可，缴存年限连续计算。"
        "从外地转入，请联系人工服务。"
    )

    ASK_ID = "请输入您的身份证号码，最后一位是X的按星号键，输入完毕请按井号键。"
    ASK_QUERY_DIGITS = (
        "请输入六位查询密码，按井号键结束。"
        "没有设置查询密码的，请直接按井号键，我们会发送短信验证码。"
    )
    ASK_CODE = "如该证件号码已登记，验证码已发送到预留手机。请输入六位验证码，按井号键结束。"
    NOT_PROVED = "信息不正确，请重新输入。"
    PROOF_GIVEN_UP = "验证没有通过。"
    TRY_LATER = "尝试次数过多，请稍后再试。"
    PROVED = "验证通过。"

    BALANCE_IS = "您的住房公积金账户余额为"
    FROZEN_IS = "其中冻结"
    NO_ACCOUNT = "没有查询到您名下的住房公积金账户。"
    LAST_DEPOSIT_ON = "您最近一次缴存，记账日期是"
    DEPOSIT_OF = "缴存金额为"
    NO_DEPOSIT = "没有查询到您的缴存记录。"
    NO_WITHDRAWAL = "没有查询到您的提取申请。"
    WITHDRAWAL_OF = "您最近一次提取申请，申请日期是"
    WITHDRAWAL_SUM = "金额为"
    WITHDRAWAL_CHECKING = "正在核验。"
    WITHDRAWAL_REVIEW = "正在审核。"
    WITHDRAWAL_PAYING = "已经审批通过，正在付款。"
    WITHDRAWAL_PAID = "已经到账。"
    WITHDRAWAL_REJECTED = "没有通过，原因请在网上服务厅查看。"
    WITHDRAWAL_CANCELLED = "已经撤销。"
    WITHDRAWAL_FAILED = "付款没有成功，款项仍在您的账户中。"
    NO_LOAN = "没有查询到您名下未还清的住房公积金贷款。"
    NEXT_INSTALMENT_ON = "您的贷款，下一期还款日是"
    INSTALMENT_OF = "应还金额为"
    LOAN_OVERDUE = "您的贷款已经逾期，逾期金额为"
    LOAN_NOT_OVERDUE = "没有逾期。"
    ANOTHER_LOAN = "另一笔贷款。"
    NOT_AVAILABLE = "系统暂时无法查询，请稍后再拨。"

    TEXT_SENT = "查询结果将以短信发送到您预留的手机号码。"
    TEXT_SENT_ALREADY = "这条查询结果已经发送过。"
    TEXT_NOTHING = "没有可以发送的查询结果。"

    LOST_WARNED = (
        "挂失后，您的提取立即锁定，所有网上登录立即退出。解除锁定须由您本人在网上服务厅申请，并等待一段时间。"
        "确认挂失，请按1。返回主菜单，请按星号键。"
    )
    LOST_DONE = (
        "挂失成功，提取已经锁定，其他登录已经退出。"
        "请尽快向运营商补办电话卡；手机号码不再使用的，请携带身份证到柜台更换预留手机号。"
    )
    LOST_NOT_DONE = "挂失没有全部完成，请由人工继续办理。"

    ASK_CALL_BACK = "人工坐席暂时无法接听。需要我们给您回电，请按1。返回主菜单，请按星号键。"
    NO_NUMBER = "没有显示您的来电号码，请用显示号码的电话再拨。"
    CALL_BACK_KEPT = "已经登记，我们会尽快回电。"
    GOODBYE = "感谢您的来电，再见。"

    ASK_TO_PROVE = "先验证身份，坐席可以直接为您查看业务。验证身份，请按1。不验证，请按2或者稍候。"
    RECORDED = "为保障服务质量，您与坐席的通话将被录音。不同意录音，请按2。"
    NOT_RECORDED = "本次通话不录音。"
    CONNECTING = "正在为您转接人工坐席。"
    QUEUE_NEXT = "您是下一位。"
    QUEUE_AHEAD = "您前面还有"
    QUEUE_CALLERS = "位来电人。"
    QUEUE_WAIT = "预计等候"
    QUEUE_MINUTES = "分钟。"
    QUEUE_STAY = "请稍候。返回主菜单，请按星号键。"
    QUEUE_CALL_BACK = "需要我们给您回电，请按1。返回主菜单，请按星号键。继续等候，请不要挂机。"
    AGENT_LOST = "坐席线路中断，您将优先接入，请不要挂机。"

    AGENT_CODE = "坐席接入，请输入八位接入码，按井号键结束。"
    AGENT_UNKNOWN = "接入码不正确或已过期。"
    AGENT_READY = "坐席已接入。接听请按1，结束通话请连按星号键。"
    AGENT_OFFERED = "有来电，请按1接听。"
    AGENT_AWAY = "无人接听，已置为离席。"
    CALLER_GONE = "来电人已挂机。"
    CALL_OVER = "通话结束。"


MENU: Final[Mapping[Place, Phrase]] = {
    Place.MAIN: Phrase.MAIN,
    Place.ACCOUNT: Phrase.ACCOUNT,
    Place.GUIDES: Phrase.GUIDES,
    Place.ANSWERED: Phrase.ANSWERED,
}
GUIDES: Final[Mapping[Guide, Phrase]] = {
    Guide.WITHDRAW: Phrase.GUIDE_WITHDRAW,
    Guide.BORROW: Phrase.GUIDE_BORROW,
    Guide.DEPOSIT: Phrase.GUIDE_DEPOSIT,
    Guide.TRANSFER: Phrase.GUIDE_TRANSFER,
}
MISSED: Final[Mapping[Heard, tuple[Phrase, ...]]] = {
    Heard.NOTHING: (),
    Heard.WRONG_KEY: (Phrase.WRONG_KEY,),
    Heard.SILENCE: (Phrase.SILENCE,),
}

PROMPTS: Final[tuple[str, ...]] = (*(phrase.value for phrase in Phrase), *PARTS)
"""Everything that may be said, each text once; nothing else is ever spoken."""
