"""Repair and objection: asked for at the window, taken or not, decided by two (R-CRD-19 to 25)."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from credit.domain import RepairState
from credit.errors import Reason, Refused
from credit.handlers import records
from credit.process import REPAIR, RepairStep, Step
from credit.rules.deadlines import acceptance_due, result_due
from credit.store import repairs as store
from credit.store.repairs import NewObjection, NewRepair
from shared.base.calendar import WorkingCalendar
from shared.messaging import working_days
from shared.messaging.states import IllegalMove
from shared.messaging.unit import Unit
from shared.proposals.operation import Decision


@dataclass(frozen=True)
class Application:
    """What somebody brings who wants a record repaired."""

    applicant: str
    commitment: str
    evidence: tuple[str, ...]


async def apply(unit: Unit, record_id: UUID, asked: Application, by: UUID) -> UUID:
    """Take an application down; raises `Refused` while one of the four conditions is open (R-CRD-20)."""
    today, calendar = unit.clock.today(), await _calendar(unit)
    await records.to_move(unit, [record_id], Step.REPAIR)
    repair_from = await store.repair_from(unit.connection, record_id)
    if repair_from is None:
        raise Refused(Reason.NOTHING_TO_REPAIR)
    if today < repair_from:
        raise Refused(Reason.REPAIR_TOO_EARLY, day=repair_from.isoformat())
    new = NewRepair(
        uuid4(),
        record_id,
        asked.applicant,
        asked.commitment,
        asked.evidence,
        today,
        acceptance_due(today, calendar).date,
        result_due(today, calendar).date,
        by,
    )
    if not await store.add_repair(unit.connection, new):
        raise Refused(Reason.REPAIR_OPEN)
    return new.repair_id


async def _calendar(unit: Unit) -> WorkingCalendar:
    year = unit.clock.today().year
    return await working_days.read(unit.connection, (year, year + 1))


async def standing(unit: Unit, repair_id: UUID, step: RepairStep) -> UUID:
    """Lock a repair with which a step can be done; return its record. Raises `Refused`."""
    found = await store.lock_repair(unit.connection, repair_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    record_id, state = found
    try:
        REPAIR.target_of(state, step)
    except IllegalMove as error:
        raise Refused(Reason.REPAIR_STATE) from error
    return record_id


async def take(unit: Unit, repair_id: UUID, *, accepted: bool, reason: str) -> None:
    """Say whether an application is taken (受理), with the reason where it is not (R-CRD-22)."""
    step = RepairStep.ACCEPT if accepted else RepairStep.TURN_AWAY
    await standing(unit, repair_id, step)
    state = RepairState.VERIFYING if accepted else RepairState.NOT_ACCEPTED
    decided = None if accepted else (unit.clock.now(), reason, None)
    await store.move_repair(unit.connection, repair_id, state, decided)


async def decide(unit: Unit, repair_id: UUID, *, agree: bool, decision: Decision) -> None:
    """Repair a record, so that it is invisible everywhere at once, or say why not (R-CRD-19, 25)."""
    record_id = await standing(unit, repair_id, RepairStep.AGREE if agree else RepairStep.REFUSE)
    state = RepairState.AGREED if agree else RepairState.REFUSED
    decided = unit.clock.now(), decision.reason, decision.proposal_id
    await store.move_repair(unit.connection, repair_id, state, decided)
    if agree:
        await records.to_move(unit, [record_id], Step.REPAIR)
        await records.repair(unit, record_id, decision)


async def object_to(unit: Unit, record_id: UUID, about: str, words: str, by: UUID) -> UUID:
    """Take an objection down; while it is open every answer says so (R-CRD-23)."""
    today, calendar = unit.clock.today(), await _calendar(unit)
    await records.to_move(unit, [record_id], Step.CORRECT)
    new = NewObjection(
        uuid4(), record_id, about, words, today, result_due(today, calendar).date, by
    )
    if not await store.add_objection(unit.connection, new):
        raise Refused(Reason.OBJECTION_OPEN)
    return new.objection_id


async def open_objection(unit: Unit, objection_id: UUID) -> UUID:
    """Lock an objection that nobody has decided; return its record. Raises `Refused`."""
    record_id = await store.lock_objection(unit.connection, objection_id)
    if record_id is None:
        raise Refused(Reason.NOT_FOUND)
    return record_id


async def answer_objection(
    unit: Unit, objection_id: UUID, *, upheld: bool, decision: Decision
) -> None:
    """Say what becomes of an objection; upheld, the record is corrected or withdrawn by its own operation."""
    await open_objection(unit, objection_id)
    await store.decide_objection(
        unit.connection,
        objection_id,
        "upheld" if upheld else "rejected",
        unit.clock.now(),
        decision.reason,
        decision.proposal_id,
    )
