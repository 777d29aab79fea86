"""What a verifier remembers: a token whose key was taken back is not let in again."""

import json
import time
import uuid

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from shared.identity.principal import InvalidToken, Principal, Role, claims_of
from shared.identity.verifier import ALGORITHM, AUDIENCE, KeysUnavailable, TokenVerifier

ISSUER = "provident-fund-gateway"


class Verifier(TokenVerifier):
    """Gets its keys from the test."""

    def __init__(self) -> None:
        super().__init__("http://127.0.0.1:9/unused", ISSUER)
        self.published: dict[str, jwt.PyJWK] = {}

    async def _fetch(self) -> None:
        self._replace_keys(self.published)


def token_of(key: ec.EllipticCurvePrivateKey, key_id: str) -> str:
    principal = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    times = {"iat": int(time.time()), "exp": int(time.time()) + 600}
    claims = claims_of(principal) | times | {"iss": ISSUER, "aud": AUDIENCE}
    return jwt.encode(claims, key, ALGORITHM, headers={"kid": key_id})


def public(key: ec.EllipticCurvePrivateKey, key_id: str) -> jwt.PyJWK:
    found = json.loads(ECAlgorithm.to_jwk(key.public_key()))
    return jwt.PyJWK(found | {"kid": key_id, "use": "sig", "alg": ALGORITHM})


async def test_a_remembered_token_dies_when_its_key_is_taken_back() -> None:
    stolen, new = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    verifier = Verifier()
    verifier.published = {"stolen": public(stolen, "stolen")}
    forged = token_of(stolen, "stolen")
    await verifier.verify(forged)
    verifier.published = {"new": public(new, "new")}
    await verifier.verify(token_of(new, "new"))
    with pytest.raises(InvalidToken):
        await verifier.verify(forged)


async def test_a_remembered_token_stays_while_a_key_is_added() -> None:
    old, new = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    verifier = Verifier()
    verifier.published = {"old": public(old, "old")}
    token = token_of(old, "old")
    await verifier.verify(token)
    verifier.published = {"old": public(old, "old"), "new": public(new, "new")}
    await verifier.verify(token_of(new, "new"))
    assert (await verifier.verify(token)).role is Role.INDIVIDUAL


async def test_while_the_keys_cannot_be_had_no_token_is_called_invalid() -> None:
    verifier = TokenVerifier("http://127.0.0.1:9/nobody-listens", ISSUER)
    with pytest.raises(KeysUnavailable):
        await verifier.verify(token_of(ec.generate_private_key(ec.SECP256R1()), "k1"))
