"""Facts of the documents service: what is to be printed of whom, and what was."""

from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, date


class DocumentsEvent(Event):
    """Published by documents."""

    owner: ClassVar[str] = "documents"


class DocumentKind(StrEnum):
    """What can be printed (出具证明和查询打印), R-CRT-2."""

    CONTRIBUTION = "contribution"
    """缴存证明."""
    CROSS_CITY = "cross_city"
    """异地贷款缴存证明."""
    PAYOFF = "payoff"
    """结清证明."""
    STATEMENT = "statement"
    """年度对账单."""
    REPAYMENT_PLAN = "repayment_plan"
    """还款计划."""
    ENTRIES = "entries"
    """缴存明细."""


class DocumentRequested(DocumentsEvent):
    """Somebody wants a document: whoever owns the facts tells them, once for this id."""

    type: ClassVar[str] = "document.requested.v1"
    subject_field: ClassVar[str] = "request_id"

    request_id: UUID
    person_id: UUID
    kind: DocumentKind
    """What is to be printed."""
    as_of: date
    """Business date of the facts."""
    entries_from: date | None = None
    """First booking day of the entries that are wanted; none where no entries are."""
    entries_until: date | None = None
    """Last booking day of them."""
    loans_wanted: bool = False
    """Whether loans is to answer as well; accounts always does."""
    contract_number: str | None = None
    """The loan that it is about, where it is about one."""


class DocumentIssued(DocumentsEvent):
    """A document was printed, signed and stored; the same request is never answered by another one."""

    type: ClassVar[str] = "document.issued.v1"
    subject_field: ClassVar[str] = "request_id"

    request_id: UUID
    person_id: UUID
    kind: DocumentKind
    """What was printed."""
    number: str
    """Number of the document (编号)."""
    issued_at: AwareDatetime
    """When it was issued (出具时间)."""
    facts_at: AwareDatetime
    """Instant that its facts are of (数据截至)."""


class DocumentWithdrawn(DocumentsEvent):
    """Two members of staff declared an issued document void (作废)."""

    type: ClassVar[str] = "document.withdrawn.v1"
    subject_field: ClassVar[str] = "number"

    number: str
    """Number of the document (编号)."""
    person_id: UUID
    withdrawn_at: AwareDatetime
    """From when on it does not count any more."""


class SheetFiled(DocumentsEvent):
    """The sheet of a code (亮码) of another centre was printed into a case of withdrawal."""

    type: ClassVar[str] = "document.sheet_filed.v1"
    subject_field: ClassVar[str] = "reading_id"

    reading_id: UUID
    """Under which documents gives the sheet to staff."""
    application_id: UUID
    """The application that it was read for; nobody has asked whether there is one."""
    person_id: UUID | None = None
    """Who had it read in the hall; none at the counter."""
    number: str
    """Number of the sheet (编号)."""
    centre_name: str
    """Which centre told."""
    filed_at: AwareDatetime
    """When it was printed into the case."""


EVENTS = (DocumentRequested, DocumentIssued, DocumentWithdrawn, SheetFiled)
