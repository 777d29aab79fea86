"""Staff log in with two factors; administrators decide who is staff; one person has one role."""

import asyncio
import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import httpx
import pyotp
import pytest

from gateway.handlers import administration
from gateway.shapes.administrators import NewStaff

from .conftest import ADMIN_LOGIN, ADMIN_PASSWORD, ADMIN_SECRET, ID_NUMBER, OTHER_ID, Gateway

PASSWORD = "twelve or more characters"
STEP = timedelta(seconds=30)


async def make(gateway: Gateway, admin: str, **changes: Any) -> httpx.Response:
    body = {"login": "zhang.san", "name": "张三", "id_number": ID_NUMBER, "role": "staff_maker"}
    headers = {"Authorization": f"Bearer {admin}", "Idempotency-Key": uuid.uuid4().hex}
    return await gateway.client.post("/api/gateway/staff", json=body | changes, headers=headers)


async def made(gateway: Gateway, admin: str, **changes: Any) -> str:
    answer = await make(gateway, admin, **changes)
    assert answer.status_code == 201, answer.text
    staff_id: str = answer.json()["id"]
    return staff_id


async def activation(gateway: Gateway, admin: str, staff_id: str) -> str:
    answer = await gateway.post(f"/staff/{staff_id}/activation", admin)
    assert answer.status_code == 200, answer.text
    code: str = answer.json()["activation_code"]
    return code


async def activate(
    gateway: Gateway, code: str, login: str = "zhang.san", password: str = PASSWORD
) -> httpx.Response:
    return await gateway.post(
        "/sessions/staff/activation", login=login, activation_code=code, password=password
    )


async def active(gateway: Gateway, admin: str, **changes: Any) -> tuple[str, str]:
    """A member of staff who has chosen a password; returns id and TOTP secret."""
    staff_id = await made(gateway, admin, **changes)
    code = await activation(gateway, admin, staff_id)
    answer = await activate(gateway, code, changes.get("login", "zhang.san"))
    assert answer.status_code == 200, answer.text
    return staff_id, answer.json()["totp_secret"]


async def test_the_first_administrator_is_made_once(gateway: Gateway) -> None:
    makers = [administration.make_first_admin(gateway.context, gateway.passwords) for _ in range(3)]
    assert sorted(await asyncio.gather(*makers)) == [False, False, True]
    assert (await gateway.get("/me", await gateway.admin())).json()["role"] == "staff_admin"
    assert await gateway.count("identity") == 1


async def test_without_its_settings_no_administrator_is_made(gateway: Gateway) -> None:
    nobody = gateway.context.settings.model_copy(update={"first_admin_password": None})
    context = replace(gateway.context, settings=nobody)
    assert not await administration.make_first_admin(context, gateway.passwords)


async def test_staff_choose_their_own_password_and_nobody_else_knows_it(gateway: Gateway) -> None:
    admin = await gateway.admin()
    answer = await make(gateway, admin)
    assert answer.status_code == 201
    assert answer.json()["state"] == "awaiting_activation"
    assert answer.json()["name"] == "张*"
    code = await activation(gateway, admin, answer.json()["id"])
    enrolled = (await activate(gateway, code)).json()
    assert enrolled["totp_uri"].startswith("otpauth://totp/")
    tokens = await gateway.staff_in("zhang.san", PASSWORD, enrolled["totp_secret"])
    assert tokens.status_code == 201
    assert tokens.json()["role"] == "staff_maker"
    kept = str(
        [dict(row) for row in await gateway.context.pool.fetch("SELECT * FROM staff_credential")]
    )
    for secret in (PASSWORD, enrolled["totp_secret"], code):
        assert secret not in kept


async def test_an_activation_code_works_once_and_for_a_day(gateway: Gateway) -> None:
    admin = await gateway.admin()
    staff_id = await made(gateway, admin)
    code = await activation(gateway, admin, staff_id)
    answers = await asyncio.gather(activate(gateway, code), activate(gateway, code))
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    late = await activation(gateway, admin, staff_id)
    gateway.clock.advance(timedelta(hours=24))
    assert (await activate(gateway, late)).json()["title"] == "activation-failed"


