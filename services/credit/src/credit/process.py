"""How a record and its repair go on: two tables, pure (R-CRD-15, 25)."""

from enum import StrEnum

from credit.domain import RecordState, RepairState
from shared.messaging.states import StateTable, step


class Step(StrEnum):
    """What is done with a record."""

    ENTER = "enter"
    PUBLISH = "publish"
    CORRECT = "correct"
    WITHDRAW = "withdraw"
    END = "end"
    REPAIR = "repair"


class Fact(StrEnum):
    """What others say of a record: nobody does."""


S = RecordState
RECORD: StateTable[RecordState, Step, Fact] = StateTable(
    steps=(
        step(Step.ENTER, S.ENTERED, None),
        step(Step.PUBLISH, S.PUBLISHED, S.ENTERED),
        step(Step.CORRECT, S.PUBLISHED, S.PUBLISHED),
        step(Step.WITHDRAW, S.WITHDRAWN, S.ENTERED, S.PUBLISHED),
        step(Step.END, S.ENDED, S.PUBLISHED),
        step(Step.REPAIR, S.REPAIRED, S.PUBLISHED),
    ),
)
"""Only what is published is shown to anybody; whatever ends it ends it everywhere."""


class RepairStep(StrEnum):
    """What is done with an application for repair."""

    APPLY = "apply"
    ACCEPT = "accept"
    TURN_AWAY = "turn_away"
    AGREE = "agree"
    REFUSE = "refuse"


R = RepairState
REPAIR: StateTable[RepairState, RepairStep, Fact] = StateTable(
    steps=(
        step(RepairStep.APPLY, R.APPLIED, None),
        step(RepairStep.ACCEPT, R.VERIFYING, R.APPLIED),
        step(RepairStep.TURN_AWAY, R.NOT_ACCEPTED, R.APPLIED),
        step(RepairStep.AGREE, R.AGREED, R.VERIFYING),
        step(RepairStep.REFUSE, R.REFUSED, R.VERIFYING),
    ),
)
"""Agreed is synchronised at once: nothing lies between the decision and the record's being invisible."""
