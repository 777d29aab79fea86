"""Every role against every operation, and everybody against what belongs to others."""

import base64
import json
import time
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import httpx
import jwt
import pytest
from tests.support.callers import LOOK
from tests.support.issuer import GATEWAY, KEY_ID, Issuer, confirmed

from shared.http.openapi import document
from shared.identity.principal import STAFF, Principal, Role, claims_of
from shared.identity.verifier import AUDIENCE
from shared.messaging.topology import SERVICES

from .asking import ARRANGE, Asked, Town, town_in
from .conftest import Hall
from .rights import ONE_IS_ENOUGH, Operation, operations

TABLE = operations()
EASY = ("expired", "of another key")
"""Bad tokens that every operation is shown; the others are shown to one of each service."""


@pytest.fixture(scope="module")
async def town(hall: Hall) -> Town:
    return await town_in(hall)


def served() -> set[str]:
    """What the services really offer."""
    return {
        f"{method.upper()} {path.removeprefix('/api')}"
        for service in SERVICES
        for path, methods in document(service)["paths"].items()
        for method in methods
    }


def test_every_operation_has_a_line_in_the_table() -> None:
    assert set(TABLE) == served()
    assert set(ARRANGE) == served()


async def send(town: Town, operation: Operation, asked: Asked, token: str | None) -> httpx.Response:
    headers = {"Idempotency-Key": uuid.uuid4().hex, **LOOK, **asked.headers}
    place = f"/api{operation.path.format(**asked.path)}"
    if token is not None:
        headers["Authorization"] = f"Bearer {token}"
        headers |= confirmed(token, place, asked.body)
    return await town.hall.clients[operation.service].request(
        operation.method,
        f"http://{operation.service}{place}",
        json=asked.body,
        content=asked.content,
        params=asked.query,
        headers=headers,
    )


async def token_of(town: Town, asked: Asked, role: Role, *, stranger: bool = False) -> str:
    owner = None if stranger else asked.owner
    session = asked.session if role is Role.INDIVIDUAL and not stranger else None
    return await town.hall.token(town.principal(role, stranger=stranger, owner=owner), session)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """Status and code of a problem."""
    problem = answer.headers["content-type"] == "application/problem+json"
    return answer.status_code, answer.json()["title"] if problem else ""


def done_before(answer: httpx.Response) -> bool:
    """Roles ask one after the other: what one has done, the next cannot do again. It was let in."""
    return answer.status_code == 409 or (answer.status_code == 422 and "rule" in answer.json())


NOT_THEIRS = ((404, "not-found"), (401, "code-expired"), (403, "not-entitled"))
LOOKS = ("GET", "HEAD")


@pytest.mark.parametrize(
    "name",
    [name for name, line in TABLE.items() if line.method not in LOOKS and line.cells is not None],
)
def test_what_staff_change_takes_two_people_or_says_why_one_is_enough(name: str) -> None:
    cells = TABLE[name].cells
    assert cells is not None
    of_staff = {cells[role] for role in STAFF} - {"-"}
    takes_two = of_staff == {"two"}
    assert takes_two or not of_staff or ONE_IS_ENOUGH[name], name
    assert not (takes_two and name in ONE_IS_ENOUGH)


def test_every_reason_belongs_to_an_operation() -> None:
    assert set(ONE_IS_ENOUGH) <= set(TABLE)


def bare(asked: Asked) -> Asked:
    """Without the token of a proven phone, which is sent with what it opens."""
    kept = {name: value for name, value in asked.headers.items() if name != "Authorization"}
    return replace(asked, headers=kept)


GUARDED = [name for name, line in TABLE.items() if line.cells is not None]
FIRST_OF_SERVICE = {TABLE[name].service: name for name in reversed(GUARDED)}.values()


@pytest.mark.parametrize("name", GUARDED)
async def test_only_whom_the_table_names_gets_in(town: Town, name: str) -> None:
    """First all who must not, then those who may: at least one of them to the very end."""
    operation = TABLE[name]
    asked = await ARRANGE[name](town)
    assert operation.cells is not None
    assert refusal(await send(town, operation, bare(asked), None)) == (401, "login-required")
    bad = bad_tokens(town)
    for what in bad if name in FIRST_OF_SERVICE else EASY:
        token = bad[what]
        assert refusal(await send(town, operation, asked, token)) == (401, "login-expired"), what
    succeeded = operation.by_phone
    for role, cell in sorted(operation.cells.items(), key=lambda item: item[1] not in ("-", "401")):
        if cell == "own":
            token = await token_of(town, asked, role, stranger=True)
            answer = await send(town, operation, asked, token)
            assert refusal(answer) == (404, "not-found"), (role, answer.text)
        token = await token_of(town, asked, role)
        answer = await send(town, operation, asked, token)
        match cell:
            case "-":
                assert refusal(answer) == (403, "not-allowed"), (role, answer.text)
            case "401":
                assert refusal(answer) == (401, "login-expired"), (role, answer.text)
            case "made":
                assert refusal(answer) in NOT_THEIRS, (role, answer.text)
            case "two":
                assert answer.status_code == 202 or done_before(answer), (role, answer.text)
                succeeded |= answer.status_code == 202
            case _:
                assert answer.is_success or done_before(answer), (role, answer.text)
                succeeded |= answer.is_success
    if operation.by_phone:
        answer = await send(town, operation, asked, None)
        assert answer.is_success, answer.text
    assert succeeded, "the request was not one that could succeed"


