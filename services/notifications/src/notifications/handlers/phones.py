"""Messages in: the phone on file of a person is another one; texts go there now, and both are told."""

from collections.abc import Sequence
from dataclasses import replace

from notifications import announcements
from notifications.handlers.texts import new_text, queue, recipient_by_phone, source_of
from notifications.rules.templates import TEMPLATES
from notifications.sealed import SUBSCRIBER_PHONE
from notifications.store import subscribers
from notifications.store.subscribers import Recipient, Subscriber
from notifications.store.texts import NewText
from shared.messages.gateway import PersonPhoneChanged
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData


async def changed(unit: Unit, batch: Sequence[Received[PersonPhoneChanged]]) -> None:
    """Follow changes, whichever is heard first; whoever had the phone before learns it too (R-INF-3)."""
    data, now = unit.personal_data, unit.clock.now()
    known = [_subscriber(unit, event) for event in events_of(batch)]
    for person_id in await subscribers.keep(unit.connection, known):
        unit.emit(announcements.phone_changed(person_id, now))
    await queue(
        unit,
        [
            _told(unit, received, recipient)
            for received in batch
            for recipient in _both(data, received.event)
        ],
    )


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


def _both(data: PersonalData, event: PersonPhoneChanged) -> list[Recipient]:
    """Both phones; only the new one is the person's."""
    after = replace(recipient_by_phone(data, event.phone), person_id=event.person_id)
    return [after, recipient_by_phone(data, event.phone_before)] if event.phone_before else [after]


def _told(unit: Unit, received: Received[PersonPhoneChanged], recipient: Recipient) -> NewText:
    event, template = received.event, TEMPLATES[PersonPhoneChanged]
    return new_text(
        unit,
        template,
        source=source_of(template, event),
        about=event.subject,
        recipient=recipient,
        traceparent=received.traceparent,
        fact=event,
    )
