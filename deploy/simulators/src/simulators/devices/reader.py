"""A card reader on a pseudo-terminal, in the frames of GA 467: a card is laid on it and lifted."""

import asyncio
import os
import tty
from pathlib import Path

from terminal.card import (
    DONE,
    FIND,
    FOUND,
    NAME,
    NO_CARD,
    NOT_READ,
    NOT_SELECTED,
    NUMBER,
    PHOTO_BYTES,
    PREAMBLE,
    READ,
    SELECT,
    STATUS,
    TEXT_BYTES,
    Card,
    frame,
    missing,
    unframe,
)


class Reader:
    """The running reader; use it in a `with`, inside an event loop."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._heard = b""
        self._selected = False
        self.card: Card | None = None
        self.away = False

    def __enter__(self) -> "Reader":
        self._own, self._theirs = os.openpty()
        tty.setraw(self._theirs)
        self._path.unlink(missing_ok=True)
        self._path.symlink_to(os.ttyname(self._theirs))
        asyncio.get_running_loop().add_reader(self._own, self._hear)
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.get_running_loop().remove_reader(self._own)
        self._path.unlink(missing_ok=True)
        os.close(self._own)
        os.close(self._theirs)

    def _hear(self) -> None:
        self._heard += os.read(self._own, TEXT_BYTES)
        if (begin := self._heard.find(PREAMBLE)) > 0:
            self._heard = self._heard[begin:]
        if missing(self._heard) > 0:
            return
        command, self._heard = unframe(self._heard), b""
        if not self.away:
            os.write(self._own, frame(self._answer(command)))

    def _answer(self, command: bytes) -> bytes:
        if command == STATUS:
            return DONE
        if command == FIND:
            self._selected = False
            return FOUND + bytes(4) if self.card else NO_CARD
        if command == SELECT:
            self._selected = self.card is not None
            return DONE + bytes(8) if self._selected else NOT_SELECTED
        if command == READ and self._selected and self.card:
            return DONE + _content(self.card)
        return NOT_READ


def _content(card: Card) -> bytes:
    """The fixed information of a card: text in UTF-16, and a photo that nobody looks at."""
    text = list(" " * (TEXT_BYTES // 2))
    for place, value in ((NAME, card.name), (NUMBER, card.id_number)):
        text[place] = value.ljust(place.stop - place.start)[: place.stop - place.start]
    head = TEXT_BYTES.to_bytes(2, "big") + PHOTO_BYTES.to_bytes(2, "big")
    return head + "".join(text).encode("utf-16-le") + bytes(PHOTO_BYTES)
