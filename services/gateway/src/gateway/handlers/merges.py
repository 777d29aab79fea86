"""Two accounts of one person are merged (合并, R-ACC-8): nobody logs in as the one who has gone any more."""

from collections.abc import Sequence

from gateway.clock import now_of
from gateway.store import identities, open_sessions
from shared.messages.merges import PersonMerged
from shared.messaging.unit import Received, Unit, events_of

DISABLED = "disabled"


async def merged(unit: Unit, batch: Sequence[Received[PersonMerged]]) -> None:
    """End the logins with the number that goes; the person logs in with the one that stays.

    Who is not known yet waits for the event that makes them known: it would let them log in.
    """
    now = now_of(unit.context)
    for received, event in zip(batch, events_of(batch), strict=True):
        identity_id = await identities.citizen_of(unit.connection, event.goes_person_id)
        if identity_id is None:
            unit.retry_later(received, "who goes is not known yet")
            continue
        found = await identities.identity_by_id(unit.connection, identity_id)
        if found is None or found.disabled_at is not None:
            continue
        data = unit.personal_data
        await identities.change(unit.connection, data, identity_id, disabled_at=now)
        await open_sessions.end_all(unit.connection, identity_id, now, DISABLED)
