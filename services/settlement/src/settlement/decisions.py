"""What each fact makes of an order: the next state, the line in its history, the event; pure."""

from dataclasses import dataclass, replace
from datetime import datetime

from settlement import announcements, process
from settlement.announcements import OrderEvent
from settlement.domain import (
    Answer,
    Attention,
    BatchId,
    Entry,
    EntryKind,
    Flaw,
    Kind,
    Order,
    Outcome,
    State,
    Verdict,
)
from settlement.process import DEEDS, OUTCOME_NAMES, Fact, Step
from shared.messaging.states import Reception

_OF_ANY_KIND = {"FF01": "指令信息格式有误"}
_OF_PAYMENTS = _OF_ANY_KIND | {
    "AC01": "收款银行卡号不存在",
    "AC04": "收款账户已销户",
    "AC13": "收款卡不是借记卡",
    "AM04": "专户余额不足",
    "BE01": "收款人姓名与银行卡不符",
}
_OF_REFUNDS = _OF_ANY_KIND | {
    "AC01": "原付款账号不存在",
    "AC04": "原付款账户已销户",
    "AC13": "原付款账户不能收款",
    "AM04": "专户余额不足",
    "BE01": "原付款人名称与账号不符",
}
_OF_TRANSFERS = _OF_ANY_KIND | {
    "AC01": "转入中心的收款账号不存在",
    "AC04": "转入中心的收款账户已销户",
    "AC13": "转入中心的账户不能收款",
    "AM04": "专户余额不足",
    "BE01": "转入中心的户名与账号不符",
}
_OF_DEBITS = _OF_ANY_KIND | {
    "AC01": "还款银行卡号不存在",
    "AC04": "还款卡已销户",
    "AC13": "还款卡不是借记卡",
    "AM04": "还款卡余额不足",
    "BE01": "还款人姓名与银行卡不符",
}
REASON_TEXTS: dict[Kind, dict[str, str]] = {
    Kind.PAYOUT: _OF_PAYMENTS,
    Kind.DISBURSEMENT: _OF_PAYMENTS,
    Kind.REFUND: _OF_REFUNDS,
    Kind.TRANSFER: _OF_TRANSFERS,
    Kind.DEBIT: _OF_DEBITS,
}
"""For an answer that carries a code of the contract without words."""

DECLINED: dict[Flaw, tuple[str, str]] = {
    Flaw.ACCOUNT: ("AC01", "账号或卡号不是银行可以识别的号码"),
    Flaw.HOLDER: ("BE04", "户名过长或含有银行无法处理的字符"),
    Flaw.PURPOSE: ("NARR", "用途过长或含有银行无法处理的字符"),
}
"""The ISO 20022 external status reason that the bank would give, and what it is in words."""

NOT_EXECUTED = "NARR"
"""ISO 20022 external status reason: the reason is in the words."""

ENTRY_KINDS: dict[Kind, tuple[EntryKind, EntryKind]] = {
    Kind.PAYOUT: (EntryKind.PAYOUT, EntryKind.RETURN),
    Kind.DISBURSEMENT: (EntryKind.PAYOUT, EntryKind.RETURN),
    Kind.REFUND: (EntryKind.PAYOUT, EntryKind.RETURN),
    Kind.TRANSFER: (EntryKind.PAYOUT, EntryKind.RETURN),
    Kind.DEBIT: (EntryKind.DEBIT, EntryKind.REVERSAL),
}
"""What the bank books for an order, and when it is undone."""


@dataclass(frozen=True)
class Moment:
    """When it is, and how long a new doubt rests before the bank is asked."""

    now: datetime
    ask_first_seconds: float


@dataclass(frozen=True)
class Move:
    """What a step makes of an order."""

    order: Order
    step: Step
    text: str
    event: OrderEvent | None = None
    due_in_seconds: float | None = None
    """When the order needs work again after a change of state; None when the bank owes nothing more."""


def never_left(order: Order, batch_id: BatchId, reason: str = "未能连接银行") -> Move | None:
    """Not a byte left (the connection was refused, say): the order waits again."""
    if order.batch_id != batch_id or _reception(order, Fact.NEVER_LEFT) is not Reception.ACT:
        return None
    return _moved(order, Step.CALL_BACK, f"{reason}，指令没有发出，等待重新发送", due=0.0)


def unsealable(order: Order, batch_id: BatchId, pause_seconds: float) -> Move | None:
    """Card or holder cannot be opened: the order was not sent and cannot be."""
    move = never_left(order, batch_id)
    if move is None:
        return None
    flagged = replace(move.order, attention=Attention.UNREADABLE)
    text = "对方账户信息无法解密，指令没有发出，请检查密钥配置"
    return replace(move, order=flagged, text=text, due_in_seconds=pause_seconds)


