"""Facts of the notifications service: what phones asked."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event


class NotificationsEvent(Event):
    """Published by notifications."""

    owner: ClassVar[str] = "notifications"


class BalanceAsked(NotificationsEvent):
    """A citizen texted 余额 or YE to 12329 from the phone on file."""

    type: ClassVar[str] = "balance.asked.v1"
    subject_field: ClassVar[str] = "inquiry_id"

    inquiry_id: UUID
    person_id: UUID
    asked_at: AwareDatetime
    """When the text came in."""


EVENTS = (BalanceAsked,)
