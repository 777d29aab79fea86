"""Staff take up work, lay it down, hand it over and leave notes (认领、放下、转交、备注).

A claim binds nobody: it tells colleagues who is at what. Who decides is decided where the work lies; while
the gateway is away the work goes on without claims.
"""

from datetime import datetime, timedelta
from uuid import UUID, uuid4

from gateway.clock import now_of
from gateway.errors import Reason, Refused, spoken
from gateway.rules import work as rules
from gateway.rules.work import Item, Work
from gateway.sealed import WORK_NOTE
from gateway.settings import settings_of
from gateway.store import credentials, identities
from gateway.store import work as store
from gateway.store.identities import name_of
from gateway.store.work import Claim, Note
from shared.base.identifiers import mask_name
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals import store as proposals

CLAIMS_MAX = 20
"""Of one member of staff at the same time: nobody lays hands on the whole desk."""
NOTES_MAX = 20
"""About one piece of work."""


async def claim(unit: Unit, caller: Principal, item: Item) -> Claim:
    """Take something up, or keep it for longer; raises `Refused` where somebody else is at it."""
    await _demand_place(unit, caller, item)
    now = now_of(unit.context)
    if await store.count_others(unit.connection, caller.identity_id, item, now) >= CLAIMS_MAX:
        raise Refused(Reason.TOO_MANY_CLAIMS, told={"most": CLAIMS_MAX}, most=CLAIMS_MAX)
    until = now + timedelta(seconds=settings_of(unit.context).work_claim_seconds)
    held = await store.claim(unit.connection, item, caller.identity_id, now, until)
    if held is None:
        raise await _held_by_another(unit, item, now)
    return held


async def _demand_place(unit: Unit, caller: Principal, item: Item) -> None:
    if not rules.exists(item):
        raise Refused(Reason.UNKNOWN)
    if not rules.may_hold(caller.role, item.kind):
        raise Refused(Reason.NOT_FOR_THIS_POST)
    if item.kind is Work.PROPOSAL and item.service == unit.context.service:
        found = await proposals.read(unit.connection, _proposal_id(item))
        if found is None:
            raise Refused(Reason.UNKNOWN)
        same_human = caller.own_person_id is not None and (
            caller.own_person_id == found.proposed_by_person
        )
        if caller.identity_id == found.proposed_by or same_human:
            raise Refused(Reason.OWN_PROPOSAL)


def _proposal_id(item: Item) -> UUID:
    try:
        return UUID(item.item_id)
    except ValueError:
        raise Refused(Reason.UNKNOWN) from None


async def _held_by_another(unit: Unit, item: Item, now: datetime) -> Refused:
    """Say who has it; the claim that refused locked its row, so that it is there."""
    held = await store.lock(unit.connection, item, now)
    assert held is not None, "a conflict has a claim that goes on"
    holder = await identities.identity_by_id(unit.connection, held.held_by)
    assert holder is not None, "who holds something is known"
    name, wait = mask_name(name_of(holder, unit.personal_data)), spoken(held.until - now)
    told = {"held_by_name": name, "until": held.until.isoformat()}
    return Refused(Reason.CLAIMED, told=told, name=name, wait=wait)


async def release(unit: Unit, caller: Principal, item: Item) -> None:
    """Lay down what one holds; what one does not hold stays as it is."""
    await store.release(unit.connection, item, caller.identity_id)


async def hand_over(unit: Unit, caller: Principal, item: Item, to: UUID) -> Claim:
    """Give what one holds to a colleague who may do it; it waits there for some hours. Raises `Refused`."""
    now = now_of(unit.context)
    held = await store.lock(unit.connection, item, now)
    if held is None or held.held_by != caller.identity_id:
        raise Refused(Reason.NOT_HELD)
    colleague = await credentials.lock_staff(unit.connection, to)
    if colleague is None or colleague.disabled_at is not None or not colleague.active:
        raise Refused(Reason.NO_SUCH_COLLEAGUE)
    if to == caller.identity_id or not rules.may_hold(colleague.identity.role, item.kind):
        raise Refused(Reason.NO_SUCH_COLLEAGUE)
    until = now + timedelta(seconds=settings_of(unit.context).work_handed_over_seconds)
    return await store.hand_over(unit.connection, held, to, now, until)


async def note(unit: Unit, caller: Principal, item: Item, text: str) -> Note:
    """Leave a note; raises `Refused` where it tells a number of somebody's."""
    if not rules.exists(item):
        raise Refused(Reason.UNKNOWN)
    if rules.tells_a_number(text):
        raise Refused(Reason.NUMBER_IN_NOTE)
    if await store.notes_of(unit.connection, item) >= NOTES_MAX:
        raise Refused(Reason.TOO_MANY_NOTES, told={"most": NOTES_MAX}, most=NOTES_MAX)
    note_id = uuid4()
    sealed = unit.personal_data.seal(text, WORK_NOTE, note_id)
    made = Note(note_id, item, now_of(unit.context), caller.identity_id, sealed)
    await store.add_note(unit.connection, made)
    return made
