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

from gateway.errors import Reason, Refused
from gateway.handlers import founding
from gateway.operations import member_of
from gateway.shapes.administrators import NewStaff
from shared.identity.principal import Role
from shared.messages.gateway import StaffActivationIssued, StaffChanged

from .conftest import (
    ADMIN_LOGIN,
    ADMIN_PASSWORD,
    ADMIN_SECRET,
    ID_NUMBER,
    OTHER_ADMIN,
    OTHER_ID,
    PHONE,
    Gateway,
    claims,
    enter,
    founded,
    terminal,
)

PASSWORD = "twelve or more characters"
STEP = timedelta(seconds=30)


ZHANG = {
    "login": "zhang.san", "name": "张三", "id_number": ID_NUMBER, "phone": "13805340001",
    "role": "staff_maker",
}  # fmt: skip
LI = {"login": "li.si", "id_number": OTHER_ID, "phone": "13805340002", "role": "staff_checker"}


async def make(gateway: Gateway, **changes: Any) -> httpx.Response:
    """Let two administrators make a member of staff."""
    return await gateway.by_two("/staff", **(ZHANG | changes))


async def made(gateway: Gateway, **changes: Any) -> str:
    answer = await make(gateway, **changes)
    assert answer.status_code == 200, answer.text
    staff_id: str = answer.json()["result"]["id"]
    return staff_id


async def activation(gateway: Gateway, staff_id: str) -> str:
    """Let two administrators have somebody activate anew; the code goes to the phone."""
    answer = await gateway.by_two(f"/staff/{staff_id}/activation")
    assert answer.status_code == 200, answer.text
    return await gateway.activation_code()


async def activate(
    gateway: Gateway, code: str, login: str = "zhang.san", password: str = PASSWORD
) -> httpx.Response:
    return await gateway.post(
        "/sessions/staff/activation", login=login, activation_code=code, password=password
    )


async def active(gateway: Gateway, **changes: Any) -> tuple[str, str]:
    """A member of staff who has chosen a password; returns id and TOTP secret."""
    staff_id = await made(gateway, **changes)
    code = await gateway.activation_code()
    answer = await activate(gateway, code, changes.get("login", "zhang.san"))
    assert answer.status_code == 200, answer.text
    return staff_id, answer.json()["totp_secret"]


async def test_the_first_staff_are_made_once_on_the_host_and_two_are_administrators(
    gateway: Gateway,
) -> None:
    await founded(gateway)
    data = gateway.context.personal_data
    more = [member_of(NewStaff(**ZHANG, reason="首批"), data)]
    for members, refusal in (
        (more, Reason.TWO_ADMINISTRATORS_NEEDED),
        (more * 3, Reason.ALREADY_FOUNDED),
    ):
        admins = [replace(one, role=Role.STAFF_ADMIN) for one in members]
        async with gateway.context.unit() as unit:
            with pytest.raises(Refused) as refused:
                await founding.found(unit, admins)
        assert refused.value.reason is refusal
    assert await gateway.count("identity") == 2
    assert (await gateway.get("/me", await gateway.admin())).json()["role"] == "staff_admin"


async def test_one_administrator_alone_makes_nobody(gateway: Gateway) -> None:
    admin = await gateway.admin()
    proposed = await gateway.propose("/staff", admin, **ZHANG)
    alone = await gateway.decide(proposed, admin)
    assert (alone.status_code, alone.json()["title"]) == (403, "same-person")
    assert await gateway.count("identity") == 2
    assert not [one for one in await gateway.events() if isinstance(one, StaffActivationIssued)][2:]


async def test_staff_choose_their_own_password_and_nobody_else_knows_it(gateway: Gateway) -> None:
    answer = await make(gateway)
    shown = answer.json()["result"]
    assert (shown["state"], shown["name"]) == ("awaiting_activation", "张*")
    code = await gateway.activation_code()
    assert code not in answer.text
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


async def test_the_code_goes_to_the_phone_of_the_member_of_staff_alone(gateway: Gateway) -> None:
    staff_id = await made(gateway)
    (sent,) = [
        one
        for one in await gateway.events()
        if isinstance(one, StaffActivationIssued) and str(one.identity_id) == staff_id
    ]
    assert sent.phone == ZHANG["phone"]


