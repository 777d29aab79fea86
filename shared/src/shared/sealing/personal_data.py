"""Personal data at rest: sealed with AES-256-GCM or SM4-GCM to its place, found by keyed hashes (R-CHK-4).

A sealed value reads `<key id>.b.<base64url of nonce + ciphertext + tag>`. The key id says which key opens it,
and a key has one algorithm: so keys and algorithms rotate (`<service> rotate`). Table, column and row are
authenticated with it: a value that was moved elsewhere does not open. What an earlier release sealed reads
`<key id>.<base64url>` and is bound to no place: it opens only under a key that is being replaced. The lookup
hash is keyed (HMAC-SHA-256 or HMAC-SM3) under a key of its own, so that equal values can be found but not
guessed.
"""

import base64
import binascii
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.base.settings import SealingSettings
from shared.sealing.lookups import BadKey as BadKey  # noqa: PLC0414
from shared.sealing.lookups import LookupKey, lookups_of

NONCE_BYTES = 12
TAG_BYTES = 16
KEY_ID = re.compile(r"[A-Za-z0-9_-]{1,32}")
"""What a key may be called; a full stop ends it in a sealed value."""
_FROM_URLSAFE = bytes.maketrans(b"-_", b"+/")
BOUND = ".b."
"""Between the key's name and what is bound to its place; base64 has no full stop."""


class UnreadablePersonalData(Exception):
    """A sealed value was made with an unknown key, or was altered."""


class Algorithm(StrEnum):
    """How a key seals."""

    AES_256_GCM = "aes-256-gcm"
    SM4_GCM = "sm4-gcm"
    """GB/T 32907 in the mode of RFC 8998."""

    @property
    def key_bytes(self) -> int:
        """How long its keys are."""
        return 16 if self is Algorithm.SM4_GCM else 32


@dataclass(frozen=True)
class SealingKey:
    """A key and its one algorithm."""

    algorithm: Algorithm
    secret: bytes

    @classmethod
    def parse(cls, text: str) -> "SealingKey":
        """Read `[<algorithm>:]<base64>`, AES-256-GCM where none is named; raises `BadKey`."""
        name, colon, encoded = text.rpartition(":")
        try:
            algorithm = Algorithm(name) if colon else Algorithm.AES_256_GCM
            return cls(algorithm, base64.b64decode(encoded, validate=True))
        except binascii.Error:
            raise BadKey("not base64") from None
        except ValueError:
            raise BadKey(f"unknown algorithm; known are {', '.join(Algorithm)}") from None

    def cipher(self) -> "_Aead":
        """Make what seals with it; raises `BadKey` where key or platform cannot do it."""
        if len(self.secret) != self.algorithm.key_bytes:
            raise BadKey(f"{self.algorithm} needs {self.algorithm.key_bytes} bytes")
        if self.algorithm is Algorithm.AES_256_GCM:
            return AESGCM(self.secret)
        cipher = _Sm4Gcm(self.secret)
        try:
            cipher.encrypt(bytes(NONCE_BYTES), b"", b"")
        except UnsupportedAlgorithm:
            raise BadKey("the OpenSSL of the package cryptography has no SM4-GCM") from None
        return cipher


class _Aead(Protocol):
    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        """Return ciphertext and tag."""

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        """Return the clear text; raises `InvalidTag`."""


class _Sm4Gcm:
    """SM4-GCM with the interface of the library's AES-GCM."""

    def __init__(self, secret: bytes) -> None:
        self._algorithm = algorithms.SM4(secret)

    def encrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        encryptor = Cipher(self._algorithm, modes.GCM(nonce)).encryptor()
        encryptor.authenticate_additional_data(associated_data)
        sealed = encryptor.update(data) + encryptor.finalize()
        return sealed + encryptor.tag

    def decrypt(self, nonce: bytes, data: bytes, associated_data: bytes, /) -> bytes:
        mode = modes.GCM(nonce, data[-TAG_BYTES:], min_tag_length=TAG_BYTES)
        decryptor = Cipher(self._algorithm, mode).decryptor()
        decryptor.authenticate_additional_data(associated_data)
        return decryptor.update(data[:-TAG_BYTES]) + decryptor.finalize()


