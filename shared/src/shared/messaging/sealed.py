"""Events on their way: personal data leaves sealed to its readers, and is in clear only with them."""

from typing import TypeVar

from shared.messages.base import Event, sealed_fields
from shared.sealing.letters import Letters

E = TypeVar("E", bound=Event)


def told(event: Event, letters: Letters) -> str:
    """Write an event down as it leaves its owner."""
    sealed = {
        name: letters.seal(clear, readers, _about(event, name))
        for name, readers in sealed_fields(type(event)).items()
        if (clear := getattr(event, name)) is not None
    }
    return (event.model_copy(update=sealed) if sealed else event).model_dump_json()


def heard(kind: type[E], body: str | bytes, letters: Letters) -> E:
    """Read an event; what is sealed to others stays so.

    Raises `pydantic.ValidationError`, and `UnreadablePersonalData` where a value should be for this service.
    """
    event = kind.model_validate_json(body)
    clear = {
        name: letters.open(sealed, _about(event, name))
        for name, readers in sealed_fields(kind).items()
        if letters.service in readers and (sealed := getattr(event, name)) is not None
    }
    return event.model_copy(update=clear) if clear else event


def _about(event: Event, name: str) -> str:
    return f"{event.type}\n{name}\n{event.subject}"
