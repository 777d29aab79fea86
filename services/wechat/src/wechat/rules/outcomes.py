"""What the verdict on a call makes of a notice or an answer; pure.

An answer to what somebody typed is worth one attempt that left; a notice has its person waiting, and
notifications, which sends a text once it is refused here.
"""

from collections.abc import Mapping
from enum import StrEnum

from wechat.rules.answers import Verdict


class State(StrEnum):
    """Where something that goes out is."""

    QUEUED = "queued"
    SENDING = "sending"
    DOUBT = "doubt"
    ACCEPTED = "accepted"
    REFUSED = "refused"


NOTICE, ANSWER = "notice", "answer"
UNREACHABLE, LATE, NO_ANSWER, NOT_SENDABLE = "unreachable", "late", "no_answer", "not_sendable"
"""Failures beside those of WeChat (`wechat_<errcode>`)."""

AGAIN = frozenset({Verdict.LATER, Verdict.STALE_TOKEN, Verdict.NOT_SENT})
FOLLOWING: Mapping[str, Mapping[Verdict, State]] = {
    NOTICE: {
        Verdict.ACCEPTED: State.ACCEPTED,
        Verdict.REFUSED: State.REFUSED,
        # Somebody with another WeChat user may be reached there; else the next claim finds nobody.
        Verdict.UNSUBSCRIBED: State.QUEUED,
        Verdict.GONE: State.QUEUED,
        Verdict.QUOTA: State.REFUSED,
        Verdict.IN_DOUBT: State.DOUBT,
    },
    ANSWER: {
        Verdict.ACCEPTED: State.ACCEPTED,
        Verdict.REFUSED: State.REFUSED,
        Verdict.UNSUBSCRIBED: State.REFUSED,
        Verdict.GONE: State.REFUSED,
        Verdict.QUOTA: State.QUEUED,
        Verdict.IN_DOUBT: State.REFUSED,
    },
}


def following(kind: str, verdict: Verdict) -> State:
    """Say what comes after a verdict."""
    return State.QUEUED if verdict in AGAIN else FOLLOWING[kind][verdict]
