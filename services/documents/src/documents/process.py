"""How a request and its document go on: two tables, pure."""

from enum import StrEnum

from documents.domain import CodeState, DocumentState, ReadingState, RequestState
from shared.messages.documents import (
    DocumentIssued,
    DocumentRequested,
    DocumentWithdrawn,
    SheetFiled,
)
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
    OPEN = "open"
    """A code can be shown from now on."""
    READ = "read"
    DIE = "die"
    FILE = "file"
    """The sheet of another centre lies with its case."""


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

C = CodeState
CODE: StateTable[CodeState, Step, Fact] = StateTable(
    steps=(
        step(Step.ASK, C.ASKED, None, emits=DocumentRequested),
        step(Step.OPEN, C.OPEN, C.ASKED),
        step(Step.REFUSE, C.REFUSED, C.ASKED),
        step(Step.READ, C.READ, C.OPEN),
        step(Step.DIE, C.DEAD, C.ASKED, C.OPEN),
    ),
    columns=(C.ASKED, C.OPEN, C.READ, C.DEAD, C.REFUSED),
    facts={
        Fact.CONTRIBUTIONS_TOLD: (ACT, STALE, STALE, STALE, STALE),
        Fact.LOANS_TOLD:         (ACT, STALE, STALE, STALE, STALE),
    },
)  # fmt: skip
"""Whoever shows a code (亮码) shows it once: it ends with its reading, its midnight or a newer one."""

N = ReadingState
READING: StateTable[ReadingState, Step, Fact] = StateTable(
    steps=(
        step(Step.ASK, N.ASKED, None),
        step(Step.PRINT, N.PRINTING, N.ASKED),
        step(Step.REFUSE, N.REFUSED, N.ASKED),
        step(Step.FILE, N.FILED, N.PRINTING, emits=SheetFiled),
    ),
)
"""A code of another centre. The platform is asked under one number until it answers, or midnight comes."""