def declined(order: Order, batch_id: BatchId, flaw: Flaw) -> Move | None:
    """No message to the bank can carry it: it fails, so that whoever holds the money for it lets it go."""
    if order.batch_id != batch_id or _reception(order, Fact.NEVER_LEFT) is not Reception.ACT:
        return None
    code, text = DECLINED[flaw]
    failed = replace(order, reason_code=code, reason_text=text, attention=None)
    return _moved(failed, Step.DECLINE, f"无法向银行发出：{text}", announcements.failed(failed))


def in_doubt(
    order: Order, batch_id: BatchId, reason: str, moment: Moment, attention: Attention | None = None
) -> Move | None:
    """No answer, or none that can be believed: the bank is asked about the key from now on."""
    if order.batch_id != batch_id or _reception(order, Fact.DOUBTFUL) is not Reception.ACT:
        return None
    flagged = replace(order, attention=attention or order.attention)
    text = f"结果未知（{reason}），开始按业务编号向银行查询"
    return _doubted(flagged, Step.DOUBT, text, moment, due=moment.ask_first_seconds)


def lapsed(order: Order, moment: Moment) -> Move:
    """It waited too long, and is sent no more; the bank is asked: a backup may have forgotten that it was."""
    text = "超过有效期仍未发出，不再发送，先向银行查询"
    return _doubted(order, Step.LAPSE, text, moment, due=0.0)


def answered(order: Order, batch_id: BatchId, answer: Answer, moment: Moment) -> Move | None:
    """The bank's answer to a request with the order in it."""
    match answer.verdict:
        case Verdict.PAID:
            return _paid(order, answer)
        case Verdict.REFUSED:
            return _refused(order, answer)
        case Verdict.PENDING:
            return in_doubt(order, batch_id, "银行已受理，尚无最终结果", moment)
        case Verdict.NOT_RECEIVED | Verdict.DOUBTFUL:
            return in_doubt(order, batch_id, "银行答复无法采信", moment)


def told(
    order: Order, batch_id: BatchId | None, answer: Answer, *, lived_out: bool, lapsed: bool = False
) -> Move | None:
    """The bank's answer to a question about the order; None keeps asking.

    `lived_out`: the question was put after the longest life of the request that the order went out with.
    `lapsed`: the order is older than orders of its kind live.
    Where the bank may know the key with other content, what it says of the key is not about this order.
    """
    ours = order.attention not in (Attention.KEY_CONFLICT, Attention.CONTRADICTION)
    match answer.verdict:
        case Verdict.PAID if ours:
            return _paid(order, answer)
        case Verdict.REFUSED if ours:
            return _refused(order, answer)
        case Verdict.NOT_RECEIVED if lived_out and order.batch_id == batch_id:
            return _expired(order) if lapsed else _not_received(order)
        case _:
            return None


def booked(order: Order, entry: Entry) -> tuple[Reception, Move | None]:
    """The bank's own books show the order, or that it came back; also says if the entry is settled."""
    done, undone = ENTRY_KINDS[order.kind]
    if entry.kind not in (done, undone):
        return Reception.CONTRADICTION, _contradicted(order, "银行入账种类与指令不符")
    if entry.amount_fen != order.amount_fen:
        return Reception.CONTRADICTION, _contradicted(order, "银行入账金额与指令金额不符")
    if entry.kind is undone:
        return _came_back(order, entry)
    if order.state is State.SENT:
        return Reception.EARLY, None
    answer = Answer(Verdict.PAID, entry.serial, entry.booked_on)
    reception = _reception(order, Fact.PAID)
    move = _paid(order, answer)
    if move is not None and move.step is Step.FLAG:
        reception = Reception.CONTRADICTION
    return reception, move


def concluded(order: Order, outcome: Outcome, explanation: str, by_whom: str) -> Move:
    """What two of the staff concluded of an order takes effect (处理结论)."""
    text = f"处理结论：{OUTCOME_NAMES[outcome]}（{explanation}），{by_whom}"
    if outcome is Outcome.NOT_EXECUTED:
        return _not_executed(order, text)
    return Move(replace(order, attention=None), Step.EXPLAIN, text)