async def test_a_phone_is_one_humans(gateway: Gateway) -> None:
    await gateway.know(gateway.opened(OTHER_ID))
    stolen = await make(gateway, phone=PHONE)
    assert (stolen.status_code, stolen.json()["title"]) == (409, "phone-of-somebody-else")
    await made(gateway)
    shared = await make(gateway, **(LI | {"phone": ZHANG["phone"]}))
    assert (shared.status_code, shared.json()["title"]) == (409, "phone-of-somebody-else")


async def test_a_token_of_staff_says_who_they_are_as_a_citizen_and_since_when(
    gateway: Gateway,
) -> None:
    person = uuid.uuid4()
    await gateway.know(gateway.opened(ID_NUMBER, person_id=person))
    before = gateway.clock.now()
    _, secret = await active(gateway, phone=PHONE)
    tokens = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()
    said = claims(tokens["access_token"])
    assert said["own_person_id"] == str(person)
    assert before.timestamp() <= said["active_since"] <= gateway.clock.now().timestamp()
    assert "senior" not in said


async def test_everybody_is_told_how_staff_stand(gateway: Gateway) -> None:
    staff_id, _ = await active(gateway)
    await gateway.post(f"/staff/{staff_id}/disable", await gateway.admin())
    await gateway.by_two(f"/staff/{staff_id}/enable")
    await gateway.by_two(f"/staff/{staff_id}/role", role="staff_checker", senior=True)
    told = [
        (one.role, one.active)
        for one in await gateway.events()
        if isinstance(one, StaffChanged) and str(one.identity_id) == staff_id
    ]
    assert told == [
        ("staff_maker", True), ("staff_maker", False), ("staff_maker", True), ("staff_checker", True),
    ]  # fmt: skip
    standing = await gateway.context.pool.fetchrow(
        "SELECT role, active FROM staff_standing WHERE identity_id = $1", uuid.UUID(staff_id)
    )
    assert tuple(standing) == ("staff_checker", True)


async def test_an_activation_code_works_once_and_for_a_day(gateway: Gateway) -> None:
    staff_id = await made(gateway)
    code = await gateway.activation_code()
    answers = await asyncio.gather(activate(gateway, code), activate(gateway, code))
    assert sorted(answer.status_code for answer in answers) == [200, 401]
    late = await activation(gateway, staff_id)
    gateway.clock.advance(timedelta(hours=24))
    assert (await activate(gateway, late)).json()["title"] == "activation-failed"


async def test_only_the_last_activation_code_counts(gateway: Gateway) -> None:
    staff_id = await made(gateway)
    first = await activation(gateway, staff_id)
    second = await activation(gateway, staff_id)
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
    await made(gateway)
    twin = {"login": "zhang.two", "phone": "13805340003", "role": "staff_checker"}
    second = await make(gateway, **twin)
    assert (second.status_code, second.json()["title"]) == (409, "one-role-per-person")
    await made(gateway, **LI)


async def test_a_person_changes_roles_by_being_disabled_in_the_old_one(gateway: Gateway) -> None:
    old = await made(gateway)
    await gateway.post(f"/staff/{old}/disable", await gateway.admin())
    await made(gateway, login="zhang.two", role="staff_checker")
    back = await gateway.by_two(f"/staff/{old}/enable")
    assert (back.status_code, back.json()["title"]) == (409, "one-role-per-person")


async def test_the_database_itself_keeps_one_role_per_person(gateway: Gateway) -> None:
    await made(gateway)
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
    body = ZHANG | {"reason": "岗位需要"}
    answers = [
        await gateway.client.post("/api/gateway/staff", json=body, headers=headers) for _ in "12"
    ]
    assert answers[0].json() == answers[1].json()
    await gateway.decide(answers[0], await gateway.admin(OTHER_ADMIN))
    taken = await make(gateway, **(LI | {"login": ZHANG["login"]}))
    assert (taken.status_code, taken.json()["title"]) == (409, "login-taken")


