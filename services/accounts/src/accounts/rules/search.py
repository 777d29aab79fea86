"""What somebody means who types a part of a name, or digits, to find one of an employer's people."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from shared.base.id_documents import IdType

TAIL_CHARACTERS = 4
MOST_PARTS = 200
"""Of one name: no name is so long, and no row grows beyond it."""
_NUMBER = re.compile(r"[0-9]{5,17}")
_TAIL = re.compile(r"[0-9]{3}[0-9X]")
_DOCUMENT = re.compile(r"(?=.*[0-9])[0-9A-Z()字第号一-鿿]{5,20}")
_WITHOUT = re.compile(r"[\s·]")


@dataclass(frozen=True)
class ByNumber:
    """By the beginning of the account number (个人账号)."""

    beginning: str


@dataclass(frozen=True)
class ByTail:
    """By the last four characters of the ID number."""

    tail: str


@dataclass(frozen=True)
class ByDocument:
    """By the whole number of an identity document, of whichever type."""

    lookup_keys: tuple[str, ...]


@dataclass(frozen=True)
class ByName:
    """By a part of the name, as it is compared."""

    part: str


Meant = ByNumber | ByTail | ByDocument | ByName


def meant(text: str) -> Meant:
    """Read what was typed: digits are numbers, letters with digits a document, all else is a name."""
    typed = unicodedata.normalize("NFKC", text).strip().upper()
    if _TAIL.fullmatch(typed):
        return ByTail(typed)
    if _NUMBER.fullmatch(typed):
        return ByNumber(typed)
    if _DOCUMENT.fullmatch(typed):
        typed_ones = (f"{kind.value}:{typed}" for kind in IdType)
        return ByDocument((typed, *typed_ones))
    return ByName(compared(text))


def compared(name: str) -> str:
    """Write a name as it is compared: without blanks, dots and the difference of capitals."""
    return _WITHOUT.sub("", unicodedata.normalize("NFKC", name)).casefold()


def parts_of_name(name: str) -> list[str]:
    """Return the characters of a name and its pairs of neighbours, each once."""
    letters = compared(name)
    return list(dict.fromkeys((*letters, *_pairs(letters))))[:MOST_PARTS]


def parts_asked_for(part: str) -> list[str]:
    """Return what a name must have that holds a part: the pairs, or the only character."""
    return list(dict.fromkeys(_pairs(part)))[:MOST_PARTS] or [part]


def _pairs(letters: str) -> Iterator[str]:
    return (letters[at : at + 2] for at in range(len(letters) - 1))


HASH_DIGITS = 16
SIGN_BIT = 1 << 63
NAME, TAIL, WHOLE = "name", "tail", "whole"
"""What a part is of; the hash of one is never that of the other."""


def whole_of(name: str, tail: str) -> str:
    """What is hashed of a whole name with the end of the ID number; it finds somebody in the whole city.

    Both together: of names alone the database would tell who is called the same, and a look would be at all
    of them.
    """
    return f"{WHOLE}\n{compared(name)}\n{tail.upper()}"


def as_part(hashed: str) -> int:
    """A keyed hash as PostgreSQL compares it fastest, 64 bits."""
    return (int(hashed[:HASH_DIGITS], 16) ^ SIGN_BIT) - SIGN_BIT


@dataclass(frozen=True)
class Parts:
    """Hashes parts for one employer, 64 bits each: what PostgreSQL compares fastest."""

    lookup_hash: Callable[[str], str]
    employer_number: str

    def of(self, name: str, tail: str) -> list[int]:
        """Everything by which somebody can be found."""
        return [*(self._hashed(NAME, part) for part in parts_of_name(name)), self.tail(tail)]

    def asked_for(self, part: str) -> list[int]:
        """What a name has that holds this part."""
        return [self._hashed(NAME, one) for one in parts_asked_for(part)]

    def tail(self, tail: str) -> int:
        """The last characters of an ID number."""
        return self._hashed(TAIL, tail)

    def _hashed(self, kind: str, part: str) -> int:
        return as_part(self.lookup_hash(f"{kind}\n{self.employer_number}\n{part}"))


def number_after(beginning: str) -> str:
    """Return the first number that no longer begins so; all have as many digits, so texts compare alike."""
    return str(int(beginning) + 1).rjust(len(beginning), "0")
