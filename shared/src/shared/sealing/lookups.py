"""Keyed hashes under two keys at a time, while one replaces the other (ADR 54).

Rows are kept under either key. Whoever hashes something learns how it reads under the other key, too, so that
what is kept under that one is found (`shared.sealing.seeking`) and compared (`fits`).
"""

import hashlib
import hmac
import re
from collections import OrderedDict
from collections.abc import Iterator
from functools import cache
from typing import Any

REMEMBERED = 200_000
"""How many hashes of late are known under the other key: more than any portion of a list of people."""
HASH_CHARACTERS = 64
HASH = re.compile(f"(?<![0-9a-f])[0-9a-f]{{{HASH_CHARACTERS}}}(?![0-9a-f])")


class Lookups:
    """HMAC-SHA-256 under the active key; with another key beside it, what is under that one fits, too."""

    def __init__(self, active: bytes, other: bytes | None = None) -> None:
        self._active = active
        self._other = other
        self._others: OrderedDict[str, str] = OrderedDict()

    @property
    def two(self) -> bool:
        """Whether there is another key beside the active one."""
        return self._other is not None

    def hash(self, clear: str) -> str:
        """Hash under the active key, hex of 32 bytes."""
        hashed = _keyed(self._active, clear)
        if self._other is not None:
            self._remember(hashed, _keyed(self._other, self._as_the_other_had_it(clear)))
        return hashed

    def other(self, hashed: str) -> str | None:
        """How something hashed lately reads under the other key; None where there is none."""
        return self._others.get(hashed)

    def fits(self, kept: str, hashed: str) -> bool:
        """Whether what is kept, under either key, is what was hashed now."""
        other = self._others.get(hashed)
        return hmac.compare_digest(kept, hashed) or (
            other is not None and hmac.compare_digest(kept, other)
        )

    def others_among(self, values: Any) -> dict[str, str]:
        """Find the hashes among a statement's arguments: each, and how it reads under the other key."""
        found = ((one, self._others.get(one)) for one in _texts(values))
        return {one: other for one, other in found if other is not None}

    def _as_the_other_had_it(self, clear: str) -> str:
        """What is made of a hash was made of the other one there."""
        return HASH.sub(lambda found: self._others.get(found[0], found[0]), clear)

    def _remember(self, hashed: str, other: str) -> None:
        self._others[hashed] = other
        self._others.move_to_end(hashed)
        if len(self._others) > REMEMBERED:
            self._others.popitem(last=False)


@cache
def lookups_of(active: bytes, other: bytes | None) -> Lookups:
    """The same for the same keys: what hashes and what asks the database know of each other."""
    return Lookups(active, other)


def _keyed(key: bytes, clear: str) -> str:
    return hmac.new(key, clear.encode(), hashlib.sha256).hexdigest()


def _texts(values: Any) -> Iterator[str]:
    """Texts as long as a hash, however deep they stand."""
    if isinstance(values, str):
        if len(values) == HASH_CHARACTERS:
            yield values
    elif isinstance(values, dict):
        for one in values.values():
            yield from _texts(one)
    elif isinstance(values, list | tuple | set | frozenset):
        for one in values:
            yield from _texts(one)
