"""Signatures of WeChat (消息接口、JS-SDK): SHA-1 over sorted or named values, as its documents have them.

SHA-1 is WeChat's choice. What rests on it here: that a callback comes from who knows the token; in secure
mode the AES key says so, too.
"""

import hashlib
import hmac


def callback_signature(token: str, timestamp: str, nonce: str, *encrypted: str) -> str:
    """Sign a callback: `signature` of the address alone, `msg_signature` with what is encrypted."""
    parts = sorted((token, timestamp, nonce, *encrypted))
    return hashlib.sha1("".join(parts).encode()).hexdigest()  # noqa: S324


def same(one: str, other: str) -> bool:
    """Compare signatures in constant time, whatever characters were sent."""
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))


def page_signature(ticket: str, nonce: str, timestamp: int, url: str) -> str:
    """Sign a page for WeChat's JS-SDK (`wx.config`); `url` without its fragment."""
    told = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"
    return hashlib.sha1(told.encode()).hexdigest()  # noqa: S324
