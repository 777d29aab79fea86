"""What is to go out is queued; what became of it is told to notifications, which waits for a word."""

import json
from collections import Counter
from collections.abc import Sequence

from shared.messages.notifications import (
    WechatAnswerWritten,
    WechatBulkNoticeRequested,
    WechatNoticeRequested,
)
from shared.messaging.unit import Received, Unit
from wechat import announcements, metrics
from wechat.handlers import incoming as conversation
from wechat.handlers.incoming import Answer
from wechat.rules import businesses, notices
from wechat.rules.outcomes import NOT_SENDABLE, NOTICE, State
from wechat.sealed import CONTENT
from wechat.store import incoming, outgoing
from wechat.store.outgoing import Changed, New


async def queue_notices(unit: Unit, batch: Sequence[Received[WechatNoticeRequested]]) -> None:
    """Queue notices that somebody waits for; one that has no form here is refused at once."""
    await _queue(unit, batch, bulk=False)


async def queue_bulk_notices(
    unit: Unit, batch: Sequence[Received[WechatBulkNoticeRequested]]
) -> None:
    """Queue what is for many at once: it goes when nothing else is due."""
    await _queue(unit, batch, bulk=True)


async def _queue(
    unit: Unit, batch: Sequence[Received[WechatNoticeRequested]], *, bulk: bool
) -> None:
    now = unit.clock.now()
    new = []
    for received in batch:
        event = received.event
        try:
            new.append(_notice(unit, event, received.traceparent, bulk=bulk))
        except (KeyError, ValueError):
            metrics.REFUSED.labels(NOT_SENDABLE).inc()
            unit.emit(announcements.refused(event.notice_id, NOT_SENDABLE, now))
    await outgoing.queue(unit.connection, new, now)


def _notice(unit: Unit, event: WechatNoticeRequested, traceparent: str, *, bulk: bool) -> New:
    layout = notices.LAYOUTS[event.template]
    fields = notices.written(layout, json.loads(event.fields))
    content = json.dumps({"page": layout.page, "fields": fields}, ensure_ascii=False)
    return New(
        event.notice_id, NOTICE, event.person_id, None, layout.notice_class.value,
        unit.personal_data.seal(content, CONTENT, event.notice_id), traceparent,
        event.not_before, event.send_before, bulk,
    )  # fmt: skip


async def queue_answers(unit: Unit, batch: Sequence[Received[WechatAnswerWritten]]) -> None:
    """Queue the answers to what people typed, each to who typed it."""
    senders = await incoming.senders(
        unit.connection, [received.event.message_id for received in batch]
    )
    for received in batch:
        event = received.event
        if event.message_id in senders:
            page = businesses.PAGES.get(event.page, businesses.HELP)
            sender = senders[event.message_id]
            said = Answer(event.message_id, sender, event.text, page, received.traceparent)
            await conversation.answer(unit, said)


def tell(unit: Unit, changed: Sequence[Changed]) -> None:
    """Tell what became of notices."""
    now = unit.clock.now()
    reasons: Counter[str] = Counter()
    for one in changed:
        if one.kind != NOTICE:
            continue
        if one.state is State.ACCEPTED:
            unit.emit(announcements.accepted(one.outgoing_id, now))
        elif one.state is State.REFUSED:
            reason = one.failure or NOT_SENDABLE
            reasons[reason] += 1
            unit.emit(announcements.refused(one.outgoing_id, reason, now))
    for reason, count in reasons.items():
        metrics.REFUSED.labels(reason).inc(count)
