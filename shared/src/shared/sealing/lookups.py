"""Keyed hashes under two keys at a time, while one replaces the other (ADR 54).

A key has one algorithm, HMAC-SHA-256 or HMAC-SM3 (GB/T 32905), so that one replaces the other as keys do.
Rows are kept under either key. Whoever hashes something learns how it reads under the other key, too, so that
what is kept under that one is found (`shared.sealing.seeking`) and compared (`fits`).
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.hashes import SM3
from cryptography.hazmat.primitives.hmac import HMAC

REMEMBERED = 200_000
"""How many hashes of late are known under the other key: more than any portion of a list of people."""
HASH_CHARACTERS = 64
HASH = re.compile(f"(?<![0-9a-f])[0-9a-f]{{{HASH_CHARACTERS}}}(?![0-9a-f])")


LOOKUP_KEY_BYTES = 32


class BadKey(ValueError):
    """A key of the settings cannot be used; says which and why."""


class KeyedHash(StrEnum):
    """How a lookup key hashes."""

    HMAC_SHA_256 = "hmac-sha-256"
    HMAC_SM3 = "hmac-sm3"
    """GB/T 32905 in the HMAC of GB/T 15852.2, which is that of RFC 2104."""


@dataclass(frozen=True)
class LookupKey:
    """A key and its one algorithm."""

    secret: bytes
    algorithm: KeyedHash = KeyedHash.HMAC_SHA_256

    @classmethod
    def parse(cls, text: str) -> "LookupKey":
        """Read `[<algorithm>:]<base64>`, HMAC-SHA-256 where none is named; raises `BadKey`."""
        name, colon, encoded = text.rpartition(":")
        try:
            algorithm = KeyedHash(name) if colon else KeyedHash.HMAC_SHA_256
        except ValueError:
            raise BadKey(f"unknown keyed hash; known are {', '.join(KeyedHash)}") from None
        try:
            key = cls(base64.b64decode(encoded, validate=True), algorithm)
            key.hash("")
        except binascii.Error:
            raise BadKey("the lookup key is not base64") from None
        except UnsupportedAlgorithm:
            raise BadKey("the OpenSSL of the package cryptography has no SM3") from None
        return key

    def __post_init__(self) -> None:
        """Raise `BadKey` for a key of another length."""
        if len(self.secret) != LOOKUP_KEY_BYTES:
            raise BadKey(f"the lookup key must have {LOOKUP_KEY_BYTES} bytes")

    def hash(self, clear: str) -> str:
        """Hex of 32 bytes."""
        if self.algorithm is KeyedHash.HMAC_SHA_256:
            return hmac.new(self.secret, clear.encode(), hashlib.sha256).hexdigest()
        keyed = HMAC(self.secret, SM3())
        keyed.update(clear.encode())
        return keyed.finalize().hex()


class Lookups:
    """Hashes under the active key; with another key beside it, what is under that one fits, too."""

    def __init__(self, active: LookupKey, other: LookupKey | None = None) -> None:
        self._active = active
        self._other = other
        self._others: OrderedDict[str, str] = OrderedDict()

    @property
    def two(self) -> bool:
        """Whether there is another key beside the active one."""
        return self._other is not None

    def hash(self, clear: str) -> str:
        """Hash under the active key, hex of 32 bytes."""
        hashed = self._active.hash(clear)
        if self._other is not None:
            self._remember(hashed, self._other.hash(self._as_the_other_had_it(clear)))
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
def lookups_of(active: LookupKey, other: LookupKey | None) -> Lookups:
    """The same for the same keys: what hashes and what asks the database know of each other."""
    return Lookups(active, other)


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
