"""Somebody was called back (回电)."""

from uuid import UUID

from hotline.errors import Reason, Refused
from hotline.store import call_backs as store
from shared.messaging.unit import Unit


async def finish(unit: Unit, call_id: UUID, by: UUID, outcome: str) -> None:
    """Keep who called back, and whether somebody answered; raises `Refused`."""
    found = await store.lock(unit.connection, call_id)
    if found is None:
        raise Refused(Reason.NOT_FOUND)
    if found["done_at"] is not None:
        raise Refused(Reason.CALL_BACK_DONE)
    await store.finish(unit.connection, call_id, unit.clock.now(), by, outcome)
