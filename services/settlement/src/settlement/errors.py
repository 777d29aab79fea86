"""What cannot be done now: a stable code and one Chinese sentence; the edge maps them."""


class SettlementError(Exception):
    """Something asked for that is not possible in this situation."""

    status = 409
    code = "not-possible"
    detail = "当前无法办理此操作。"

    def __init__(self) -> None:
        super().__init__(self.code)


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
