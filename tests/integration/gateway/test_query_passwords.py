"""The query password (查询密码): set by a fresh code, read by on the telephone, good for nothing else."""

import uuid
from typing import Any

import httpx

from .conftest import BASE, ID_NUMBER, UNKNOWN_ID, Gateway, enter, terminal
from .test_phones import entered

DIGITS = "730518"
PLACE = f"{BASE}/me/query-password"


async def choose(gateway: Gateway, token: str, digits: str = DIGITS) -> httpx.Response:
    """Set one, with the code that confirms it."""
    body = {"query_password": digits}
    wanted = {"service": "gateway", "operation": "POST /me/query-password", "body": body}
    asked = await gateway.post("/confirmations", token, **wanted)
    headers = {
        "Authorization": f"Bearer {token}",
        "Idempotency-Key": uuid.uuid4().hex,
        "Confirmation": await entered(gateway, token, asked),
    }
    return await gateway.client.post(PLACE, json=body, headers=headers)


async def device_of(gateway: Gateway, channel: str = "hotline") -> str:
    device = await terminal(gateway, channel)
    return str((await enter(gateway, device)).json()["access_token"])


async def by_telephone(
    gateway: Gateway, device: str, digits: str = DIGITS, id_number: str = ID_NUMBER
) -> httpx.Response:
    body = {"id_number": id_number, "query_password": digits}
    return await gateway.post("/sessions/query-password", device, **body)


async def sent(gateway: Gateway, method: str, path: str, token: str, body: Any = None) -> int:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    answer = await gateway.client.request(method, BASE + path, json=body, headers=headers)
    return answer.status_code


async def test_it_takes_a_fresh_code_and_no_easy_digits(gateway: Gateway) -> None:
    await gateway.know(gateway.opened())
    token = (await gateway.log_in())["access_token"]
    assert (
        await sent(gateway, "POST", "/me/query-password", token, {"query_password": DIGITS}) == 403
    )
    easy = await choose(gateway, token, "194912")
    assert easy.json()["type"].endswith("query-password-easily-guessed")
    assert (await gateway.get("/me/query-password", token)).json() == {"set_at": None}
    assert (await choose(gateway, token)).status_code == 200
    assert (await gateway.get("/me/query-password", token)).json()["set_at"] is not None
    kept = await gateway.context.pool.fetchval("SELECT password_hash FROM query_password")
    assert kept.startswith("$argon2")


async def test_it_opens_what_only_reads_and_is_not_continued(gateway: Gateway) -> None:
    await gateway.know(gateway.opened())
    token = (await gateway.log_in())["access_token"]
    await choose(gateway, token)
    opened = await by_telephone(gateway, await device_of(gateway))
    assert (opened.status_code, set(opened.json())) == (
        201,
        {"access_token", "token_type", "expires_in"},
    )
    reading = opened.json()["access_token"]
    me = (await gateway.get("/me", reading)).json()
    assert me["channel"] == "hotline"
    tokens = await gateway.context.pool.fetchval(
        "SELECT count(*) FROM refresh_token JOIN session ON session.id = session_id"
        " WHERE channel = 'hotline' AND identity_id = $1", uuid.UUID(me["identity_id"]),
    )  # fmt: skip
    assert tokens == 0
    assert await sent(gateway, "DELETE", "/me/query-password", reading) == 403
    wanted = {"service": "withdrawals", "operation": "POST /brakes/unlock", "body": None}
    assert await sent(gateway, "POST", "/confirmations", reading, wanted) == 403
    others = (await gateway.get("/me/sessions", reading)).json()["items"]
    (mine,) = [one for one in others if not one["current"]]
    assert await sent(gateway, "DELETE", f"/me/sessions/{mine['session_id']}", reading) == 204
    assert (await gateway.get("/me", token)).status_code == 401
    assert await sent(gateway, "DELETE", "/sessions/current", reading) == 204


async def test_it_is_for_the_hotline_alone(gateway: Gateway) -> None:
    await gateway.know(gateway.opened())
    token = (await gateway.log_in())["access_token"]
    await choose(gateway, token)
    assert (await by_telephone(gateway, await device_of(gateway, "kiosk"))).status_code == 403
    assert (await by_telephone(gateway, token)).status_code == 403
    assert (await by_telephone(gateway, "")).status_code == 401


async def test_five_wrong_ones_lock_the_telephone_and_nobody_learns_who_has_one(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    token = (await gateway.log_in())["access_token"]
    device = await device_of(gateway)
    unset = await by_telephone(gateway, device)
    await choose(gateway, token)
    wrong = await by_telephone(gateway, device, "730519")
    nobody = await by_telephone(gateway, device, id_number=UNKNOWN_ID)
    assert unset.json() == wrong.json() == nobody.json()
    assert wrong.status_code == 401
    for _ in range(3):
        locked = await by_telephone(gateway, device, "730519")
    assert locked.status_code == 429
    assert (await by_telephone(gateway, device)).status_code == 429
    assert (await gateway.get("/me", token)).status_code == 200


async def test_who_takes_it_back_is_read_to_no_more(gateway: Gateway) -> None:
    await gateway.know(gateway.opened())
    token = (await gateway.log_in())["access_token"]
    await choose(gateway, token)
    assert await sent(gateway, "DELETE", "/me/query-password", token) == 204
    assert (await by_telephone(gateway, await device_of(gateway))).status_code == 401
