"""Memberships of lists that others keep: told and left by two people, each use fed back (R-CRD-26 to 28)."""

from uuid import UUID, uuid4

from credit.errors import Reason, Refused
from credit.handlers import checks
from credit.handlers.subjects import standing
from credit.shapes.lists import Feedback, NewEntry
from credit.store import lists as store
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


async def demand_new(unit: Unit, body: NewEntry) -> str:
    """Name the list that somebody is said to be on; raises `Refused`.

    A list that no law knows is none: the system has no blacklist of its own (R-CRD-26).
    """
    name = await store.kind(unit.connection, body.list_code)
    if name is None:
        raise Refused(Reason.LIST_UNKNOWN)
    await standing(unit, [body.subject_id])
    if await store.listed(
        unit.connection, body.subject_id, body.list_code, body.authority_code, body.document_no
    ):
        raise Refused(Reason.LISTED_ALREADY)
    return name


async def enter(unit: Unit, body: NewEntry, decision: Decision) -> UUID:
    """Keep a membership with basis, authority and its days."""
    await demand_new(unit, body)
    new = store.NewEntry(
        uuid4(),
        body.list_code,
        body.subject_id,
        body.document_no,
        body.authority_name,
        body.authority_code,
        body.basis,
        body.in_on,
        body.out_on,
        unit.clock.now(),
        decision.proposal_id,
    )
    if not await store.add(unit.connection, new):
        raise Refused(Reason.LISTED_ALREADY)
    return new.entry_id


async def to_leave(unit: Unit, entry_id: UUID) -> tuple[UUID, str]:
    """Lock a membership; whose it is, and of which list."""
    row = await store.lock(unit.connection, entry_id)
    if row is None:
        raise Refused(Reason.NOT_LISTED)
    return row["subject_id"], row["name"]


async def leave(unit: Unit, entry_id: UUID, decision: Decision) -> None:
    """End a membership at once, and answer anew what rested on it."""
    await to_leave(unit, entry_id)
    now = unit.clock.now()
    await store.leave(unit.connection, entry_id, now, decision.reason, decision.proposal_id)
    await checks.wake(unit, [], [entry_id])


async def feed_back(unit: Unit, check_id: UUID, body: Feedback, by: UUID) -> None:
    """Keep what became of a measure in a matter; none beyond the national list has become anything."""
    if not await store.may_be_used(unit.connection, check_id, body.entry_id, body.measure_code):
        raise Refused(Reason.MEASURE_BEYOND)
    use = store.Use(
        uuid4(),
        check_id,
        body.entry_id,
        body.measure_code,
        body.applied,
        body.why,
        unit.clock.today(),
        unit.clock.now(),
        by,
    )
    if not await store.add_use(unit.connection, use):
        raise Refused(Reason.FED_BACK)
