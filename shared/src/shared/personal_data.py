"""Personal data at rest: sealed with AES-256-GCM, found by keyed hashes (R-CHK-4).

A sealed value reads `<key id>.<base64url of nonce + ciphertext + tag>`; the key id lets keys rotate. The
lookup hash is HMAC-SHA-256 under a key of its own, so that equal values can be found but not guessed.
"""

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from shared.settings import ServiceSettings

NONCE_BYTES = 12
KEY_BYTES = 32


class UnreadablePersonalData(Exception):
    """A sealed value was made with an unknown key, or was altered."""


class PersonalData:
    """Seals, opens and hashes personal data with the keys of this installation."""

    def __init__(self, keys: Mapping[str, bytes], active_key: str, lookup_key: bytes) -> None:
        if any(len(key) != KEY_BYTES for key in (*keys.values(), lookup_key)):
            raise ValueError(f"every personal data key must have {KEY_BYTES} bytes")
        if active_key not in keys:
            raise ValueError(f"the active personal data key {active_key!r} is not among the keys")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._active_key = active_key
        self._lookup_key = lookup_key

    @classmethod
    def from_settings(cls, settings: ServiceSettings) -> "PersonalData":
        """Build it from the base64 keys of the environment."""
        return cls(
            {
                key_id: base64.b64decode(key.get_secret_value())
                for key_id, key in settings.personal_data_keys.items()
            },
            settings.personal_data_active_key,
            base64.b64decode(settings.lookup_key.get_secret_value()),
        )

    def seal(self, clear: str) -> str:
        """Encrypt under the active key; two seals of one value differ."""
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self._active_key]
        sealed = cipher.encrypt(nonce, clear.encode(), self._active_key.encode())
        return f"{self._active_key}.{base64.urlsafe_b64encode(nonce + sealed).decode()}"

    def open(self, sealed: str) -> str:
        """Decrypt; raises `UnreadablePersonalData`."""
        key_id, _, text = sealed.partition(".")
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise UnreadablePersonalData(f"unknown key {key_id!r}")
        try:
            raw = base64.urlsafe_b64decode(text)
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], key_id.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the sealed value was altered") from error

    def lookup_hash(self, clear: str) -> str:
        """Hash for equality look-ups, hex of 32 bytes; callers pass the parsed, canonical form."""
        return hmac.new(self._lookup_key, clear.encode(), hashlib.sha256).hexdigest()
