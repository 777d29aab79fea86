"""Nobody logs in as somebody who has died (R-WDR-45): neither as a citizen nor in any other capacity."""

from collections.abc import Sequence

from gateway.clock import now_of
from gateway.store import deaths as store
from shared.messages.estates import DeathEvent, DeathRecorded, DeathRevoked
from shared.messaging.unit import Received, Unit, events_of


async def recorded(unit: Unit, batch: Sequence[Received[DeathRecorded]]) -> None:
    """End every session; no new one begins."""
    deaths = _once(events_of(batch))
    await store.keep(unit.connection, deaths, revoked=False)
    people = [death.person_id for death in deaths]
    await store.end_sessions(unit.connection, people, now_of(unit.context))


async def revoked(unit: Unit, batch: Sequence[Received[DeathRevoked]]) -> None:
    """It was recorded wrongly: the person logs in again."""
    await store.keep(unit.connection, _once(events_of(batch)), revoked=True)


def _once(events: Sequence[DeathEvent]) -> list[DeathEvent]:
    return list({event.death_id: event for event in events}.values())
