"""Signing keys rotate under the services' feet, and forged tokens open nothing."""

import asyncio
import base64
import json
import time
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import jwt
import pytest
import uvicorn
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm
from pydantic import SecretStr

from gateway.handlers import keys
from gateway.store import signing_keys
from shared.identity.principal import InvalidToken, Role
from shared.identity.verifier import AUDIENCE, TokenVerifier

from .conftest import OTHER_ID, claims

ISSUER = "provident-fund-gateway"


@pytest.fixture
async def jwks_url(gateway: Any) -> AsyncIterator[str]:
    """The same gateway on a real socket, where services fetch its keys."""
    server = uvicorn.Server(uvicorn.Config(gateway.app, port=0, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve())
    async with asyncio.timeout(30):
        while not server.started:
            await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}/.well-known/jwks.json"
    finally:
        server.should_exit = True
        await serving


@pytest.fixture
def verifier(jwks_url: str) -> TokenVerifier:
    """What every service has; it may fetch again at once."""
    return TokenVerifier(jwks_url, ISSUER)


def impatient(verifier: TokenVerifier) -> None:
    """Let five seconds pass for the verifier."""
    verifier._fetched_at = verifier._refreshed_at = float("-inf")


async def published(gateway: Any) -> list[str]:
    answer = await gateway.client.get("/.well-known/jwks.json")
    assert answer.headers["Cache-Control"] == "no-store"
    return [key["kid"] for key in answer.json()["keys"]]


def kid(token: str) -> str:
    return str(jwt.get_unverified_header(token)["kid"])


async def test_a_service_reads_who_is_calling(gateway: Any, verifier: TokenVerifier) -> None:
    event = gateway.opened()
    await gateway.know(event)
    tokens = await gateway.log_in()
    principal = await verifier.verify(tokens["access_token"])
    assert principal.role is Role.INDIVIDUAL
    assert principal.person_id == event.person_id
    assert (principal.name, principal.channel) == ("张**", "web")
    told = claims(tokens["access_token"])
    assert told["exp"] - told["iat"] == 600
    assert (told["iss"], told["aud"]) == (ISSUER, AUDIENCE)


async def test_the_public_keys_hold_nothing_private(gateway: Any) -> None:
    (key,) = (await gateway.client.get("/.well-known/jwks.json")).json()["keys"]
    assert set(key) == {"kty", "crv", "x", "y", "kid", "use", "alg"}


async def test_rotation_by_age_publishes_first_then_signs_and_forgets_last(
    gateway: Any, verifier: TokenVerifier
) -> None:
    before = await gateway.citizen()
    old = kid(before["access_token"])
    gateway.clock.advance(timedelta(days=30) - timedelta(hours=1))
    await keys.rotate_by_age(gateway.context)
    old_and_new = await published(gateway)
    assert old_and_new[0] == old
    new = old_and_new[1]
    between = await gateway.log_in()
    assert kid(between["access_token"]) == old
    gateway.clock.advance(timedelta(hours=1))
    after = await gateway.log_in()
    assert kid(after["access_token"]) == new
    for tokens in (between, after):
        await verifier.verify(tokens["access_token"])
    gateway.clock.advance(timedelta(minutes=10))
    assert await published(gateway) == [old, new]
    gateway.clock.advance(timedelta(minutes=2))
    await keys.rotate_by_age(gateway.context)
    assert await published(gateway) == [new]
    assert await gateway.count("signing_key") == 1


async def test_many_instances_make_one_key(gateway: Any) -> None:
    await gateway.context.pool.execute("DELETE FROM signing_key")
    await asyncio.gather(*(keys.rotate_by_age(gateway.context) for _ in range(6)))
    assert await gateway.count("signing_key") == 1


