"""What cannot be done now: a stable code and one Chinese sentence; the edge maps them."""

from shared.errors import ServiceError


class SettlementError(ServiceError):
    """Something asked for that is not possible in this situation."""


class UnknownDifference(SettlementError):
    """It does not exist, or a later comparison has removed it."""

    status = 404
    code = "not-found"
    detail = "没有找到该差异，请刷新对账结果。"


class AlreadyExplained(SettlementError):
    """Somebody was faster."""

    code = "already-explained"
    detail = "该差异已有说明，请刷新对账结果。"


class DayNotOver(SettlementError):
    """Only an ended business day can be compared."""

    status = 422
    code = "day-not-over"
    detail = "只能对已经结束的营业日进行对账。"
