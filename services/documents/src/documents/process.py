"""How a request and its document go on: two tables, pure."""

from enum import StrEnum

from documents.domain import DocumentState, RequestState
from shared.messages.documents import DocumentIssued, DocumentRequested, DocumentWithdrawn
from shared.messaging.states import ACT, STALE, StateTable, step


class Step(StrEnum):
    """What documents does."""

    ASK = "ask"
    PRINT = "print"
    REFUSE = "refuse"
    ISSUE = "issue"
    REUSE = "reuse"
    """The same facts were printed today already."""
    WITHDRAW = "withdraw"


class Fact(StrEnum):
    """What the owners say."""

    CONTRIBUTIONS_TOLD = "contributions_told"
    LOANS_TOLD = "loans_told"


R = RequestState
REQUEST: StateTable[RequestState, Step, Fact] = StateTable(
    steps=(
        step(Step.ASK, R.ASKED, None, emits=DocumentRequested),
        step(Step.PRINT, R.PRINTING, R.ASKED),
        step(Step.REFUSE, R.REFUSED, R.ASKED),
        step(Step.REUSE, R.ISSUED, R.ASKED, emits=DocumentIssued),
        step(Step.ISSUE, R.ISSUED, R.PRINTING, emits=DocumentIssued),
    ),
    columns=(R.ASKED, R.PRINTING, R.ISSUED, R.REFUSED),
    facts={
        Fact.CONTRIBUTIONS_TOLD: (ACT, STALE, STALE, STALE),
        Fact.LOANS_TOLD:         (ACT, STALE, STALE, STALE),
    },
)  # fmt: skip
"""The answers come in any order, and twice; once it is known what to print, they change nothing."""

D = DocumentState
DOCUMENT: StateTable[DocumentState, Step, Fact] = StateTable(
    steps=(
        step(Step.PRINT, D.PRINTING, None),
        step(Step.ISSUE, D.ISSUED, D.PRINTING, emits=DocumentIssued),
        step(Step.WITHDRAW, D.WITHDRAWN, D.ISSUED, emits=DocumentWithdrawn),
    ),
)
"""Whoever dies between the first two lines leaves a claim that runs out: it is printed by another."""
