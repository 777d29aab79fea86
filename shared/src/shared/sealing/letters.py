"""Personal data on its way: sealed to the services that read it, by hybrid public-key encryption (RFC 9180).

A value reads `hpke.<reader>:<key id>:<sealed content key>:<teller>:<proof>[,…].<base64url of nonce +
ciphertext + tag>`. To seal to a public key takes some 100 µs, a value 2: so a content key is sealed once to
its readers and serves for what is told to the same readers in the next minute. Each value names its own: it
opens by itself, in any order, days later, out of a journal. What it belongs to is authenticated with it.

To seal takes public keys, which anybody may have. So the teller proves the content key to each reader: a MAC
under what only the two can agree on (X25519 of both message keys). Who may write to a queue tells nothing in
another's name, and nothing else under what was told before. What an earlier release told has no proof.
What is told in clear is proved in the same way, to each that hears it.
"""

import base64
import binascii
import hashlib
import hmac
import os
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from shared.sealing.personal_data import NONCE_BYTES, BadKey, UnreadablePersonalData

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
FORM = "hpke."
PURPOSE = b"provident fund: content key of a message to "
PROOF_PURPOSE = "provident fund: proof of who tells, "
PROOF_BYTES = 16
MESSAGE_PROOF_PURPOSE = "provident fund: proof of a message, "
CONTENT_KEY_BYTES = 32
CONTENT_KEY_SECONDS = 60.0
CONTENT_KEY_USES = 1_000_000
"""Random nonces under one AES-GCM key: far below the 2^32 of NIST SP 800-38D, 8.3."""
KNOWN_CONTENT_KEYS = 1_000
"""How many of what others sent are kept open."""
KEY_ID_CHARACTERS = 8
TELLER = 3
"""Of the parts of a head, who tells it."""


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


def is_proved(sealed: str) -> bool:
    """Whether a value says who tells it; what an earlier release told does not."""
    head = sealed.removeprefix(FORM).partition(".")[0].partition(",")[0]
    return head.count(":") > TELLER


