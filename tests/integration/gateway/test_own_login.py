"""One's own login: sessions listed, ended and bounded, the password changed by its owner."""

import uuid
from datetime import timedelta

import httpx
import pytest

from gateway.rules.password_quality import is_easily_guessed

from .conftest import ADMIN_LOGIN, ADMIN_PASSWORD, ADMIN_SECRET, OTHER_ID, Gateway

NEW = "seven unrelated donkeys"
STEP = timedelta(seconds=30)
MINUTE = timedelta(minutes=1)


async def end(gateway: Gateway, token: str, session_id: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}"}
    return await gateway.client.delete(f"/api/gateway/me/sessions/{session_id}", headers=headers)


async def test_sessions_are_listed_and_ended_by_their_owner(gateway: Gateway) -> None:
    here = (await gateway.citizen())["access_token"]
    gateway.clock.advance(MINUTE)
    there = await gateway.log_in()
    listed = (await gateway.get("/me/sessions", here)).json()["items"]
    assert [one["current"] for one in listed] == [False, True]
    assert {one["address"] for one in listed} == {"127.0.0.1"}
    assert (await end(gateway, here, listed[0]["session_id"])).status_code == 204
    assert (await gateway.get("/me", there["access_token"])).status_code == 401
    assert (await gateway.refresh(there["refresh_token"])).status_code == 401
    assert (await end(gateway, here, listed[0]["session_id"])).status_code == 204
    published = (await gateway.client.get("/.well-known/jwks.json")).json()
    assert published["ended_sessions"] == [listed[0]["session_id"]]


async def test_a_strangers_session_goes_on_and_nobody_can_tell_whether_it_is_there(
    gateway: Gateway,
) -> None:
    mine = (await gateway.citizen())["access_token"]
    theirs = (await gateway.citizen(OTHER_ID))["access_token"]
    (session,) = (await gateway.get("/me/sessions", theirs)).json()["items"]
    for session_id in (session["session_id"], str(uuid.uuid4())):
        assert (await end(gateway, mine, session_id)).status_code == 204
    assert (await gateway.get("/me", theirs)).status_code == 200


async def test_the_eleventh_session_ends_the_first(gateway: Gateway) -> None:
    tokens = [(await gateway.citizen())["access_token"]]
    for _ in range(10):
        gateway.clock.advance(11 * MINUTE)  # six codes an hour
        tokens.append((await gateway.log_in())["access_token"])
    answers = [(await gateway.get("/me", token)).status_code for token in tokens]
    assert answers == [401] + [200] * 10


async def change(
    gateway: Gateway, token: str, new: str = NEW, password: str = ADMIN_PASSWORD
) -> httpx.Response:
    gateway.clock.advance(STEP)
    body = {"password": password, "totp": gateway.totp(ADMIN_SECRET), "new_password": new}
    return await gateway.post("/me/password", token, **body)


async def test_a_password_is_changed_by_its_owner_and_ends_the_other_sessions(
    gateway: Gateway,
) -> None:
    other, here = await gateway.admin(), await gateway.admin()
    assert (await change(gateway, here)).status_code == 204
    assert (await gateway.get("/me", other)).status_code == 401
    assert (await gateway.get("/me", here)).status_code == 200
    gateway.clock.advance(STEP)
    assert (await gateway.staff_in(ADMIN_LOGIN, ADMIN_PASSWORD, ADMIN_SECRET)).status_code == 401
    gateway.clock.advance(STEP)
    assert (await gateway.staff_in(ADMIN_LOGIN, NEW, ADMIN_SECRET)).status_code == 201


async def test_a_stolen_session_of_staff_changes_no_password(gateway: Gateway) -> None:
    """Neither without the present one, nor without the authenticator; and guessing locks."""
    token = await gateway.admin()
    wrong = [await change(gateway, token, password="a guess of a password") for _ in range(5)]
    assert [answer.status_code for answer in wrong] == [401] * 4 + [429]
    body = {"password": ADMIN_PASSWORD, "totp": "000000", "new_password": NEW}
    assert (await gateway.post("/me/password", token, **body)).status_code == 429
    assert (await gateway.get("/me", token)).status_code == 200


@pytest.mark.parametrize(
    ("new", "code"),
    [
        (ADMIN_PASSWORD, "password-used-before"),
        ("password12345", "password-easily-guessed"),
        ("Gongjijin2026!", "password-easily-guessed"),
        ("qwertyuiop123", "password-easily-guessed"),
        ("too short", "invalid-request"),
    ],
)
async def test_a_password_is_long_uncommon_and_new(gateway: Gateway, new: str, code: str) -> None:
    answer = await change(gateway, await gateway.admin(), new)
    assert (answer.status_code, answer.json()["title"]) == (422, code)


async def test_citizens_have_no_password_to_change(gateway: Gateway) -> None:
    token = (await gateway.citizen())["access_token"]
    assert (await change(gateway, token)).status_code == 403


def test_whoever_makes_a_password_of_the_login_is_told_another() -> None:
    assert is_easily_guessed("wang.xiaoming.wang", "wang.xiaoming")
    assert not is_easily_guessed(NEW, "wang.xiaoming")
    assert not is_easily_guessed("多么奇怪的四头紫色河马在飞翔", "wang.xiaoming")
