"""What a reader of resident ID cards says on its line (GA 450, module of GA 467): frames, and a card."""

from dataclasses import dataclass
from functools import reduce

PREAMBLE = bytes.fromhex("AAAAAA9669")
FIND, SELECT, READ, STATUS = (b"\x20\x01", b"\x20\x02", b"\x30\x01", b"\x11\xff")
"""寻卡, 选卡, 读固定信息, the module's own state: command and parameter."""
DONE, FOUND = bytes.fromhex("000090"), bytes.fromhex("00009F")
NO_CARD, NOT_SELECTED, NOT_READ = (bytes.fromhex(code) for code in ("000080", "000081", "000041"))
TEXT_BYTES, PHOTO_BYTES = 256, 1024
NAME, NUMBER, KIND = slice(0, 15), slice(61, 79), slice(124, 125)
"""Where they stand in the text, in UTF-16 characters."""
FOREIGN = "I"
"""外国人永久居留身份证: its text is laid out in another way."""


class Broken(Exception):
    """What came is no frame, or no card of ours."""


@dataclass(frozen=True)
class Card:
    """What is read of a card; the photo and the address are not even unpacked."""

    name: str
    id_number: str


def frame(content: bytes) -> bytes:
    """Put a command or an answer into a frame: its length, and the exclusive or of all before."""
    body = (len(content) + 1).to_bytes(2, "big") + content
    return PREAMBLE + body + bytes([_check(body)])


def _check(body: bytes) -> int:
    return reduce(lambda one, other: one ^ other, body, 0)


def missing(received: bytes) -> int:
    """How many bytes a frame still lacks."""
    head = len(PREAMBLE) + 2
    if len(received) < head:
        return head - len(received)
    return head + int.from_bytes(received[head - 2 : head], "big") - len(received)


def unframe(received: bytes) -> bytes:
    """Take the content out of a frame; raises `Broken`."""
    body = received[len(PREAMBLE) :]
    if not received.startswith(PREAMBLE) or missing(received) or _check(body) != 0:
        raise Broken("no frame")
    return body[2:-1]


def card_of(data: bytes) -> Card:
    """Read what command READ has answered; raises `Broken`."""
    if int.from_bytes(data[:2], "big") != TEXT_BYTES or len(data) < 4 + TEXT_BYTES:
        raise Broken("no text")
    try:
        text = data[4 : 4 + TEXT_BYTES].decode("utf-16-le")
    except UnicodeDecodeError as error:
        raise Broken("no text") from error
    if text[KIND] == FOREIGN:
        raise Broken("another kind of card")
    return Card(text[NAME].strip(), text[NUMBER].strip())
