"""Facts of the hotline: calls to 12329."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event


class HotlineEvent(Event):
    """Published by hotline."""

    owner: ClassVar[str] = "hotline"


class CallEnded(HotlineEvent):
    """A call to 12329 is over."""

    type: ClassVar[str] = "call.ended.v1"
    subject_field: ClassVar[str] = "call_id"

    call_id: UUID
    person_id: UUID | None
    """The person, where the caller proved who it is."""
    ending: str
    """How it ended: `caller`, `given_up`, `served`, `agent`, `call_back`, `silent` or `failed`."""
    ended_at: AwareDatetime
    """When it was over."""


class AnswerTextAsked(HotlineEvent):
    """A caller who has proved who it is wants what was answered as a text, too."""

    type: ClassVar[str] = "answer_text.asked.v1"
    subject_field: ClassVar[str] = "answer_id"

    answer_id: UUID
    """Of one answer in one call: it is texted once."""
    call_id: UUID
    person_id: UUID
    """Whose phone on file gets the text."""
    text: str
    """What was answered, in words and figures, without a full stop."""
    asked_at: AwareDatetime
    """When the key was pressed."""


EVENTS = (CallEnded, AnswerTextAsked)
