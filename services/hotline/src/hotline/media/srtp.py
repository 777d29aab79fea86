"""Voice that nobody on the way hears: SRTP with AES_CM_128_HMAC_SHA1_80 (RFC 3711, keys by RFC 4568)."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from hotline.media.packets import HEADER

KEY_BYTES: Final = 16
SALT_BYTES: Final = 14
TAG_BYTES: Final = 10
WINDOW: Final = 64
"""Packets behind the newest one that may still come, once each (RFC 3711 section 3.3.2)."""
_HALF: Final = 2**15
_ROUND: Final = 2**16


def _keystream(key: bytes, iv: int, length: int) -> bytes:
    # AES in counter mode, as RFC 3711 section 4.1.1 has it.
    cipher = Cipher(algorithms.AES(key), modes.CTR(iv.to_bytes(16, "big"))).encryptor()
    return cipher.update(bytes(length))


@dataclass(frozen=True)
class SessionKeys:
    """What one direction is encrypted and signed with."""

    cipher: bytes
    salt: int
    auth: bytes

    @classmethod
    def of(cls, key_and_salt: bytes) -> "SessionKeys":
        """Derive them from master key and salt, 16 and 14 bytes (RFC 3711 section 4.3)."""
        key, salt = key_and_salt[:KEY_BYTES], key_and_salt[KEY_BYTES:]
        if len(salt) != SALT_BYTES:
            raise ValueError("a master key has 16 bytes, its salt 14")
        master = int.from_bytes(salt, "big")

        def derived(label: int, length: int) -> bytes:
            return _keystream(key, (master ^ label << 48) << 16, length)

        return cls(derived(0, 16), int.from_bytes(derived(2, SALT_BYTES), "big"), derived(1, 20))

    def _body(self, header: bytes, index: int, payload: bytes) -> bytes:
        source = int.from_bytes(header[8:12], "big")
        iv = self.salt << 16 ^ source << 64 ^ index << 16
        stream = _keystream(self.cipher, iv, len(payload))
        length = len(payload)
        mixed = int.from_bytes(payload, "big") ^ int.from_bytes(stream, "big")
        return mixed.to_bytes(length, "big")

    def _tag(self, signed: bytes, index: int) -> bytes:
        rounds = (index // _ROUND).to_bytes(4, "big")
        return hmac.digest(self.auth, signed + rounds, hashlib.sha1)[:TAG_BYTES]

    def protect(self, packet: bytes, index: int) -> bytes:
        """Encrypt and sign a packet without extensions; `index` is its number since the beginning."""
        header = packet[: HEADER.size]
        signed = header + self._body(header, index, packet[HEADER.size :])
        return signed + self._tag(signed, index)

    def unprotect(self, data: bytes, index: int) -> bytes | None:
        """Check and decrypt; None where it was not signed with this key."""
        signed, tag = data[:-TAG_BYTES], data[-TAG_BYTES:]
        start = HEADER.size + 4 * (data[0] & 0x0F)
        if data[0] & 0x10:
            start += 4 + 4 * int.from_bytes(data[start + 2 : start + 4], "big")
        if start > len(signed) or not hmac.compare_digest(tag, self._tag(signed, index)):
            return None
        return signed[:start] + self._body(signed[:start], index, signed[start:])


@dataclass
class Sender:
    """Our direction."""

    keys: SessionKeys
    _last: int | None = field(default=None, repr=False)

    def protect(self, packet: bytes) -> bytes:
        """Encrypt and sign the next packet."""
        sequence = int.from_bytes(packet[2:4], "big")
        last = self._last
        index = sequence if last is None else last + ((sequence - last) % _ROUND)
        self._last = index
        return self.keys.protect(packet, index)


@dataclass
class Receiver:
    """Their direction: each packet once, and only those of the key's owner."""

    keys: SessionKeys
    _newest: int | None = field(default=None, repr=False)
    _seen: int = field(default=0, repr=False)
    """Bit n: the packet n behind the newest one has come."""

    def unprotect(self, data: bytes) -> bytes | None:
        """Check and decrypt; None for a stranger's packet, one that comes twice, or one that is too late."""
        if len(data) < HEADER.size + TAG_BYTES:
            return None
        index = self._index(int.from_bytes(data[2:4], "big"))
        behind = (self._newest or 0) - index
        if index < 0 or behind >= WINDOW or (behind >= 0 and self._seen >> behind & 1):
            return None
        plain = self.keys.unprotect(data, index)
        if plain is not None:
            self._take(index)
        return plain

    def _index(self, sequence: int) -> int:
        """The nearest index that ends with this number (RFC 3711 section 3.3.1)."""
        if self._newest is None:
            return sequence
        return self._newest + (sequence - self._newest + _HALF) % _ROUND - _HALF

    def _take(self, index: int) -> None:
        if self._newest is None or index > self._newest:
            ahead = index - (self._newest if self._newest is not None else index)
            self._seen = (self._seen << min(ahead, WINDOW) | 1) & (2**WINDOW - 1)
            self._newest = index
        else:
            self._seen |= 1 << self._newest - index
