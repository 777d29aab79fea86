"""Loans of somebody who died: listed until staff have settled who repays them (R-WDR-45)."""

from collections.abc import Sequence
from uuid import UUID

from loans.errors import Reason, Refused
from loans.handlers import agreements
from loans.store import deaths as store
from shared.messages.estates import DeathEvent, DeathRecorded, DeathRevoked
from shared.messaging.unit import Received, Unit, events_of


async def recorded(unit: Unit, batch: Sequence[Received[DeathRecorded]]) -> None:
    """Somebody died: the offset agreements end, and staff find out who repays the loans."""
    await _keep(unit, events_of(batch), revoked=False)
    await agreements.end_of_the_dead(unit, batch)


async def revoked(unit: Unit, batch: Sequence[Received[DeathRevoked]]) -> None:
    """The person lives: the loans are as every other; an agreement that ended is signed anew."""
    await _keep(unit, events_of(batch), revoked=True)


async def _keep(unit: Unit, events: Sequence[DeathEvent], *, revoked: bool) -> None:
    once = {event.death_id: event for event in events}
    await store.keep(unit.connection, list(once.values()), unit.clock.today(), revoked=revoked)


async def answer(unit: Unit, death_id: UUID, contract_number: str, text: str, by: UUID) -> None:
    """Keep what was settled about one loan, once; raises `NOT_FOUND` and `DEATH_ANSWERED`."""
    if not await store.concerns(unit.connection, death_id, contract_number):
        raise Refused(Reason.NOT_FOUND)
    now = unit.clock.now()
    settled = store.Settled(death_id, contract_number, text, by, now)
    if not await store.answer(unit.connection, settled):
        raise Refused(Reason.DEATH_ANSWERED)
