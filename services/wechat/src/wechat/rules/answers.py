"""What an answer of WeChat's API comes to: taken, refused, refused for good, later, or nobody knows; pure.

The codes are those of WeChat's list of global return codes (全局返回码).
"""

from enum import StrEnum


class Verdict(StrEnum):
    """What a call came to."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    """This one does not go; the next one may."""
    UNSUBSCRIBED = "unsubscribed"
    """The user does not want this class: never again until subscribed anew."""
    GONE = "gone"
    """The user does not follow the account, or is none: nothing is sent any more until they follow."""
    LATER = "later"
    """Not taken, for now: busy, or asked too often."""
    QUOTA = "quota"
    """The day's quota is used up."""
    STALE_TOKEN = "stale_token"  # noqa: S105
    """The token is no longer good."""
    IN_DOUBT = "in_doubt"
    """It left, and no answer came."""
    NOT_SENT = "not_sent"
    """It never left."""


OK = 0
QUOTA_CODE = 45009
NO_TEMPLATE_CODE = 40037
"""No such template: here, too, where the settings name none."""
VERDICTS = {
    OK: Verdict.ACCEPTED,
    43101: Verdict.UNSUBSCRIBED,
    43107: Verdict.UNSUBSCRIBED,
    43004: Verdict.GONE,
    43005: Verdict.GONE,
    43019: Verdict.GONE,
    40003: Verdict.GONE,
    -1: Verdict.LATER,
    45011: Verdict.LATER,
    QUOTA_CODE: Verdict.QUOTA,
    40001: Verdict.STALE_TOKEN,
    40014: Verdict.STALE_TOKEN,
    41001: Verdict.STALE_TOKEN,
    42001: Verdict.STALE_TOKEN,
}
"""43101 subscription refused, 43107 forbidden by the user; 43004 not a follower, 43005 not a friend, 43019 on
the black list, 40003 no such openid; -1 busy, 45011 too often, 45009 quota; the rest: the token."""


def verdict_of(errcode: int) -> Verdict:
    """Judge an `errcode`; whatever is not known refuses this one."""
    return VERDICTS.get(errcode, Verdict.REFUSED)


def failure_of(errcode: int) -> str:
    """Name an `errcode` as a failure."""
    return f"wechat_{errcode}"
