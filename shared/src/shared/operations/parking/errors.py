"""Why nothing is done about a parked message, as one table: stable code → HTTP status, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    UNKNOWN_MESSAGE = "not-found"
    """One of them is not on record in this queue."""
    MESSAGE_MOVES = "message-moves"
    """Somebody wants something done with one of them, or it is not parked any more."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.UNKNOWN_MESSAGE: NOT_FOUND,
    Reason.MESSAGE_MOVES: Wording(
        409, None, "其中的消息已有人办理，或者已不在停放中，请刷新后再办。"
    ),
}


class Refused(WordedError):
    """Nothing is done about it (拒绝)."""

    wordings = WORDINGS
