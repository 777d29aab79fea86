"""Citizens' texts to 12329: read, kept, answered.

The phone is all that says who is asking: a balance goes to the phone on file, with the account by
its tail digits only (R-SMS-4).
"""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta

from notifications import announcements
from notifications.carriers import ReceivedText
from notifications.handlers import texts as texting
from notifications.handlers import wordings
from notifications.metrics import TEXTS_RECEIVED
from notifications.rules.commands import Command, business_of, understand, understand_torn
from notifications.rules.replies import reply_to
from notifications.rules.template import Template
from notifications.sealed import MO_BODY, MO_PHONE
from notifications.settings import Settings
from notifications.store import incoming, subscribers
from notifications.store.incoming import IncomingText, Recent
from notifications.store.subscribers import Recipient
from notifications.store.texts import NewText
from shared.messaging.unit import Unit

SUBJECT_MO = "mo"


async def answer_texts(
    unit: Unit[Settings], received: Sequence[ReceivedText], now: datetime
) -> None:
    """Keep the texts and queue their answers; a repeated text is answered once."""
    texts = [_incoming(unit, text) for text in received]
    answered = await _to_be_answered(unit, texts, now)
    await incoming.keep(unit.connection, list(zip(texts, answered, strict=True)), now)
    await _switch_optional(unit, texts, now)
    await _answer(unit, [text for text, yes in zip(texts, answered, strict=True) if yes], now)


def _incoming(unit: Unit, received: ReceivedText) -> IncomingText:
    command = (understand if received.whole else understand_torn)(received.body)
    TEXTS_RECEIVED.labels(command).inc()
    mo_id, seal = uuid.uuid4(), unit.personal_data.seal
    return IncomingText(
        mo_id=mo_id,
        phone=received.phone.value,
        phone_sealed=seal(received.phone.value, MO_PHONE, mo_id),
        phone_hash=unit.personal_data.lookup_hash(received.phone.value),
        phone_tail=received.phone.tail,
        body_sealed=seal(received.body, MO_BODY, mo_id),
        body_hash=unit.personal_data.lookup_hash(received.body),
        command=command,
        about=business_of(received.body),
    )


async def _to_be_answered(
    unit: Unit[Settings], texts: Sequence[IncomingText], now: datetime
) -> list[bool]:
    """Leave out what came twice, and phones that had their share of answers, or of menus for no command."""
    settings = unit.context.settings
    recent = await incoming.recent_from_phones(
        unit.connection,
        list({text.phone_hash for text in texts}),
        now - timedelta(seconds=settings.reply_repeat_seconds),
        now - timedelta(hours=1),
    )
    decided = []
    for text in texts:
        phone = recent.setdefault(text.phone_hash, Recent())
        unknown = text.command == Command.UNKNOWN
        yes = (
            text.body_hash not in phone.bodies
            and phone.answers < settings.replies_per_hour
            and not (unknown and phone.menus >= settings.menus_per_hour)
        )
        phone.bodies.add(text.body_hash)
        phone.answers += yes
        phone.menus += yes and unknown
        decided.append(yes)
    return decided


async def _answer(unit: Unit, texts: Sequence[IncomingText], now: datetime) -> None:
    if not texts:
        return
    known = await subscribers.persons_by_phone(unit.connection, [text.phone_hash for text in texts])
    said = await wordings.in_force(unit)
    replies: list[NewText] = []
    for text in texts:
        persons = known.get(text.phone_hash, [])
        template = reply_to(Command(text.command), known=bool(persons), about=text.about)
        if template is None:
            _ask_balance(unit, persons, now)
        else:
            replies.append(_reply(unit, said.of(template), text, now))
    await texting.queue(unit, replies)


def _ask_balance(unit: Unit, persons: Sequence[uuid.UUID], now: datetime) -> None:
    """Ask accounts; who shares a phone gets one answer each."""
    for person_id in persons:
        unit.emit(announcements.balance_asked(person_id, now))


async def _switch_optional(unit: Unit, texts: Sequence[IncomingText], now: datetime) -> None:
    """The last of several switches from one phone holds, whether it gets an answer or not."""
    last = {
        text.phone_hash: text.command
        for text in texts
        if text.command in (Command.STOP, Command.START)
    }
    for command in (Command.STOP, Command.START):
        phones = [phone for phone, wanted in last.items() if wanted == command]
        if phones:
            await subscribers.switch_optional_by_phone(
                unit.connection, phones, now, opted_out=command == Command.STOP
            )


def _reply(unit: Unit, template: Template, text: IncomingText, now: datetime) -> NewText:
    return texting.new_text(
        unit,
        template,
        source=f"{SUBJECT_MO}/{text.mo_id}",
        about=str(text.mo_id),
        recipient=Recipient(text.phone, text.phone_hash, text.phone_tail),
        expires_at=texting.expiry_of(template, now),
    )
