"""When a signing key is published, signs and is forgotten. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from shared.identity.principal import LEEWAY_SECONDS

AFTERLIFE = timedelta(seconds=LEEWAY_SECONDS + 60)
"""What counts for a token's life is kept a little longer than that."""


@dataclass(frozen=True)
class SigningKey:
    """One key pair."""

    key_id: str
    private_sealed: str
    public_jwk: dict[str, Any]
    signs_from: datetime


def signing(keys: Sequence[SigningKey], now: datetime) -> SigningKey | None:
    """The key that signs now: the last one whose time has come."""
    begun = [key for key in keys if key.signs_from <= now]
    return max(begun, key=lambda key: key.signs_from, default=None)


def published(
    keys: Sequence[SigningKey], now: datetime, token_lifetime: timedelta
) -> list[SigningKey]:
    """The keys that a verifier may need: those to come, the one that signs, those with live tokens."""
    ordered = sorted(keys, key=lambda key: key.signs_from)
    kept = token_lifetime + AFTERLIFE
    ends = [*(key.signs_from for key in ordered[1:]), None]
    return [key for key, end in zip(ordered, ends, strict=False) if end is None or now < end + kept]


def due(keys: Sequence[SigningKey], now: datetime, life: timedelta, lead: timedelta) -> bool:
    """Whether the next key must be published now."""
    newest = max((key.signs_from for key in keys), default=None)
    return newest is None or now >= newest + life - lead
