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
    Reason.NO_ACCOUNT: Wording(409, "R-CRT-2", "未查询到您的住房公积金个人账户，无法出具证明。"),
    Reason.NO_SUCH_LOAN: Wording(409, "R-CRT-2", "未查询到您名下的该笔住房公积金贷款。"),
    Reason.LOAN_NOT_PAID_OFF: Wording(409, "R-WDR-4", "该笔贷款尚未结清，结清后方可出具结清证明。"),
    Reason.LOAN_PAID_OFF: Wording(409, "R-CRT-2", "该笔贷款已结清，没有待还的还款计划。"),
    Reason.NOT_ISSUED: Wording(409, None, "该证明尚未出具或已经作废。"),
}


class Refused(WordedError):
    """Documents refuses it (拒绝)."""

    wordings = WORDINGS
