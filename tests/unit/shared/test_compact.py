"""Our verification of a token says what the library's says, of good tokens and of altered ones."""

import base64
import json
import time
import uuid
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.identity.compact import REQUIRED, claims_of
from shared.identity.principal import LEEWAY_SECONDS, InvalidToken

KEY, OTHER = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
AUDIENCE, ISSUER = "provident-fund", "provident-fund-gateway"


def usual() -> dict[str, Any]:
    now = int(time.time())
    times = {"iat": now, "exp": now + 600}
    return {"iss": ISSUER, "aud": AUDIENCE, "sub": str(uuid.uuid4()), **times}


def signed(claims: Any, key: ec.EllipticCurvePrivateKey = KEY) -> str:
    return jwt.api_jws.encode(json.dumps(claims).encode(), key, "ES256", headers={"kid": "k"})


def ours(token: str) -> dict[str, Any] | None:
    try:
        return claims_of(token, KEY.public_key(), AUDIENCE, ISSUER, LEEWAY_SECONDS)
    except InvalidToken:
        return None


def the_librarys(token: str) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = jwt.decode(
            token, KEY.public_key(), algorithms=["ES256"], audience=AUDIENCE, issuer=ISSUER,
            leeway=LEEWAY_SECONDS, options={"require": list(REQUIRED)},
        )  # fmt: skip
    except (jwt.PyJWTError, ValueError):
        return None
    return found


def test_a_good_token_gives_its_claims() -> None:
    claims = usual()
    assert ours(signed(claims)) == claims == the_librarys(signed(claims))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, None) for name in REQUIRED),
        ("exp", "soon"),
        ("iss", "somebody else"),
        ("iss", 5),
        ("aud", "provident-fund-confirmation"),
        ("aud", []),
        ("aud", {"provident-fund": 1}),
        ("sub", 5),
    ],
)
def test_claims_that_do_not_hold(name: str, value: Any) -> None:
    for claims in (usual() | {name: value}, {k: v for k, v in usual().items() if k != name}):
        token = signed(claims)
        assert (ours(token) is None) == (the_librarys(token) is None)
    assert ours(signed(usual() | {name: value})) is None


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("exp", -LEEWAY_SECONDS - 5), ("iat", LEEWAY_SECONDS + 60), ("nbf", LEEWAY_SECONDS + 60)],
)
def test_times_that_do_not_hold(name: str, seconds: int) -> None:
    token = signed(usual() | {name: int(time.time()) + seconds})
    assert ours(token) is None is the_librarys(token)


@pytest.mark.parametrize("claims", [[], "text", 5, None])
def test_claims_that_are_none(claims: Any) -> None:
    assert ours(signed(claims)) is None is the_librarys(signed(claims))


def test_another_key_another_length_and_no_signature() -> None:
    head, payload, signature = signed(usual()).split(".")
    for token in (
        signed(usual(), OTHER),
        f"{head}.{payload}.",
        f"{head}.{payload}",
        f"{head}.{payload}.{signature}A",
        f"{head}.{payload}.{signature[:-4]}",
        f"{head}.{payload}.{base64.urlsafe_b64encode(bytes(64)).decode().rstrip('=')}",
        f"{head}.{payload}.{signature}.{signature}",
        f"{head}..{signature}",
        "",
        "..",
    ):
        assert ours(token) is None is the_librarys(token), token


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_one_character_altered_anywhere(data: st.DataObject) -> None:
    token = signed(usual())
    place = data.draw(st.integers(token.index(".") + 1, len(token) - 1))
    letter = data.draw(st.sampled_from("AZaz09-_+/=. \n\x00é"))
    altered = token[:place] + letter + token[place + 1 :]
    verdict = ours(altered)
    assert (verdict is None) == (the_librarys(altered) is None) or altered.endswith("=")
    assert verdict is None or altered.rpartition(".")[0] == token.rpartition(".")[0]
