"""Why documents refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why nothing is printed or withdrawn (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist, or is a stranger's."""
    CONTRACT_NEEDED = "contract-needed"
    """The kind is about one loan, and none is named."""
    PERIOD_NOT_ALLOWED = "period-not-allowed"
    """The days are in the wrong order, too many, or still to come."""
    TOO_MANY_REQUESTS = "too-many-documents"
    """More in a day than anybody needs."""
    OWN_MATTER = "own-matter"
    """Staff do not print what is about themselves."""
    NOT_READY = "document-not-ready"
    """It is not printed yet."""
    LETTER_NOT_TO_SEND = "letter-not-to-send"
    """It is not printed yet, was withdrawn, or was sent before."""
    NO_ACCOUNT = "no-account"
    """There is nothing to certify."""
    NO_SUCH_LOAN = "no-such-loan"
    """The person has no such loan that was paid out."""
    LOAN_NOT_PAID_OFF = "loan-not-paid-off"
    """A payoff certificate is for a loan that is repaid."""
    LOAN_PAID_OFF = "loan-paid-off"
    """Nothing is left to be planned."""
    NOT_ISSUED = "document-not-issued"
    """Only an issued document can be withdrawn, and once."""
    TOO_MANY_CODES = "too-many-codes"
    """More codes in a day than anybody shows."""
    NO_PLATFORM = "no-national-platform"
    """This centre is not connected to the national platform."""
    NOT_THE_PLATFORM = "not-the-platform"
    """Who asks for what a code stands for is not the national platform."""
    CODE_NOT_READABLE = "code-not-readable"
    """What was typed is no such code."""
    CODE_NO_MATCH = "code-no-match"
    """There is no such code for who has this ID number; which of both is wrong, nobody is told."""
    CODE_NOT_READY = "code-not-ready"
    """Its facts are still being gathered; the same question is asked again."""
    CODE_DEAD = "code-dead"
    """Its midnight has come, or a newer one took its place."""
    CODE_READ = "code-read-before"
    """Somebody else has read it: a code is good once."""
    SHEET_OF_ANOTHER = "sheet-of-another"
    """The platform told of somebody else than was asked about: nothing is kept."""
    PLATFORM_AWAY = "platform-away"
    """The platform gave no answer before the code died."""
    NO_SUCH_CASE = "no-such-case"
    """What was typed is the number of no application."""
    CASE_NOT_ALLOWED = "case-not-allowed"
    """In the hall a sheet goes to an application of withdrawal; for a loan it is read at the counter."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.CONTRACT_NEEDED: Wording(422, "R-CRT-2", "请填写借款合同编号。"),
    Reason.PERIOD_NOT_ALLOWED: Wording(
        422, "R-QRY-1", "起止日期不正确：起始日期不得晚于截止日期，截止日期不得晚于今天。"
    ),
    Reason.TOO_MANY_REQUESTS: Wording(
        429, None, "您今天申请的证明已达{limit}份，请明天再试，或到柜台办理。"
    ),
    Reason.OWN_MATTER: Wording(403, None, "工作人员不得为本人出具证明，请以个人身份登录办理。"),
    Reason.NOT_READY: Wording(409, None, "证明正在制作，请稍候。"),
    Reason.LETTER_NOT_TO_SEND: Wording(
        409, "R-DEP-10", "该催缴函尚未制作完成、已经作废或已登记送达。"
    ),
    Reason.NO_ACCOUNT: Wording(409, "R-CRT-2", "未查询到您的住房公积金个人账户，无法出具证明。"),
    Reason.NO_SUCH_LOAN: Wording(409, "R-CRT-2", "未查询到您名下的该笔住房公积金贷款。"),
    Reason.LOAN_NOT_PAID_OFF: Wording(409, "R-WDR-4", "该笔贷款尚未结清，结清后方可出具结清证明。"),
    Reason.LOAN_PAID_OFF: Wording(409, "R-CRT-2", "该笔贷款已结清，没有待还的还款计划。"),
    Reason.NOT_ISSUED: Wording(409, None, "该证明尚未出具或已经作废。"),
    Reason.TOO_MANY_CODES: Wording(429, None, "您今天生成的亮码已达{limit}个，请明天再试。"),
    Reason.NO_PLATFORM: Wording(409, None, "本中心尚未接入全国平台，请提交纸质证明。"),
    Reason.NOT_THE_PLATFORM: Wording(401, None, "仅全国平台可以读取亮码。"),
    Reason.CODE_NOT_READABLE: Wording(
        422, None, "亮码由6位地区代码和16位字母、数字组成，请核对后重新填写。"
    ),
    Reason.CODE_NO_MATCH: Wording(404, None, "没有与该证件号码相符的亮码，请核对亮码和证件号码。"),
    Reason.CODE_NOT_READY: Wording(409, None, "亮码正在准备，请稍后再试。"),
    Reason.CODE_DEAD: Wording(410, None, "亮码已失效，请本人重新生成。"),
    Reason.CODE_READ: Wording(409, None, "亮码已被读取，读取一次后失效，请本人重新生成。"),
    Reason.SHEET_OF_ANOTHER: Wording(
        409, None, "全国平台返回的信息与证件号码不符，未入卷，请联系技术人员。"
    ),
    Reason.PLATFORM_AWAY: Wording(
        503, None, "全国平台当日未能返回信息，亮码已失效，请本人重新生成，或提交纸质证明。"
    ),
    Reason.NO_SUCH_CASE: Wording(422, None, "提取申请编号不正确，请从申请页面或待办列表复制。"),
    Reason.CASE_NOT_ALLOWED: Wording(
        422, None, "网上大厅只能为提取申请读取亮码，贷款业务请到柜台办理。"
    ),
}


class Refused(WordedError):
    """Documents refuses it (拒绝)."""

    wordings = WORDINGS


CODE_REFUSALS = (
    Reason.NOT_THE_PLATFORM,
    Reason.CODE_NO_MATCH,
    Reason.CODE_NOT_READY,
    Reason.CODE_DEAD,
    Reason.CODE_READ,
)
"""Why another centre is not told what a code of ours stands for."""
READING_REFUSALS = (
    Reason.CODE_NO_MATCH,
    Reason.CODE_DEAD,
    Reason.CODE_READ,
    Reason.SHEET_OF_ANOTHER,
    Reason.PLATFORM_AWAY,
)
"""Why we were not told what a code of another centre stands for."""
