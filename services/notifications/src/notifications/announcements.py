"""Every event that notifications makes; pure."""

import uuid
from datetime import datetime

from shared.messages.notifications import (
    BalanceAsked,
    SubscriberPhoneChanged,
    WechatAnswerWritten,
    WechatBulkNoticeRequested,
    WechatNoticeRequested,
)


def balance_asked(person_id: uuid.UUID, now: datetime) -> BalanceAsked:
    """Somebody with this person's phone or WeChat asked for 余额; accounts answers (R-SMS-4)."""
    return BalanceAsked(inquiry_id=uuid.uuid4(), person_id=person_id, asked_at=now)


def notice_requested(
    notice_id: uuid.UUID,
    person_id: uuid.UUID,
    *,
    template: str,
    fields: str,
    not_before: datetime,
    send_before: datetime,
    bulk: bool,
) -> WechatNoticeRequested:
    """A text is to go by WeChat; `bulk` where it is for many at once."""
    event = WechatBulkNoticeRequested if bulk else WechatNoticeRequested
    return event(
        notice_id=notice_id,
        person_id=person_id,
        template=template,
        fields=fields,
        not_before=not_before,
        send_before=send_before,
    )


def answer_written(message_id: uuid.UUID, text: str, page: str) -> WechatAnswerWritten:
    """Somebody who typed something in WeChat is answered there."""
    return WechatAnswerWritten(message_id=message_id, text=text, page=page)


def phone_changed(person_id: uuid.UUID, now: datetime) -> SubscriberPhoneChanged:
    """Somebody's phone on file is another one."""
    return SubscriberPhoneChanged(person_id=person_id, changed_at=now)
