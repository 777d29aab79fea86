"""Why transfers refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why nothing is moved (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist, or is a stranger's."""
    UNKNOWN_CENTRE = "unknown-centre"
    """No such centre is on the national list."""
    OWN_CENTRE = "own-centre"
    """The account is here already."""
    LETTER_OPEN = "letter-open"
    """One letter at a time for a person."""
    NOT_CANCELLABLE = "letter-not-cancellable"
    """The other centre has it."""
    NUMBERS_USED_UP = "letter-numbers-used-up"
    """The number has four digits for a day."""
    NO_ACCOUNT = "no-account-here"
    """There is no open account that the money could go to."""
    TOO_FEW_MONTHS = "too-few-months"
    """The account here is too young."""
    WRONG_STATE = "letter-wrong-state"
    """What is wanted is not possible as the letter stands."""
    MONEY_MISSING = "letter-money-missing"
    """There is nothing that could be booked."""
    MONEY_THERE = "letter-money-there"
    """A letter whose money came is not given up."""
    PERSON_UNKNOWN = "person-unknown"
    OTHER_NAME = "other-name"
    ACCOUNT_CLOSED = "account-closed"
    ACCOUNT_FROZEN = "account-frozen"
    NOT_SEALED = "account-not-sealed"
    FUNDS_RESERVED = "funds-reserved"
    LIST_OPEN = "list-open"
    NOTHING_THERE = "nothing-there"
    LOAN_UNPAID = "loan-unpaid"
    OTHER_LETTER_OPEN = "other-letter-open"
    CENTRE_WITHOUT_ACCOUNT = "centre-without-account"


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.UNKNOWN_CENTRE: Wording(
        422, "R-TRF-4", "全国名录中没有这个公积金中心，请重新选择转出中心。"
    ),
    Reason.OWN_CENTRE: Wording(422, "R-TRF-4", "该账户就在本中心，无需办理异地转入。"),
    Reason.LETTER_OPEN: Wording(409, "R-TRF-4", "您有一笔异地转移正在办理，办结后方可再次申请。"),
    Reason.NOT_CANCELLABLE: Wording(409, "R-TRF-4", "转出中心已接收联系函或业务已办结，不能撤销。"),
    Reason.NUMBERS_USED_UP: Wording(503, "R-TRF-4", "今日联系函编号已用完，请明日再申请。"),
    Reason.NO_ACCOUNT: Wording(
        409, "R-TRF-4", "您在本中心没有可接收资金的个人账户，请先由单位办理开户。"
    ),
    Reason.TOO_FEW_MONTHS: Wording(
        409,
        "R-TRF-4",
        "您在本中心须已缴存满{months}个月，目前为{deposited}个月，暂不能申请异地转入。",
    ),
    Reason.WRONG_STATE: Wording(409, "R-TRF-4", "联系函当前状态为“{state}”，不能办理此操作。"),
    Reason.MONEY_MISSING: Wording(409, "R-TRF-4", "没有与账户信息相符的到账资金。"),
    Reason.MONEY_THERE: Wording(409, "R-TRF-4", "该联系函的资金已到账，请办理入账或退款。"),
    Reason.PERSON_UNKNOWN: Wording(409, "R-TRF-4", "本中心没有该职工或该账户。"),
    Reason.OTHER_NAME: Wording(409, "R-TRF-4", "姓名与证件号码不符。"),
    Reason.ACCOUNT_CLOSED: Wording(409, "R-TRF-4", "该职工的账户已销户。"),
    Reason.ACCOUNT_FROZEN: Wording(409, "R-TRF-4", "该职工的账户已被冻结。"),
    Reason.NOT_SEALED: Wording(409, "R-TRF-4", "该职工的账户尚未封存，请先由原单位办理封存。"),
    Reason.FUNDS_RESERVED: Wording(409, "R-TRF-4", "该职工有提取或还款正在办理。"),
    Reason.LIST_OPEN: Wording(409, "R-TRF-4", "该职工在一份已确认未入账的汇缴清册中。"),
    Reason.NOTHING_THERE: Wording(409, "R-TRF-4", "该职工的账户没有余额。"),
    Reason.LOAN_UNPAID: Wording(409, "R-TRF-4", "该职工有未还清的住房公积金贷款或担保。"),
    Reason.OTHER_LETTER_OPEN: Wording(409, "R-TRF-4", "该职工的另一份联系函正在办理。"),
    Reason.CENTRE_WITHOUT_ACCOUNT: Wording(
        409, "R-TRF-4", "全国名录中没有该中心的收款账户，资金无法划转。"
    ),
}


class Refused(WordedError):
    """Transfers refuses it (拒绝)."""

    wordings = WORDINGS
