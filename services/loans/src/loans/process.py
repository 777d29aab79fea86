"""The life of a loan contract as a table: state → step → next state. Pure.

Overdue (5) is never stored: it is `NORMAL` with instalments whose due date has passed unpaid, which
is true on the day it is true without any job having run. See `shown`.
"""

from collections.abc import Mapping
from enum import StrEnum

from loans.domain.contracts import State
from loans.domain.orders import DebitState, DisbursementState
from loans.errors import Reason, Refused
from shared.messaging.states import ACT, EARLY, NEVER, STALE, Reception


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


PROCESS: Mapping[State, Mapping[Step, State]] = {
    State.TO_CONFIRM: {Step.CONFIRM: State.TO_DISBURSE, Step.REJECT: State.VOID},
    State.TO_DISBURSE: {Step.DISBURSE: State.NORMAL},
    State.NORMAL: {
        Step.REPAY: State.NORMAL,
        Step.SETTLE: State.PAID_OFF,
        Step.SIGN_AGREEMENT: State.NORMAL,
        Step.TAKE_BACK: State.TO_DISBURSE,
    },
    State.PAID_OFF: {Step.REOPEN: State.NORMAL},
    State.VOID: {},
}

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
    following = PROCESS[state].get(step)
    if following is None:
        raise Refused(Reason.STATE_DOES_NOT_ALLOW, state=STATE_TEXTS[state], step=STEP_TEXTS[step])
    return following


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


class Fact(StrEnum):
    """What settlement says about a debit or a disbursement."""

    UNKNOWN = "unknown"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    TAKEN_BACK = "taken_back"
    """debit.reversed, disbursement.returned"""


_RECEPTIONS: Mapping[Fact, tuple[Reception, ...]] = {
    #                 under way  done   failed taken back
    Fact.UNKNOWN:    (ACT,       STALE, STALE, STALE),
    Fact.SUCCEEDED:  (ACT,       STALE, NEVER, STALE),
    Fact.FAILED:     (ACT,       NEVER, STALE, NEVER),
    Fact.TAKEN_BACK: (EARLY,     ACT,   NEVER, STALE),
}  # fmt: skip


def receive(state: DebitState | DisbursementState, fact: Fact) -> Reception:
    """Say what to do with a fact about money; both kinds of order live alike."""
    states: tuple[StrEnum, ...] = tuple(type(state))
    return _RECEPTIONS[fact][states.index(state)]
