"""How a letter goes on, each way: two tables, pure (R-TRF-4)."""

from enum import StrEnum

from shared.messages.transfers import (
    TransferInAsked,
    TransferInClaimed,
    TransferOutApproved,
    TransferOutAsked,
    TransferOutFundsRequested,
    TransferTold,
)
from shared.messaging.states import ACT, EARLY, NEVER, STALE, StateTable, step
from transfers.domain import LetterState


class Step(StrEnum):
    """What transfers does."""

    ASK = "ask"
    REVIEW = "review"
    NOT_SEND = "not_send"
    RECEIVE = "receive"
    INFORM = "inform"
    CONSULT = "consult"
    CORRECT = "correct"
    """The other centre told anew."""
    CANCEL = "cancel"
    REFUSE = "refuse"
    FINISH = "finish"
    FINISH_AFTER = "finish_after"
    FAIL = "fail"
    HOLD = "hold"
    """Nothing is against it: two people decide."""
    REQUEST = "request"
    PAY = "pay"
    CONFIRM = "confirm"
    """The bank has paid."""


class Fact(StrEnum):
    """What the other centre, the platform, accounts, loans and settlement say."""

    ACCOUNT_TOLD = "account_told"
    LOANS_TOLD = "loans_told"
    RECEIVED = "received"
    INFORMED = "informed"
    REFUSED = "refused"
    FAILED = "failed"
    BOOKED = "booked"
    WITHHELD = "withheld"
    RESERVED = "reserved"
    FUNDS_REFUSED = "funds_refused"
    PAID = "paid"
    PAYMENT_FAILED = "payment_failed"
    PAYMENT_RETURNED = "payment_returned"
    CORRECTION_WANTED = "correction_wanted"
    FINISHED = "finished"
    CANCELLED = "cancelled"


S = LetterState
IN: StateTable[LetterState, Step, Fact] = StateTable(
    steps=(
        step(Step.ASK, S.ASKED, None, emits=TransferInAsked),
        step(Step.NOT_SEND, S.NOT_SENT, S.ASKED, emits=TransferTold),
        step(Step.REVIEW, S.REVIEWED, S.ASKED, emits=TransferTold),
        step(Step.CANCEL, S.CANCELLED, S.ASKED, S.REVIEWED, emits=TransferTold),
        step(Step.RECEIVE, S.RECEIVED, S.REVIEWED, emits=TransferTold),
        step(Step.REFUSE, S.REFUSED, S.REVIEWED, S.RECEIVED, emits=TransferTold),
        step(Step.INFORM, S.INFORMED, S.REVIEWED, S.RECEIVED, S.INFORMED, emits=TransferInClaimed),
        step(Step.CONSULT, S.CONSULTING, S.INFORMED, S.CONSULTING),
        step(Step.CORRECT, S.CONSULTING, S.CONSULTING, emits=TransferInClaimed),
        step(Step.FINISH, S.DONE, S.INFORMED, emits=TransferTold),
        step(Step.FINISH_AFTER, S.DONE_AFTER_CONSULTING, S.CONSULTING, emits=TransferTold),
        step(Step.FAIL, S.FAILED, S.REVIEWED, S.RECEIVED, S.INFORMED, S.CONSULTING, emits=TransferTold),
    ),
    columns=(S.ASKED, S.REVIEWED, S.RECEIVED, S.INFORMED, S.CONSULTING,
             S.DONE, S.DONE_AFTER_CONSULTING, S.CANCELLED, S.REFUSED, S.FAILED, S.NOT_SENT),
    facts={
        Fact.ACCOUNT_TOLD: (ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE),
        Fact.RECEIVED:     (NEVER, ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, NEVER),
        Fact.INFORMED:     (NEVER, ACT,   ACT,   ACT,   ACT,   STALE, STALE, NEVER, NEVER, NEVER, NEVER),
        Fact.REFUSED:      (NEVER, ACT,   ACT,   NEVER, NEVER, NEVER, NEVER, STALE, STALE, STALE, NEVER),
        Fact.FAILED:       (NEVER, ACT,   ACT,   ACT,   ACT,   NEVER, NEVER, STALE, STALE, STALE, NEVER),
        Fact.BOOKED:       (NEVER, NEVER, NEVER, ACT,   ACT,   STALE, STALE, NEVER, NEVER, NEVER, NEVER),
        Fact.WITHHELD:     (NEVER, NEVER, NEVER, ACT,   ACT,   STALE, STALE, STALE, STALE, STALE, NEVER),
    },
)  # fmt: skip
"""转入. What the other centre tells may overtake the platform; after the end it changes nothing."""

OUT: StateTable[LetterState, Step, Fact] = StateTable(
    steps=(
        step(Step.RECEIVE, S.RECEIVED, None, emits=TransferOutAsked),
        step(Step.HOLD, S.WAITING, S.RECEIVED),
        step(Step.REFUSE, S.REFUSED, None, S.RECEIVED, S.WAITING, S.RESERVING, emits=TransferTold),
        step(Step.CANCEL, S.CANCELLED, S.RECEIVED, S.WAITING, emits=TransferTold),
        step(Step.REQUEST, S.RESERVING, S.WAITING, emits=TransferOutFundsRequested),
        step(Step.PAY, S.PAYING, S.RESERVING, emits=TransferOutApproved),
        step(Step.CONFIRM, S.PAID, S.PAYING, emits=TransferTold),
        step(Step.CONSULT, S.CONSULTING, S.PAID, S.CONSULTING),
        step(Step.FINISH, S.DONE, S.PAID),
        step(Step.FINISH_AFTER, S.DONE_AFTER_CONSULTING, S.CONSULTING),
        step(Step.FAIL, S.FAILED, S.PAYING, S.PAID, S.CONSULTING, emits=TransferTold),
    ),
    columns=(S.RECEIVED, S.WAITING, S.RESERVING, S.PAYING, S.PAID, S.CONSULTING,
             S.DONE, S.DONE_AFTER_CONSULTING, S.CANCELLED, S.REFUSED, S.FAILED),
    facts={
        Fact.ACCOUNT_TOLD:      (ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE),
        Fact.LOANS_TOLD:        (ACT,   STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE, STALE),
        Fact.CANCELLED:         (ACT,   ACT,   NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, STALE, NEVER, NEVER),
        Fact.RESERVED:          (NEVER, NEVER, ACT,   STALE, STALE, STALE, STALE, STALE, NEVER, NEVER, STALE),
        Fact.FUNDS_REFUSED:     (NEVER, NEVER, ACT,   NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, STALE, NEVER),
        Fact.PAID:              (NEVER, NEVER, EARLY, ACT,   STALE, STALE, STALE, STALE, NEVER, NEVER, STALE),
        Fact.PAYMENT_FAILED:    (NEVER, NEVER, EARLY, ACT,   NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, STALE),
        Fact.PAYMENT_RETURNED:  (NEVER, NEVER, EARLY, EARLY, ACT,   ACT,   NEVER, NEVER, NEVER, NEVER, STALE),
        Fact.CORRECTION_WANTED: (NEVER, NEVER, NEVER, NEVER, ACT,   ACT,   STALE, STALE, NEVER, NEVER, NEVER),
        Fact.FINISHED:          (NEVER, NEVER, NEVER, NEVER, ACT,   ACT,   STALE, STALE, NEVER, NEVER, NEVER),
    },
)  # fmt: skip
"""转出. Money is frozen before it leaves; the account closes when the bank says that it paid."""
