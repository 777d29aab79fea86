"""Messages in: subscribers become known, facts become rows of `text` and `delivery`; nothing is sent here."""

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from notifications import announcements
from notifications.handlers import erasures, otherwise, wordings
from notifications.handlers.otherwise import NOWHERE
from notifications.rules import segments
from notifications.rules.bookings import (
    CONTRIBUTION_BOOKED,
    INTEREST_SETTLED,
    Deposit,
    Interest,
)
from notifications.rules.spreading import spread
from notifications.rules.template import Priority, Template
from notifications.rules.templates import PHONE_CHANGED, TEMPLATES, PhoneChange
from notifications.sealed import SPARE_FIELDS, SUBSCRIBER_PHONE, TEXT_BODY, TEXT_PHONE
from notifications.settings import settings_of
from notifications.store import erasures as erased
from notifications.store import subscribers, texts
from notifications.store.subscribers import Recipient, Subscriber
from notifications.store.texts import Choice, NewText, Notice
from shared.base.identifiers import Phone
from shared.messages.accounts import EmployerReminded, IndividualAccountOpened
from shared.messages.changes import EmployerAsked, HardshipAnswered
from shared.messages.deposits import ContributionsBooked, InterestSettled
from shared.messages.estates import DeathRevoked
from shared.messages.registrations import RegistrationAnswered
from shared.messaging.unit import Received, Unit, events_of
from shared.sealing.personal_data import PersonalData


async def know_subscribers(unit: Unit, batch: Sequence[Received[IndividualAccountOpened]]) -> None:
    """Remember the phone on file of new account holders; whose is another one now is told, at both."""
    batch = await erasures.openings_since(unit, batch)
    data = unit.personal_data
    now = unit.clock.now()
    known = [
        Subscriber(
            person_id=event.person_id,
            phone_sealed=data.seal(phone.value, SUBSCRIBER_PHONE, event.person_id),
            phone_hash=data.lookup_hash(phone.value),
            phone_tail=phone.tail,
            known_since=event.opened_on,
        )
        for event in events_of(batch)
        if (phone := Phone.parse(event.phone))
    ]
    before = await subscribers.keep(unit.connection, data, known)
    for person_id in before:
        unit.emit(announcements.phone_changed(person_id, now))
    await _text_moved(unit, before, batch)


async def _text_moved(
    unit: Unit,
    before: Mapping[uuid.UUID, Recipient],
    batch: Sequence[Received[IndividualAccountOpened]],
) -> None:
    """Queue the warning to the phone of before and to that of now; no preference silences it (R-SMS-3)."""
    template = (await wordings.in_force(unit)).of(PHONE_CHANGED)
    after = await subscribers.recipients_of(unit.connection, unit.personal_data, before)
    opened = {(one.event.person_id, Phone.parse(one.event.phone).value): one for one in batch}
    warnings = []
    for person_id, new in after.items():
        old, told = before[person_id], opened[person_id, new.phone]
        source = f"{told.event.type}/{told.event.account_number}/{PHONE_CHANGED.name}"
        for recipient in () if new.deceased else (old, new):
            one = PhoneChange(old.phone_tail, new.phone_tail, at_old=recipient is old)
            warnings.append(
                new_text(
                    unit,
                    template,
                    source=f"{source}/{'old' if one.at_old else 'new'}",
                    about=told.event.subject,
                    recipient=recipient,
                    traceparent=told.traceparent,
                    fact=one,
                )
            )
    await queue(unit, warnings)


async def text_employers(
    unit: Unit,
    batch: Sequence[
        Received[EmployerReminded | EmployerAsked | HardshipAnswered | RegistrationAnswered]
    ],
) -> None:
    """Queue texts to the operators of employers, except what phones switched off that may be."""
    addressed = [
        (received, recipient_by_phone(unit.personal_data, received.event.phone))
        for received in batch
    ]
    silent = await subscribers.phones_opted_out(
        unit.connection, [recipient.phone_hash for _, recipient in addressed]
    )
    said = await wordings.in_force(unit)
    reminders = [
        new_text(
            unit,
            said.of(TEMPLATES[type(received.event)]),
            source=source_of(TEMPLATES[type(received.event)], received.event),
            about=received.event.subject,
            recipient=recipient,
            traceparent=received.traceparent,
            fact=received.event,
        )
        for received, recipient in addressed
        if TEMPLATES[type(received.event)].mandatory or recipient.phone_hash not in silent
    ]
    await queue(unit, reminders)


async def text_persons(unit: Unit, batch: Sequence[Received[Any]]) -> None:
    """Queue the text of each fact that is about a person, except what the person switched off."""
    people = [received for received in batch if received.event.person_id is not None]
    recipients = await subscribers.recipients_of(
        unit.connection, unit.personal_data, [event.person_id for event in events_of(people)]
    )
    ways = await otherwise.ways_of(unit, recipients)
    said, now = await wordings.in_force(unit), unit.clock.now()
    missing = {event.person_id for event in events_of(people)} - recipients.keys()
    gone = await erased.among(unit.connection, missing) if missing else frozenset()
    written = []
    for received in people:
        event = received.event
        template = said.of(TEMPLATES[type(event)])
        recipient = recipients.get(event.person_id)
        if recipient is None and event.person_id in gone:
            continue
        if recipient is None:
            unit.retry_later(received, "the person is not known yet")
        elif recipient.deceased and not isinstance(event, DeathRevoked):
            continue
        elif ways.wanted(template, recipient):
            source, expiry = source_of(template, event), expiry_of(template, now)
            written.append(
                new_text(
                    unit, template, source=source, about=event.subject, recipient=recipient,
                    traceparent=received.traceparent, fact=event, expires_at=expiry,
                    reach=ways.first(template, event.person_id),
                    spare=ways.spare(template, event.person_id),
                )
            )  # fmt: skip
    await queue(unit, written)


