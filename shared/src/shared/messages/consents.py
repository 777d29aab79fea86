"""Consents to look-ups (配偶授权查询, R-WDR-20): whose number something names, and who is told of it."""

from enum import StrEnum
from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import Event, SealedTo, date


class PersonSought(Event):
    """A register or a paper names somebody by number: who of the account holders is that?"""

    type: ClassVar[str] = "person.sought.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    """The question: of a consent on paper its id, of an invited spouse that of the application."""
    id_number: Annotated[str, SealedTo("accounts")]
    """Number of the identity document."""
    sought_on: date
    """Business date of the question."""


class PersonFound(Event):
    """Whose number it is; nobody's where no account was ever opened for it."""

    type: ClassVar[str] = "person.found.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    """The question."""
    person_id: UUID | None
    """None: no account holder."""


class ConsentNews(StrEnum):
    """What somebody is told about a consent."""

    GIVEN = "given"
    """To its giver."""
    WITHDRAWN = "withdrawn"
    """To its giver."""
    INVITED = "invited"
    """To the spouse, for whose consent an application waits."""
    SPOUSE_AGREED = "spouse_agreed"
    """To the applicant: the application goes on."""
    SPOUSE_WITHDREW = "spouse_withdrew"
    """To the applicant: later applications wait for a new one."""


class LookUpConsentTold(Event):
    """Something became of a consent; whoever gave it or waits for it is told by text."""

    type: ClassVar[str] = "look_up_consent.told.v1"
    owner: ClassVar[str] = "withdrawals"
    subject_field: ClassVar[str] = "person_id"

    telling_id: UUID
    """Told once."""
    person_id: UUID
    """Who is told."""
    what: ConsentNews
    """What became of it."""
    told_on: date
    """Business date."""
    ends_on: date | None = None
    """Of a consent that was given: last day on which it holds."""
    applicant: Annotated[str | None, SealedTo("notifications")] = None
    """Of an invitation: first character of the applicant's name, nothing else of them."""


EVENTS = (PersonSought, PersonFound, LookUpConsentTold)
