"""Signing keys (RFC 7517): a key is published before it signs and until its last token has expired.

Everything follows from when each key begins to sign, which is in the database: any number of instances
agree without speaking to each other.
"""

import json
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from gateway.clock import now_of
from gateway.secrets_at_rest import vault_of
from gateway.settings import Settings, settings_of
from shared.base.db import Connection, Pool
from shared.identity.principal import Principal, claims_of
from shared.identity.verifier import ALGORITHM, AUDIENCE, LEEWAY_SECONDS
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData

KEYS_LOCK = 0x12331
"""Advisory lock: one instance makes a key at a time."""
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
    return [key for key, end in zip(ordered, ends, strict=True) if end is None or now < end + kept]


def token_life(settings: Settings) -> timedelta:
    """The longest time for which anybody may believe a token."""
    return settings.access_token_lifetime + AFTERLIFE


def due(keys: Sequence[SigningKey], now: datetime, life: timedelta, lead: timedelta) -> bool:
    """Whether the next key must be published now."""
    newest = max((key.signs_from for key in keys), default=None)
    return newest is None or now >= newest + life - lead


def new_key(vault: PersonalData, signs_from: datetime) -> SigningKey:
    """Make a key pair; the private half exists sealed only."""
    private = ec.generate_private_key(ec.SECP256R1())
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    key_id = uuid.uuid4().hex
    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    jwk = {**public, "kid": key_id, "use": "sig", "alg": ALGORITHM}
    return SigningKey(key_id, vault.seal(pem.decode()), jwk, signs_from)


SELECT = """
SELECT key_id, private_sealed, public_jwk, signs_from FROM signing_key
WHERE withdrawn_at IS NULL ORDER BY signs_from
"""


async def load(connection: Connection | Pool) -> list[SigningKey]:
    """Read all keys that were not withdrawn."""
    return [SigningKey(**dict(row)) for row in await connection.fetch(SELECT)]


INSERT = """
INSERT INTO signing_key (key_id, private_sealed, public_jwk, created_at, signs_from)
VALUES ($1, $2, $3, $4, $5)
"""


async def _add(connection: Connection, key: SigningKey, now: datetime) -> None:
    await connection.execute(
        INSERT, key.key_id, key.private_sealed, key.public_jwk, now, key.signs_from
    )


async def all_published(context: Context) -> list[SigningKey]:
    """The keys by which tokens are verified now."""
    lifetime = settings_of(context).access_token_lifetime
    return published(await load(context.pool), now_of(context), lifetime)


def _opens(key: SigningKey, settings: Settings) -> bool:
    try:
        vault_of(settings).open(key.private_sealed)
    except UnreadablePersonalData:
        return False
    return True


DELETE = "DELETE FROM signing_key WHERE NOT key_id = ANY($1::text[]) AND signs_from <= $2"
LOCK = "SELECT pg_advisory_xact_lock($1)"


async def rotate_by_age(context: Context) -> list[SigningKey]:
    """Make the first key, publish the next when it is time, forget what is no longer published."""
    now, settings = now_of(context), settings_of(context)
    lead = timedelta(seconds=settings.signing_key_lead_seconds)
    async with context.pool.acquire() as connection, connection.transaction():
        await connection.execute(LOCK, KEYS_LOCK)
        keys = await load(connection)
        if keys and not _opens(keys[-1], settings):
            # SIGNING_KEYS_KEY was replaced: no live token suffers, for verifying needs no private half.
            await connection.execute(WITHDRAW_TO_COME, now)
            keys = [key for key in keys if key.signs_from <= now]
            keys.append(new_key(vault_of(settings), now))
            await _add(connection, keys[-1], now)
        elif signing(keys, now) is None:
            keys.append(new_key(vault_of(settings), now))
            await _add(connection, keys[-1], now)
        elif due(keys, now, timedelta(days=settings.signing_key_days), lead):
            keys.append(new_key(vault_of(settings), now + lead))
            await _add(connection, keys[-1], now)
        keys = published(keys, now, settings.access_token_lifetime)
        await connection.execute(DELETE, [key.key_id for key in keys], now)
    return keys


WITHDRAW = "UPDATE signing_key SET withdrawn_at = $1 WHERE withdrawn_at IS NULL"
WITHDRAW_TO_COME = "UPDATE signing_key SET withdrawn_at = $1 WHERE signs_from > $1"


async def rotate_now(
    connection: Connection, settings: Settings, now: datetime, *, withdraw: bool
) -> str:
    """Sign with a new key from now on; `withdraw` also takes back all others, and so their tokens."""
    await connection.execute(LOCK, KEYS_LOCK)
    await connection.execute(WITHDRAW if withdraw else WITHDRAW_TO_COME, now)
    key = new_key(vault_of(settings), now)
    await _add(connection, key, now)
    return key.key_id


def mint(key: SigningKey, settings: Settings, principal: Principal, session_id: uuid.UUID) -> str:
    """Sign an access token. Its times are the machine's, by which every service verifies it."""
    issued_at = int(time.time())
    claims = {
        **claims_of(principal),
        "sid": str(session_id),
        "iss": settings.token_issuer,
        "aud": AUDIENCE,
        "iat": issued_at,
        "exp": issued_at + settings.access_token_seconds,
        "jti": uuid.uuid4().hex,
    }
    pem = vault_of(settings).open(key.private_sealed)
    return jwt.encode(claims, pem, ALGORITHM, headers={"kid": key.key_id})