@dataclass(frozen=True)
class Told:
    """A fact about one person among the many of an event."""

    person_id: uuid.UUID
    source: str
    about: str
    fact: object


async def text_deposits(unit: Unit, batch: Sequence[Received[ContributionsBooked]]) -> None:
    """Queue the text of everybody whose deposit was booked, except of whom is unknown or wants none."""
    told = [
        Told(
            one.person_id,
            f"{event.type}/{event.booking_id}/{one.person_id}",
            event.subject,
            Deposit(one, event.back_payment),
        )
        for event in events_of(batch)
        for one in event.people
    ]
    await _text_many(unit, CONTRIBUTION_BOOKED, told)


async def text_interest(unit: Unit, batch: Sequence[Received[InterestSettled]]) -> None:
    """Queue the text of everybody whose yearly interest was settled, with the same exceptions."""
    told = [
        Told(
            one.person_id,
            f"{event.type}/{event.fund_year}/{one.person_id}",
            event.subject,
            Interest(one, event.fund_year),
        )
        for event in events_of(batch)
        for one in event.people
    ]
    await _text_many(unit, INTEREST_SETTLED, told)


async def _text_many(unit: Unit, template: Template, told: Sequence[Told]) -> None:
    people = [one.person_id for one in told]
    recipients = await subscribers.recipients_of(unit.connection, unit.personal_data, people)
    ways = await otherwise.ways_of(unit, recipients)
    template = (await wordings.in_force(unit)).of(template)
    expires_at = expiry_of(template, unit.clock.now())
    await queue(
        unit,
        [
            new_text(
                unit,
                template,
                source=one.source,
                about=one.about,
                recipient=recipient,
                fact=one.fact,
                expires_at=expires_at,
                reach=ways.first(template, one.person_id),
                spare=ways.spare(template, one.person_id),
            )
            for one in told
            if (recipient := recipients.get(one.person_id))
            and not recipient.deceased
            and ways.wanted(template, recipient)
        ],
    )


async def queue(unit: Unit, written: Sequence[NewText]) -> None:
    """Queue texts, if there are any; wechat is asked about those that it may deliver."""
    if not written:
        return
    settings = settings_of(unit.context)
    choice = Choice(settings.routes, settings.default_route, unit.clock.today())
    asked = await texts.queue(unit.connection, written, choice, unit.clock.now())
    for text in written:
        if text.text_id in asked and text.notice is not None and text.recipient.person_id:
            unit.emit(
                announcements.notice_requested(
                    text.text_id,
                    text.recipient.person_id,
                    template=text.template,
                    fields=text.notice.fields,
                    not_before=text.notice.not_before,
                    send_before=text.notice.send_before,
                    bulk=text.priority >= Priority.BULK,
                )
            )


def new_text(
    unit: Unit,
    template: Template,
    *,
    source: str,
    about: str,
    recipient: Recipient,
    traceparent: str = "",
    fact: object = None,
    expires_at: datetime | None = None,
    reach: frozenset[str] = NOWHERE,
    spare: bool = False,
) -> NewText:
    """Write a text about a fact; `reach` are the texts that its recipient is sent by WeChat first.

    With `spare` what it is made of is kept: WeChat follows where the text does not arrive.
    """
    body, text_id = template.write(fact), uuid.uuid4()
    now = unit.clock.now()
    not_before = spread(source, now) if template.spread else None
    by_wechat = template.name in reach
    return NewText(
        text_id=text_id,
        source=source,
        template=template.name,
        about=about,
        recipient=recipient,
        phone_sealed=unit.personal_data.seal(recipient.phone, TEXT_PHONE, text_id),
        body_sealed=unit.personal_data.seal(body, TEXT_BODY, text_id),
        segments=segments.count(body),
        priority=template.priority,
        traceparent=traceparent,
        expires_at=expires_at,
        not_before=not_before,
        notice=_notice(unit, template, fact, not_before or now) if by_wechat else None,
        spare_sealed=unit.personal_data.seal(_fields(template, fact), SPARE_FIELDS, text_id)
        if spare
        else None,
    )


def _fields(template: Template, fact: object) -> str:
    return json.dumps(template.facts_of(fact), ensure_ascii=False)


def _notice(unit: Unit, template: Template, fact: object, not_before: datetime) -> Notice:
    """Write a text for WeChat, and until when it waits for an answer."""
    settings = settings_of(unit.context)
    return Notice(
        fields=_fields(template, fact),
        not_before=not_before,
        send_before=not_before + timedelta(seconds=settings.wechat_send_seconds),
        answer_by=not_before + timedelta(seconds=settings.wechat_answer_seconds),
    )


def source_of(template: Template, event: Any) -> str:
    """Name the fact: the same fact told twice has the same name."""
    return f"{event.type}/{template.key(event)}"


def expiry_of(template: Template, now: datetime) -> datetime | None:
    """When a text is not worth sending any more."""
    return now + template.valid_for if template.valid_for is not None else None


def recipient_by_phone(
    personal_data: PersonalData, named: str, person_id: uuid.UUID | None = None
) -> Recipient:
    """Address a phone that an event names itself."""
    phone = Phone.parse(named)
    return Recipient(phone.value, personal_data.lookup_hash(phone.value), phone.tail, person_id)
