"""Why settlement refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is refused (拒绝的原因)."""

    ALREADY_EXPLAINED = "already-explained"
    """Somebody was faster."""
    DAY_NOT_OVER = "day-not-over"
    """Only an ended business day can be compared."""
    NOT_FOUND = "not-found"
    """No order has this key."""
    NOT_FLAGGED = "not-flagged"
    """Nothing about the order needs a person."""
    WRONG_CONCLUSION = "wrong-conclusion"
    """The order is in a state of which something else, or nothing yet, can be concluded."""
    BANK_BOOKED_IT = "bank-booked-it"
    """The bank's entries under the key do not add up to nothing."""
    STATEMENT_MISSING = "statement-missing"
    """A day since the order went out is not over, or not compared with the bank's statement."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.ALREADY_EXPLAINED: Wording(409, None, "该差异已有说明，请刷新对账结果。"),
    Reason.DAY_NOT_OVER: Wording(422, None, "只能对已经结束的营业日进行对账。"),
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.NOT_FLAGGED: Wording(409, None, "该指令没有需要人工核实的问题，请刷新后再看。"),
    Reason.WRONG_CONCLUSION: Wording(
        409, None, "该指令目前的状态不能作此结论：结果未知的可作“未执行”，已有结果的可作“已说明”。"
    ),
    Reason.BANK_BOOKED_IT: Wording(409, None, "银行已按此编号入账且没有退回，不能认定未执行。"),
    Reason.STATEMENT_MISSING: Wording(
        409, None, "发送当日至昨日的银行对账单尚未全部核对，请待对账完成后再作结论。"
    ),
}


class Refused(WordedError):
    """Settlement refuses it (拒绝)."""

    wordings = WORDINGS