async def test_only_the_last_activation_code_counts(gateway: Gateway) -> None:
    admin = await gateway.admin()
    staff_id = await made(gateway, admin)
    first = await activation(gateway, admin, staff_id)
    second = await activation(gateway, admin, staff_id)
    assert (await activate(gateway, first)).status_code == 401
    assert (await activate(gateway, second)).status_code == 200


async def test_a_short_password_is_422(gateway: Gateway) -> None:
    assert (await activate(gateway, "x", password="short")).status_code == 422


@pytest.mark.parametrize("wrong", ["login", "password", "totp", "everything"])
async def test_nobody_can_tell_which_of_the_credentials_was_wrong(
    gateway: Gateway, wrong: str
) -> None:
    await gateway.admin()
    gateway.clock.advance(STEP)
    right = {"login": ADMIN_LOGIN, "password": ADMIN_PASSWORD, "totp": gateway.totp(ADMIN_SECRET)}
    far = pyotp.TOTP(ADMIN_SECRET).at(gateway.clock.now() + timedelta(hours=1))
    bad = {"login": "nobody", "password": "wrong", "totp": far}
    if wrong != "everything":
        bad = {wrong: bad[wrong]}
    answer = await gateway.post("/sessions/staff", **(right | bad))
    assert answer.status_code == 401
    body = answer.json()
    assert (body["title"], body["detail"]) == ("wrong-credentials", "账号、密码或动态口令不正确。")
    assert set(body) == {"type", "title", "status", "detail"}


