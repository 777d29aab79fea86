"""After a call: what it was about, whether it is solved; what is not is a case until somebody answers it."""

from uuid import UUID

from hotline.errors import Reason, Refused
from hotline.sealed import ANSWER, NOTE
from hotline.store import agents
from hotline.store import notes as store
from hotline.store.notes import Note
from shared.messaging.unit import Unit


async def note(unit: Unit, call_id: UUID, by: UUID, text: str, *, solved: bool) -> None:
    """Write down what a call was about, once; whose last call it was is free again. Raises `Refused`."""
    if not await store.call_exists(unit.connection, call_id):
        raise Refused(Reason.NOT_FOUND)
    sealed = unit.personal_data.seal(text, NOTE, call_id)
    if not await store.add(unit.connection, Note(call_id, unit.clock.now(), by, solved, sealed)):
        raise Refused(Reason.NOTED_ALREADY)
    await agents.free_after_note(unit.connection, by, call_id, unit.clock.now())


async def close(unit: Unit, call_id: UUID, by: UUID, answer: str) -> None:
    """Answer a case; once. Raises `Refused`."""
    found = await store.lock(unit.connection, call_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if found["solved"] or found["closed_at"] is not None:
        raise Refused(Reason.CASE_CLOSED)
    sealed = unit.personal_data.seal(answer, ANSWER, call_id)
    await store.close(unit.connection, call_id, unit.clock.now(), by, sealed)
