"""Why portal refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why nothing is published or withdrawn (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist."""
    DAYS_NOT_ALLOWED = "days-not-allowed"
    """It would be shown on no day from today on."""
    NOTICE_WITHDRAWN = "notice-withdrawn"
    """A notice is withdrawn once."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.DAYS_NOT_ALLOWED: Wording(
        422, None, "展示日期不正确：截止日期不得早于起始日期，也不得早于今天。"
    ),
    Reason.NOTICE_WITHDRAWN: Wording(409, None, "该公告已经撤回。"),
}


class Refused(WordedError):
    """Portal refuses it (拒绝)."""

    wordings = WORDINGS
