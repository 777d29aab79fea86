"""Facts of the portal: what the centre published."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, date


class PortalEvent(Event):
    """Published by portal."""

    owner: ClassVar[str] = "portal"


class NoticePublished(PortalEvent):
    """Two members of staff have published a notice (发布公告)."""

    type: ClassVar[str] = "notice.published.v1"
    subject_field: ClassVar[str] = "notice_id"

    notice_id: UUID
    """Number of the notice."""
    title: str
    """Its heading."""
    topic: str
    """`policy`, `business`, `holiday`, `system` or `disclosure`."""
    shown_from: date
    """First day on which it is shown."""
    shown_until: date | None
    """Last day on which it is shown; none: for good."""
    published_at: AwareDatetime
    """When the second person agreed."""


class NoticeWithdrawn(PortalEvent):
    """Two members of staff have withdrawn a notice (撤回公告)."""

    type: ClassVar[str] = "notice.withdrawn.v1"
    subject_field: ClassVar[str] = "notice_id"

    notice_id: UUID
    """Number of the notice."""
    withdrawn_at: AwareDatetime
    """From when on it does not count any more."""


EVENTS = (NoticePublished, NoticeWithdrawn)
