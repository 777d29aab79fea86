"""Cutting a text into short messages: UCS-2, 70 characters, or 67 each when it takes several; pure."""

from dataclasses import dataclass

SINGLE_UNITS = 70
"""UTF-16 code units in one short message (140 octets)."""
PART_UNITS = 67
"""The same with a concatenation header of 6 octets."""
MAX_PARTS = 10
"""A longer text is a mistake of its template, not something to send."""
CONCATENATION_HEADER = bytes((5, 0, 3))
"""Header length, element 0 (8-bit reference), element length (3GPP 23.040, 9.2.3.24.1)."""

REFERENCE_PARTS = 16
REFERENCE_TEXTS = 4_096
"""user_message_reference has 16 bits: 12 for the text's number, 4 for the part's."""


class TextTooLongError(ValueError):
    """The text would take more than `MAX_PARTS` short messages."""


@dataclass(frozen=True)
class Part:
    """One short message of a text."""

    number: int
    total: int
    payload: bytes

    @property
    def headed(self) -> bool:
        """Whether the payload begins with a user data header."""
        return self.total > 1


def cut(text: str, reference: int) -> list[Part]:
    """Cut a text; a character outside the basic plane (emoji) is never torn apart."""
    pieces = _pieces(text)
    if len(pieces) == 1:
        return [Part(1, 1, pieces[0].encode("utf-16-be"))]
    return [
        Part(
            number,
            len(pieces),
            _header(reference, len(pieces), number) + piece.encode("utf-16-be"),
        )
        for number, piece in enumerate(pieces, start=1)
    ]


def reference(text_number: int, part: int) -> int:
    """Name a short message in 16 bits; together with the phone it is as good as unique."""
    return text_number % REFERENCE_TEXTS * REFERENCE_PARTS + part


def count(text: str) -> int:
    """How many short messages a text takes."""
    return len(_pieces(text))


def units(text: str) -> int:
    """Length in UTF-16 code units, which is what fills a short message."""
    return len(text.encode("utf-16-be")) // 2


def _header(reference: int, total: int, number: int) -> bytes:
    return CONCATENATION_HEADER + bytes((reference % 256, total, number))


def _pieces(text: str) -> list[str]:
    if units(text) <= SINGLE_UNITS:
        return [text]
    pieces, piece, room = [], "", PART_UNITS
    for character in text:
        size = 2 if ord(character) > 0xFFFF else 1
        if size > room:
            pieces.append(piece)
            piece, room = "", PART_UNITS
        piece += character
        room -= size
    pieces.append(piece)
    if len(pieces) > MAX_PARTS:
        raise TextTooLongError(f"{len(pieces)} parts")
    return pieces
