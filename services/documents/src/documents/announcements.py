"""The events by which documents asks the owners and tells what was issued, one function each; pure."""

from datetime import date, datetime
from uuid import UUID

from documents.domain import CaseKind, Row, Wanted
from documents.rules.kinds import entries_wanted, loans_wanted
from shared.messages.documents import (
    DocumentIssued,
    DocumentKind,
    DocumentRequested,
    DocumentWithdrawn,
    SheetFiled,
)


def requested(request_id: UUID, wanted: Wanted, as_of: date) -> DocumentRequested:
    """Somebody wants a document: the owners are to tell the facts."""
    period = entries_wanted(wanted, as_of)
    return DocumentRequested(
        request_id=request_id,
        person_id=wanted.person_id,
        kind=wanted.kind,
        as_of=as_of,
        entries_from=period.first if period else None,
        entries_until=period.last if period else None,
        loans_wanted=loans_wanted(wanted.kind),
        contract_number=wanted.contract_number,
    )


def facts_wanted(code_id: UUID, person_id: UUID, as_of: date) -> DocumentRequested:
    """Somebody wants to show a code (亮码): the same facts as for a loan elsewhere, without entries."""
    return DocumentRequested(
        request_id=code_id,
        person_id=person_id,
        kind=DocumentKind.CROSS_CITY,
        as_of=as_of,
        loans_wanted=True,
    )


def issued(request_id: UUID, document: Row) -> DocumentIssued:
    """The document of a request is there, signed."""
    return DocumentIssued(
        request_id=request_id,
        person_id=document["person_id"],
        kind=DocumentKind(document["kind"]),
        number=document["number"],
        issued_at=document["issued_at"],
        facts_at=document["facts_at"],
    )


def withdrawn(number: str, person_id: UUID, now: datetime) -> DocumentWithdrawn:
    """An issued document does not count any more."""
    return DocumentWithdrawn(number=number, person_id=person_id, withdrawn_at=now)


def sheet_filed(reading: Row) -> SheetFiled | None:
    """The sheet of another centre lies with an application; of another case nobody needs to hear."""
    if reading["case_kind"] != CaseKind.WITHDRAWAL:
        return None
    return SheetFiled(
        reading_id=reading["reading_id"],
        application_id=UUID(reading["case_reference"]),
        person_id=reading["person_id"],
        number=reading["number"],
        centre_name=reading["centre_name"],
        filed_at=reading["finished_at"],
    )
