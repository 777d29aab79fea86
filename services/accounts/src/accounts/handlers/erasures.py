"""Personal data is erased (个人信息保护法 art. 47): the phone of who asks, who it was once the time is over.

Loans is asked first; what was against it meanwhile is found under the locks of the last step. Nothing is
booked: entries, histories and the chain of days have the person's id, which leads nowhere then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from accounts.errors import Reason, Refused
from accounts.rules import erasure as rules
from accounts.rules.erasure import ASK_AGAIN_AFTER, ErasureState, Loans
from accounts.sealed import (
    ERASED,
    NOBODY,
    PERSON_ID_NUMBER,
    PERSON_NAME,
    PERSON_PHONE,
    phone_in,
)
from accounts.store import erasures as store
from accounts.store.employers import NewPerson
from accounts.store.erasures import Asked, Blank
from shared.audit import trail as audit
from shared.audit.trail import Record
from shared.base.id_documents import IdDocument, IdType
from shared.messages.erasures import ErasureAsked, LoansErasureTold, PersonErased
from shared.messaging.unit import Received, Unit, events_of
from shared.privacy.kept import BOOKS_YEARS
from shared.privacy.retention import years_before
from shared.sealing.personal_data import PersonalData

PEOPLE_AT_ONCE = 200
ANSWER_WITHIN = timedelta(days=1)
FREE = Loans()


async def ask(unit: Unit, person_id: UUID) -> None:
    """Begin what a person asks for; raises `CANNOT_ERASE`, which says why not."""
    today = unit.clock.today()
    found = (await store.standing(unit.connection, [person_id])).get(person_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if why := rules.against(found, FREE, today, whole=False):
        raise Refused(Reason.CANNOT_ERASE, why=why)
    await _begin(unit, [person_id], whole=False)


async def begin_due(unit: Unit) -> int:
    """Ask about some people whose time is over; return how many."""
    now = unit.clock.now()
    closed_before = years_before(now, BOOKS_YEARS).date()
    people = await store.due(unit.connection, closed_before, now - ASK_AGAIN_AFTER, PEOPLE_AT_ONCE)
    await _begin(unit, people, whole=True)
    return len(people)


async def ask_again(unit: Unit) -> int:
    """Ask anew about whom nobody has answered; return how many."""
    before = unit.clock.now() - ANSWER_WITHIN
    waiting = await store.unanswered(unit.connection, before, PEOPLE_AT_ONCE)
    _ask_others(unit, waiting)
    return len(waiting)


async def _begin(unit: Unit, people: Sequence[UUID], *, whole: bool) -> None:
    wanted = {uuid4(): person_id for person_id in people}
    _ask_others(unit, await store.add(unit.connection, wanted, unit.clock.now(), whole=whole))


def _ask_others(unit: Unit, asked: Mapping[UUID, UUID]) -> None:
    for erasure_id, person_id in asked.items():
        unit.emit(ErasureAsked(erasure_id=erasure_id, person_id=person_id))


async def loans_told(unit: Unit, batch: Sequence[Received[LoansErasureTold]]) -> None:
    """Erase who is free, and say of the others what is against it; a second answer changes nothing."""
    answers = {event.erasure_id: event for event in events_of(batch)}
    asked = await store.lock(unit.connection, list(answers))
    people = [one.person_id for one in asked]
    await store.lock_people(unit.connection, people)
    found, today = await store.standing(unit.connection, people), unit.clock.today()
    whys = {
        one.id: rules.against(found[one.person_id], _loans(answers[one.id]), today, whole=one.whole)
        for one in asked
    }
    now = unit.clock.now()
    refused = {erasure_id: why for erasure_id, why in whys.items() if why}
    await store.end(unit.connection, refused, ErasureState.REFUSED, now)
    await _erase(unit, [one for one in asked if one.id not in refused], now)


def _loans(answer: LoansErasureTold) -> Loans:
    return Loans(answer.under_way, answer.last_settled_on)


async def _erase(unit: Unit, free: Sequence[Asked], now: datetime) -> None:
    """Forget them here, with a line each in the audit trail, and tell the others."""
    if not free:
        return
    by_person = {one.person_id: one for one in free}
    whole = await store.with_merged(unit.connection, [one.person_id for one in free if one.whole])
    gone = {person_id: by_person[root] for person_id, root in whole} | by_person
    await forget(unit, {person_id: one.whole for person_id, one in gone.items()}, now)
    await store.end(unit.connection, {one.id: "" for one in free}, ErasureState.DONE, now)
    for person_id, one in gone.items():
        unit.emit(
            PersonErased(
                person_id=person_id,
                erasure_id=one.id,
                whole=one.whole,
                erased_at=now,
                erased_on=unit.clock.today(),
            )
        )


async def forget(unit: Unit, people: Mapping[UUID, bool], at: datetime) -> None:
    """Blank the rows of people; of whom it is true, who they were, too."""
    data = unit.personal_data
    blanks = [(blank_of(data, person_id), whole) for person_id, whole in people.items()]
    await store.erase_phones(unit.connection, [one for one, whole in blanks if not whole], at)
    await store.anonymise(unit.connection, [one for one, whole in blanks if whole], at)
    lines = [
        Record(
            "anonymise" if whole else "erase phone",
            str(person_id),
            role="service",
            actor=unit.context.service,
            channel="task",
        )
        for person_id, whole in people.items()
    ]
    await audit.append(unit.connection, lines)


def blank_of(data: PersonalData, person_id: UUID) -> Blank:
    """What stands in the row of nobody; the hashes are those of what is sealed, so that they rotate."""
    number = IdDocument(IdType.OTHER, f"{ERASED}{person_id}")
    return Blank(
        person_id,
        data.seal(number.value, PERSON_PHONE, person_id),
        data.lookup_hash(number.value),
        data.seal(NOBODY, PERSON_NAME, person_id),
        data.seal(number.value, PERSON_ID_NUMBER, person_id),
        data.lookup_hash(number.lookup_key),
    )


async def welcome_back(unit: Unit, new: Sequence[NewPerson]) -> list[NewPerson]:
    """Put the phone on file again of whoever had it erased and gets an account; the rows as they are then.

    It is as good as that of a new person: the first login needs more than this phone (ADR 52).
    """
    known = await store.without_phone(unit.connection, [one.id_number_hash for one in new])
    data = unit.personal_data
    if not known:
        return list(new)
    people = [
        replace(one, person_id=known[one.id_number_hash], phone_sealed=_resealed(data, one, known))
        if one.id_number_hash in known
        else one
        for one in new
    ]
    back = [one for one in people if one.id_number_hash in known]
    await store.give_phones(
        unit.connection,
        [one.person_id for one in back],
        [one.phone_sealed for one in back],
        [one.phone_hash for one in back],
    )
    return people


def _resealed(data: PersonalData, new: NewPerson, known: Mapping[str, UUID]) -> str:
    row = {"phone_sealed": new.phone_sealed, "person_id": new.person_id}
    return data.seal(phone_in(row, data), PERSON_PHONE, known[new.id_number_hash])
