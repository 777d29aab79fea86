"""Why notifications refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    ROUTE_DAY_PASSED = "route-day-passed"
    """What was sent before today was sent as it was."""
    ROUTE_NOT_CONNECTED = "route-not-connected"
    """There is no contract with such a carrier."""
    NOT_FOUND = "not-found"
    """There is no such proposal."""
    WORDING_OF_NO_TEXT = "wording-of-no-text"
    """No text is called so."""
    WORDING_TOO_EARLY = "wording-too-early"
    """What was said was said: a wording holds from tomorrow on at the earliest."""
    WORDING_STANDS = "wording-stands"
    """A day has one wording of a text."""
    WORDING_SAME = "wording-same"
    """Nothing would differ."""
    WORDING_BRACES = "wording-braces"
    """A brace is astray."""
    WORDING_UNKNOWN = "wording-unknown"
    """It names a fact that the text does not know."""
    WORDING_LOST = "wording-lost"
    """It leaves out a fact that the text tells."""
    WORDING_LINK = "wording-link"
    """R-SMS-4: no links."""
    WORDING_NUMBER = "wording-number"
    """Somebody's telephone, or a document's number, stands in it."""
    WORDING_CHARACTERS = "wording-characters"
    """It has what no text may have: a line's end, a signature of its own."""
    WORDING_OPT_OUT = "wording-opt-out"
    """R-CRT-4: what can be switched off says how."""
    WORDING_LONG = "wording-long"
    """It takes more short messages than anybody reads."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.ROUTE_DAY_PASSED: Wording(422, None, "通道的生效日期不得早于今天。"),
    Reason.ROUTE_NOT_CONNECTED: Wording(
        409, None, "尚未接入该短信通道，请先由运维人员配置网关后再提出。"
    ),
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.WORDING_OF_NO_TEXT: Wording(404, None, "没有这种短信。"),
    Reason.WORDING_TOO_EARLY: Wording(422, None, "生效日期最早为明天，今天的短信照旧。"),
    Reason.WORDING_STANDS: Wording(409, None, "这一天已有该短信的文字生效，请另选生效日期。"),
    Reason.WORDING_SAME: Wording(422, None, "与当天已定的文字没有差别，不需要变更。"),
    Reason.WORDING_BRACES: Wording(422, None, "花括号没有成对，或者其中不是要素的名称。"),
    Reason.WORDING_UNKNOWN: Wording(422, None, "这种短信没有“{{{what}}}”这个要素。"),
    Reason.WORDING_LOST: Wording(422, None, "缺少要素“{{{what}}}”，收信人要靠它知道办了什么。"),
    Reason.WORDING_LINK: Wording(422, "R-SMS-4", "短信中不得有网址：“{what}”。"),
    Reason.WORDING_NUMBER: Wording(422, "R-SMS-4", "短信中除12329外不得写明其他号码：“{what}”。"),
    Reason.WORDING_CHARACTERS: Wording(
        422, None, "短信中不得有“{what}”；签名由系统加上，文字不分行。"
    ),
    Reason.WORDING_OPT_OUT: Wording(422, "R-CRT-4", "可以退订的短信须写明回复TD退订。"),
    Reason.WORDING_LONG: Wording(422, None, "按示例要{what}条短信才能发完，请缩短。"),
}


class Refused(WordedError):
    """Notifications refuses it (拒绝)."""

    wordings = WORDINGS
