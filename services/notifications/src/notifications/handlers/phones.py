"""Messages in: the phone on file of a person is another one; texts go there now, and both are told."""

from collections.abc import Sequence
from dataclasses import replace

from notifications import announcements
from notifications.handlers import erasures
from notifications.handlers.texts import new_text, queue, recipient_by_phone
from notifications.rules.templates import PHONE_CHANGED, PhoneChange
from notifications.sealed import SUBSCRIBER_PHONE
from notifications.store import subscribers
from notifications.store.subscribers import Subscriber
from notifications.store.texts import NewText
from shared.messages.gateway import PersonPhoneChanged
from shared.messaging.unit import Received, Unit, events_of


async def changed(unit: Unit, batch: Sequence[Received[PersonPhoneChanged]]) -> None:
    """Follow changes, whichever is heard first; whoever had the phone before learns it too (R-INF-3)."""
    batch = await erasures.changes_since(unit, batch)
    now = unit.clock.now()
    known = [_subscriber(unit, event) for event in events_of(batch)]
    for person_id in await subscribers.keep(unit.connection, unit.personal_data, known):
        unit.emit(announcements.phone_changed(person_id, now))
    await queue(unit, [text for received in batch for text in _told(unit, received)])


def _subscriber(unit: Unit, event: PersonPhoneChanged) -> Subscriber:
    recipient = recipient_by_phone(unit.personal_data, event.phone)
    return Subscriber(
        person_id=event.person_id,
        phone_sealed=unit.personal_data.seal(recipient.phone, SUBSCRIBER_PHONE, event.person_id),
        phone_hash=recipient.phone_hash,
        phone_tail=recipient.phone_tail,
        known_since=unit.clock.today(),
        phone_changed_at=event.changed_at,
    )


def _told(unit: Unit, received: Received[PersonPhoneChanged]) -> list[NewText]:
    """Write to both phones; only the new one is the person's now."""
    event, data = received.event, unit.personal_data
    new = replace(recipient_by_phone(data, event.phone), person_id=event.person_id)
    old = recipient_by_phone(data, event.phone_before) if event.phone_before else None
    tails = (old.phone_tail if old else "", new.phone_tail)
    return [
        new_text(
            unit,
            PHONE_CHANGED,
            source=f"{event.type}/{event.change_id}",
            about=event.subject,
            recipient=recipient,
            traceparent=received.traceparent,
            fact=PhoneChange(*tails, at_old=recipient is old),
        )
        for recipient in (new, old)
        if recipient is not None
    ]
