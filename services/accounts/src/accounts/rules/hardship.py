"""What an employer in hardship asks for online (缓缴、降低缴存比例), and how it goes on (R-DEP-9); pure.

| state | what comes | becomes |
|---|---|---|
| open | a maker puts it to a checker | open, shown as proposed |
| open | the checker agrees | agreed |
| open | the checker sends it back, the maker takes it back, nobody decides in time | open, as before |
| open | a maker sends it back in words, while it is not proposed | returned |
| open | the employer takes it back, proposed or not | withdrawn: what is proposed can be agreed no more |
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from accounts.domain import Month
from accounts.rules.arrears import due_on
from accounts.rules.deferral import Deferral
from accounts.rules.lowering import Lowering
from shared.messages.employers import Hardship

PAPERS_MOST = 10
"""Of one request."""
PAPERS_WAITING_MOST = 20
"""Of one employer, that no request names yet."""
PAPER_WAITS_HOURS = 24
"""Then one that no request names is deleted."""
PAPERS_KEPT_DAYS = 180
"""After an end without agreement, while that may be disputed."""
KINDS = {Hardship.DEFERRAL: "缓缴", Hardship.LOWERING: "降低缴存比例"}


class RequestState(StrEnum):
    """How a request stands (办理情况)."""

    OPEN = "open"
    PROPOSED = "proposed"
    """Open, and put to a checker: never kept, read from the proposal."""
    AGREED = "agreed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"

    @property
    def text(self) -> str:
        """For pages."""
        return _TEXTS[self]


_TEXTS = {
    RequestState.OPEN: "待中心受理",
    RequestState.PROPOSED: "待复核",
    RequestState.AGREED: "已批准",
    RequestState.RETURNED: "已退回",
    RequestState.WITHDRAWN: "已撤回",
}


@dataclass(frozen=True)
class Wanted:
    """What is asked for, on which resolution, and why."""

    terms: Deferral | Lowering
    resolution_number: str
    words: str
    papers: Sequence[UUID]

    @property
    def kind(self) -> Hardship:
        """Whether to pay later, or less."""
        return Hardship.DEFERRAL if isinstance(self.terms, Deferral) else Hardship.LOWERING


@dataclass(frozen=True)
class NewRequest:
    """A request to be kept."""

    id: UUID
    employer_number: str
    wanted: Wanted
    asked_by: str
    asked_at: datetime


@dataclass(frozen=True)
class NewPaper:
    """A file of pictures to be kept, sealed."""

    id: UUID
    employer_number: str
    name: str
    sent_bytes: int
    sent_sha256: str
    content_sealed: str
    uploaded_by: str
    uploaded_at: datetime


def late_months(first: Month, last: Month, payday: int, asked_on: date) -> list[Month]:
    """Return the months that were overdue already when they were asked for: who decides is told."""
    months = [first.plus(count) for count in range(last.since(first) + 1)]
    return [month for month in months if due_on(month, payday) < asked_on]
