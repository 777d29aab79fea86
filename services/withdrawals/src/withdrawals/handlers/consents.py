"""Registers are asked about a spouse with the spouse's own consent only (配偶授权查询, R-WDR-20).

It is given by the spouse online with a fresh code, or on paper at the counter, taken by two people; it ends
by itself and can be taken back. Whose it is says the number of the identity document, by which the marriage
register names a spouse, too: nobody here knows who is whose.
"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID, uuid4

from shared.base.calendar import months_after
from shared.base.id_documents import IdDocument
from shared.messages.inquiries import AccountFactsTold
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals.operation import Decision
from shared.sealing.personal_data import PersonalData
from withdrawals import announcements, mending
from withdrawals.decisions import Moment
from withdrawals.domain import State
from withdrawals.errors import Reason, Refused
from withdrawals.handlers import consent_tellings as tellings
from withdrawals.handlers import gathering
from withdrawals.handlers.moves import carry_out
from withdrawals.store import applications, rulebooks
from withdrawals.store import consents as store
from withdrawals.store.consents import Consent

ONLINE, PAPER = "online", "paper"
SILENCE = timedelta(minutes=30)
"""After that accounts is asked anew whose consent it is."""
WOKEN_MOST = 50
"""Applications that go on at once with a consent; the sweep lets others go on, and those between."""


async def give(unit: Unit, person_id: UUID) -> Consent:
    """Keep the consent of whoever asks; given again it begins anew. Accounts tells whose number it is."""
    moment = await rulebooks.moment(unit)
    await store.withdraw(unit.connection, person_id, None, moment.now)
    new = _new(moment, person_id, None, ONLINE)
    await store.add(unit.connection, new)
    tellings.tell_giver(unit, person_id, new)
    unit.emit(announcements.facts_asked(new.id, person_id, moment.today, loans_wanted=False))
    return new


def _new(
    moment: Moment,
    person_id: UUID | None,
    id_number_hash: str | None,
    way: str,
    decision: Decision | None = None,
) -> Consent:
    months = moment.book.general(moment.today).consent_months
    return Consent(
        id=uuid4(),
        person_id=person_id,
        id_number_hash=id_number_hash,
        way=way,
        given_on=moment.today,
        ends_on=months_after(moment.today, months),
        asked_at=moment.now,
        evidence=decision.evidence if decision else (),
        proposed_by=decision.maker_id if decision else None,
        decided_by=decision.checker_id if decision else None,
    )


async def take_back(unit: Unit, person_id: UUID) -> None:
    """Ask nothing about somebody any more; raises `NO_CONSENT`."""
    gone = await store.withdraw(unit.connection, person_id, None, unit.clock.now())
    if not gone:
        raise Refused(Reason.NO_CONSENT)
    tellings.tell_giver(unit, person_id, gone[0])
    await tellings.tell_spouses(unit, gone)


async def take_paper(unit: Unit, document: IdDocument, decision: Decision) -> Consent:
    """Keep what somebody signed at the counter; applications that waited for it go on."""
    moment = await rulebooks.moment(unit)
    hashed = hash_of(unit.personal_data, document.value)
    await store.withdraw(unit.connection, None, hashed, moment.now)
    new = _new(moment, None, hashed, PAPER, decision)
    await store.add(unit.connection, new)
    tellings.seek_giver(unit, new.id, document.lookup_key)
    await go_on(unit, WOKEN_MOST)
    return new


async def end_paper(unit: Unit, document: IdDocument) -> None:
    """Take back, on paper, all that somebody consented to; raises `NO_CONSENT`."""
    hashed = hash_of(unit.personal_data, document.value)
    gone = await store.withdraw(unit.connection, None, hashed, unit.clock.now())
    if not gone:
        raise Refused(Reason.NO_CONSENT)
    known = {one.giver: one for one in gone if one.giver}
    for person_id, consent in known.items():
        tellings.tell_giver(unit, person_id, consent)
    if not known:
        tellings.seek_giver(unit, gone[0].id, document.lookup_key)
    await tellings.tell_spouses(unit, gone)


def hash_of(data: PersonalData, id_number: str) -> str:
    """By what somebody is found, however a register writes the number."""
    return data.lookup_hash(id_number.strip().upper())


async def account_facts_told(unit: Unit, batch: Sequence[Received[AccountFactsTold]]) -> None:
    """Accounts told the facts of inquiries, and whose numbers consents are."""
    await named(unit, events_of(batch))
    await gathering.account_facts_told(unit, batch)


async def named(unit: Unit, events: Sequence[AccountFactsTold]) -> None:
    """Keep whose consents they are: the applications of their spouses go on."""
    hashes = {
        one.inquiry_id: hash_of(unit.personal_data, one.id_number)
        for one in events
        if one.id_number
    }
    if hashes and await store.name(unit.connection, hashes):
        await go_on(unit, WOKEN_MOST)


async def go_on(unit: Unit, limit: int) -> int:
    """Ask everything anew for applications that waited for a consent which holds by now."""
    waiting = await store.waiting(unit.connection, unit.clock.today(), limit)
    if not waiting:
        return 0
    locked = await applications.lock(unit.connection, waiting)
    moment = await rulebooks.moment(unit, locked.rule_book_version)
    cases = [one for one in locked.cases.values() if one.state is State.AWAITING_PAPERS]
    await carry_out(unit, locked.cases, [mending.spouse_agreed(one, moment) for one in cases])
    for case in cases:
        await gathering.ask_again(unit, case, {})
    tellings.tell_who_waited(unit, [case.person_id for case in cases])
    return len(cases)


async def ask_again(unit: Unit, limit: int) -> int:
    """Ask accounts anew whose consents they are that it has not told."""
    now = unit.clock.now()
    silent = await store.ask_again(unit.connection, now, now - SILENCE, limit)
    for one in silent:
        assert one.person_id is not None, "paper names its number"
        today = unit.clock.today()
        unit.emit(announcements.facts_asked(one.id, one.person_id, today, loans_wanted=False))
    return len(silent)
