"""WeChat: who is reached by it, what became of what it was asked for, and what people type there."""

import uuid
from collections.abc import Sequence

from notifications import announcements
from notifications.handlers import texts as texting
from notifications.handlers import wordings
from notifications.metrics import PUSHES, TEXTS_RECEIVED
from notifications.rules import conversation
from notifications.rules.commands import Command, understand
from notifications.rules.templates import TEMPLATES
from notifications.store import pushes, subscribers
from notifications.store.pushes import Reach
from shared.messages.accounts import BalanceTold
from shared.messages.wechat import (
    WechatNoticeAccepted,
    WechatNoticeRefused,
    WechatReachChanged,
    WechatTextReceived,
)
from shared.messaging.unit import Received, Unit, events_of


async def know_reach(unit: Unit, batch: Sequence[Received[WechatReachChanged]]) -> None:
    """Remember which texts people can be sent by WeChat."""
    told = [Reach(event.person_id, event.templates, event.version) for event in events_of(batch)]
    await pushes.keep_reach(unit.connection, told)


async def notices_accepted(unit: Unit, batch: Sequence[Received[WechatNoticeAccepted]]) -> None:
    """WeChat took these: they are not texted, or not any more where the text has not left yet."""
    ids = sorted({event.notice_id for event in events_of(batch)})
    both = await pushes.accept(unit.connection, ids, unit.clock.now())
    PUSHES.labels("accepted").inc(len(ids) - both)
    PUSHES.labels("both").inc(both)


async def notices_refused(unit: Unit, batch: Sequence[Received[WechatNoticeRefused]]) -> None:
    """These do not go by WeChat: they are texted."""
    refused = [(event.notice_id, event.reason_code) for event in events_of(batch)]
    texted = await pushes.refuse(unit.connection, refused, unit.clock.now())
    PUSHES.labels("refused").inc(texted)


async def answer_texts(unit: Unit, batch: Sequence[Received[WechatTextReceived]]) -> None:
    """Answer what people typed in WeChat, by the words of 12329."""
    for event in events_of(batch):
        command = understand(event.text)
        TEXTS_RECEIVED.labels(command).inc()
        found = conversation.answer_to(command, bound=event.person_id is not None)
        if event.person_id is not None:
            await _do(unit, command, event.person_id, event.message_id)
        if found is not None:
            unit.emit(announcements.answer_written(event.message_id, found.text, found.page))


async def _do(unit: Unit, command: Command, person_id: uuid.UUID, message_id: uuid.UUID) -> None:
    """Switch optional texts, or ask accounts for the balance."""
    now = unit.clock.now()
    if command in (Command.STOP, Command.START):
        await subscribers.switch_optional_by_person(
            unit.connection, person_id, now, opted_out=command is Command.STOP
        )
    elif command is Command.BALANCE:
        asked = announcements.balance_asked(person_id, now)
        await pushes.ask(unit.connection, asked.inquiry_id, message_id, now)
        unit.emit(asked)


async def answer_balances(unit: Unit, batch: Sequence[Received[BalanceTold]]) -> None:
    """Answer where it was asked: in WeChat, else by text."""
    asked = await pushes.asked(unit.connection, [received.event.inquiry_id for received in batch])
    template = (await wordings.in_force(unit)).of(TEMPLATES[BalanceTold])
    for event in events_of(batch):
        message_id = asked.get(event.inquiry_id)
        if message_id is not None:
            text = template.say(event)
            unit.emit(announcements.answer_written(message_id, text, conversation.ACCOUNT))
    by_text = [received for received in batch if received.event.inquiry_id not in asked]
    await texting.text_persons(unit, by_text)
