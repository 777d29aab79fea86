"""No text goes to the dead (R-WDR-45): their phone is somebody else's now, or will be."""

from collections.abc import Sequence

from notifications.store import subscribers
from shared.messages.estates import DeathEvent, DeathRecorded, DeathRevoked
from shared.messaging.unit import Received, Unit, events_of


async def recorded(unit: Unit, batch: Sequence[Received[DeathRecorded]]) -> None:
    """Text them nothing any more."""
    await subscribers.keep_deaths(unit.connection, _once(events_of(batch)), revoked=False)


async def revoked(unit: Unit, batch: Sequence[Received[DeathRevoked]]) -> None:
    """It was recorded wrongly: they are texted as before."""
    await subscribers.keep_deaths(unit.connection, _once(events_of(batch)), revoked=True)


def _once(events: Sequence[DeathEvent]) -> list[DeathEvent]:
    return list({event.death_id: event for event in events}.values())
