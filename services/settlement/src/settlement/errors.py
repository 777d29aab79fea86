"""What cannot be done now: a stable code and one Chinese sentence; the edge maps them."""

from shared.base.errors import ServiceError


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


class UnknownOrder(SettlementError):
    """No order has this key."""

    status = 404
    code = "not-found"
    detail = "没有找到该指令。"


class NotFlagged(SettlementError):
    """Nothing about the order needs a person."""

    code = "not-flagged"
    detail = "该指令没有需要人工核实的问题，请刷新后再看。"


class WrongConclusion(SettlementError):
    """The order is in a state of which something else, or nothing yet, can be concluded."""

    code = "wrong-conclusion"
    detail = "该指令目前的状态不能作此结论：结果未知的可作“未执行”，已有结果的可作“已说明”。"


class BankBookedIt(SettlementError):
    """The bank's entries under the key do not add up to nothing."""

    code = "bank-booked-it"
    detail = "银行已按此编号入账且没有退回，不能认定未执行。"


class StatementMissing(SettlementError):
    """A day since the order went out is not over, or not compared with the bank's statement."""

    code = "statement-missing"
    detail = "发送当日至昨日的银行对账单尚未全部核对，请待对账完成后再作结论。"


class NotYetConcluded(SettlementError):
    """A conclusion waits for its second person."""

    code = "conclusion-waits"
    detail = "该指令已有处理结论等待复核。"


class NoConclusion(SettlementError):
    """Nothing waits for a second person."""

    code = "no-conclusion"
    detail = "该指令没有等待复核的处理结论，请刷新。"


class SamePerson(SettlementError):
    """Four eyes: who proposed cannot decide."""

    code = "four-eyes"
    detail = "经办人和复核人不能是同一人，请由其他人员复核。"