class Letters:
    """Seals what a service tells to who may read it, and opens what it is told."""

    def __init__(
        self,
        service: str,
        private: Sequence[X25519PrivateKey],
        public: Mapping[str, X25519PublicKey],
        previous: Callable[[str], str],
        *,
        former: Mapping[str, Sequence[X25519PublicKey]] | None = None,
        unproved: bool = False,
    ) -> None:
        """`former` public keys prove what was told before; `unproved`: what proves nothing is taken, too."""
        self.service = service
        self._former = former or {}
        self._unproved = unproved
        self._private = {key_id_of(key.public_key()): key for key in private}
        self._public = public
        self._previous = previous
        self._content_keys: dict[tuple[str, ...], _ContentKey] = {}
        self._known: OrderedDict[str, AESGCM] = OrderedDict()
        self._proving: dict[str, tuple[str, HMAC]] = {}
        self._proved: dict[tuple[str, str], tuple[HMAC, ...]] = {}
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

    def prove(self, told: str, readers: Sequence[str]) -> str:
        """Prove to each reader that this service tells it: `<reader>:<key id>:<mac>[,…]`; raises `BadKey`.

        The keys that two agree on are made once: a message costs 1 µs for each reader.
        """
        said = told.encode()
        return ",".join(self._proof_to(reader, said) for reader in readers)

    def _proof_to(self, reader: str, said: bytes) -> str:
        if reader not in self._proving:
            public = self._public.get(reader)
            if public is None:
                raise BadKey(f"no public message key of {reader} is known")
            agreed = _agreed(self._own(), public, self.service, reader, MESSAGE_PROOF_PURPOSE)
            self._proving[reader] = (f"{reader}:{key_id_of(public)}:", HMAC(agreed, SHA256()))
        head, mac = self._proving[reader]
        return f"{head}{_text(_proof(mac, said))}"

    def demand(self, told: str, proofs: str, teller: str) -> None:
        """Raise `UnreadablePersonalData` unless the teller has proved to this service that it tells this."""
        if not proofs and self._unproved:
            return
        mine = f"{self.service}:"
        found = next((one for one in proofs.split(",") if one.startswith(mine)), None)
        if found is None:
            raise UnreadablePersonalData("nothing proves who tells it")
        key_id, _, proof = found.removeprefix(mine).partition(":")
        said = told.encode()
        for mac in self._agreed_with(teller, key_id):
            if hmac.compare_digest(_text(_proof(mac, said)).encode(), proof.encode()):
                return
        raise UnreadablePersonalData(f"it is not {teller} who tells it")

    def _agreed_with(self, teller: str, key_id: str) -> tuple[HMAC, ...]:
        """What a teller may prove with, under its present key and its former ones."""
        private = self._private.get(key_id)
        if private is None:
            raise UnreadablePersonalData("it is proved to a key that is not ours")
        if (teller, key_id) not in self._proved:
            present = [self._public[teller]] if teller in self._public else []
            self._proved[teller, key_id] = tuple(
                HMAC(
                    _agreed(private, public, teller, self.service, MESSAGE_PROOF_PURPOSE), SHA256()
                )
                for public in (*present, *self._former.get(teller, ()))
            )
        return self._proved[teller, key_id]

    def _own(self) -> X25519PrivateKey:
        """The key that the others know; raises `BadKey` where they know none."""
        own = self._public.get(self.service)
        private = self._private.get(key_id_of(own)) if own is not None else None
        if private is None:
            raise BadKey(f"{self.service} has no message key to prove with")
        return private

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
        proof = _proof(HMAC(_agreed(self._own(), public, self.service, reader), SHA256()), sealed)
        return f"{reader}:{key_id_of(public)}:{_text(sealed)}:{self.service}:{_text(proof)}"

    def open(self, sealed: str, about: str, teller: str | None = None) -> str:
        """Decrypt what is sealed to this service; raises `UnreadablePersonalData`.

        `teller`: who alone may have told it; None: whoever it names.
        """
        if not sealed.startswith(FORM):
            return self._previous(sealed)
        heads, _, text = sealed.removeprefix(FORM).partition(".")
        cipher = self._content_key(heads, teller)
        try:
            raw = base64.urlsafe_b64decode(text)
            return cipher.decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], about.encode()).decode()
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the sealed value was altered or moved") from error

    def _content_key(self, heads: str, teller: str | None) -> AESGCM:
        mine = f"{self.service}:"
        head = next((one for one in heads.split(",") if one.startswith(mine)), None)
        if head is None:
            raise UnreadablePersonalData(f"it is not sealed to {self.service}")
        named = head.split(":")[TELLER : TELLER + 1]
        if teller is not None and named not in ([], [teller]):
            raise UnreadablePersonalData(f"it is not {teller} who tells it")
        if (known := self._known.get(head)) is not None:
            self._known.move_to_end(head)
            return known
        cipher = self._known[head] = self._unwrapped(head.removeprefix(mine))
        if len(self._known) > KNOWN_CONTENT_KEYS:
            self._known.popitem(last=False)
        return cipher

    def _unwrapped(self, head: str) -> AESGCM:
        key_id, _, rest = head.partition(":")
        text, *told = rest.split(":")
        private = self._private.get(key_id)
        if private is None:
            raise UnreadablePersonalData(f"unknown message key {key_id!r}")
        try:
            sealed = base64.urlsafe_b64decode(text)
            self._demand_proof(private, sealed, told)
            return AESGCM(SUITE.decrypt(sealed, private, info=PURPOSE + self.service.encode()))
        except (InvalidTag, ValueError) as error:
            raise UnreadablePersonalData("the content key was altered") from error

    def _demand_proof(self, private: X25519PrivateKey, sealed: bytes, told: Sequence[str]) -> None:
        """Raise `UnreadablePersonalData` unless the named teller has sealed this content key."""
        if not told and self._unproved:
            return
        if len(told) != 2:
            raise UnreadablePersonalData("nothing proves who tells it")
        teller, proof = told
        known = [self._public[teller]] if teller in self._public else []
        for public in (*known, *self._former.get(teller, ())):
            mac = HMAC(_agreed(private, public, teller, self.service), SHA256())
            if hmac.compare_digest(_proof(mac, sealed), base64.urlsafe_b64decode(proof)):
                return
        raise UnreadablePersonalData(f"it is not {teller} who tells it")


def _agreed(
    private: X25519PrivateKey,
    public: X25519PublicKey,
    teller: str,
    reader: str,
    purpose: str = PROOF_PURPOSE,
) -> bytes:
    """What teller and reader alone can make of the keys of both."""
    about = f"{purpose}{teller} to {reader}".encode()
    return HKDF(SHA256(), CONTENT_KEY_BYTES, None, about).derive(private.exchange(public))


def _proof(agreed: HMAC, told: bytes) -> bytes:
    """A key that is laid out once, and copied: half of what to lay it out anew would take."""
    mac = agreed.copy()
    mac.update(told)
    return mac.finalize()[:PROOF_BYTES]


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode()
