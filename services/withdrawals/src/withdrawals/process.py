"""The life of an application as tables: what may follow what, what is emitted, what each state waits for.

Nothing here does I/O or judges eligibility; `decisions` asks these tables before it changes a case.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from shared.base.clock import BUSINESS_ZONE
from shared.messages.withdrawals import (
    WithdrawalApproved,
    WithdrawalCancelled,
    WithdrawalFailed,
    WithdrawalFundsRequested,
    WithdrawalPaid,
    WithdrawalPapersAsked,
    WithdrawalPapersHandedIn,
    WithdrawalRejected,
    WithdrawalReturned,
    WithdrawalReviewRequired,
    WithdrawalSubmitted,
)
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
from withdrawals.domain import Case, Promise, State

__all__ = ["IllegalMove"]


class Step(StrEnum):
    """What moves an application, or is only noted about it; the code of a line in its history."""

    SUBMIT = "submitted"
    ASK_PAPERS = "papers_asked"
    HAND_IN = "papers_handed_in"
    MEND = "mended"
    SEND_BACK = "sent_back"
    ACCEPT_PAPERS = "papers_accepted"
    SPOUSE_AGREES = "spouse_agreed"
    ASK_ANEW = "facts_asked_anew"
    ASK_FUNDS = "funds_requested"
    REQUIRE_REVIEW = "review_required"
    PRICE_ANEW = "priced_anew"
    CHECK_CARD = "card_check_asked"
    APPROVE = "approved"
    REJECT = "rejected"
    CANCEL = "cancelled"
    NOTE_UNKNOWN = "payment_unknown"
    CLOSE_PAID = "paid"
    CLOSE_FAILED = "failed"
    RETURN = "returned"
    # Noted, without a change of state:
    OVERDUE = "overdue"
    DEADLINES_CHANGED = "deadlines_changed"


class Wait(StrEnum):
    """What a state waits for, which sets its deadline."""

    SERVICE = "service"
    """Another service's answer: minutes, by policy."""
    DECISION = "decision"
    """Staff: R-WDR-8, 3 days rolled to a working day."""
    PERSON = "person"
    """The applicant: papers, by policy; who misses it is refused and may apply again."""
    PAYMENT = "payment"
    """The bank: R-WDR-7, third working day."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class StateRule:
    """What holds in a state."""

    name: str
    waits_for: Wait
    cancellable: bool = False
    waiting_text: str = ""
    """For operators, when the step is overdue: what is known."""

    @property
    def final(self) -> bool:
        """Nothing is waited for; only a payment that comes back can still happen."""
        return self.waits_for is Wait.NOTHING


STATES: dict[State, StateRule] = {
    State.SUBMITTED: StateRule(
        "已受理", Wait.SERVICE, cancellable=True, waiting_text="已受理，等待贷款信息核查结果"
    ),
    State.FUNDS_REQUESTED: StateRule(
        "核定金额", Wait.SERVICE, cancellable=True, waiting_text="已通过条件核查，等待账户冻结资金"
    ),
    State.CARD_CHECK: StateRule(
        "核验银行卡",
        Wait.SERVICE,
        cancellable=True,
        waiting_text="资金已冻结，等待银行核验收款银行卡",
    ),
    State.AWAITING_PAPERS: StateRule(
        "待补材料", Wait.PERSON, cancellable=True, waiting_text="已通知申请人补交材料，等待提交"
    ),
    State.PAPERS_IN_REVIEW: StateRule(
        "材料审核", Wait.DECISION, cancellable=True, waiting_text="申请人已提交材料，等待人工审核"
    ),
    State.IN_REVIEW: StateRule(
        "人工审核", Wait.DECISION, cancellable=True, waiting_text="资金已冻结，等待人工审核"
    ),
    State.APPROVED: StateRule("付款中", Wait.PAYMENT, waiting_text="已批准，等待银行付款结果"),
    State.PAID: StateRule("已到账", Wait.NOTHING),
    State.FAILED: StateRule("付款失败", Wait.NOTHING),
    State.REJECTED: StateRule("不予提取", Wait.NOTHING),
    State.CANCELLED: StateRule("已撤销", Wait.NOTHING),
    State.RETURNED: StateRule("已退票", Wait.NOTHING),
}

OPEN_STATES = frozenset(state for state, rule in STATES.items() if not rule.final)
CANCELLABLE_STATES = frozenset(state for state, rule in STATES.items() if rule.cancellable)


class Fact(StrEnum):
    """What other services say about an application."""

    LOAN_ANSWERED = "loan_answered"
    FUNDS_ANSWERED = "funds_answered"
    PAYMENT_UNKNOWN = "payment_unknown"
    PAYMENT_SUCCEEDED = "payment_succeeded"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_RETURNED = "payment_returned"


S, F = State, Fact
RECEPTIONS = {
    #                      submit funds  card   papers p_rev  in_rev appr   paid   failed rejec cancel return
    F.LOAN_ANSWERED:     (ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE),
    F.FUNDS_ANSWERED:    (EARLY, ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE),
    F.PAYMENT_UNKNOWN:   (EARLY, EARLY, EARLY, EARLY, EARLY, EARLY, ACT,   STALE, STALE, NEVER, NEVER, STALE),
    F.PAYMENT_SUCCEEDED: (EARLY, EARLY, EARLY, EARLY, EARLY, EARLY, ACT,   STALE, NEVER, NEVER, NEVER, STALE),
    F.PAYMENT_FAILED:    (EARLY, EARLY, EARLY, EARLY, EARLY, EARLY, ACT,   NEVER, STALE, NEVER, NEVER, NEVER),
    F.PAYMENT_RETURNED:  (EARLY, EARLY, EARLY, EARLY, EARLY, EARLY, EARLY, ACT,   NEVER, NEVER, NEVER, STALE),
}  # fmt: skip
"""What a fact means in each state, in the order of `State`."""
PROCESS = StateTable(
    steps=(
        step(Step.SUBMIT, S.SUBMITTED, None, emits=WithdrawalSubmitted),
        # What no register knows is shown by papers, which two people accept (R-WDR-21).
        step(Step.ASK_PAPERS, S.AWAITING_PAPERS, S.SUBMITTED, emits=WithdrawalPapersAsked),
        step(Step.HAND_IN, S.PAPERS_IN_REVIEW, S.AWAITING_PAPERS, emits=WithdrawalPapersHandedIn),
        # The same where the money is frozen already: what staff found missing is mended (补正).
        step(Step.MEND, S.IN_REVIEW, S.AWAITING_PAPERS, emits=WithdrawalPapersHandedIn),
        step(
            Step.SEND_BACK,
            S.AWAITING_PAPERS,
            S.PAPERS_IN_REVIEW,
            S.IN_REVIEW,
            emits=WithdrawalPapersAsked,
        ),
        step(Step.ACCEPT_PAPERS, S.SUBMITTED, S.PAPERS_IN_REVIEW),
        # The spouse consented to look-ups, for want of which papers were asked for (R-WDR-20).
        step(Step.SPOUSE_AGREES, S.SUBMITTED, S.AWAITING_PAPERS),
        # What registers said grew old in review; the money stays frozen meanwhile (R-WDR-21).
        step(Step.ASK_ANEW, S.SUBMITTED, S.IN_REVIEW),
        step(Step.ASK_FUNDS, S.FUNDS_REQUESTED, S.SUBMITTED, emits=WithdrawalFundsRequested),
        # The bank is asked whose card it is, before anybody approves (R-WDR-3).
        step(Step.CHECK_CARD, S.CARD_CHECK, S.FUNDS_REQUESTED),
        step(
            Step.REQUIRE_REVIEW,
            S.IN_REVIEW,
            S.FUNDS_REQUESTED,
            S.CARD_CHECK,
            emits=WithdrawalReviewRequired,
        ),
        # The money is asked for again, so that closing interest runs to the payout date (R-WDR-12).
        step(
            Step.PRICE_ANEW,
            S.FUNDS_REQUESTED,
            S.FUNDS_REQUESTED,
            S.CARD_CHECK,
            S.IN_REVIEW,
            emits=WithdrawalFundsRequested,
        ),
        step(
            Step.APPROVE,
            S.APPROVED,
            S.FUNDS_REQUESTED,
            S.CARD_CHECK,
            S.IN_REVIEW,
            emits=WithdrawalApproved,
        ),
        # accounts releases what it may have frozen.
        step(
            Step.REJECT,
            S.REJECTED,
            S.SUBMITTED,
            S.FUNDS_REQUESTED,
            S.CARD_CHECK,
            S.AWAITING_PAPERS,
            S.PAPERS_IN_REVIEW,
            S.IN_REVIEW,
            emits=WithdrawalRejected,
        ),
        # accounts releases what it may have frozen, or remembers not to freeze.
        step(Step.CANCEL, S.CANCELLED, *sorted(CANCELLABLE_STATES), emits=WithdrawalCancelled),
        step(Step.NOTE_UNKNOWN, S.APPROVED, S.APPROVED),
        step(Step.CLOSE_PAID, S.PAID, S.APPROVED, emits=WithdrawalPaid),
        # accounts releases the reservation.
        step(Step.CLOSE_FAILED, S.FAILED, S.APPROVED, emits=WithdrawalFailed),
        # accounts restores the money by reversal.
        step(Step.RETURN, S.RETURNED, S.PAID, emits=WithdrawalReturned),
    ),
    columns=tuple(State),
    facts=RECEPTIONS,
)
TRANSITIONS, RECEPTION, target_of = PROCESS.transitions, PROCESS.receptions, PROCESS.target_of


def receive(case: Case, fact: Fact, round_: int | None = None) -> Reception:
    """Say what to do with a fact; a funds answer also names the round that it answers."""
    reception = PROCESS.receive(case.state, fact)
    if round_ is None or reception is Reception.EARLY:
        return reception
    if round_ > case.round:
        return Reception.CONTRADICTION
    return Reception.STALE if round_ < case.round else reception


def known_text(case: Case) -> str:
    """Say what is known about a step that takes too long."""
    asking = "，银行尚未答复，正在按业务编号查询" if case.unknown_since is not None else ""
    return f"{STATES[case.state].waiting_text}{asking}。"


def due_at(
    state: State, now: datetime, promise: Promise, answer_within: timedelta
) -> datetime | None:
    """Return when a state entered now is overdue, where others may take so long; None in final states."""
    match STATES[state].waits_for:
        case Wait.SERVICE:
            return now + answer_within
        case Wait.DECISION:
            return end_of(promise.decide_by)
        case Wait.PAYMENT:
            return end_of(promise.pay_by)
        case Wait.PERSON:
            return end_of((now + answer_within).astimezone(BUSINESS_ZONE).date())
        case Wait.NOTHING:
            return None


def end_of(day: date) -> datetime:
    """Return the instant at which a business date ends in Asia/Shanghai."""
    return datetime.combine(day + timedelta(days=1), time(), BUSINESS_ZONE)
