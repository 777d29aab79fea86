"""The centre's offices as they are sent and shown."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StringConstraints

from gateway.rules.work import Work
from gateway.shapes.fields import Body
from gateway.store.offices import Given, Office
from shared.base.shape import Shape
from shared.http.fields import CLEANED_NAME

OfficeName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=2, max_length=30), CLEANED_NAME
]


class NewOffice(Body):
    """An office to open."""

    name: OfficeName = Field(examples=["德城管理部"])
    """What it is called; no two that are open are called the same."""


class OfficeOfStaff(Body):
    """Where a member of staff works."""

    office_id: UUID | None
    """Of `GET /offices`; none where it is not to be said."""


class OfficeOfWork(Body):
    """To which office a piece of work is given."""

    office_id: UUID
    """Of `GET /offices`, and open."""


class OfficeShown(Shape):
    """An office (管理部)."""

    id: UUID
    name: str
    """What it is called."""
    closed_at: datetime | None
    """Since when nobody works there."""

    @classmethod
    def of(cls, office: Office) -> Self:
        """Show an office."""
        return cls(id=office.id, name=office.name, closed_at=office.closed_at)


class Offices(Shape):
    """All offices, those that are closed last."""

    items: list[OfficeShown]


class WorkOffice(Shape):
    """To which office a piece of work was given."""

    service: str
    """In which service the work lies."""
    kind: Work
    """On which pile."""
    item_id: str
    """The work's number there."""
    office_id: UUID
    """The office's."""

    @classmethod
    def of(cls, given: Given) -> Self:
        """Show it."""
        item = given.item
        return cls(
            service=item.service, kind=item.kind, item_id=item.item_id, office_id=given.office_id
        )


class StaffOffice(Shape):
    """In which office a member of staff works."""

    staff_id: UUID
    """The identity, as proposals and claims name it."""
    office_id: UUID
    """The office's."""