def _came_back(order: Order, entry: Entry) -> tuple[Reception, Move | None]:
    match _reception(order, Fact.CAME_BACK):
        case Reception.ACT:
            return Reception.ACT, _returned(order, entry)
        case Reception.STALE if order.return_serial != entry.serial:
            return Reception.CONTRADICTION, _contradicted(order, "同一指令再次退回")
        case Reception.CONTRADICTION:
            return Reception.CONTRADICTION, _contradicted(order, "未成功的指令出现退回")
        case reception:
            return reception, None


def _paid(order: Order, answer: Answer) -> Move | None:
    match _reception(order, Fact.PAID):
        case Reception.ACT:
            assert answer.paid_on is not None
            paid = replace(
                order, bank_serial=answer.bank_serial, paid_on=answer.paid_on, attention=None
            )
            text = f"银行{DEEDS[order.kind]}成功，流水号{answer.bank_serial}"
            return _moved(paid, Step.SUCCEED, text, announcements.succeeded(paid))
        case Reception.STALE if order.bank_serial != answer.bank_serial:
            return _contradicted(order, f"银行又报成功，流水号{answer.bank_serial}")
        case Reception.CONTRADICTION:
            return _contradicted(order, f"指令已失败，银行却报成功，流水号{answer.bank_serial}")
        case _:
            return None


def _refused(order: Order, answer: Answer) -> Move | None:
    refusal = f"银行拒绝{DEEDS[order.kind]}"
    text = answer.reason_text or REASON_TEXTS[order.kind].get(answer.reason_code, refusal)
    match _reception(order, Fact.REFUSED):
        case Reception.ACT:
            refused = replace(
                order, reason_code=answer.reason_code, reason_text=text, attention=None
            )
            return _moved(refused, Step.FAIL, f"{refusal}：{text}", announcements.failed(refused))
        case Reception.CONTRADICTION:
            return _contradicted(order, f"指令已成功，银行却报失败：{text}")
        case _:
            return None


def _not_executed(order: Order, text: str) -> Move:
    """The bank never executed an unknown order: it failed, and the others hear so."""
    reason = f"经与银行核实，该笔{DEEDS[order.kind]}未执行"
    return _ended_unexecuted(order, Step.CONCLUDE, reason, text)


def _not_received(order: Order) -> Move | None:
    if _reception(order, Fact.NOT_RECEIVED) is not Reception.ACT:
        return None
    text = "银行确认从未收到此业务编号，按同一编号重新发送"
    return _moved(order, Step.SEND_AGAIN, text, due=0.0)


def _expired(order: Order) -> Move | None:
    if _reception(order, Fact.NOT_RECEIVED) is not Reception.ACT:
        return None
    reason = f"该笔{DEEDS[order.kind]}超过有效期未执行"
    text = "银行确认从未收到此业务编号，指令已过有效期，不再发送"
    return _ended_unexecuted(order, Step.EXPIRE, reason, text)


def _returned(order: Order, entry: Entry) -> Move:
    known = REASON_TEXTS[order.kind].get(entry.reason_code, "对方银行退回")
    text = entry.reason_text or known
    returned = replace(
        order,
        return_serial=entry.serial,
        returned_on=entry.booked_on,
        reason_code=entry.reason_code,
        reason_text=text,
    )
    told = f"{process.state_name(order.kind, State.RETURNED)}：{text}"
    return _moved(returned, Step.RETURN, told, announcements.came_back(returned))


def _contradicted(order: Order, text: str) -> Move | None:
    if order.attention is Attention.CONTRADICTION:
        return None
    flagged = replace(order, attention=Attention.CONTRADICTION)
    return Move(flagged, Step.FLAG, f"需人工核实：{text}")


def _reception(order: Order, fact: Fact) -> Reception:
    return process.PROCESS.receive(order.state, fact)


def _doubted(order: Order, step: Step, text: str, moment: Moment, *, due: float) -> Move:
    """Nobody knows its outcome from now on; the others are told the first time."""
    doubtful = replace(order, unknown_since=order.unknown_since or moment.now)
    event = announcements.unknown(doubtful) if order.unknown_since is None else None
    return _moved(doubtful, step, text, event, due)


def _ended_unexecuted(order: Order, step: Step, reason: str, text: str) -> Move:
    """It failed without the bank having executed it; the others hear why."""
    failed = replace(order, reason_code=NOT_EXECUTED, reason_text=reason, attention=None)
    return _moved(failed, step, text, announcements.failed(failed))


def _moved(
    order: Order,
    step: Step,
    text: str,
    event: OrderEvent | None = None,
    due: float | None = None,
) -> Move:
    state = process.target_of(order.state, step)
    return Move(replace(order, state=state), step, text, event, due)
