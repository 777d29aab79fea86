"""Facts of the WeChat official account: what came in, what became of a notice, who can be reached by it."""

from typing import Annotated, ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, SealedTo


class WechatEvent(Event):
    """Published by wechat."""

    owner: ClassVar[str] = "wechat"


class WechatTextReceived(WechatEvent):
    """Somebody typed something into the official account; whoever owns the words answers."""

    type: ClassVar[str] = "wechat_text.received.v1"
    subject_field: ClassVar[str] = "message_id"

    message_id: UUID
    person_id: UUID | None
    """Whom the WeChat user is bound to; none where to nobody."""
    text: Annotated[str, SealedTo("notifications")]
    """What was typed."""
    received_at: AwareDatetime
    """When it came in."""


class WechatNoticeAccepted(WechatEvent):
    """WeChat took a notice: it needs no other way."""

    type: ClassVar[str] = "wechat_notice.accepted.v1"
    subject_field: ClassVar[str] = "notice_id"

    notice_id: UUID
    accepted_at: AwareDatetime
    """When WeChat took it."""


class WechatNoticeRefused(WechatEvent):
    """A notice does not reach its person by WeChat, and is not tried there again."""

    type: ClassVar[str] = "wechat_notice.refused.v1"
    subject_field: ClassVar[str] = "notice_id"

    notice_id: UUID
    reason_code: str
    """Why, as a stable code: `unreachable`, `late`, `no_answer` or `wechat_<errcode>`."""
    refused_at: AwareDatetime
    """When that was known."""


class WechatReachChanged(WechatEvent):
    """Which notices somebody can be sent by WeChat from now on."""

    type: ClassVar[str] = "wechat_reach.changed.v1"
    subject_field: ClassVar[str] = "person_id"

    person_id: UUID
    templates: list[str]
    """Names of the texts that can go this way; empty: none can."""
    version: int
    """Grows with each change: an older word about the same person is ignored."""


class WechatBindingChanged(WechatEvent):
    """A WeChat user was bound to a citizen, or is bound no longer; the citizen's phone is told."""

    type: ClassVar[str] = "wechat_binding.changed.v1"
    subject_field: ClassVar[str] = "binding_id"

    binding_id: UUID
    person_id: UUID
    bound: bool
    """False: the binding has ended."""
    cause: str
    """`hall`, `wechat`, `phone_changed` or `erased`: where it was done, or by what."""
    changed_at: AwareDatetime
    """When it came to be so."""


EVENTS = (
    WechatTextReceived,
    WechatNoticeAccepted,
    WechatNoticeRefused,
    WechatReachChanged,
    WechatBindingChanged,
)
