"""The encrypted envelope of callbacks in secure mode (安全模式): AES-256-CBC, PKCS#7 to blocks of 32 bytes.

Inside: 16 random bytes, the length of the message in 4 bytes (big-endian), the message, the AppID.
"""

import base64
import binascii

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

KEY_BYTES = 32
IV_BYTES = 16
PADDING_BYTES = 32
RANDOM_BYTES = 16
LENGTH_BYTES = 4


class BadEnvelope(Exception):
    """It was not made with our key for our account, or was altered."""


def key_of(encoded: str) -> bytes:
    """Read an EncodingAESKey: base64 of 32 bytes without its last sign; raises `BadEnvelope`."""
    try:
        key = base64.b64decode(encoded + "=", validate=True)
    except binascii.Error as error:
        raise BadEnvelope("EncodingAESKey is not base64") from error
    if len(key) != KEY_BYTES:
        raise BadEnvelope("EncodingAESKey has not 32 bytes")
    return key


def opened(encrypted: str, key: bytes, app_id: str) -> bytes:
    """Open an envelope and return its message; raises `BadEnvelope`."""
    try:
        raw = base64.b64decode(encrypted, validate=True)
        decryptor = Cipher(algorithms.AES(key), modes.CBC(key[:IV_BYTES])).decryptor()
        padded = decryptor.update(raw) + decryptor.finalize()
    except ValueError as error:
        raise BadEnvelope("not in whole blocks of base64") from error
    plain = _unpadded(padded)
    at = RANDOM_BYTES + LENGTH_BYTES
    length = int.from_bytes(plain[RANDOM_BYTES:at], "big")
    if len(plain) < at + length:
        raise BadEnvelope("shorter than it says")
    if plain[at + length :] != app_id.encode():
        raise BadEnvelope("for another account")
    return plain[at : at + length]


def _unpadded(padded: bytes) -> bytes:
    count = padded[-1] if padded else 0
    if not 1 <= count <= PADDING_BYTES or padded[-count:] != bytes([count]) * count:
        raise BadEnvelope("wrong padding")
    return padded[:-count]
