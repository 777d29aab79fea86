"""Signing keys (RFC 7517): a key is published before it signs and until its last token has expired.

Everything follows from when each key begins to sign, which is in the database: any number of instances
agree without speaking to each other.
"""

import json
import time
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from gateway.clock import now_of
from gateway.rules.key_life import AFTERLIFE, SigningKey, due, published, signing
from gateway.secrets_at_rest import vault_of
from gateway.settings import Settings, settings_of
from gateway.store import signing_keys
from shared.base.db import Connection
from shared.base.telemetry import ROWS_REFUSED, get_logger
from shared.identity.confirmation import CONFIRMED_AUDIENCE, Confirmation, confirmed_claims
from shared.identity.principal import Principal, claims_of
from shared.identity.verifier import ALGORITHM, AUDIENCE
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData

PRIVATE = "signing_key.private_sealed"

log = get_logger()


def token_life(settings: Settings) -> timedelta:
    """The longest time for which anybody may believe a token."""
    return settings.access_token_lifetime + AFTERLIFE


def new_key(vault: PersonalData, signs_from: datetime) -> SigningKey:
    """Make a key pair; the private half exists sealed only."""
    return sealed_key(vault, ec.generate_private_key(ec.SECP256R1()), uuid.uuid4().hex, signs_from)


def sealed_key(
    vault: PersonalData, private: ec.EllipticCurvePrivateKey, key_id: str, signs_from: datetime
) -> SigningKey:
    """Seal a private half to its row."""
    pem = private.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    jwk = {**public, "kid": key_id, "use": "sig", "alg": ALGORITHM}
    draft = SigningKey(key_id, "", jwk, signs_from)
    return replace(draft, private_sealed=vault.seal(pem.decode(), PRIVATE, *row_of(draft)))


def row_of(key: SigningKey) -> tuple[str, ...]:
    """What the private half is sealed to: a public half that somebody else put beside it does not fit."""
    since = key.signs_from.astimezone(UTC).isoformat()
    return key.key_id, since, json.dumps(key.public_jwk, sort_keys=True)


def private_half(key: SigningKey, settings: Settings) -> str | None:
    """Open a private key, PEM; None where the row is not one that this gateway has written."""
    vault = vault_of(settings)
    try:
        pem = vault.open(key.private_sealed, PRIVATE, *row_of(key))
    except UnreadablePersonalData:
        return None
    return pem if key.private_sealed.startswith(vault.current) or _fits(pem, key) else None


def _fits(pem: str, key: SigningKey) -> bool:
    """Whether a private half that an earlier release sealed to no row is that of the row."""
    private = serialization.load_pem_private_key(pem.encode(), None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        return False
    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    return all(key.public_jwk.get(name) == public[name] for name in public)


def genuine(keys: Sequence[SigningKey], settings: Settings) -> list[SigningKey]:
    """The keys whose private half opens: whoever has only the database's password can add none."""
    return [key for key in keys if private_half(key, settings) is not None]


async def all_published(context: Context) -> list[SigningKey]:
    """The keys by which tokens are verified now."""
    settings = settings_of(context)
    keys = genuine(await signing_keys.load(context.pool), settings)
    return published(keys, now_of(context), settings.access_token_lifetime)


async def rotate_by_age(context: Context) -> list[SigningKey]:
    """Make the first key, publish the next when it is time, forget what is no longer published."""
    now, settings = now_of(context), settings_of(context)
    lead = timedelta(seconds=settings.signing_key_lead_seconds)
    async with context.pool.acquire() as connection, connection.transaction():
        await signing_keys.hold(connection)
        keys = await _trusted(connection, settings, now)
        if signing(keys, now) is None:
            keys.append(new_key(vault_of(settings), now))
            await signing_keys.add(connection, keys[-1], now)
        elif due(keys, now, timedelta(days=settings.signing_key_days), lead):
            keys.append(new_key(vault_of(settings), now + lead))
            await signing_keys.add(connection, keys[-1], now)
        keys = published(keys, now, settings.access_token_lifetime)
        await signing_keys.forget_others(connection, keys, now)
    return keys


async def _trusted(connection: Connection, settings: Settings, now: datetime) -> list[SigningKey]:
    """Read the keys; set aside, with an alarm, those that were not made here, and seal anew what is due."""
    keys, vault = await signing_keys.load(connection), vault_of(settings)
    trusted: list[SigningKey] = []
    for key in keys:
        pem = private_half(key, settings)
        if pem is None:
            ROWS_REFUSED.labels("signing_key").inc()
            log.error("a signing key is not one of ours", key_id=key.key_id)
            await signing_keys.set_aside(connection, key.key_id, now)
            continue
        if not key.private_sealed.startswith(vault.current):
            sealed = vault.seal(pem, PRIVATE, *row_of(key))
            await signing_keys.seal_anew(connection, key.key_id, sealed)
        trusted.append(key)
    return trusted


async def rotate_now(
    connection: Connection, settings: Settings, now: datetime, *, withdraw: bool
) -> str:
    """Sign with a new key from now on; `withdraw` also takes back all others, and so their tokens."""
    await signing_keys.hold(connection)
    if withdraw:
        await signing_keys.withdraw(connection, now)
    else:
        await signing_keys.withdraw_to_come(connection, now)
    key = new_key(vault_of(settings), now)
    await signing_keys.add(connection, key, now)
    return key.key_id


def mint(
    key: SigningKey,
    settings: Settings,
    principal: Principal,
    session_id: uuid.UUID,
    seconds: int,
) -> str:
    """Sign an access token for some seconds. Its times are the machine's, by which all verify it."""
    issued_at = int(time.time())
    claims = {
        **claims_of(principal),
        "sid": str(session_id),
        "iss": settings.token_issuer,
        "aud": AUDIENCE,
        "iat": issued_at,
        "exp": issued_at + seconds,
        "jti": uuid.uuid4().hex,
    }
    return _signed(key, settings, claims)


def mint_confirmation(key: SigningKey, settings: Settings, confirmed: Confirmation) -> str:
    """Sign what somebody has confirmed with a fresh code."""
    issued_at = int(time.time())
    claims = {
        **confirmed_claims(confirmed),
        "iss": settings.token_issuer,
        "aud": CONFIRMED_AUDIENCE,
        "iat": issued_at,
        "exp": issued_at + settings.confirmation_seconds,
    }
    return _signed(key, settings, claims)


def _signed(key: SigningKey, settings: Settings, claims: dict[str, Any]) -> str:
    pem = private_half(key, settings)
    assert pem is not None, "only a key that opens signs"
    return jwt.encode(claims, pem, ALGORITHM, headers={"kid": key.key_id})
