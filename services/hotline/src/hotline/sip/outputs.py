"""What the SIP side of the telephone says: messages that go out, and what happened in a call."""

from dataclasses import dataclass, field

from hotline.sip.description import Offer
from hotline.sip.dialogs import Peer


@dataclass(frozen=True)
class Send:
    """Goes out."""

    data: bytes
    to: Peer


@dataclass(frozen=True)
class Invited:
    """Somebody calls: answer or refuse."""

    key: str
    offer: Offer
    caller: str = field(repr=False)
    called: str = ""
    """The number that was called, as the request has it."""
    host: str = ""
    """Whose call it is: the address that it came from."""


@dataclass(frozen=True)
class Changed:
    """The other side hears elsewhere, or is held, from now on (re-INVITE, UPDATE)."""

    key: str
    offer: Offer


@dataclass(frozen=True)
class Pressed:
    """A key that came as a message of its own (SIP INFO)."""

    key: str
    pressed: str


@dataclass(frozen=True)
class Over:
    """The call is over; nothing more is said of it."""

    key: str
    lost: bool = False
    """Nobody hung up: the other side is not there any more."""


Output = Send | Invited | Changed | Pressed | Over
