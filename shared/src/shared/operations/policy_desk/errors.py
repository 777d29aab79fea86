"""Why a draft of policy is refused, as one table: stable code → HTTP status, Chinese sentence."""

from collections.abc import Mapping
from enum import StrEnum

from shared.base.errors import NOT_FOUND, WordedError, Wording


class Reason(StrEnum):
    """Why it is refused (拒绝的原因)."""

    NOT_FOUND = "not-found"
    """There is no such policy."""
    NO_PARAMETER = "no-parameter"
    """The row has no parameter of that name, or it cannot hold such a value."""
    POLICY_UNCLEAR = "policy-unclear"
    """The terms make no sense together."""
    POLICY_SAME = "policy-same"
    """Nothing would differ."""
    POLICY_TOO_EARLY = "policy-too-early"
    """What was decided is decided: a policy holds from tomorrow on at the earliest."""
    POLICY_STANDS = "policy-stands"
    """A day has one row of a kind."""
    POLICY_MOVED = "policy-moved"
    """Another row came into force, or will, since it was drafted."""
    DESK_SHUT = "policy-desk-shut"
    """Whoever owns the database has not let the desk put policy in force (ADR 61)."""


WORDINGS: Mapping[Reason, Wording] = {
    Reason.NOT_FOUND: NOT_FOUND,
    Reason.NO_PARAMETER: Wording(422, None, "没有“{path}”这个参数，或者不能填写这样的值。"),
    Reason.POLICY_UNCLEAR: Wording(422, None, "“{title}”的值不在允许的范围内。"),
    Reason.POLICY_SAME: Wording(422, None, "与现行规定没有差别，不需要变更。"),
    Reason.POLICY_TOO_EARLY: Wording(422, None, "生效日期最早为明天，已经受理的业务不受影响。"),
    Reason.POLICY_STANDS: Wording(409, None, "这一天已有同类规定生效，请另选生效日期。"),
    Reason.POLICY_MOVED: Wording(409, None, "起草以后该类规定已有变更，请按现行规定重新起草。"),
    Reason.DESK_SHUT: Wording(
        409, None, "系统尚未启用在页面上变更政策，请联系系统管理人员升级数据库时提供密钥。"
    ),
}


class Refused(WordedError):
    """The draft is not taken (拒绝)."""

    wordings = WORDINGS
