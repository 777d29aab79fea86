"""Events on their way: personal data leaves sealed to its readers, and all that is said proves who tells it.

The last member of an event's JSON, `_proof`, has a MAC for each service that hears it, over the event's type
and every character before: whoever may write to a queue, or alters a journal, tells nothing (ADR 68).
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from shared.messages.base import Event, sealed_fields
from shared.messaging.topology import QUEUES
from shared.sealing.letters import FORM, Letters, is_proved

E = TypeVar("E", bound=Event)
PROOF_MEMBER = "_proof"
PROOF = f',"{PROOF_MEMBER}":"{FORM}'
"""How the last member begins; the event ends with it. An earlier release takes it for a value of others."""
END = '"}'
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_sorted = json.JSONEncoder(sort_keys=True).encode


@cache
def hearers(kind: type[Event]) -> tuple[str, ...]:
    """Who hears an event, its owner included: that one reads its own journal after a restore."""
    consumers = {queue.consumer for queue in QUEUES if kind in queue.understood}
    return tuple(sorted({kind.owner, *consumers}))


def told(event: Event, letters: Letters) -> str:
    """Write an event down as it leaves its owner."""
    said = _sealed(event, letters).removesuffix("}")
    proofs = letters.prove(_proved_of(event, said), hearers(type(event)))
    return f"{said}{PROOF}{proofs}{END}"


def _proved_of(event: Event | type[Event], said: str) -> str:
    """What a proof is about: an event's type, and all that it says."""
    return f"{event.type}\n{said}"


def _sealed(event: Event, letters: Letters) -> str:
    given = {
        name: clear
        for name in sealed_fields(type(event))
        if (clear := getattr(event, name)) is not None
    }
    if not given:
        return event.model_dump_json()
    readers = sealed_fields(type(event))
    told = event.model_dump(mode="json")
    said = _digest({**told, **dict.fromkeys(given), PROOF_MEMBER: None})
    for name, clear in given.items():
        told[name] = letters.seal(clear, readers[name], about(event, name, said))
    return _compact(told)


def heard(kind: type[E], body: str | bytes, letters: Letters) -> E:
    """Read an event; what is sealed to others stays so.

    Raises `pydantic.ValidationError`, and `UnreadablePersonalData` where nothing proves who tells it, or a
    value should be for this service.
    """
    event = kind.model_validate_json(body)
    said, proofs = _parted(body)
    if letters.service in hearers(kind):
        letters.demand(_proved_of(kind, said), proofs, kind.owner)
    mine = {
        name: sealed
        for name, readers in sealed_fields(kind).items()
        if letters.service in readers and (sealed := getattr(event, name)) is not None
    }
    if not mine:
        return event
    whole = what_is_said(body)
    clear = {name: _opened(event, name, sealed, whole, letters) for name, sealed in mine.items()}
    return event.model_copy(update=clear)


def _parted(body: str | bytes) -> tuple[str, str]:
    """What is said, without its last brace, and the proofs of it; nothing may stand behind these."""
    text = body if isinstance(body, str) else body.decode()
    said, found, rest = text.rpartition(PROOF)
    proofs = rest.removesuffix(END)
    if not found or proofs == rest or '"' in proofs:
        return text.rstrip().removesuffix("}"), ""
    return said, proofs


def _opened(event: Event, name: str, sealed: str, said: str, letters: Letters) -> str:
    if is_proved(sealed):
        return letters.open(sealed, about(event, name, said), event.owner)
    return letters.open(sealed, f"{event.type}\n{name}\n{event.subject}", event.owner)


def what_is_said(body: str | bytes) -> str:
    """Digest all that an event says in clear: whoever alters any of it opens no sealed value of it."""
    return _digest(json.loads(body))


def _digest(told: Mapping[str, Any]) -> str:
    clear = {name: None if _is_sealed(one) else one for name, one in told.items()}
    return hashlib.sha256(_sorted(clear).encode()).hexdigest()


def about(event: Event, name: str, said: str) -> str:
    """What a sealed value belongs to: the event's type, the field, the subject, and all else that is said."""
    return f"{event.type}\n{name}\n{event.subject}\n{said}"


def _is_sealed(value: object) -> bool:
    return isinstance(value, str) and value.startswith(FORM)
