"""Givers of consents and who waits for one are told by text; a spouse is invited once (R-WDR-20).

Nobody here knows who is whose, and paper names a number only: accounts says whose number it is. Who has
no account has no phone on file, and is told by nobody but the applicant.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from shared.messages.consents import ConsentNews, PersonFound
from shared.messaging.unit import Received, Unit, events_of
from withdrawals import consent_announcements as announcements
from withdrawals.domain import Spouse
from withdrawals.sealed import IDENTITY
from withdrawals.store import consents as store
from withdrawals.store import invitations
from withdrawals.store.consents import Consent

INVITED_AGAIN = timedelta(days=30)
"""Nobody is invited again before that, however often the spouse applies."""


@dataclass(frozen=True, repr=False)
class Invited:
    """A spouse for whose consent an application waits."""

    application_id: UUID
    id_number: str


async def invite(unit: Unit, spouse: Spouse, invited: Invited) -> None:
    """Invite a spouse to consent, whoever that is, unless that was done within days."""
    today = unit.clock.today()
    new = invitations.Invitation(spouse.number_hash, invited.application_id, today)
    if await invitations.note(unit.connection, new, today - INVITED_AGAIN):
        unit.emit(announcements.sought(invited.application_id, invited.id_number, today))


def seek_giver(unit: Unit, consent_id: UUID, id_number: str) -> None:
    """Ask whose paper it is, so that its giver is told of it and can take it back online."""
    unit.emit(announcements.sought(consent_id, id_number, unit.clock.today()))


async def person_found(unit: Unit, batch: Sequence[Received[PersonFound]]) -> None:
    """Accounts said whose numbers they are: of papers, and of spouses who are invited."""
    found = {one.inquiry_id: one.person_id for one in events_of(batch) if one.person_id}
    if not found:
        return
    for consent in await store.name_givers(unit.connection, found):
        tell_giver(unit, found[consent.id], consent)
    await _invite(unit, found)


async def _invite(unit: Unit, found: Mapping[UUID, UUID]) -> None:
    today = unit.clock.today()
    for one in await invitations.name(unit.connection, found):
        name, _, _ = unit.personal_data.open(
            one.identity_sealed, IDENTITY, one.application_id
        ).partition("\n")
        unit.emit(announcements.invited(uuid4(), one.person_id, name[:1], today))


def tell_giver(unit: Unit, person_id: UUID, consent: Consent) -> None:
    """Tell whoever gave a consent that it holds, or that it was taken back."""
    today = unit.clock.today()
    if consent.withdrawn_at is None:
        unit.emit(announcements.given(uuid4(), person_id, consent.ends_on, today))
    else:
        unit.emit(announcements.told(uuid4(), person_id, ConsentNews.WITHDRAWN, today))


def tell_who_waited(unit: Unit, people: Iterable[UUID]) -> None:
    """Tell applicants that the spouse has consented, and their applications go on."""
    for person_id in people:
        event = announcements.told(
            uuid4(), person_id, ConsentNews.SPOUSE_AGREED, unit.clock.today()
        )
        unit.emit(event)


async def tell_spouses(unit: Unit, taken_back: Collection[Consent]) -> None:
    """Tell whose open application rests on it that a consent is gone: what was told before stays."""
    hashes = {one.id_number_hash for one in taken_back if one.id_number_hash}
    if not hashes:
        return
    for person_id in await store.relying_on(unit.connection, hashes):
        event = announcements.told(
            uuid4(), person_id, ConsentNews.SPOUSE_WITHDREW, unit.clock.today()
        )
        unit.emit(event)
