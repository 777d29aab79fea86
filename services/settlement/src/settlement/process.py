"""The life of an order of any kind as tables: what may follow what, and what a fact means in which state.

Nothing here does I/O. `decisions` asks these tables before it changes an order (R-WDR-13).
"""

from enum import StrEnum

from settlement.domain import Attention, Kind, Outcome, State
from shared.messaging.states import ACT, EARLY, NEVER, STALE, IllegalMove, StateTable, step

__all__ = ["IllegalMove"]


class Step(StrEnum):
    """What moves an order, or is only noted about it; the code of a line in its history."""

    CREATE = "created"
    SEND = "sent"
    CALL_BACK = "not_sent"
    """Not a byte left: the connection was refused, or it was too late to begin."""
    SUCCEED = "succeeded"
    FAIL = "failed"
    DOUBT = "unknown"
    SEND_AGAIN = "to_send_again"
    """The bank never received the key, and no request can still be on its way."""
    RETURN = "returned"
    DECLINE = "declined"
    """Not a byte left, and none ever can: no message to the bank can carry it."""
    LAPSE = "lapsed"
    """It waited longer than an order lives: it is sent no more, and the bank is asked whether it ever was."""
    EXPIRE = "expired"
    """The bank never received it, and it has lapsed."""
    CONCLUDE = "concluded"
    """Two members of staff, on the bank's word and its statements: it was never executed, or cannot be."""
    # Noted, without a change of state:
    FLAG = "flagged"
    EXPLAIN = "explained"


STATE_NAMES: dict[State, str] = {
    State.TO_SEND: "待发送",
    State.SENT: "已发送",
    State.SUCCEEDED: "成功",
    State.FAILED: "失败",
    State.UNKNOWN: "结果未知",
    State.RETURNED: "退票",
}

DEEDS: dict[Kind, str] = {
    Kind.PAYOUT: "付款",
    Kind.DISBURSEMENT: "放款",
    Kind.REFUND: "退款",
    Kind.TRANSFER: "异地转出付款",
    Kind.DEBIT: "扣款",
}
"""What the bank is to do, by the kind of an order."""


def state_name(kind: Kind, state: State) -> str:
    """Name a state as staff read it."""
    if kind is Kind.DEBIT and state is State.RETURNED:
        return "扣款退回"
    return STATE_NAMES[state]


OPEN_STATES = frozenset({State.TO_SEND, State.SENT, State.UNKNOWN})
"""In these the bank still owes something."""


class Fact(StrEnum):
    """What the bank, or the lack of its answer, says about an order."""

    PAID = "paid"
    REFUSED = "refused"
    DOUBTFUL = "doubtful"
    NOT_RECEIVED = "not_received"
    NEVER_LEFT = "never_left"
    CAME_BACK = "came_back"


S = State
PROCESS = StateTable(
    steps=(
        step(Step.CREATE, S.TO_SEND, None),
        step(Step.SEND, S.SENT, S.TO_SEND),
        step(Step.CALL_BACK, S.TO_SEND, S.SENT),
        step(Step.SUCCEED, S.SUCCEEDED, S.TO_SEND, S.SENT, S.UNKNOWN),
        step(Step.FAIL, S.FAILED, S.SENT, S.UNKNOWN),
        step(Step.DOUBT, S.UNKNOWN, S.SENT),
        step(Step.SEND_AGAIN, S.TO_SEND, S.UNKNOWN),
        step(Step.RETURN, S.RETURNED, S.SUCCEEDED),
        step(Step.DECLINE, S.FAILED, S.SENT),
        step(Step.LAPSE, S.UNKNOWN, S.TO_SEND),
        step(Step.EXPIRE, S.FAILED, S.UNKNOWN),
        step(Step.CONCLUDE, S.FAILED, S.UNKNOWN, S.TO_SEND),
    ),
    columns=(S.TO_SEND, S.SENT, S.UNKNOWN, S.SUCCEEDED, S.FAILED, S.RETURNED),
    facts={
        #                   to_send sent   unknown succeeded failed returned
        Fact.PAID:         (ACT,   ACT,   ACT,   STALE, NEVER, STALE),
        Fact.REFUSED:      (STALE, ACT,   ACT,   NEVER, STALE, NEVER),
        Fact.DOUBTFUL:     (STALE, ACT,   STALE, STALE, STALE, STALE),
        Fact.NOT_RECEIVED: (STALE, STALE, ACT,   STALE, STALE, STALE),
        Fact.NEVER_LEFT:   (STALE, ACT,   STALE, STALE, STALE, STALE),
        Fact.CAME_BACK:    (EARLY, EARLY, EARLY, ACT,   NEVER, STALE),
    },
)  # fmt: skip
TRANSITIONS, RECEPTION, target_of = PROCESS.transitions, PROCESS.receptions, PROCESS.target_of

OUTCOME_NAMES: dict[Outcome, str] = {
    Outcome.NOT_EXECUTED: "未执行",
    Outcome.EXPLAINED: "已说明",
}

FITTING: dict[State, Outcome] = {
    State.UNKNOWN: Outcome.NOT_EXECUTED,
    State.SUCCEEDED: Outcome.EXPLAINED,
    State.FAILED: Outcome.EXPLAINED,
    State.RETURNED: Outcome.EXPLAINED,
}


def conclusion_fitting(state: State, attention: Attention) -> Outcome | None:
    """What people can conclude of a flagged order: one that may still be sent only if it cannot be opened."""
    if state is State.TO_SEND and attention is Attention.UNREADABLE:
        return Outcome.NOT_EXECUTED
    return FITTING.get(state)
