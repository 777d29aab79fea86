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


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.CALL_BACK_DONE: Wording(409, None, "该回电已由其他人员办理。"),
}


class Refused(WordedError):
    """The hotline refuses it (拒绝)."""

    wordings = WORDINGS
