"""What the gateway says of staff: nobody can be decided for by who is not there any more."""

from collections.abc import Sequence

from shared.identity.principal import Role
from shared.messages.gateway import StaffChanged
from shared.messaging.consumer import Consumer, hearing
from shared.messaging.topology import KNOW_STAFF
from shared.messaging.unit import Received, Unit, events_of
from shared.proposals import store
from shared.proposals.rules import Standing


async def know_staff(unit: Unit, batch: Sequence[Received[StaffChanged]]) -> None:
    """Keep how staff stand; events may repeat and overtake each other."""
    told = {
        (event.identity_id, event.changed_at): Standing(
            Role(event.role), event.active, event.person_id, event.since
        )
        for event in events_of(batch)
    }
    await store.keep_standings(unit.connection, told)


def consumer_of(service: str) -> Consumer:
    """Make the consumer of a service's queue of what the gateway says of staff."""
    return hearing(KNOW_STAFF[service], know_staff)
