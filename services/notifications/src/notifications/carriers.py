"""What both protocols of the carriers have in common: the two ways, and what comes in by them; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shared.base.identifiers import InvalidIdentifier, Phone


class Route(StrEnum):
    """By which carrier's link a text goes (通道)."""

    SMPP = "smpp"
    CMPP = "cmpp"


OTHER = {Route.SMPP: Route.CMPP, Route.CMPP: Route.SMPP}
CODECS: Mapping[int, str] = {3: "latin-1", 8: "utf-16-be", 15: "gb18030"}
"""data_coding, Msg_Fmt → alphabet, 15 as Chinese carriers use it; of others, those that are common to all."""
REFERENCE_OCTETS = {(0, 3): 1, (8, 4): 2}
"""Element and length of a concatenation (3GPP 23.040, 9.2.3.24.1 and .8) → octets of its reference."""
PARTS_MAX = 255


class UnreadableError(Exception):
    """What a carrier sent cannot be read."""


@dataclass(frozen=True)
class Report:
    """A delivery receipt (状态报告): which message, and what became of it."""

    message_id: str
    outcome: str | None
    """`delivered`, `undelivered`, `expired`; None while the carrier still tries."""
    phone: str
    reference: int | None = None
    """Our own name of the short message, where the carrier repeats it."""


@dataclass(frozen=True)
class ReceivedText:
    """A text as it came."""

    phone: Phone
    body: str
    whole: bool = True
    """False for a long text of which a part never came."""


@dataclass(frozen=True)
class Place:
    """Where a part stands in a long text."""

    reference: str
    """In which form it was said, and the number that all parts of the text have in common."""
    total: int
    number: int

    @classmethod
    def of(cls, form: str, reference: int, total: int, number: int) -> "Place | None":
        """Check what a part says of itself; None where it stands alone, or says what cannot be."""
        if not (2 <= total <= PARTS_MAX and 1 <= number <= total):
            return None
        return cls(f"{form} {reference}", total, number)


@dataclass(frozen=True, repr=False)
class ReceivedPart:
    """A part of a long text; its characters may be torn apart at either end."""

    phone: Phone
    place: Place
    octets: bytes
    alphabet: int


Received = Report | ReceivedText | ReceivedPart
"""Whatever a carrier brings."""


def read_text(
    sender: str, octets: bytes, alphabet: int, *, headed: bool = False, place: Place | None = None
) -> ReceivedText | ReceivedPart | None:
    """Read a citizen's text, or a part of one; None for a sender that is no phone.

    `headed`: it begins with a user data header. Raises `UnreadableError`.
    """
    try:
        phone = Phone.parse(sender)
    except InvalidIdentifier:
        return None
    if headed:
        if not octets or len(octets) <= octets[0]:
            raise UnreadableError("user data header longer than the payload")
        place = place_in(octets[1 : 1 + octets[0]]) or place
        octets = octets[1 + octets[0] :]
    if place is not None:
        return ReceivedPart(phone, place, octets, alphabet)
    return ReceivedText(phone, decoded(octets, alphabet))


def decoded(octets: bytes, alphabet: int) -> str:
    """Read characters; what is none is replaced."""
    return octets.decode(CODECS.get(alphabet, "ascii"), errors="replace")


def place_in(elements: bytes) -> Place | None:
    """Find the concatenation in a user data header; what cannot be is passed over (9.2.3.24.1)."""
    at = 0
    while at + 2 <= len(elements):
        kind, length = elements[at], elements[at + 1]
        value = elements[at + 2 : at + 2 + length]
        wide = REFERENCE_OCTETS.get((kind, length))
        if wide is not None and len(value) == length:
            reference = int.from_bytes(value[:wide], "big")
            return Place.of(f"udh{8 * wide}", reference, value[wide], value[wide + 1])
        at += 2 + length
    return None
