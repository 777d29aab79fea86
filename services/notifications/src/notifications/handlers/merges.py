"""Messages in: two accounts of one person were merged; whoever has either phone learns it (R-ACC-8)."""

from collections.abc import Sequence

from notifications.handlers import wordings
from notifications.handlers.texts import new_text, queue
from notifications.rules.merges import PERSON_MERGED
from notifications.store import subscribers
from notifications.store.texts import NewText
from shared.messages.merges import PersonMerged
from shared.messaging.unit import Received, Unit, events_of


async def merged(unit: Unit, batch: Sequence[Received[PersonMerged]]) -> None:
    """Text the phone of who stays and, where it is another one, the phone of who has gone."""
    people = [
        person
        for event in events_of(batch)
        for person in (event.stays_person_id, event.goes_person_id)
    ]
    known = await subscribers.recipients_of(unit.connection, unit.personal_data, people)
    template = (await wordings.in_force(unit)).of(PERSON_MERGED)
    written: list[NewText] = []
    for received in batch:
        event = received.event
        found = [known.get(event.stays_person_id), known.get(event.goes_person_id)]
        if None in found:
            unit.retry_later(received, "one of the two is not known yet")
            continue
        phones = {one.phone_hash: one for one in reversed(found) if one is not None}
        written += [
            new_text(
                unit,
                template,
                source=f"{event.type}/{event.merge_id}/{recipient.person_id}",
                about=event.subject,
                recipient=recipient,
                traceparent=received.traceparent,
                fact=event,
            )
            for recipient in phones.values()
            if not recipient.deceased
        ]
    await queue(unit, written)
