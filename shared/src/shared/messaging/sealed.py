"""Events on their way: personal data leaves sealed to its readers, and is in clear only with them."""

import hashlib
import json
from typing import TypeVar

from shared.messages.base import Event, sealed_fields
from shared.sealing.letters import FORM, Letters, is_proved

E = TypeVar("E", bound=Event)


def told(event: Event, letters: Letters) -> str:
    """Write an event down as it leaves its owner."""
    given = {
        name: clear
        for name in sealed_fields(type(event))
        if (clear := getattr(event, name)) is not None
    }
    if not given:
        return event.model_dump_json()
    readers = sealed_fields(type(event))
    blank = event.model_copy(update=dict.fromkeys(given, FORM))
    said = what_is_said(blank.model_dump_json())
    sealed = {
        name: letters.seal(clear, readers[name], about(event, name, said))
        for name, clear in given.items()
    }
    return event.model_copy(update=sealed).model_dump_json()


def heard(kind: type[E], body: str | bytes, letters: Letters) -> E:
    """Read an event; what is sealed to others stays so.

    Raises `pydantic.ValidationError`, and `UnreadablePersonalData` where a value should be for this service.
    """
    event = kind.model_validate_json(body)
    mine = {
        name: sealed
        for name, readers in sealed_fields(kind).items()
        if letters.service in readers and (sealed := getattr(event, name)) is not None
    }
    if not mine:
        return event
    said = what_is_said(body)
    clear = {name: _opened(event, name, sealed, said, letters) for name, sealed in mine.items()}
    return event.model_copy(update=clear)


def _opened(event: Event, name: str, sealed: str, said: str, letters: Letters) -> str:
    if is_proved(sealed):
        return letters.open(sealed, about(event, name, said), event.owner)
    return letters.open(sealed, f"{event.type}\n{name}\n{event.subject}", event.owner)


def what_is_said(body: str | bytes) -> str:
    """Digest all that an event says in clear: whoever alters any of it opens no sealed value of it."""
    told = json.loads(body)
    clear = {name: None if _is_sealed(one) else one for name, one in told.items()}
    return hashlib.sha256(json.dumps(clear, sort_keys=True).encode()).hexdigest()


def about(event: Event, name: str, said: str) -> str:
    """What a sealed value belongs to: the event's type, the field, the subject, and all else that is said."""
    return f"{event.type}\n{name}\n{event.subject}\n{said}"


def _is_sealed(value: object) -> bool:
    return isinstance(value, str) and value.startswith(FORM)
