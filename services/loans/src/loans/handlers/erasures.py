"""Somebody is to be forgotten (个人信息保护法 art. 47): loans says whether a loan still needs them."""

from collections.abc import Sequence

from loans.store import erasures as store
from shared.messages.erasures import ErasureAsked, LoansErasureTold
from shared.messaging.unit import Received, Unit, events_of


async def asked(unit: Unit, batch: Sequence[Received[ErasureAsked]]) -> None:
    """Say it as it stands now, each time it is asked."""
    events = {event.erasure_id: event for event in events_of(batch)}
    found = await store.standing(unit.connection, [one.person_id for one in events.values()])
    for event in events.values():
        under_way, settled_on = found.get(event.person_id, (False, None))
        unit.emit(
            LoansErasureTold(
                erasure_id=event.erasure_id,
                person_id=event.person_id,
                under_way=under_way,
                last_settled_on=settled_on,
            )
        )
