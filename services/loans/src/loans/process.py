"""The life of a loan contract as a table: state → step → next state. Pure.

Overdue (5) is never stored: it is `NORMAL` with instalments whose due date has passed unpaid, which
is true on the day it is true without any job having run. See `shown`.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from loans.domain.contracts import State
from loans.domain.orders import DebitState, DisbursementState
from loans.errors import Reason, Refused
from shared.messaging.states import (
    ACT,
    EARLY,
    NEVER,
    STALE,
    IllegalMove,
    Reception,
    StateTable,
    step,
)


class Step(StrEnum):
    """What can be done to a contract."""

    CONFIRM = "confirm"
    REJECT = "reject"
    DISBURSE = "disburse"
    REPAY = "repay"
    SETTLE = "settle"
    SIGN_AGREEMENT = "sign_agreement"
    TAKE_BACK = "take_back"
    """The receiving bank sent the disbursement back (退票)."""
    REOPEN = "reopen"
    """The debit that cleared the loan was taken back."""


class Fact(StrEnum):
    """What settlement says about a debit or a disbursement."""

    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    TAKEN_BACK = "taken_back"
    """debit.reversed, disbursement.returned"""


S = State
PROCESS: StateTable[State, Step, Fact] = StateTable(
    steps=(
        step(Step.CONFIRM, S.TO_DISBURSE, S.TO_CONFIRM),
        step(Step.REJECT, S.VOID, S.TO_CONFIRM),
        step(Step.DISBURSE, S.NORMAL, S.TO_DISBURSE),
        step(Step.REPAY, S.NORMAL, S.NORMAL),
        step(Step.SETTLE, S.PAID_OFF, S.NORMAL),
        step(Step.SIGN_AGREEMENT, S.NORMAL, S.NORMAL),
        step(Step.TAKE_BACK, S.TO_DISBURSE, S.NORMAL),
        step(Step.REOPEN, S.NORMAL, S.PAID_OFF),
    )
)

_MONEY: Mapping[Fact, Sequence[Reception]] = {
    #                 under way  done   failed taken back
    Fact.UNKNOWN:    (ACT,       STALE, STALE, STALE),
    Fact.SUCCEEDED:  (ACT,       STALE, NEVER, STALE),
    Fact.FAILED:     (ACT,       NEVER, STALE, NEVER),
    Fact.TAKEN_BACK: (EARLY,     ACT,   NEVER, STALE),
}  # fmt: skip
DEBITS: StateTable[DebitState, Step, Fact] = StateTable((), _MONEY, tuple(DebitState))
DISBURSEMENTS: StateTable[DisbursementState, Step, Fact] = StateTable(
    (), _MONEY, tuple(DisbursementState)
)
"""Both kinds of order live alike."""

STATE_TEXTS: Mapping[State, str] = {
    State.TO_CONFIRM: "待确认",
    State.TO_DISBURSE: "待放款",
    State.NORMAL: "正常",
    State.PAID_OFF: "已结清",
    State.OVERDUE: "逾期",
    State.VOID: "作废",
}

STEP_TEXTS: Mapping[Step, str] = {
    Step.CONFIRM: "确认",
    Step.REJECT: "退回",
    Step.DISBURSE: "放款",
    Step.REPAY: "还款",
    Step.SETTLE: "结清",
    Step.SIGN_AGREEMENT: "签订冲抵协议",
    Step.TAKE_BACK: "放款退票",
    Step.REOPEN: "恢复还款",
}


def after(state: State, step: Step) -> State:
    """Return the next state; raises `Refused` where the table has none."""
    try:
        return PROCESS.target_of(state, step)
    except IllegalMove as error:
        raise Refused(
            Reason.STATE_DOES_NOT_ALLOW, state=STATE_TEXTS[state], step=STEP_TEXTS[step]
        ) from error


def shown(state: State, arrears_fen: int) -> State:
    """Return the state as people see it: normal with arrears is overdue (逾期)."""
    return State.OVERDUE if state is State.NORMAL and arrears_fen > 0 else state


DEBIT_STATE_TEXTS: Mapping[DebitState, str] = {
    DebitState.DEBITING: "扣款中",
    DebitState.APPLIED: "已入账",
    DebitState.FAILED: "扣款失败",
    DebitState.REVERSED: "已退回",
}


DISBURSEMENT_STATE_TEXTS: Mapping[DisbursementState, str] = {
    DisbursementState.PAYING: "放款中",
    DisbursementState.PAID: "已放款",
    DisbursementState.FAILED: "放款失败",
    DisbursementState.RETURNED: "已退票",
}


def receive(state: DebitState | DisbursementState, fact: Fact) -> Reception:
    """Say what to do with a fact about money."""
    if isinstance(state, DebitState):
        return DEBITS.receive(state, fact)
    return DISBURSEMENTS.receive(state, fact)
