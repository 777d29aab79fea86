"""Disputes (异议) about booked rows and balances: first the bank answers, then the centre (R-QRY-4)."""

from datetime import date
from uuid import UUID, uuid4

from accounts import deposit_announcements
from accounts.errors import Reason, Refused
from accounts.metrics import DISPUTES_LATE
from accounts.rules.dispute import DisputeState, answer_by, may_object
from accounts.sealed import DISPUTE_OBJECTION, DISPUTE_WORDS
from accounts.store import disputes as store
from accounts.store.disputes import NewDispute
from accounts.views import disputes as views
from shared.identity.principal import Principal
from shared.messaging import working_days
from shared.messaging.unit import Context, Unit


async def dispute(unit: Unit, person_id: UUID, entry_id: int | None, words: str) -> UUID:
    """Keep a dispute about a row of one's own; raises `NOT_FOUND`, `DISPUTE_OPEN`."""
    number = await store.disputed(unit.connection, person_id, entry_id)
    if number is None:
        raise Refused(Reason.NOT_FOUND)
    new_id, due_on = uuid4(), await _answer_by(unit)
    sealed = unit.personal_data.seal(words, DISPUTE_WORDS, new_id)
    new = NewDispute(new_id, person_id, number, entry_id, sealed, unit.clock.now(), due_on)
    if not await store.add(unit.connection, new):
        raise Refused(Reason.DISPUTE_OPEN)
    unit.emit(deposit_announcements.dispute_made(new_id, person_id, number, due_on))
    return new_id


async def object_(unit: Unit, person_id: UUID, dispute_id: UUID, words: str) -> None:
    """Take one's own dispute to the centre; raises `NOT_FOUND`, `DISPUTE_STATE`."""
    found = await store.lock(unit.connection, dispute_id)
    if found is None or found["person_id"] != person_id:
        raise Refused(Reason.NOT_FOUND)
    state, today = DisputeState(found["state"]), unit.clock.today()
    if not may_object(state, found["due_on"], today):
        raise Refused(Reason.DISPUTE_STATE, state=state.text)
    due_on = await _answer_by(unit)
    sealed = unit.personal_data.seal(words, DISPUTE_OBJECTION, dispute_id)
    await store.object_(unit.connection, dispute_id, unit.clock.now(), sealed, due_on)


async def _answer_by(unit: Unit) -> date:
    today = unit.clock.today()
    calendar = await working_days.read(unit.connection, (today.year, today.year + 1))
    return answer_by(today, calendar)


async def answer(unit: Unit, dispute_id: UUID, text: str, by: Principal) -> None:
    """Enter the bank's answer, or give the centre's; raises `NOT_FOUND`, `OWN_DISPUTE`, `DISPUTE_STATE`."""
    found = await store.lock(unit.connection, dispute_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if by.own_person_id == found["person_id"]:
        raise Refused(Reason.OWN_DISPUTE)
    state = DisputeState(found["state"])
    if not state.waits:
        raise Refused(Reason.DISPUTE_STATE, state=state.text)
    by_bank = state is DisputeState.AT_BANK
    staff = (by.identity_id, by.name)
    await store.answer(unit.connection, dispute_id, text, staff, unit.clock.now(), by_bank=by_bank)
    person_id, number = found["person_id"], found["account_number"]
    unit.emit(
        deposit_announcements.dispute_answered(dispute_id, person_id, number, by_bank=by_bank)
    )


async def measure(context: Context) -> None:
    """Show how many answers are late."""
    DISPUTES_LATE.set(await views.late(context.pool, context.clock.today()))
