"""How WeChat signs and encrypts what it sends (消息加解密)."""

import base64
import hashlib
import os
import struct

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

BLOCK = 32


def signature(*parts: str) -> str:
    """Sign: SHA-1 over the parts in order of their characters."""
    return hashlib.sha1("".join(sorted(parts)).encode()).hexdigest()  # noqa: S324


def encrypted(text: str, encoding_key: str, app_id: str) -> str:
    """Put a message into its envelope."""
    key = base64.b64decode(encoding_key + "=")
    raw = text.encode()
    plain = os.urandom(16) + struct.pack(">I", len(raw)) + raw + app_id.encode()
    padding = BLOCK - len(plain) % BLOCK
    encryptor = Cipher(algorithms.AES(key), modes.CBC(key[:16])).encryptor()
    sealed = encryptor.update(plain + bytes([padding]) * padding) + encryptor.finalize()
    return base64.b64encode(sealed).decode()


def page_signature(ticket: str, nonce: str, timestamp: str, url: str) -> str:
    """Sign a page for the JS-SDK: SHA-1 over the four in the order of their names."""
    parts = {"jsapi_ticket": ticket, "noncestr": nonce, "timestamp": timestamp, "url": url}
    told = "&".join(f"{name}={parts[name]}" for name in sorted(parts))
    return hashlib.sha1(told.encode()).hexdigest()  # noqa: S324
