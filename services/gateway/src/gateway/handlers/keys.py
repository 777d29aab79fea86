"""Signing keys (RFC 7517): a key is published before it signs and until its last token has expired.

Everything follows from when each key begins to sign, which is in the database: any number of instances
agree without speaking to each other.
"""

import json
import time
import uuid
from datetime import datetime, timedelta
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
from shared.identity.confirmation import CONFIRMED_AUDIENCE, Confirmation, confirmed_claims
from shared.identity.principal import Principal, claims_of
from shared.identity.verifier import ALGORITHM, AUDIENCE
from shared.messaging.unit import Context
from shared.sealing.personal_data import PersonalData, UnreadablePersonalData


def token_life(settings: Settings) -> timedelta:
    """The longest time for which anybody may believe a token."""
    return settings.access_token_lifetime + AFTERLIFE


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


async def all_published(context: Context) -> list[SigningKey]:
    """The keys by which tokens are verified now."""
    lifetime = settings_of(context).access_token_lifetime
    return published(await signing_keys.load(context.pool), now_of(context), lifetime)


def _opens(key: SigningKey, settings: Settings) -> bool:
    try:
        vault_of(settings).open(key.private_sealed)
    except UnreadablePersonalData:
        return False
    return True


async def rotate_by_age(context: Context) -> list[SigningKey]:
    """Make the first key, publish the next when it is time, forget what is no longer published."""
    now, settings = now_of(context), settings_of(context)
    lead = timedelta(seconds=settings.signing_key_lead_seconds)
    async with context.pool.acquire() as connection, connection.transaction():
        await signing_keys.hold(connection)
        keys = await signing_keys.load(connection)
        if keys and not _opens(keys[-1], settings):
            # SIGNING_KEYS_KEY was replaced: no live token suffers, for verifying needs no private half.
            await signing_keys.withdraw_to_come(connection, now)
            keys = [key for key in keys if key.signs_from <= now]
            keys.append(new_key(vault_of(settings), now))
            await signing_keys.add(connection, keys[-1], now)
        elif signing(keys, now) is None:
            keys.append(new_key(vault_of(settings), now))
            await signing_keys.add(connection, keys[-1], now)
        elif due(keys, now, timedelta(days=settings.signing_key_days), lead):
            keys.append(new_key(vault_of(settings), now + lead))
            await signing_keys.add(connection, keys[-1], now)
        keys = published(keys, now, settings.access_token_lifetime)
        await signing_keys.forget_others(connection, keys, now)
    return keys


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
    pem = vault_of(settings).open(key.private_sealed)
    return jwt.encode(claims, pem, ALGORITHM, headers={"kid": key.key_id})
