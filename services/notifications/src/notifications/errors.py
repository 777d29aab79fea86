"""Why notifications refuses something, as one table: stable code → HTTP status, rule, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    ROUTE_DAY_PASSED = "route-day-passed"
    """What was sent before today was sent as it was."""
    ROUTE_NOT_CONNECTED = "route-not-connected"
    """There is no contract with such a carrier."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.ROUTE_DAY_PASSED: Wording(422, None, "通道的生效日期不得早于今天。"),
    Reason.ROUTE_NOT_CONNECTED: Wording(
        409, None, "尚未接入该短信通道，请先由运维人员配置网关后再提出。"
    ),
}


class Refused(WordedError):
    """Notifications refuses it (拒绝)."""

    wordings = WORDINGS