async def test_a_one_time_password_opens_one_session_even_at_once(gateway: Gateway) -> None:
    await gateway.admin()
    gateway.clock.advance(STEP)
    answers = await asyncio.gather(
        *(gateway.staff_in(ADMIN_LOGIN, ADMIN_PASSWORD, ADMIN_SECRET) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [201, 401, 401]


async def test_staff_are_locked_out_like_everybody_and_unknown_logins_too(gateway: Gateway) -> None:
    await gateway.admin()

    async def six(login: str) -> Sequence[tuple[int, str, str | None]]:
        answers = [await gateway.staff_in(login, "wrong", ADMIN_SECRET) for _ in range(6)]
        return [
            (answer.status_code, answer.json()["title"], answer.headers.get("Retry-After"))
            for answer in answers
        ]

    known, unknown = await six(ADMIN_LOGIN), await six("nobody")
    assert known == unknown
    assert known[-2:] == [(429, "login-locked", "300")] * 2
    gateway.clock.advance(timedelta(minutes=5))
    assert (await gateway.staff_in(ADMIN_LOGIN, ADMIN_PASSWORD, ADMIN_SECRET)).status_code == 201


async def test_maker_and_checker_are_different_people(gateway: Gateway) -> None:
    admin = await gateway.admin()
    await made(gateway, admin)
    second = await make(gateway, admin, login="zhang.two", role="staff_checker")
    assert (second.status_code, second.json()["title"]) == (409, "one-role-per-person")
    await made(gateway, admin, login="li.si", id_number=OTHER_ID, role="staff_checker")


async def test_a_person_changes_roles_by_being_disabled_in_the_old_one(gateway: Gateway) -> None:
    admin = await gateway.admin()
    old = await made(gateway, admin)
    await gateway.post(f"/staff/{old}/disable", admin)
    await made(gateway, admin, login="zhang.two", role="staff_checker")
    back = await gateway.post(f"/staff/{old}/enable", admin)
    assert (back.status_code, back.json()["title"]) == (409, "one-role-per-person")


async def test_the_database_itself_keeps_one_role_per_person(gateway: Gateway) -> None:
    await made(gateway, await gateway.admin())
    with pytest.raises(asyncpg.UniqueViolationError) as refused:
        await gateway.context.pool.execute(
            "INSERT INTO identity (id, role, id_number_hash, name_sealed, created_at) "
            "SELECT gen_random_uuid(), 'staff_checker', id_number_hash, name_sealed, now() "
            "FROM identity WHERE role = 'staff_maker'"
        )
    assert refused.value.constraint_name == "one_staff_role_per_person"


async def test_a_login_is_taken_once_and_a_retry_makes_nobody_twice(gateway: Gateway) -> None:
    admin = await gateway.admin()
    headers = {"Authorization": f"Bearer {admin}", "Idempotency-Key": "once"}
    body = {"login": "zhang.san", "name": "张三", "id_number": ID_NUMBER, "role": "staff_maker"}
    answers = [
        await gateway.client.post("/api/gateway/staff", json=body, headers=headers) for _ in "12"
    ]
    assert answers[0].json() == answers[1].json()
    taken = await make(gateway, admin, id_number=OTHER_ID)
    assert (taken.status_code, taken.json()["title"]) == (409, "login-taken")


async def test_what_is_kept_of_a_request_does_not_give_the_id_number_away(gateway: Gateway) -> None:
    """A plain hash of the body could be found by trying ID numbers (R-CHK-4)."""
    body = NewStaff(login="zhang.san", name="张三", id_number=ID_NUMBER, role="staff_maker")
    await make(gateway, await gateway.admin())
    text = f"/api/gateway/staff\n{body.model_dump_json()}"
    kept = await gateway.context.pool.fetchval("SELECT request_hash FROM idempotency_key")
    assert kept != hashlib.sha256(text.encode()).hexdigest()
    assert kept == gateway.context.personal_data.lookup_hash(text)


async def test_disabled_staff_are_out_at_once(gateway: Gateway) -> None:
    admin = await gateway.admin()
    staff_id, secret = await active(gateway, admin)
    tokens = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()
    answer = await gateway.post(f"/staff/{staff_id}/disable", admin)
    assert answer.json()["state"] == "disabled"
    assert (await gateway.post(f"/staff/{staff_id}/disable", admin)).json() == answer.json()
    assert (await gateway.get("/me", tokens["access_token"])).status_code == 401
    assert (await gateway.refresh(tokens["refresh_token"])).status_code == 401
    gateway.clock.advance(STEP)
    assert (await gateway.staff_in("zhang.san", PASSWORD, secret)).status_code == 401
    assert (await gateway.post(f"/staff/{staff_id}/activation", admin)).status_code == 404
    await gateway.post(f"/staff/{staff_id}/enable", admin)
    assert (await gateway.staff_in("zhang.san", PASSWORD, secret)).status_code == 201


async def test_a_reset_ends_the_old_password_authenticator_and_sessions(gateway: Gateway) -> None:
    admin = await gateway.admin()
    staff_id, secret = await active(gateway, admin)
    tokens = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()
    code = await activation(gateway, admin, staff_id)
    assert (await gateway.refresh(tokens["refresh_token"])).status_code == 401
    gateway.clock.advance(STEP)
    assert (await gateway.staff_in("zhang.san", PASSWORD, secret)).status_code == 401
    fresh = (await activate(gateway, code, password="another long password")).json()
    assert fresh["totp_secret"] != secret
    gateway.clock.advance(STEP)
    again = await gateway.staff_in("zhang.san", "another long password", fresh["totp_secret"])
    assert again.status_code == 201


async def test_an_administrator_cannot_lock_themselves_out(gateway: Gateway) -> None:
    admin = await gateway.admin()
    me = (await gateway.get("/me", admin)).json()["identity_id"]
    for action in ("disable", "activation"):
        answer = await gateway.post(f"/staff/{me}/{action}", admin)
        assert (answer.status_code, answer.json()["title"]) == (409, "not-yourself")


@pytest.mark.parametrize("role", ["individual", "employer_operator", "staff_maker", "kiosk"])
async def test_only_administrators_manage_staff_keys_and_terminals(
    gateway: Gateway, role: str
) -> None:
    admin = await gateway.admin()
    staff_id, secret = await active(gateway, admin)
    if role == "staff_maker":
        token = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()["access_token"]
    elif role == "kiosk":
        device = (await gateway.post("/devices", admin, name="1号机")).json()
        token = (await enter(gateway, device)).json()["access_token"]
    else:
        await gateway.know(gateway.opened(), gateway.registered())
        token = (await gateway.log_in(as_=role))["access_token"]
    answers = [
        await make(gateway, token),
        await gateway.get("/staff", token),
        *[
            await gateway.post(f"/staff/{staff_id}/{action}", token)
            for action in ("activation", "disable", "enable")
        ],
        await gateway.post("/devices", token, name="2号机"),
        await gateway.post("/signing-keys/rotation", token),
    ]
    assert {answer.status_code for answer in answers} == {403}


async def test_without_a_token_everything_of_oneself_and_of_staff_is_401(gateway: Gateway) -> None:
    some = uuid.uuid4()
    answers = [
        await gateway.get("/me"),
        await gateway.get("/me/logins"),
        await gateway.get("/staff"),
        await gateway.post("/staff", login="a"),
        await gateway.post(f"/staff/{some}/disable"),
        await gateway.post("/devices", name="x"),
        await gateway.post("/signing-keys/rotation"),
        await gateway.client.delete("/api/gateway/sessions/current"),
    ]
    assert {answer.status_code for answer in answers} == {401}


@pytest.mark.parametrize("action", ["activation", "disable", "enable"])
async def test_a_strangers_id_is_404(gateway: Gateway, action: str) -> None:
    await gateway.know(gateway.opened())
    citizen = await gateway.context.pool.fetchval("SELECT id FROM identity")
    admin = await gateway.admin()
    for identity_id in (uuid.uuid4(), citizen):
        answer = await gateway.post(f"/staff/{identity_id}/{action}", admin)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "changes",
    [
        {"login": "Ä"},
        {"login": "ab"},
        {"name": "  "},
        {"id_number": "110105194912310021"},
        {"role": "individual"},
        {"role": "kiosk"},
        {"password": "chosen by the administrator"},
    ],
)
async def test_bad_input_for_staff_is_422(gateway: Gateway, changes: dict[str, str]) -> None:
    assert (await make(gateway, await gateway.admin(), **changes)).status_code == 422


async def test_the_list_of_staff_pages_by_login(gateway: Gateway) -> None:
    admin = await gateway.admin()
    await made(gateway, admin)
    first = (await gateway.get("/staff", admin, limit=1)).json()
    assert [item["login"] for item in first["items"]] == ["admin"]
    second = (await gateway.get("/staff", admin, cursor=first["next_cursor"])).json()
    assert [item["login"] for item in second["items"]] == ["zhang.san"]
    assert second["next_cursor"] is None
    assert (await gateway.get("/staff", admin, cursor="WzFd")).status_code == 400


async def test_what_administrators_did_is_on_record_and_stays_there(gateway: Gateway) -> None:
    admin = await gateway.admin()
    staff_id, _ = await active(gateway, admin)
    await gateway.post(f"/staff/{staff_id}/disable", admin)
    await gateway.post("/signing-keys/rotation", admin)
    rows = await gateway.context.pool.fetch("SELECT action FROM staff_action ORDER BY id")
    assert [row["action"] for row in rows] == [
        "create staff_maker", "reset", "disable", "rotate signing keys",
    ]  # fmt: skip
    for change in ("DELETE FROM staff_action", "UPDATE staff_action SET action = 'none'"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await gateway.context.pool.execute(change)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await gateway.context.pool.execute("DELETE FROM identity")


async def enter(gateway: Gateway, device: dict[str, str]) -> httpx.Response:
    return await gateway.post(
        "/sessions/device", client_id=device["client_id"], client_secret=device["client_secret"]
    )


async def test_a_terminal_logs_in_with_its_secret(gateway: Gateway) -> None:
    device = (await gateway.post("/devices", await gateway.admin(), name="1号机")).json()
    tokens = (await enter(gateway, device)).json()
    assert tokens["role"] == "kiosk"
    for wrong in ({"client_secret": "x"}, {"client_id": "kiosk-000000000000"}):
        assert (await enter(gateway, device | wrong)).status_code == 401
    kept = await gateway.context.pool.fetchval("SELECT secret_hash FROM device_credential")
    assert device["client_secret"] != kept
