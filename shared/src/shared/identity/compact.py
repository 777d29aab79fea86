"""A token of a known header, verified: its signature (RFC 7515; ES256: RFC 7518, 3.4) and claims (RFC 7519).

Each withdrawal brings two tokens, who asks and what was confirmed, and both are new. The library looks at
every character of a token in Python, which costs as much as the signature; here that is one call of C. Only
what begins with a header that the library has accepted comes here: algorithm and key are then settled. The
two agree on every token, altered ones included (`tests/unit/shared/test_compact.py`).
"""

import binascii
import json
import time
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from shared.identity.principal import InvalidToken

REQUIRED = ("exp", "iat", "sub", "iss", "aud")
SIGNATURE_BYTES = 64
HALF = SIGNATURE_BYTES // 2
TO_STANDARD = bytes.maketrans(b"-_", b"+/")
ES256 = ECDSA(SHA256())


def claims_of(
    token: str, key: EllipticCurvePublicKey, audience: str, issuer: str, leeway_seconds: int
) -> dict[str, Any]:
    """Return the claims of a token that this key signed, and that holds here; raises `InvalidToken`."""
    signed, _, signature = token.rpartition(".")
    header, _, payload = signed.partition(".")
    if not header or "." in payload:
        raise InvalidToken("not three parts")
    raw = _decoded(signature)
    if len(raw) != SIGNATURE_BYTES:
        raise InvalidToken("no ES256 signature")
    der = encode_dss_signature(int.from_bytes(raw[:HALF]), int.from_bytes(raw[HALF:]))
    try:
        key.verify(der, signed.encode(), ES256)
    except InvalidSignature:
        raise InvalidToken("the signature does not hold") from None
    try:
        claims = json.loads(_decoded(payload))
    except ValueError:
        raise InvalidToken("the claims are no JSON") from None
    if not isinstance(claims, dict):
        raise InvalidToken("the claims are no object")
    _demand(claims, audience, issuer, leeway_seconds)
    return claims


def _decoded(part: str) -> bytes:
    try:
        text = part.encode("ascii")
        if b"+" in text or b"/" in text or b"=" in text:
            raise InvalidToken("not base64url")
        padded = text.translate(TO_STANDARD) + b"=" * (-len(text) % 4)
        found = binascii.a2b_base64(padded, strict_mode=True)
        if binascii.b2a_base64(found, newline=False) != padded:
            raise InvalidToken("bits that mean nothing are set")
        return found
    except ValueError:
        raise InvalidToken("not base64url") from None


def _demand(claims: dict[str, Any], audience: str, issuer: str, leeway_seconds: int) -> None:
    """Demand that the claims are there, whole, ours and in time."""
    if any(claims.get(name) is None for name in REQUIRED):
        raise InvalidToken("a claim is missing")
    now = time.time()
    if _instant(claims["exp"]) <= now - leeway_seconds:
        raise InvalidToken("it has expired")
    if max(_instant(claims["iat"]), _instant(claims.get("nbf", 0))) > now + leeway_seconds:
        raise InvalidToken("it does not hold yet")
    if claims["iss"] != issuer or claims["aud"] != audience:
        raise InvalidToken("it is for somebody else, or of somebody else")
    if not isinstance(claims["sub"], str):
        raise InvalidToken("its subject is no text")


def _instant(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidToken("a time is no whole number")
    return value
