"""The events by which portal says what was published, one function each; pure."""

from datetime import date, datetime
from uuid import UUID

from portal.domain import Topic
from shared.messages.portal import NoticePublished, NoticeWithdrawn


def published(
    notice_id: UUID, title: str, topic: Topic, *, shown: tuple[date, date | None], now: datetime
) -> NoticePublished:
    """Two people have published a notice."""
    return NoticePublished(
        notice_id=notice_id,
        title=title,
        topic=topic.value,
        shown_from=shown[0],
        shown_until=shown[1],
        published_at=now,
    )


def withdrawn(notice_id: UUID, now: datetime) -> NoticeWithdrawn:
    """Two people have withdrawn it."""
    return NoticeWithdrawn(notice_id=notice_id, withdrawn_at=now)