async def test_an_administrator_rotates_at_once_and_old_tokens_stay_good(
    gateway: Any, verifier: TokenVerifier
) -> None:
    before = await gateway.citizen()
    await verifier.verify(before["access_token"])
    answer = await gateway.post("/signing-keys/rotation", await gateway.admin())
    assert answer.status_code == 200
    gateway.clock.advance(timedelta(minutes=1))
    after = await gateway.log_in()
    assert kid(after["access_token"]) == answer.json()["key_id"] != kid(before["access_token"])
    impatient(verifier)
    await verifier.verify(after["access_token"])
    await verifier.verify(before["access_token"])


async def test_a_withdrawn_key_takes_its_tokens_with_it(
    gateway: Any, verifier: TokenVerifier
) -> None:
    before = await gateway.citizen()
    await verifier.verify(before["access_token"])
    admin = await gateway.admin()
    assert (await gateway.post("/signing-keys/rotation", admin, withdraw=True)).status_code == 200
    after = (await gateway.refresh(before["refresh_token"])).json()
    impatient(verifier)
    await verifier.verify(after["access_token"])
    with pytest.raises(InvalidToken):
        await verifier.verify(before["access_token"])
    assert (await gateway.get("/me", after["access_token"])).status_code == 200
    assert (await gateway.get("/me", before["access_token"])).status_code == 401


async def test_private_keys_are_useless_without_the_key_of_the_environment(gateway: Any) -> None:
    (key,) = await signing_keys.load(gateway.context.pool)
    assert "BEGIN PRIVATE KEY" in (keys.private_half(key, gateway.context.settings) or "")
    other = gateway.context.settings.model_copy(
        update={"signing_keys_key": SecretStr(base64.b64encode(b"x" * 32).decode())}
    )
    assert keys.private_half(key, other) is None


async def forged(gateway: Any, how: str) -> str:
    """A token that somebody without our private key can make."""
    real = (await gateway.citizen())["access_token"]
    told, header = claims(real), jwt.get_unverified_header(real)
    own = ec.generate_private_key(ec.SECP256R1())
    match how:
        case "own key under our key id":
            token = jwt.encode(told, own, "ES256", headers={"kid": header["kid"]})
        case "own key under a key id of its own":
            token = jwt.encode(told, own, "ES256", headers={"kid": "mine"})
        case "own key inside the header":
            jwk = json.loads(ECAlgorithm.to_jwk(own.public_key()))
            token = jwt.encode(told, own, "ES256", headers={"kid": header["kid"], "jwk": jwk})
        case "no signature":
            token = jwt.encode(told, None, "none", headers={"kid": header["kid"]})
        case "our public key as a shared secret":
            public = (await gateway.client.get("/.well-known/jwks.json")).json()["keys"][0]
            secret = base64.urlsafe_b64decode(public["x"] + "==")
            token = jwt.encode(told, secret, "HS256", headers={"kid": header["kid"]})
        case "another role":
            head, _, signature = real.split(".")
            body = json.dumps(told | {"role": "staff_admin"}).encode()
            token = f"{head}.{base64.urlsafe_b64encode(body).decode().rstrip('=')}.{signature}"
        case "not a token":
            token = "a.b.c"
        case _:
            raise AssertionError(how)
    return token


async def test_a_session_that_ended_takes_its_tokens_with_it_everywhere(
    gateway: Any, verifier: TokenVerifier
) -> None:
    """Within the seconds in which a service asks again; others stay logged in."""
    gone, stays = await gateway.citizen(), await gateway.citizen(OTHER_ID)
    for tokens in (gone, stays):
        await verifier.verify(tokens["access_token"])
    headers = {"Authorization": f"Bearer {gone['access_token']}"}
    await gateway.client.delete("/api/gateway/sessions/current", headers=headers)
    impatient(verifier)
    await verifier.verify(stays["access_token"])
    with pytest.raises(InvalidToken):
        await verifier.verify(gone["access_token"])
    gateway.clock.advance(timedelta(minutes=12))
    answer = await gateway.client.get("/.well-known/jwks.json")
    assert answer.json()["ended_sessions"] == [], "its tokens have expired by now"


