"""Two people for who is on a list, and who no longer is (R-CRD-26, 27)."""

from credit.handlers import lists as handlers
from credit.shapes.lists import Entered, Leaving, NewEntry
from credit.store import subjects
from shared.identity.principal import Principal
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision, Facts, Operation


async def _examine_entry(unit: Unit, body: NewEntry, _by: Principal) -> Facts:
    name = await handlers.demand_new(unit, body)
    people = await subjects.people_of(unit.connection, [body.subject_id])
    return Facts(str(body.subject_id), f"列入{name}，{body.document_no}", people)


async def _enter(unit: Unit, body: NewEntry, decision: Decision) -> Entered:
    return Entered(entry_id=await handlers.enter(unit, body, decision))


async def _examine_leaving(unit: Unit, body: Leaving, _by: Principal) -> Facts:
    subject_id, name = await handlers.to_leave(unit, body.entry_id)
    people = await subjects.people_of(unit.connection, [subject_id])
    return Facts(str(body.entry_id), f"移出{name}", people)


async def _leave(unit: Unit, body: Leaving, decision: Decision) -> None:
    await handlers.leave(unit, body.entry_id, decision)


ENTER = Operation("list.enter", "列入名单", NewEntry, _examine_entry, _enter)
LEAVE = Operation("list.leave", "移出名单", Leaving, _examine_leaving, _leave)
OPERATIONS = (ENTER, LEAVE)
