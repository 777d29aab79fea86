"""What is sent and seen about corrections of a citizen's name and ID number (姓名、证件号码更正)."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from gateway.rules.corrections import GROUND_TEXTS, Ground, Person, State
from gateway.shapes.fields import Body, Name
from gateway.store.corrections import Correction, before_of, wanted_of
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import mask_id_number, mask_name
from shared.base.shape import Shape
from shared.proposals.shapes import Grounds
from shared.sealing.personal_data import PersonalData


class OwnIdentity(Body):
    """The name and the identity document that shall be on file."""

    name: Name = Field(examples=["张三"], repr=False)
    """Full name."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型), A.1."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Number of the identity document."""

    @property
    def person(self) -> Person:
        """What it says, parsed; raises `InvalidIdentifier`."""
        return Person(self.name, IdDocument.parse(self.id_type, self.id_number))


class IdentityProposal(Grounds):
    """A citizen whose name or number shall be another one by the documents that were shown."""

    present_id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document (证件类型) that is on file, A.1."""
    present_id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Number of the identity document that is on file."""
    name: Name = Field(examples=["张三"], repr=False)
    """Full name that shall be on file."""
    id_type: IdType = IdType.RESIDENT_ID
    """Type of the identity document that shall be on file, A.1."""
    id_number: str = Field(max_length=40, examples=["11010519491231002X"], repr=False)
    """Number of the identity document that shall be on file."""

    @property
    def person(self) -> Person:
        """What shall be on file, parsed; raises `InvalidIdentifier`."""
        return Person(self.name, IdDocument.parse(self.id_type, self.id_number))


class PersonShown(Shape):
    """A name and an identity document."""

    name: str
    """Masked."""
    id_type: IdType
    """Type of the identity document (证件类型), A.1."""
    id_type_text: str
    """The same in words."""
    id_number: str
    """Masked."""

    @classmethod
    def of(cls, person: Person) -> Self:
        """Mask a person."""
        kind = person.document.kind
        return cls(
            name=mask_name(person.name),
            id_type=kind,
            id_type_text=kind.text,
            id_number=mask_id_number(person.document.value),
        )


class CorrectionShown(Shape):
    """A correction, and how it stands."""

    correction_id: UUID
    """Its number."""
    by_whom: str
    """`oneself`, `employer`: proposed by it; `counter`: by two people of the centre."""
    state: State
    """`asking`: the register is asked; `referred`: two people decide at the counter; the rest is final."""
    reason: Ground | None
    """Why it is not on file, as a stable code."""
    reason_text: str | None
    """The same in words."""
    asked_at: datetime
    """When it was asked for."""
    state_since: datetime
    """Since when it stands so."""
    before: PersonShown
    """What was on file."""
    wanted: PersonShown
    """What shall be."""

    @classmethod
    def of(cls, one: Correction, data: PersonalData) -> Self:
        """Show a correction; personal data is masked."""
        return cls(
            correction_id=one.id,
            by_whom=one.by_whom,
            state=one.state,
            reason=one.reason,
            reason_text=GROUND_TEXTS[one.reason] if one.reason else None,
            asked_at=one.asked_at,
            state_since=one.state_since,
            before=PersonShown.of(before_of(one, data)),
            wanted=PersonShown.of(wanted_of(one, data)),
        )


class OnFileShown(PersonShown):
    """What is on file of oneself, and its corrections, newest first."""

    corrections: list[CorrectionShown]
    """What was asked to be corrected, newest first."""


class CorrectionPage(Shape):
    """Corrections that wait for two people, the oldest first."""

    items: list[CorrectionShown]
    """The corrections."""
    next_cursor: str | None
    """Give it back as `cursor` for the next page; null on the last."""
