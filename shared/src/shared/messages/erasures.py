"""Erasing personal data (个人信息保护法 art. 47): asked about, answered, done. The books stay as they are."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, date


class ErasureAsked(Event):
    """Accounts holds nothing against it: whoever still needs the person says so."""

    type: ClassVar[str] = "erasure.asked.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "erasure_id"

    erasure_id: UUID
    """This one erasure, however often it is asked."""
    person_id: UUID
    """Who is to be forgotten."""


class LoansErasureTold(Event):
    """Loans looked for contracts, of whatever side the person is."""

    type: ClassVar[str] = "loans_erasure.told.v1"
    owner: ClassVar[str] = "loans"
    subject_field: ClassVar[str] = "erasure_id"

    erasure_id: UUID
    """Which erasure it is about."""
    person_id: UUID
    """Whom it is about."""
    under_way: bool
    """A loan is applied for, to be paid out or not paid off."""
    last_settled_on: date | None
    """When the last loan was paid off; None of whom never had one."""


class PersonErased(Event):
    """Whoever keeps what no law wants any more forgets it now.

    It names an anonymised person by an id that leads nowhere.
    """

    type: ClassVar[str] = "person.erased.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "person_id"

    person_id: UUID
    """Who is forgotten."""
    erasure_id: UUID
    """By which erasure."""
    whole: bool
    """True: who it was, since the time of the books is over (到期去标识化). False: the phone, as asked."""
    erased_at: AwareDatetime
    """What was told of the person before counts no more, however late it comes."""
    erased_on: date
    """The same as a business date: accounts opened later are told after it."""


EVENTS = (ErasureAsked, LoansErasureTold, PersonErased)
