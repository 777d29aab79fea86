"""Somebody holds the password of one service's runtime role, and none of its keys: refused, or found out."""

import hashlib
import json
import uuid
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import asyncpg
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm
from prometheus_client import REGISTRY
from tests.integration.gateway import conftest as gateway_
from tests.integration.gateway.conftest import ADMINISTRATORS, ID_NUMBER, OTHER_ID, founded
from tests.integration.withdrawals import conftest as withdrawals_
from tests.integration.withdrawals.conftest import CARD

from gateway.handlers import keys
from shared.identity.verifier import AUDIENCE
from shared.messages.gateway import LoginCodeIssued

gateway = gateway_.gateway
withdrawals = withdrawals_.withdrawals
"""The fixtures of the services' own tests."""


def refused(table: str) -> float:
    return REGISTRY.get_sample_value("rows_refused_total", {"table": table}) or 0.0


@pytest.fixture
async def thief(gateway: Any) -> AsyncIterator[Any]:
    """The gateway's runtime role, as psql would have it."""
    connection = await asyncpg.connect(str(gateway.context.settings.database_url))
    yield connection
    await connection.close()


async def published(gateway: Any) -> list[str]:
    answer = await gateway.client.get("/.well-known/jwks.json")
    return [key["kid"] for key in answer.json()["keys"]]


def own_key(key_id: str) -> tuple[ec.EllipticCurvePrivateKey, str]:
    private = ec.generate_private_key(ec.SECP256R1())
    public = json.loads(ECAlgorithm.to_jwk(private.public_key()))
    return private, json.dumps({**public, "kid": key_id, "use": "sig", "alg": "ES256"})


INSERT_KEY = """
INSERT INTO signing_key (key_id, private_sealed, public_jwk, created_at, signs_from)
SELECT 'mine', private_sealed, $1::jsonb, created_at, signs_from + interval '1 second' FROM signing_key
"""


async def test_a_signing_key_of_ones_own_is_not_published_signs_nothing_and_is_told_of(
    gateway: Any, thief: Any
) -> None:
    ours = await published(gateway)
    citizen = await gateway.citizen()
    private, jwk = own_key("mine")
    await thief.execute("SET search_path TO public")
    await thief.execute(INSERT_KEY, jwk)
    assert await published(gateway) == ours
    told = jwt.decode(citizen["access_token"], options={"verify_signature": False})
    forged = jwt.encode(
        told | {"role": "staff_admin", "aud": AUDIENCE}, private, "ES256", headers={"kid": "mine"}
    )
    assert (await gateway.get("/me", forged)).status_code == 401
    gateway.clock.advance(timedelta(minutes=1))
    assert (await gateway.log_in())["access_token"], "logging in goes on under the genuine key"
    before = refused("signing_key")
    await keys.rotate_by_age(gateway.context)
    assert refused("signing_key") == before + 1
    assert await gateway.count("signing_key WHERE key_id = 'mine'") == 1, (
        "kept for who looks into it"
    )


@pytest.mark.parametrize(
    "change",
    [
        "public_jwk = $1::jsonb",
        "signs_from = signs_from + interval '1 hour' + 0 * length($1::text) * interval '1 s'",
    ],
)
async def test_a_genuine_row_that_was_changed_counts_no_more(
    gateway: Any, thief: Any, change: str
) -> None:
    (ours,) = await published(gateway)
    _, jwk = own_key(ours)
    await thief.execute(f"UPDATE signing_key SET {change}", jwk)
    assert await published(gateway) == []


async def test_a_sealed_phone_that_is_moved_redirects_no_code(gateway: Any, thief: Any) -> None:
    await gateway.know(gateway.opened(ID_NUMBER), gateway.opened(OTHER_ID, phone="13700000000"))
    rows = await thief.fetch("SELECT id, phone_sealed FROM identity ORDER BY phone_hash")
    for row, other in zip(rows, reversed(rows), strict=True):
        await thief.execute(
            "UPDATE identity SET phone_sealed = $2 WHERE id = $1", row["id"], other["phone_sealed"]
        )
    before = refused("identity")
    await gateway.challenge(ID_NUMBER)
    assert not [event for event in await gateway.events() if isinstance(event, LoginCodeIssued)]
    assert refused("identity") == before + 1


async def test_a_code_of_ones_own_logs_in_as_nobody_else(gateway: Any, thief: Any) -> None:
    """The challenge is rewritten to be somebody else's, after the thief has got the code."""
    await gateway.know(gateway.opened(ID_NUMBER), gateway.opened(OTHER_ID, phone="13700000000"))
    challenge_id = await gateway.challenge(OTHER_ID)
    code = await gateway.code_of(challenge_id)
    await thief.execute(
        "UPDATE challenge SET identity_id = (SELECT id FROM identity WHERE id <> challenge.identity_id)"
        " WHERE id = $1",
        uuid.UUID(challenge_id),
    )
    assert (await gateway.enter(challenge_id, code)).status_code == 401
    assert await gateway.count("session") == 0


async def test_an_activation_code_of_ones_own_gives_no_login(gateway: Any, thief: Any) -> None:
    """A plain hash of a code of one's own would make a member of staff of whoever may write the row."""
    await founded(gateway)
    await thief.execute(
        "UPDATE staff_credential SET activation_hash = $1, activation_until = now() + interval '1 day'",
        hashlib.sha256(b"ABCDEFGHJKMN").hexdigest(),
    )
    answer = await gateway.post(
        "/sessions/staff/activation",
        login=ADMINISTRATORS[0]["login"],
        activation_code="ABCDEFGHJKMN",
        password="a password that nobody has 1",
    )
    assert answer.status_code == 401


async def test_a_sealed_card_that_is_moved_gets_nobodys_money(withdrawals: Any) -> None:
    victim, thief = [await withdrawals.citizen().apply(card=CARD) for _ in range(2)]
    connection = await asyncpg.connect(str(withdrawals.context.settings.database_url))
    await connection.execute(
        "UPDATE application SET card_sealed ="
        " (SELECT card_sealed FROM application WHERE id = $2) WHERE id = $1",
        uuid.UUID(victim), uuid.UUID(thief),
    )  # fmt: skip
    await connection.close()
    await withdrawals.debt_checked(victim)
    await withdrawals.reserved(victim)
    assert (await withdrawals.case(victim))["state"] == "in_review", (
        "only refusing is possible there"
    )
