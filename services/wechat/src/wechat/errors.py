"""Why wechat refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why something is not done (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """It does not exist, or is a stranger's."""
    CALLBACK_NOT_SIGNED = "callback-not-signed"
    """It does not come from WeChat, or is not of now."""
    CALLBACK_UNREADABLE = "callback-unreadable"
    """Signed, but not what WeChat sends."""
    STATE_NOT_GOOD = "state-not-good"
    """The one-time state is another login's, was used, or is over."""
    CODE_NOT_GOOD = "code-not-good"
    """WeChat does not know the code."""
    BOUND_TO_ANOTHER = "bound-to-another"
    """A WeChat user is one citizen."""
    TOO_MANY_BINDINGS = "too-many-bindings"
    """A citizen has three WeChat users at the most."""
    WECHAT_AWAY = "wechat-away"
    """WeChat does not answer."""
    NOT_OUR_PAGE = "not-our-page"
    """Only pages of the hall are signed."""


AWAY_SECONDS = 5
WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.CALLBACK_NOT_SIGNED: Wording(403, None, "签名或时间不正确。"),
    Reason.CALLBACK_UNREADABLE: Wording(400, None, "消息格式不正确。"),
    Reason.STATE_NOT_GOOD: Wording(
        409, None, "本次微信授权已使用、已过期或不是由您发起，请重新点击“绑定微信”。"
    ),
    Reason.CODE_NOT_GOOD: Wording(409, None, "微信授权已失效，请重新点击“绑定微信”。"),
    Reason.BOUND_TO_ANOTHER: Wording(
        409, None, "该微信已绑定其他人，请先在该微信公众号中发送“解绑”。"
    ),
    Reason.TOO_MANY_BINDINGS: Wording(409, None, "您已绑定{limit}个微信，请先解绑其中一个。"),
    Reason.WECHAT_AWAY: Wording(503, None, "微信暂时没有响应，请稍后重试。"),
    Reason.NOT_OUR_PAGE: Wording(422, None, "只能为网上大厅的页面签名。"),
}


class Refused(WordedError):
    """Wechat refuses it (拒绝)."""

    wordings = WORDINGS
