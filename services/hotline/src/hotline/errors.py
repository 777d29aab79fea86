"""Why the hotline refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is not done (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist."""
    CALL_BACK_DONE = "call-back-done"
    """Somebody else has called back already."""
    NOTED_ALREADY = "call-noted-already"
    """A call has one note."""
    CASE_CLOSED = "case-closed"
    """There is no such open case (any more)."""
    NO_LINE = "agent-without-line"
    """An agent without a telephone can take no calls."""
    SPEAKING = "agent-speaking"
    """An agent who speaks is busy."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.NOTED_ALREADY: Wording(409, None, "该来电已有记录。"),
    Reason.CASE_CLOSED: Wording(409, None, "该事项已答复，或当时已经解决。"),
    Reason.NO_LINE: Wording(409, None, "您的话机还没有接入，请先用接入码接入。"),
    Reason.SPEAKING: Wording(409, None, "正在通话，结束后才能变更状态。"),
    Reason.CALL_BACK_DONE: Wording(409, None, "该回电已由其他人员办理。"),
}


class Refused(WordedError):
    """The hotline refuses it (拒绝)."""

    wordings = WORDINGS
