"""What staff tell each other about work on the desk; names are masked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import StringConstraints

from gateway.rules.work import Work
from gateway.sealed import WORK_NOTE
from gateway.shapes.fields import Body
from gateway.shapes.offices import OfficeShown, StaffOffice, WorkOffice
from gateway.store.credentials import Staff
from gateway.store.identities import name_of
from gateway.store.work import Claim, Note
from shared.base.identifiers import mask_name
from shared.base.shape import Shape
from shared.sealing.personal_data import PersonalData

ServiceName = Annotated[str, StringConstraints(pattern=r"^[a-z]{1,20}$")]
ItemId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9._-]{1,80}$")]
NoteText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=300)]
Names = Mapping[UUID, str]
"""Masked, by identity."""


class HandOver(Body):
    """To whom something is handed over."""

    to: UUID
    """Of `GET /work/colleagues`."""


class NewNote(Body):
    """What colleagues are to know."""

    text: NoteText
    """No numbers of ID documents, phones or bank cards: those are refused."""


class WorkClaim(Shape):
    """Who is at a piece of work (认领)."""

    service: str
    """In which service it lies."""
    kind: Work
    """On which pile."""
    item_id: str
    """Its number there."""
    held_by: UUID
    """The identity that is at it."""
    held_by_name: str
    """Its name (姓名), masked."""
    handed_by_name: str | None
    """Who handed it over, masked; none once the colleague has taken it up."""
    since: datetime
    """Since when."""
    until: datetime
    """The claim ends by itself then, unless it is made again."""

    @classmethod
    def of(cls, claim: Claim, names: Names) -> Self:
        """Show a claim."""
        item = claim.item
        return cls(
            service=item.service,
            kind=item.kind,
            item_id=item.item_id,
            held_by=claim.held_by,
            held_by_name=names.get(claim.held_by, ""),
            handed_by_name=names.get(claim.handed_by) if claim.handed_by else None,
            since=claim.since,
            until=claim.until,
        )


class WorkNote(Shape):
    """What colleagues are told of a piece of work (备注)."""

    id: UUID
    """Its number."""
    service: str
    """In which service the work lies."""
    kind: Work
    """On which pile."""
    item_id: str
    """The work's number there."""
    at: datetime
    """When it was written."""
    by_name: str
    """Who wrote it, masked."""
    text: str
    """What was written."""

    @classmethod
    def of(cls, note: Note, names: Names, data: PersonalData) -> Self:
        """Show a note."""
        item = note.item
        return cls(
            id=note.id,
            service=item.service,
            kind=item.kind,
            item_id=item.item_id,
            at=note.at,
            by_name=names.get(note.written_by, ""),
            text=data.open(note.text_sealed, WORK_NOTE, note.id),
        )


class Desk(Shape):
    """Claims and notes on the whole desk."""

    claims: list[WorkClaim]
    """Those that go on, the next to end first."""
    notes: list[WorkNote]
    """Newest first."""
    offices: list[OfficeShown]
    """Those that are open."""
    given: list[WorkOffice]
    """Work that was given to an office; other work lies where its proposer, or who is at it, works."""
    posts: list[StaffOffice]
    """In which office staff work, of those whose office is known."""


class Colleague(Shape):
    """Somebody to hand work over to."""

    staff_id: UUID
    """What a claim is handed over to."""
    name: str
    """Name (姓名), masked."""
    login: str
    """What tells two of the same masked name apart."""
    role: str
    """`staff_maker` 经办, `staff_checker` 复核, `staff_admin` 管理员."""

    @classmethod
    def of(cls, staff: Staff, data: PersonalData) -> Self:
        """Show a colleague."""
        return cls(
            staff_id=staff.identity.id,
            name=mask_name(name_of(staff.identity, data)),
            login=staff.login,
            role=staff.identity.role.value,
        )


class Colleagues(Shape):
    """Who may take up work, by login."""

    items: list[Colleague]
