"""Facts of the notifications service: what phones sent and received."""

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


class TextDelivered(NotificationsEvent):
    """The handset confirmed a text (delivery receipt)."""

    type: ClassVar[str] = "text.delivered.v1"
    subject_field: ClassVar[str] = "text_id"

    text_id: UUID
    template: str
    about: str
    """The subject of the event that caused the text."""
    delivered_at: AwareDatetime


EVENTS = (BalanceAsked, TextDelivered)