async def test_while_the_gateway_is_away_whoever_is_known_stays_logged_in(
    gateway: Any, verifier: TokenVerifier
) -> None:
    tokens = await gateway.citizen()
    await verifier.verify(tokens["access_token"])
    impatient(verifier)
    verifier._jwks_url = "http://127.0.0.1:9/nobody-listens"
    await verifier.verify(tokens["access_token"])


@pytest.mark.parametrize(
    "how",
    [
        "own key under our key id",
        "own key under a key id of its own",
        "own key inside the header",
        "no signature",
        "our public key as a shared secret",
        "another role",
        "not a token",
    ],
)
async def test_a_forged_token_opens_nothing(
    gateway: Any, verifier: TokenVerifier, how: str
) -> None:
    token = await forged(gateway, how)
    assert (await gateway.get("/me", token)).status_code == 401
    assert (await gateway.get("/staff", token)).status_code == 401
    with pytest.raises(InvalidToken):
        await verifier.verify(token)


@pytest.mark.parametrize(
    "change",
    [
        {"exp": 1},
        {"iss": "somebody"},
        {"aud": "another system"},
        {"exp": None},
        {"role": "emperor"},
        {"sid": "nothing"},
        {"sid": str(uuid.uuid4())},
        {"iat": 4_000_000_000},
    ],
)
async def test_our_own_signature_under_wrong_claims_opens_nothing(
    gateway: Any, change: dict[str, Any]
) -> None:
    real = (await gateway.citizen())["access_token"]
    (key,) = await signing_keys.load(gateway.context.pool)
    pem = keys.private_half(key, gateway.context.settings)
    told = {name: value for name, value in (claims(real) | change).items() if value is not None}
    token = jwt.encode(told, pem, "ES256", headers={"kid": kid(real)})
    answer = await gateway.get("/me", token)
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


async def test_token_times_are_real_even_where_the_business_clock_was_moved(gateway: Any) -> None:
    gateway.clock.advance(timedelta(days=400))
    tokens = await gateway.citizen()
    assert abs(claims(tokens["access_token"])["iat"] - time.time()) < 30


async def test_without_any_key_nobody_logs_in_and_no_code_is_wasted(gateway: Any) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    await gateway.context.pool.execute("DELETE FROM signing_key")
    answer = await gateway.enter(challenge_id, code)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    await keys.rotate_by_age(gateway.context)
    assert (await gateway.enter(challenge_id, code)).status_code == 201


async def test_a_replaced_key_of_the_environment_costs_no_token_while_the_old_one_is_told(
    gateway: Any, verifier: TokenVerifier
) -> None:
    before = await gateway.citizen()
    settings = gateway.context.settings
    fresh = {"signing_keys_key": SecretStr(base64.b64encode(b"y" * 32).decode())}
    both = settings.model_copy(update=fresh | {"signing_keys_old_key": settings.signing_keys_key})
    only_new = settings.model_copy(update=fresh)
    await keys.rotate_by_age(replace(gateway.context, settings=both))
    for replaced in (both, only_new):
        found = await keys.all_published(replace(gateway.context, settings=replaced))
        assert [key.key_id for key in found] == [kid(before["access_token"])]
    assert await gateway.count("signing_key") == 1


async def test_a_key_of_the_environment_that_was_replaced_alone_ends_the_tokens_of_before(
    gateway: Any,
) -> None:
    """They may as well be somebody else's; who has a refresh token gets a new one."""
    await gateway.citizen()
    replaced = gateway.context.settings.model_copy(
        update={"signing_keys_key": SecretStr(base64.b64encode(b"y" * 32).decode())}
    )
    gateway.clock.advance(timedelta(minutes=1))
    context = replace(gateway.context, settings=replaced)
    await keys.rotate_by_age(context)
    (key,) = await keys.all_published(context)
    assert "BEGIN PRIVATE KEY" in (keys.private_half(key, replaced) or "")
    await keys.rotate_by_age(context)
    assert await gateway.count("signing_key") == 2, "the one set aside stays for who looks into it"
