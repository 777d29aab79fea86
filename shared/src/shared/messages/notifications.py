"""Facts of the notifications service: what was asked, what goes by WeChat, whose phone is another one."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, SealedTo


class NotificationsEvent(Event):
    """Published by notifications."""

    owner: ClassVar[str] = "notifications"


class BalanceAsked(NotificationsEvent):
    """A citizen asked for the balance: by 余额 or YE from the phone on file, or from a bound WeChat."""

    type: ClassVar[str] = "balance.asked.v1"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    person_id: UUID
    asked_at: AwareDatetime
    """When the text came in."""


class WechatNoticeRequested(NotificationsEvent):
    """A notice is to reach a person by WeChat; until there is an answer it goes no other way."""

    type: ClassVar[str] = "wechat_notice.requested.v1"
    subject_field: ClassVar[str] = "notice_id"

    notice_id: UUID
    person_id: UUID
    template: str
    """Name of the text."""
    fields: Annotated[str, SealedTo("wechat")]
    """What the text is made of, a JSON object of strings; tail digits only (R-SMS-4)."""
    not_before: AwareDatetime
    """From when on it may go."""
    send_before: AwareDatetime
    """WeChat is not given it later than this; then the answer is that it was refused."""


class WechatBulkNoticeRequested(WechatNoticeRequested):
    """The same, of what is for many at once: no notice that somebody waits for stands behind it."""

    type: ClassVar[str] = "wechat_bulk_notice.requested.v1"


class WechatAnswerWritten(NotificationsEvent):
    """The answer to what somebody typed into the official account."""

    type: ClassVar[str] = "wechat_answer.written.v1"
    subject_field: ClassVar[str] = "message_id"

    message_id: UUID
    """What it answers."""
    text: Annotated[str, SealedTo("wechat")]
    page: str
    """Which page of the hall goes with it: `account`, `texts`, `bind` or `help`."""


class SubscriberPhoneChanged(NotificationsEvent):
    """The phone on file of a person is another one."""

    type: ClassVar[str] = "subscriber_phone.changed.v1"
    subject_field: ClassVar[str] = "person_id"

    person_id: UUID
    changed_at: AwareDatetime
    """When it came to be known."""


EVENTS = (
    BalanceAsked,
    WechatNoticeRequested,
    WechatBulkNoticeRequested,
    WechatAnswerWritten,
    SubscriberPhoneChanged,
)
