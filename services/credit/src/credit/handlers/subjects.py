"""Subjects come into a register, get another name or code, become one; each by two people (R-CRD-6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from credit.domain import Subject, SubjectKind, SubjectState
from credit.errors import Reason, Refused
from credit.rules.codes import register_of
from credit.store import subjects as store
from shared.base.id_documents import IdDocument, IdType
from shared.base.identifiers import ResidentId, SocialCreditCode
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.erasures import PersonErased
from shared.messages.gateway import PersonIdentityChanged
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals.operation import Decision
from shared.sealing.personal_data import PersonalData

RESIDENT_ID = "01"
"""JGJ/T 320 A.1: only who has a resident ID is found in the register of natural persons."""


@dataclass(frozen=True)
class Named:
    """Somebody by name and number, parsed."""

    kind: SubjectKind
    name: str
    code: str | None
    hashes: tuple[str, str] | None
    """Of a natural person's number and name."""


def named(data: PersonalData, name: str, code: str | None, id_number: str | None) -> Named:
    """Parse a code or an ID number; raises `InvalidIdentifier`."""
    if id_number is not None:
        number = ResidentId.parse(id_number).value
        hashes = (data.lookup_hash(number), data.lookup_hash(name))
        return Named(SubjectKind.NATURAL_PERSON, name, None, hashes)
    assert code is not None, "one of both is there"
    parsed = SocialCreditCode.parse(code).value
    return Named(register_of(parsed), name, parsed, None)


async def demand_new(unit: Unit, who: Named) -> None:
    """Refuse somebody who is in the register already."""
    code_hash = who.hashes[0] if who.hashes else None
    if await store.known(unit.connection, who.code, code_hash) is not None:
        raise Refused(Reason.SUBJECT_KNOWN)


async def register(unit: Unit, who: Named, source: str, decision: Decision) -> UUID:
    """Let somebody stand in a register."""
    name = None if who.hashes else who.name
    subject = Subject(uuid4(), who.kind, who.code, name, SubjectState.REGISTERED, None)
    now = unit.clock.now()
    if not await store.add(unit.connection, subject, who.hashes, now, source):
        raise Refused(Reason.SUBJECT_KNOWN)
    by = decision.proposal_id, decision.reason
    await store.note(unit.connection, subject, now, "registered", by=by)
    return subject.subject_id


async def standing(unit: Unit, subject_ids: Sequence[UUID]) -> list[Subject]:
    """Lock subjects that stand for themselves; raises `Refused`."""
    found = await store.lock(unit.connection, subject_ids)
    if any(subject_id not in found for subject_id in subject_ids):
        raise Refused(Reason.NOT_FOUND)
    if any(one.state is SubjectState.MERGED for one in found.values()):
        raise Refused(Reason.SUBJECT_MERGED)
    return [found[subject_id] for subject_id in subject_ids]


async def changed(unit: Unit, subject_id: UUID, name: str, code: str) -> Subject:
    """What a subject would be called; raises `Refused` where that cannot be."""
    (subject,) = await standing(unit, [subject_id])
    parsed = SocialCreditCode.parse(code).value
    if register_of(parsed) is not subject.kind:
        raise Refused(Reason.OTHER_REGISTER)
    if parsed != subject.code and await store.known(unit.connection, parsed, None) is not None:
        raise Refused(Reason.SUBJECT_KNOWN)
    return replace(subject, name=name, code=parsed)


async def change(unit: Unit, subject_id: UUID, name: str, code: str, decision: Decision) -> None:
    """Call a subject something else from now on."""
    subject = await changed(unit, subject_id, name, code)
    await store.change(unit.connection, subject)
    by = decision.proposal_id, decision.reason
    await store.note(unit.connection, subject, unit.clock.now(), "changed", by=by)


async def to_merge(unit: Unit, subject_id: UUID, into: UUID) -> tuple[Subject, Subject]:
    """Lock two subjects that can become one; raises `Refused`."""
    if subject_id == into:
        raise Refused(Reason.SAME_SUBJECT)
    one, other = await standing(unit, [subject_id, into])
    if one.kind is not other.kind:
        raise Refused(Reason.OTHER_REGISTER)
    return one, other


async def merge(unit: Unit, subject_id: UUID, into: UUID, decision: Decision) -> None:
    """Let one have the records of both; the old key still finds them."""
    one, _ = await to_merge(unit, subject_id, into)
    await store.merge(unit.connection, subject_id, into)
    by = decision.proposal_id, decision.reason
    await store.note(unit.connection, one, unit.clock.now(), "merged", by=by)


async def people_changed(unit: Unit, batch: Sequence[Received[PersonIdentityChanged]]) -> None:
    """Somebody has another number (R-INF-2): the register is asked by that one from now on."""
    hashed = unit.personal_data.lookup_hash
    told = [
        (
            event.person_id,
            hashed(IdDocument.parse(IdType(event.id_type), event.id_number).lookup_key),
            event.changed_at,
        )
        for event in events_of(batch)
    ]
    await store.relink(unit.connection, told)


async def people_known(unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]) -> None:
    """Accounts knows a person by an id and a number: keep the hash of it, and no register grows by it."""
    hashes = {
        event.person_id: unit.personal_data.lookup_hash(event.id_number)
        for event in events_of(batch)
        if event.id_type == RESIDENT_ID
    }
    if hashes:
        await store.link(unit.connection, hashes)


async def people_erased(unit: Unit, batch: Sequence[Received[PersonErased]]) -> None:
    """Who is anonymised is found in no register any more (个人信息保护法 art. 47); the registers stay."""
    hashed = unit.personal_data.lookup_hash
    whole = {
        event.person_id: hashed(f"erased {event.person_id}")
        for event in events_of(batch)
        if event.whole
    }
    if whole:
        await store.unlink(unit.connection, whole)
