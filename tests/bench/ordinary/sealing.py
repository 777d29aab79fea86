"""Personal data as ordinary services keep it: one key for all of them, bound to no place."""

import base64
import hashlib
import hmac
import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NAME = "ORDINARY_KEY"
NONCE_BYTES = 12


class Sealing:
    """AES-256-GCM under the key of the environment."""

    def __init__(self, key: str) -> None:
        self._key = base64.b64decode(key)
        self._cipher = AESGCM(self._key)

    @classmethod
    def of_environment(cls) -> "Sealing":
        """With the key that the bench gave to all."""
        return cls(os.environ[NAME])

    def seal(self, clear: str) -> str:
        """Encrypt."""
        nonce = os.urandom(NONCE_BYTES)
        return base64.b64encode(nonce + self._cipher.encrypt(nonce, clear.encode(), None)).decode()

    def open(self, sealed: str) -> str:
        """Decrypt."""
        raw = base64.b64decode(sealed)
        return self._cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()

    def lookup_hash(self, clear: str) -> str:
        """Hash for equality look-ups."""
        return hmac.new(self._key, clear.encode(), hashlib.sha256).hexdigest()