async def test_what_is_kept_of_a_request_does_not_give_the_id_number_away(gateway: Gateway) -> None:
    """A plain hash of the body could be found by trying ID numbers (R-CHK-4)."""
    body = NewStaff(**ZHANG, reason="岗位需要")
    await gateway.propose("/staff", await gateway.admin(), **ZHANG)
    text = f"/api/gateway/staff\n{body.model_dump_json()}"
    kept = await gateway.context.pool.fetchval("SELECT request_hash FROM idempotency_key")
    assert kept != hashlib.sha256(text.encode()).hexdigest()
    assert kept == gateway.context.personal_data.lookup_hash(text)


async def test_disabled_staff_are_out_at_once(gateway: Gateway) -> None:
    staff_id, secret = await active(gateway)
    tokens = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()
    admin = await gateway.admin()
    answer = await gateway.post(f"/staff/{staff_id}/disable", admin)
    assert answer.json()["state"] == "disabled"
    assert (await gateway.post(f"/staff/{staff_id}/disable", admin)).json() == answer.json()
    assert (await gateway.get("/me", tokens["access_token"])).status_code == 401
    assert (await gateway.refresh(tokens["refresh_token"])).status_code == 401
    gateway.clock.advance(STEP)
    assert (await gateway.staff_in("zhang.san", PASSWORD, secret)).status_code == 401
    assert (await gateway.propose(f"/staff/{staff_id}/activation", admin)).status_code == 404
    assert (await gateway.by_two(f"/staff/{staff_id}/enable")).status_code == 200
    assert (await gateway.staff_in("zhang.san", PASSWORD, secret)).status_code == 201


async def test_a_reset_ends_the_old_password_authenticator_and_sessions(gateway: Gateway) -> None:
    staff_id, secret = await active(gateway)
    tokens = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()
    code = await activation(gateway, staff_id)
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
    for action in ("disable", "activation", "enable"):
        answer = await gateway.propose(f"/staff/{me}/{action}", admin)
        assert (answer.status_code, answer.json()["title"]) == (409, "not-yourself")


@pytest.mark.parametrize("role", ["individual", "staff_maker", "kiosk"])
async def test_only_administrators_manage_staff_keys_and_terminals(
    gateway: Gateway, role: str
) -> None:
    staff_id, secret = await active(gateway)
    if role == "staff_maker":
        token = (await gateway.staff_in("zhang.san", PASSWORD, secret)).json()["access_token"]
    elif role == "kiosk":
        token = (await enter(gateway, await terminal(gateway))).json()["access_token"]
    else:
        await gateway.know(gateway.opened(OTHER_ID, phone="13905341111"))
        token = (await gateway.log_in(OTHER_ID))["access_token"]
    answers = [
        await gateway.propose("/staff", token, **ZHANG),
        await gateway.get("/staff", token),
        *[
            await gateway.propose(f"/staff/{staff_id}/{action}", token)
            for action in ("activation", "disable", "enable")
        ],
        await gateway.propose(f"/staff/{staff_id}/role", token, role="staff_admin"),
        await gateway.propose("/devices", token, name="2号机", secret_hash="0" * 64),
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
        answer = await gateway.propose(f"/staff/{identity_id}/{action}", admin)
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
    assert (await make(gateway, **changes)).status_code == 422


async def test_the_list_of_staff_pages_by_login(gateway: Gateway) -> None:
    await made(gateway)
    admin = await gateway.admin()
    first = (await gateway.get("/staff", admin, limit=2)).json()
    assert [item["login"] for item in first["items"]] == ["admin", "admin.two"]
    second = (await gateway.get("/staff", admin, cursor=first["next_cursor"])).json()
    assert [item["login"] for item in second["items"]] == ["zhang.san"]
    assert second["next_cursor"] is None
    assert (await gateway.get("/staff", admin, cursor="WzFd")).status_code == 400


async def test_what_administrators_did_is_on_record_and_stays_there(gateway: Gateway) -> None:
    staff_id, _ = await active(gateway)
    await activation(gateway, staff_id)
    admin = await gateway.admin()
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
