"""The message keys of all services of a test session: what one service told, any test may read."""

import base64
import json
from collections.abc import Mapping
from typing import Any, TypeVar

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from shared.messages.base import Event, sealed_fields
from shared.messaging import sealed
from shared.messaging.topology import SERVICES
from shared.sealing.letters import Letters, private_key, public_key, public_text
from shared.sealing.personal_data import UnreadablePersonalData

E = TypeVar("E", bound=Event)

PRIVATE = {service: X25519PrivateKey.generate() for service in SERVICES}
PUBLIC = {service: key.public_key() for service, key in PRIVATE.items()}


def nothing_earlier(value: str) -> str:
    """No value of these tests was sealed by an earlier release, unless a test says so."""
    raise UnreadablePersonalData(f"not sealed to anybody: {value[:4]}…")


LETTERS = {
    service: Letters(service, [key], PUBLIC, nothing_earlier) for service, key in PRIVATE.items()
}


def settings_of(service: str) -> dict[str, Any]:
    """What a service's settings say of message keys."""
    private = base64.b64encode(PRIVATE[service].private_bytes_raw()).decode()
    return {
        "message_private_keys": [private],
        "message_public_keys": {name: public_text(key) for name, key in PRIVATE.items()},
    }


def letters_of(environment: Mapping[str, str], service: str) -> Letters:
    """What a service of a running system tells with: whoever speaks in its name takes its private keys."""
    private = [private_key(key) for key in json.loads(environment["MESSAGE_PRIVATE_KEYS"])]
    public = json.loads(environment["MESSAGE_PUBLIC_KEYS"])
    keys = {name: public_key(text) for name, text in public.items()}
    return Letters(service, private, keys, nothing_earlier)


def body_of(event: Event) -> bytes:
    """An event as it leaves its owner."""
    return sealed.told(event, LETTERS[event.owner]).encode()


def proved(kind: type[Event], body: str) -> bytes:
    """Any JSON object as the owner of an event would tell it, had it gone mad."""
    said = body.removesuffix("}")
    proofs = LETTERS[kind.owner].prove(f"{kind.type}\n{said}", sealed.hearers(kind))
    return f"{said}{sealed.PROOF}{proofs}{sealed.END}".encode()


def read(kind: type[E], body: str | bytes) -> E:
    """Read an event with every reader's key."""
    event = kind.model_validate_json(body)
    for readers in sealed_fields(kind).values():
        heard = sealed.heard(kind, body, LETTERS[readers[0]])
        clear = {
            name: getattr(heard, name)
            for name, to in sealed_fields(kind).items()
            if readers[0] in to
        }
        event = event.model_copy(update=clear)
    return event
