"""The events by which the hotline tells what happened on the telephone, one function each; pure."""

from datetime import datetime
from uuid import UUID

from shared.messages.hotline import AnswerTextAsked, CallEnded


def ended(call_id: UUID, person_id: UUID | None, ending: str, now: datetime) -> CallEnded:
    """A call is over."""
    return CallEnded(call_id=call_id, person_id=person_id, ending=ending, ended_at=now)


def text_asked(
    answer_id: UUID, call_id: UUID, person_id: UUID, text: str, now: datetime
) -> AnswerTextAsked:
    """A caller wants an answer as a text."""
    return AnswerTextAsked(
        answer_id=answer_id, call_id=call_id, person_id=person_id, text=text, asked_at=now
    )
