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
PART_NUMBERS_AT = {(0, 3): 4, (8, 4): 5}
"""Element and length of a concatenation (3GPP 23.040, 9.2.3.24) → where in it the part's number stands."""


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


def read_text(
    sender: str, octets: bytes, alphabet: int, *, headed: bool = False, part: int = 1
) -> ReceivedText | None:
    """Read a citizen's text; None for a part that says nothing new, or a sender that is no phone.

    `headed`: it begins with a user data header. Of a long text only the first part counts.
    Raises `UnreadableError`.
    """
    try:
        phone = Phone.parse(sender)
    except InvalidIdentifier:
        return None
    if headed:
        if not octets or len(octets) <= octets[0]:
            raise UnreadableError("user data header longer than the payload")
        part = part_of(octets[1 : 1 + octets[0]])
        octets = octets[1 + octets[0] :]
    return ReceivedText(phone, decoded(octets, alphabet)) if part == 1 else None


def decoded(octets: bytes, alphabet: int) -> str:
    """Read characters; what is none is replaced."""
    return octets.decode(CODECS.get(alphabet, "ascii"), errors="replace")


def part_of(elements: bytes) -> int:
    """Which part of a text a user data header names; 1 where it names none."""
    at = 0
    while at + 2 <= len(elements):
        kind = (elements[at], elements[at + 1])
        place = at + PART_NUMBERS_AT.get(kind, len(elements))
        if place < len(elements):
            return elements[place]
        at += 2 + elements[at + 1]
    return 1
