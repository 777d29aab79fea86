"""Which phone a person has, as the gateway says: nobody else is brought in with it (R-INF-2)."""

from collections.abc import Sequence

from accounts.sealed import PERSON_PHONE
from accounts.store import employers
from accounts.store import phones as store
from accounts.store.phones import ChangedPhone
from shared.messages.gateway import PersonPhoneChanged
from shared.messaging.unit import Received, Unit, events_of


async def changed(unit: Unit, batch: Sequence[Received[PersonPhoneChanged]]) -> None:
    """Keep people's phones; what is older than known is ignored."""
    data = unit.personal_data
    told = [
        ChangedPhone(
            event.person_id,
            data.seal(event.phone, PERSON_PHONE, event.person_id),
            data.lookup_hash(event.phone),
            event.changed_at,
        )
        for event in events_of(batch)
    ]
    await employers.hold_phones(unit.connection)
    await store.change(unit.connection, told)
