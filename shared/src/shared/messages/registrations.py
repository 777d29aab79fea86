"""Facts of accounts about companies that register for the first time online (R-ACC-6)."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, SealedTo


class RegistrationEvent(Event):
    """Published by accounts."""

    owner: ClassVar[str] = "accounts"


class RegistrationCodeIssued(RegistrationEvent):
    """A one-time code is to reach the phone of somebody who registers a company."""

    type: ClassVar[str] = "registration_code.issued.v1"
    subject_field: ClassVar[str] = "code_id"

    code_id: UUID
    """Id of the code."""
    phone: Annotated[str, SealedTo("notifications")]
    """Where the code is texted to."""
    code: Annotated[str, SealedTo("notifications")]
    """The one-time code."""
    expires_at: AwareDatetime
    """Until when it is good."""


class RegistrationAnswered(RegistrationEvent):
    """The centre has answered a company's registration; the applicant is told."""

    type: ClassVar[str] = "registration.answered.v1"
    subject_field: ClassVar[str] = "registration_id"

    registration_id: UUID
    """Id of the registration."""
    version: int
    """Which submission of it was answered, from 1."""
    name: str
    """Name of the company (单位名称)."""
    phone: Annotated[str, SealedTo("notifications")]
    """The applicant's phone number, proven by a code."""
    employer_number: str | None
    """Number of the employer that it has become; none where it was sent back."""
    answered_at: AwareDatetime
    """When, UTC."""


EVENTS = (RegistrationCodeIssued, RegistrationAnswered)
