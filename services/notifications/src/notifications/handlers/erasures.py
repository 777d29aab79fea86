"""Messages in: somebody is forgotten (个人信息保护法 art. 47): no text goes there any more."""

from collections.abc import Sequence

from notifications.store import erasures as store
from shared.messages.accounts import IndividualAccountOpened
from shared.messages.erasures import PersonErased
from shared.messages.gateway import PersonPhoneChanged
from shared.messaging.unit import Received, Unit, events_of


async def erased(unit: Unit, batch: Sequence[Received[PersonErased]]) -> None:
    """Forget phones and preferences, once; a phone that came back since stays."""
    await store.forget(unit.connection, await store.keep(unit.connection, events_of(batch)))


async def openings_since(
    unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]
) -> list[Received[IndividualAccountOpened]]:
    """Leave out accounts that were opened before their person was forgotten."""
    people = [one.event.person_id for one in batch]
    opened_on = [one.event.opened_on for one in batch]
    late = await store.late(unit.connection, people, opened_on, [None] * len(batch))
    return [one for position, one in enumerate(batch) if position not in late]


async def changes_since(
    unit: Unit, batch: Sequence[Received[PersonPhoneChanged]]
) -> list[Received[PersonPhoneChanged]]:
    """Leave out phones that were told before their person was forgotten."""
    people = [one.event.person_id for one in batch]
    changed_at = [one.event.changed_at for one in batch]
    late = await store.late(unit.connection, people, [None] * len(batch), changed_at)
    return [one for position, one in enumerate(batch) if position not in late]
