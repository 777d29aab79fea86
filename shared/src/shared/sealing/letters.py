"""Personal data on its way: sealed to the services that read it, by hybrid public-key encryption (RFC 9180).

A value reads `hpke.<reader>:<key id>:<sealed content key>[,…].<base64url of nonce + ciphertext + tag>`. To
seal to a public key takes some 100 µs, a value 2: so a content key is sealed once to its readers and serves
for what is told to the same readers in the next minute. Each value names its own: it opens by itself, in any
order, days later, out of a journal. The event's type, the field and the subject are authenticated with it.
"""

import base64
import binascii
import hashlib
import os
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from shared.sealing.personal_data import NONCE_BYTES, BadKey, UnreadablePersonalData

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
FORM = "hpke."
PURPOSE = b"provident fund: content key of a message to "
CONTENT_KEY_BYTES = 32
CONTENT_KEY_SECONDS = 60.0
CONTENT_KEY_USES = 1_000_000
"""Random nonces under one AES-GCM key: far below the 2^32 of NIST SP 800-38D, 8.3."""
KNOWN_CONTENT_KEYS = 1_000
"""How many of what others sent are kept open."""
KEY_ID_CHARACTERS = 8


@dataclass
class _ContentKey:
    cipher: AESGCM
    head: str
    until: float
    uses: int = 0


def key_id_of(public: X25519PublicKey) -> str:
    """Name a key after itself."""
    return hashlib.sha256(public.public_bytes_raw()).hexdigest()[:KEY_ID_CHARACTERS]


def private_key(text: str) -> X25519PrivateKey:
    """Read base64 of 32 bytes; raises `BadKey`."""
    return X25519PrivateKey.from_private_bytes(_key_bytes(text))


def public_key(text: str) -> X25519PublicKey:
    """Read base64 of 32 bytes; raises `BadKey`."""
    return X25519PublicKey.from_public_bytes(_key_bytes(text))


def public_text(private: X25519PrivateKey) -> str:
    """The public half, as the settings of all services have it."""
    return base64.b64encode(private.public_key().public_bytes_raw()).decode()


def _key_bytes(text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except binascii.Error:
        raise BadKey("a message key is not base64") from None
    if len(raw) != CONTENT_KEY_BYTES:
        raise BadKey(f"a message key must have {CONTENT_KEY_BYTES} bytes")
    return raw


class Letters:
    """Seals what a service tells to who may read it, and opens what it is told."""

    def __init__(
        self,
        service: str,
        private: Sequence[X25519PrivateKey],
        public: Mapping[str, X25519PublicKey],
        previous: Callable[[str], str],
    ) -> None:
        self.service = service
        self._private = {key_id_of(key.public_key()): key for key in private}
        self._public = public
        self._previous = previous
        self._content_keys: dict[tuple[str, ...], _ContentKey] = {}
        self._known: OrderedDict[str, AESGCM] = OrderedDict()
        if service in public and key_id_of(public[service]) not in self._private:
            raise BadKey(f"the public message key of {service} is not one of its private keys")

    def seal(self, clear: str, readers: tuple[str, ...], about: str) -> str:
        """Encrypt for the readers; `about` is what it belongs to. Raises `BadKey` for an unknown reader."""
        key = self._content_keys.get(readers)
        if key is None or key.uses >= CONTENT_KEY_USES or time.monotonic() > key.until:
            key = self._content_keys[readers] = self._new_content_key(readers)
        key.uses += 1
        nonce = os.urandom(NONCE_BYTES)
        sealed = key.cipher.encrypt(nonce, clear.encode(), about.encode())
        return f"{key.head}{_text(nonce + sealed)}"

    def _new_content_key(self, readers: tuple[str, ...]) -> _ContentKey:
        raw = os.urandom(CONTENT_KEY_BYTES)
        wrapped = ",".join(self._wrapped(raw, reader) for reader in readers)
        until = time.monotonic() + CONTENT_KEY_SECONDS
        return _ContentKey(AESGCM(raw), f"{FORM}{wrapped}.", until)

    def _wrapped(self, content_key: bytes, reader: str) -> str:
        public = self._public.get(reader)
        if public is None:
            raise BadKey(f"no public message key of {reader} is known")
        sealed = SUITE.encrypt(content_key, public, info=PURPOSE + reader.encode())
        return f"{reader}:{key_id_of(public)}:{_text(sealed)}"

    def open(self, sealed: str, about: str) -> str:
        """Decrypt what is sealed to this service; raises `UnreadablePersonalData`."""
        if not sealed.startswith(FORM):
            return self._previous(sealed)
        heads, _, text = sealed.removeprefix(FORM).partition(".")
        cipher = self._content_key(heads)
        try:
            raw = base64.urlsafe_b64decode(text)
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], about.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the sealed value was altered or moved") from error

    def _content_key(self, heads: str) -> AESGCM:
        mine = f"{self.service}:"
        head = next((one for one in heads.split(",") if one.startswith(mine)), None)
        if head is None:
            raise UnreadablePersonalData(f"it is not sealed to {self.service}")
        if (known := self._known.get(head)) is not None:
            self._known.move_to_end(head)
            return known
        cipher = self._known[head] = self._unwrapped(head.removeprefix(mine))
        if len(self._known) > KNOWN_CONTENT_KEYS:
            self._known.popitem(last=False)
        return cipher

    def _unwrapped(self, head: str) -> AESGCM:
        key_id, _, text = head.partition(":")
        private = self._private.get(key_id)
        if private is None:
            raise UnreadablePersonalData(f"unknown message key {key_id!r}")
        try:
            sealed = base64.urlsafe_b64decode(text)
            return AESGCM(SUITE.decrypt(sealed, private, info=PURPOSE + self.service.encode()))
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the content key was altered") from error


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()