class PersonalData:
    """Seals, opens and hashes personal data with the keys of this installation."""

    def __init__(
        self,
        keys: Mapping[str, SealingKey],
        active_key: str,
        lookup_key: LookupKey,
        lookup_other_key: LookupKey | None = None,
    ) -> None:
        if lookup_key == lookup_other_key:
            raise BadKey("the other lookup key must be another one")
        if active_key not in keys:
            raise BadKey(f"the active personal data key {active_key!r} is not among the keys")
        self._ciphers = {key_id: _cipher(key_id, key) for key_id, key in keys.items()}
        self.active_key = active_key
        self.lookups = lookups_of(lookup_key, lookup_other_key)

    @classmethod
    def from_settings(cls, settings: SealingSettings) -> "PersonalData":
        """Build it from the keys of the environment."""
        keys = {
            key_id: SealingKey.parse(key.get_secret_value())
            for key_id, key in settings.personal_data_keys.items()
        }
        lookup_key = LookupKey.parse(settings.lookup_key.get_secret_value())
        other = settings.lookup_other_key
        other_key = LookupKey.parse(other.get_secret_value()) if other is not None else None
        return cls(keys, settings.personal_data_active_key, lookup_key, other_key)

    def seal(self, clear: str, column: str, *row: object) -> str:
        """Encrypt under the active key for `<table>.<column>` of a row; two seals of one value differ."""
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self.active_key]
        sealed = cipher.encrypt(nonce, clear.encode(), _place(self.active_key, column, row))
        return f"{self.current}{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str, column: str, *row: object) -> str:
        """Decrypt what was sealed for this column of this row; raises `UnreadablePersonalData`."""
        key_id, _, text = sealed.partition(BOUND)
        if not text:
            return self.open_unbound(sealed)
        return self._opened(key_id, text, _place(key_id, column, row))

    def open_unbound(self, sealed: str) -> str:
        """Decrypt what an earlier release sealed for no place; raises `UnreadablePersonalData`.

        Nothing is so under the active key: once the older ones are gone, no value opens where it was not put.
        """
        key_id, _, text = sealed.partition(".")
        if key_id == self.active_key:
            raise UnreadablePersonalData("the sealed value is bound to no place")
        return self._opened(key_id, text, key_id.encode())

    def _opened(self, key_id: str, text: str, place: bytes) -> str:
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise UnreadablePersonalData(f"unknown key {key_id!r}")
        try:
            raw = binascii.a2b_base64(text.encode("ascii").translate(_FROM_URLSAFE))
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], place).decode()
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the sealed value was altered or moved") from error

    @property
    def current(self) -> str:
        """How every value begins that is sealed as it would be now."""
        return f"{self.active_key}{BOUND}"

    def seal_anew(self, sealed: str | None, column: str, *row: object) -> str | None:
        """Seal as it would be now what was sealed otherwise; what is so already stays."""
        if sealed is None or sealed.startswith(self.current):
            return sealed
        return self.seal(self.open(sealed, column, *row), column, *row)

    def lookup_hash(self, clear: str) -> str:
        """Hash for equality look-ups, hex of 32 bytes; callers pass the parsed, canonical form."""
        return self.lookups.hash(clear)

    def fits(self, kept: str, hashed: str) -> bool:
        """Whether a hash that is kept, under either lookup key, is the one that `lookup_hash` gave now."""
        return self.lookups.fits(kept, hashed)

    def either(self, hashed: str) -> list[str]:
        """A hash that `lookup_hash` gave now, and how it reads under another lookup key that there is."""
        other = self.lookups.other(hashed)
        return [hashed] if other is None else [hashed, other]


def _place(key_id: str, column: str, row: tuple[object, ...]) -> bytes:
    return "\n".join((key_id, column, *map(str, row))).encode()


def _cipher(key_id: str, key: SealingKey) -> _Aead:
    if not KEY_ID.fullmatch(key_id):
        raise BadKey(f"a personal data key may not be called {key_id!r}")
    try:
        return key.cipher()
    except BadKey as error:
        raise BadKey(f"personal data key {key_id!r}: {error}") from None
