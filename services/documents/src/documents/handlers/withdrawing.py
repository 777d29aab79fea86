"""An issued document is declared void (作废), by two people."""

from uuid import UUID

from documents import announcements
from documents.domain import DocumentState
from documents.errors import Reason, Refused
from documents.process import DOCUMENT, Step
from documents.store import documents as store
from shared.messaging.states import IllegalMove
from shared.messaging.unit import Unit


async def issued(unit: Unit, number: str) -> tuple[UUID, str]:
    """Lock a document that can be withdrawn; return whose it is and of which kind; raises `Refused`."""
    found = await store.lock_state(unit.connection, number)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    person_id, kind, state = found
    if person_id is None:  # What another centre told is not ours to withdraw.
        raise Refused(Reason.NOT_FOUND)
    _demand_issued(state)
    return person_id, kind


def _demand_issued(state: DocumentState) -> None:
    try:
        DOCUMENT.target_of(state, Step.WITHDRAW)
    except IllegalMove as error:
        raise Refused(Reason.NOT_ISSUED) from error


async def withdraw(unit: Unit, number: str, reason: str, proposal_id: UUID) -> None:
    """Declare it void; the check says so from now on."""
    person_id, _ = await issued(unit, number)
    now = unit.clock.now()
    await store.withdraw(unit.connection, number, now, reason, proposal_id)
    unit.emit(announcements.withdrawn(number, person_id, now))
