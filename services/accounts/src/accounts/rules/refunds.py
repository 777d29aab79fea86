"""The life of a refund (退款) out of suspense, and what the bank's facts mean in each state; pure."""

from enum import StrEnum

from shared.messaging.states import ACT, EARLY, NEVER, STALE, StateTable, step


class State(StrEnum):
    """The state of a refund."""

    ORDERED = "ordered"
    """Held in suspense; settlement pays it."""
    PAID = "paid"
    FAILED = "failed"
    """The bank refused: the money lies in suspense as before."""
    RETURNED = "returned"
    """Paid and sent back: the money lies in suspense under the serial of the return."""


STATE_TEXTS: dict[str, str] = {
    State.ORDERED: "退款中",
    State.PAID: "已退款",
    State.FAILED: "退款失败",
    State.RETURNED: "退款被银行退回",
}


class Step(StrEnum):
    """What moves a refund."""

    ORDER = "order"
    PAY = "pay"
    FAIL = "fail"
    COME_BACK = "come_back"


class Fact(StrEnum):
    """What settlement says of it."""

    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    RETURNED = "returned"


PROCESS: StateTable[State, Step, Fact] = StateTable(
    steps=(
        step(Step.ORDER, State.ORDERED, None),
        step(Step.PAY, State.PAID, State.ORDERED),
        step(Step.FAIL, State.FAILED, State.ORDERED),
        step(Step.COME_BACK, State.RETURNED, State.PAID),
    ),
    columns=(State.ORDERED, State.PAID, State.FAILED, State.RETURNED),
    facts={
        Fact.UNKNOWN: (ACT, STALE, STALE, STALE),
        Fact.SUCCEEDED: (ACT, STALE, NEVER, STALE),
        Fact.FAILED: (ACT, NEVER, STALE, NEVER),
        Fact.RETURNED: (EARLY, ACT, NEVER, STALE),
    },
)