@pytest.mark.parametrize("name", [name for name, line in TABLE.items() if line.cells is None])
async def test_what_is_public_asks_for_no_token(town: Town, name: str) -> None:
    asked = await ARRANGE[name](town)
    answer = await send(town, TABLE[name], asked, None)
    assert answer.is_success, answer.text


MINE = [
    name
    for name, line in TABLE.items()
    if line.method == "GET" and line.cells and line.cells[Role.INDIVIDUAL] == "mine"
]


@pytest.mark.parametrize("name", MINE)
async def test_what_names_nobody_shows_nothing_of_anybody_else(town: Town, name: str) -> None:
    asked = await ARRANGE[name](town)
    token = await token_of(town, asked, Role.INDIVIDUAL, stranger=True)
    answer = await send(town, TABLE[name], asked, token)
    assert answer.status_code == 200, answer.text
    assert [mark for mark in town.marks if mark in answer.text] == []


async def test_an_owner_does_read_the_marks_that_a_stranger_must_not(town: Town) -> None:
    """Else the test above would pass for want of anything to see."""
    seen = ""
    for name in MINE:
        asked = await ARRANGE[name](town)
        token = await token_of(town, asked, Role.INDIVIDUAL)
        seen += (await send(town, TABLE[name], asked, token)).text
    assert [mark for mark in town.marks if mark not in seen] == []


async def test_a_role_without_its_person_or_employer_gets_nothing(town: Town) -> None:
    """A token that says `individual` and names nobody, and an operator of no employer."""
    got_in = []
    for name, operation in TABLE.items():
        if operation.cells is None or operation.service == "gateway":
            continue
        asked = Asked()
        for role in (Role.INDIVIDUAL, Role.EMPLOYER_OPERATOR):
            if operation.cells[role] in ("own", "mine"):
                asked = await ARRANGE[name](town) if asked == Asked() else asked
                token = town.hall.keys.token(Principal(uuid.uuid4(), role, None, None, "", "web"))
                answer = await send(town, operation, asked, token)
                empty = answer.is_success and answer.json() == {"items": [], "next_cursor": None}
                if not (empty or answer.status_code in (403, 404, 422)):
                    got_in.append((name, role, answer.status_code))
    assert got_in == []


def bad_tokens(town: Town) -> Mapping[str, str]:
    """Tokens of an administrator that nobody may believe."""
    keys, principal = town.hall.keys, town.principal(Role.STAFF_ADMIN)
    now = int(time.time())
    times = {"iat": now, "exp": now + 600, "iss": GATEWAY, "aud": AUDIENCE}
    claims: dict[str, Any] = claims_of(principal) | times
    good = keys.token(principal)
    head, body, signature = good.split(".")
    unsigned = base64.urlsafe_b64encode(json.dumps({"alg": "none", "kid": KEY_ID}).encode())
    public = keys.public_jwk["x"]
    return {
        "expired": keys.token(principal, exp=now - 60),
        "of another key": Issuer().token(principal),
        "of another issuer": keys.token(principal, iss="somebody-else"),
        "for another audience": keys.token(principal, aud="another-system"),
        "of an unknown role": keys.token(principal, role="superuser"),
        "without an end": jwt.encode(
            {k: v for k, v in claims.items() if k != "exp"}, keys._key, "ES256", {"kid": KEY_ID}
        ),
        "unsigned": f"{unsigned.decode().rstrip('=')}.{body}.",
        "signed with our public key": jwt.encode(claims, public, "HS256", {"kid": KEY_ID}),
        "altered": f"{head}.{body[:-2]}{'A' if body[-2] != 'A' else 'B'}{body[-1]}.{signature}",
        "of an unknown key id": jwt.encode(claims, keys._key, "ES256", {"kid": "../../etc"}),
        "no token": "x",
        "too long": good + "A" * 5_000,
    }
