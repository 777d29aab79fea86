"""Spouses sign together what their agreements take; nothing holds by one alone (R-WDR-49)."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from shared.messaging.unit import Unit
from withdrawals import agreements as runs
from withdrawals import announcements
from withdrawals import couples as rules
from withdrawals.agreements import Agreement, Standing
from withdrawals.couples import CODE_CHARACTERS, CODE_LENGTH, Couple, State
from withdrawals.decisions import Moment
from withdrawals.domain import Part
from withdrawals.errors import Reason, Refused
from withdrawals.store import agreements, rulebooks
from withdrawals.store import couples as store


async def propose(unit: Unit, moment: Moment, agreement: Agreement, part: Part) -> None:
    """Keep what whoever signed first wants; the agreement waits for the spouse."""
    await store.add(unit.connection, _new(moment, agreement.id, None, part))
    _tell(unit, moment, agreement, "couple_proposed", rules.PROPOSED)


def _new(moment: Moment, proposer_id: UUID, partner_id: UUID | None, part: Part) -> Couple:
    days = moment.book.agreed(moment.today).spouse_signs_within_days
    return Couple(
        id=uuid4(),
        code="".join(secrets.choice(CODE_CHARACTERS) for _ in range(CODE_LENGTH)),
        proposer_id=proposer_id,
        partner_id=partner_id,
        part=part,
        proposed_on=moment.today,
        sign_by=moment.today + timedelta(days=days),
    )


async def read(unit: Unit, code: str, person_id: UUID) -> tuple[Couple, Agreement]:
    """What is proposed under a code, for the spouse; raises `NOT_FOUND`, `COUPLE_LATE`, `COUPLE_OF_ONE`."""
    couple = await store.by_code(unit.connection, code)
    return await _readable(unit, couple, person_id)


async def _readable(unit: Unit, couple: Couple | None, person_id: UUID) -> tuple[Couple, Agreement]:
    agreement = await agreements.read(unit.connection, couple.proposer_id) if couple else None
    if couple is None or agreement is None:
        raise Refused(Reason.NOT_FOUND)
    if agreement.person_id == person_id:
        raise Refused(Reason.COUPLE_OF_ONE)
    if couple.state is not State.PROPOSED or unit.clock.today() > couple.sign_by:
        raise Refused(Reason.COUPLE_LATE)
    return couple, agreement


async def proposed(unit: Unit, code: str, person_id: UUID) -> tuple[Couple, Agreement]:
    """Lock what is proposed under a code; raises as `read` does."""
    couple = await store.lock_by_code(unit.connection, code)
    return await _readable(unit, couple, person_id)


async def join(unit: Unit, moment: Moment, couple: Couple, second: Agreement, part: Part) -> None:
    """The spouse signs the same: both begin with the next run day. Raises `COUPLE_DIFFERS`."""
    locked = await agreements.lock_all(unit.connection, [couple.proposer_id])
    first = locked[couple.proposer_id]
    same = (first.kind, first.subject, first.every_months)
    if (second.kind, second.subject, second.every_months) != same or couple.part.mirrored != part:
        raise Refused(Reason.COUPLE_DIFFERS)
    terms = moment.book.agreed(moment.today)
    begun = runs.begun(first, moment.today, terms, moment.book.calendar)
    await agreements.save(unit.connection, [begun])
    agreed = replace(couple, partner_id=second.id, state=State.AGREED)
    await store.save(unit.connection, [agreed])
    for one in (begun, second):
        _tell(unit, moment, one, "couple_agreed", rules.AGREED)


async def sign_anew(unit: Unit, agreement_id: UUID, person_id: UUID, part: Part) -> Agreement:
    """Propose other terms, or sign what the spouse proposed; the old ones hold until both have signed.

    Raises `NOT_FOUND`, and `NO_COUPLE` for whoever signed alone.
    """
    known = await store.lock(unit.connection, [agreement_id])
    agreement = await agreements.lock(unit.connection, agreement_id, person_id)
    if agreement is None:
        raise Refused(Reason.NOT_FOUND)
    standing = next((one for one in known if one.state is State.AGREED), None)
    if standing is None:
        raise Refused(Reason.NO_COUPLE)
    moment = await rulebooks.moment(unit)
    open_one = next((one for one in known if one.state is State.PROPOSED), None)
    in_time = open_one is not None and moment.today <= open_one.sign_by
    if open_one is not None and in_time and open_one.waits_for(agreement_id, part):
        await _replace(unit, moment, standing, open_one)
    elif open_one is None or open_one.part_of(agreement_id) != part or not in_time:
        if open_one is not None:
            await store.save(unit.connection, [replace(open_one, state=State.ENDED)])
        await _propose_change(unit, moment, agreement, standing, part)
    return agreement


async def _replace(unit: Unit, moment: Moment, old: Couple, new: Couple) -> None:
    await store.save(unit.connection, [replace(old, state=State.ENDED)])
    await store.save(unit.connection, [replace(new, state=State.AGREED)])
    for one in (await _both(unit, new)).values():
        _tell(unit, moment, one, "couple_agreed", rules.AGREED)


async def _propose_change(
    unit: Unit,
    moment: Moment,
    agreement: Agreement,
    standing: Couple,
    part: Part,
) -> None:
    """Keep what one wants instead, and tell both; what either proposed before waits no more."""
    new = _new(moment, agreement.id, standing.other_than(agreement.id), part)
    await store.add(unit.connection, new)
    for one in (await _both(unit, new)).values():
        mine = one.id == agreement.id
        text = rules.CHANGE_SENT if mine else rules.CHANGE
        _tell(unit, moment, one, "couple_proposed", text)


async def _both(unit: Unit, couple: Couple) -> dict[UUID, Agreement]:
    ids = [one for one in (couple.proposer_id, couple.partner_id) if one is not None]
    return await agreements.lock_all(unit.connection, ids)


async def hold(unit: Unit, agreement_id: UUID) -> None:
    """Lock what is signed together before the agreement is locked: spouses may leave at the same time."""
    await store.lock(unit.connection, [agreement_id])


async def dissolve(unit: Unit, moment: Moment, agreement_ids: Sequence[UUID], text: str) -> None:
    """Agreements that go on together no more: what the others take alone, each must want anew."""
    for couple in await store.lock(unit.connection, agreement_ids):
        await store.save(unit.connection, [replace(couple, state=State.ENDED)])
        if couple.state is State.AGREED:
            both = [one for one in (couple.proposer_id, couple.partner_id) if one is not None]
            await _rest(unit, moment, set(both) - set(agreement_ids), text)


async def _rest(unit: Unit, moment: Moment, ids: set[UUID], text: str) -> None:
    locked = await agreements.lock_all(unit.connection, ids)
    for one in locked.values():
        if one.state is Standing.ACTIVE:
            after = runs.paused(one, text)
            await agreements.save(unit.connection, [after])
            _tell(unit, moment, after, "paused", text)


async def lapse(unit: Unit, limit: int) -> int:
    """What one spouse signed alone and the other did not in time holds no more; both are told why."""
    moment = await rulebooks.moment(unit)
    lapsed = await store.lock_lapsed(unit.connection, moment.today, limit)
    await store.save(unit.connection, [replace(one, state=State.LAPSED) for one in lapsed])
    for couple in lapsed:
        locked = await agreements.lock_all(unit.connection, [couple.proposer_id])
        first = locked[couple.proposer_id]
        if first.state is Standing.PROPOSED:
            after = runs.ended(first, rules.LAPSED, moment.today)
            await agreements.save(unit.connection, [after])
            _tell(unit, moment, after, "ended", rules.LAPSED)
        elif first.state is not Standing.ENDED:
            _tell(unit, moment, first, "couple_lapsed", rules.CHANGE_LAPSED)
    return len(lapsed)


def _tell(unit: Unit, moment: Moment, agreement: Agreement, what: str, text: str) -> None:
    name = moment.book.type_of(agreement.kind).name
    unit.emit(announcements.agreement_told(agreement, name, what, text, moment.today))
