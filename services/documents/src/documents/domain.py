"""What documents is about: requests, what is printed, and the facts that it rests on."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from shared.messages.documents import DocumentKind


class Row(Protocol):
    """What a query has returned, by column."""

    def __getitem__(self, column: str, /) -> Any:
        """The value of a column."""


class RequestState(StrEnum):
    """How far a request for a document is (申请状态)."""

    ASKED = "asked"
    """The owners of the facts were asked."""
    PRINTING = "printing"
    ISSUED = "issued"
    REFUSED = "refused"


class DocumentState(StrEnum):
    """How a document stands (证明状态)."""

    PRINTING = "printing"
    ISSUED = "issued"
    WITHDRAWN = "withdrawn"


REQUEST_STATE_TEXTS = {
    RequestState.ASKED: "正在核实数据",
    RequestState.PRINTING: "正在制作",
    RequestState.ISSUED: "已出具",
    RequestState.REFUSED: "未能出具",
}

KIND_TEXTS = {
    DocumentKind.CONTRIBUTION: "住房公积金缴存证明",
    DocumentKind.CROSS_CITY: "异地贷款住房公积金缴存证明",
    DocumentKind.PAYOFF: "住房公积金贷款结清证明",
    DocumentKind.STATEMENT: "住房公积金年度对账单",
    DocumentKind.REPAYMENT_PLAN: "住房公积金贷款还款计划",
    DocumentKind.ENTRIES: "住房公积金缴存明细",
}
"""What each is called, as its heading has it."""


@dataclass(frozen=True)
class Period:
    """Booking days, both included."""

    first: date
    last: date


@dataclass(frozen=True)
class Wanted:
    """What somebody asks for."""

    person_id: UUID
    kind: DocumentKind
    period: Period | None
    contract_number: str | None


@dataclass(frozen=True)
class Asker:
    """Who asks, in what capacity, and why: the trail of what was printed for whom."""

    identity_id: UUID
    role: str
    name: str
    """Masked."""
    channel: str
    reason: str
    """Of staff: why (申请事由); empty for somebody's own."""


@dataclass(frozen=True)
class Request:
    """A request as it is stored."""

    request_id: UUID
    wanted: Wanted
    state: RequestState
    as_of: date
    asker: Asker
    requested_at: datetime
    number: str | None
    refusal: str | None
    finished_at: datetime | None


class CodeState(StrEnum):
    """How a code stands that a citizen shows elsewhere (亮码状态)."""

    ASKED = "asked"
    """The owners of the facts were asked."""
    OPEN = "open"
    READ = "read"
    DEAD = "dead"
    """Its midnight came, or a newer one took its place."""
    REFUSED = "refused"


CODE_STATE_TEXTS = {
    CodeState.ASKED: "正在准备",
    CodeState.OPEN: "可以出示",
    CodeState.READ: "已读取",
    CodeState.DEAD: "已失效",
    CodeState.REFUSED: "未能生成",
}


class ReadingState(StrEnum):
    """How far the reading of another centre's code is (读取状态)."""

    ASKED = "asked"
    """The national platform is asked."""
    PRINTING = "printing"
    FILED = "filed"
    """The sheet is printed, and lies with the case."""
    REFUSED = "refused"


READING_STATE_TEXTS = {
    ReadingState.ASKED: "正在读取",
    ReadingState.PRINTING: "正在打印",
    ReadingState.FILED: "已入卷",
    ReadingState.REFUSED: "未能读取",
}


class CaseKind(StrEnum):
    """What a sheet is read for (业务种类)."""

    WITHDRAWAL = "withdrawal"
    LOAN = "loan"


SHEET = "sheet"
"""Of the printed documents that one whose facts another centre told; nobody asks for it as a document."""


@dataclass(frozen=True)
class Printed:
    """A signed PDF and how many pages it has."""

    pdf: bytes
    pages: int
