"""Every event that wechat makes, one function each; pure."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from shared.messages.wechat import (
    WechatBindingChanged,
    WechatNoticeAccepted,
    WechatNoticeRefused,
    WechatReachChanged,
    WechatTextReceived,
)


def text_received(
    message_id: UUID, person_id: UUID | None, text: str, now: datetime
) -> WechatTextReceived:
    """Somebody typed something; notifications answers."""
    return WechatTextReceived(
        message_id=message_id, person_id=person_id, text=text, received_at=now
    )


def accepted(notice_id: UUID, now: datetime) -> WechatNoticeAccepted:
    """WeChat took a notice."""
    return WechatNoticeAccepted(notice_id=notice_id, accepted_at=now)


def refused(notice_id: UUID, reason: str, now: datetime) -> WechatNoticeRefused:
    """A notice does not go by WeChat."""
    return WechatNoticeRefused(notice_id=notice_id, reason_code=reason, refused_at=now)


def reach_changed(person_id: UUID, templates: Sequence[str], version: int) -> WechatReachChanged:
    """Somebody is reached by WeChat in another way than before."""
    return WechatReachChanged(person_id=person_id, templates=list(templates), version=version)


def bound(binding_id: UUID, person_id: UUID, now: datetime) -> WechatBindingChanged:
    """A WeChat user was bound, in the hall."""
    return WechatBindingChanged(
        binding_id=binding_id, person_id=person_id, bound=True, cause="hall", changed_at=now
    )


def unbound(binding_id: UUID, person_id: UUID, cause: str, now: datetime) -> WechatBindingChanged:
    """A binding has ended."""
    return WechatBindingChanged(
        binding_id=binding_id, person_id=person_id, bound=False, cause=cause, changed_at=now
    )
