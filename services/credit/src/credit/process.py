"""How a record goes on: one table, pure (R-CRD-15)."""

from enum import StrEnum

from credit.domain import RecordState
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
