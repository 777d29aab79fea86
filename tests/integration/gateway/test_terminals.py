"""Terminals (自助终端): registered by two, revoked by one; what is opened at one is short, ends with it."""

import asyncio
from datetime import timedelta

import httpx
from prometheus_client import REGISTRY

from gateway import tasks
from gateway.handlers import administration
from gateway.settings import settings_of
from gateway.store import credentials

from .conftest import ID_NUMBER, OTHER_ID, Gateway, claims, enter, terminal


async def test_a_terminal_logs_in_with_the_secret_that_nobody_else_has_seen(
    gateway: Gateway,
) -> None:
    device = await terminal(gateway)
    tokens = (await enter(gateway, device)).json()
    assert tokens["role"] == "kiosk"
    for wrong in ({"client_secret": "x"}, {"client_id": "kiosk-000000000000"}):
        assert (await enter(gateway, device | wrong)).status_code == 401
    kept = await gateway.context.pool.fetchval("SELECT secret_hash FROM device_credential")
    assert device["client_secret"] != kept


async def test_who_logs_in_at_a_terminal_comes_through_it_until_it_is_revoked(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    device = await terminal(gateway)
    token = (await enter(gateway, device)).json()["access_token"]
    for channel in ("kiosk", "web"):
        gateway.clock.advance(timedelta(minutes=2))
        tokens = await gateway.log_in(with_token=token)
        assert (await gateway.get("/me", tokens["access_token"])).json()["channel"] == channel
        place = f"/devices/{device['client_id']}/revocation"
        revoked = await gateway.post(place, token=await gateway.admin())
        assert revoked.status_code == 200, revoked.text


async def test_a_revoked_terminal_lets_nobody_in_and_says_since_when(gateway: Gateway) -> None:
    device = await terminal(gateway)
    tokens = (await enter(gateway, device)).json()
    place = f"/devices/{device['client_id']}/revocation"
    revoked = [await gateway.post(place, token=await gateway.admin()) for _ in range(2)]
    assert revoked[0].json()["revoked_at"] == revoked[1].json()["revoked_at"] is not None
    assert (await enter(gateway, device)).status_code == 401
    assert (await gateway.refresh(tokens["refresh_token"])).status_code == 401
    assert (await gateway.get("/me", tokens["access_token"])).status_code == 401
    (listed,) = (await gateway.get("/devices", await gateway.admin())).json()["items"]
    assert (listed["client_id"], listed["name"]) == (device["client_id"], "1号机")
    assert listed["revoked_at"] is not None
    unknown = await gateway.post("/devices/kiosk-0/revocation", token=await gateway.admin())
    assert unknown.status_code == 404


async def revoke(gateway: Gateway, device: dict[str, str]) -> None:
    place = f"/devices/{device['client_id']}/revocation"
    revoked = await gateway.post(place, token=await gateway.admin())
    assert revoked.status_code == 200, revoked.text


async def test_what_is_opened_at_a_terminal_is_short_nobodys_known_device_and_ends_with_it(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened(), gateway.opened(OTHER_ID, phone="13905341111"))
    device = await terminal(gateway)
    token = (await enter(gateway, device)).json()["access_token"]
    elsewhere = await gateway.log_in(OTHER_ID)
    gateway.clock.advance(timedelta(minutes=2))
    here = await gateway.log_in(with_token=token)
    said = claims(here["access_token"])
    assert (said["exp"] - said["iat"], here["expires_in"]) == (600, 600)
    assert here["device"] is None
    known = "SELECT count(*) FROM known_device JOIN identity ON id = identity_id WHERE role = 'individual'"
    assert await gateway.context.pool.fetchval(known) == 1, "the one elsewhere"
    gateway.clock.advance(timedelta(seconds=450))
    continued = (await gateway.refresh(here["refresh_token"])).json()
    said = claims(continued["access_token"])
    assert said["exp"] - said["iat"] == 150, "nothing continues it beyond its ten minutes"
    await revoke(gateway, device)
    for tokens in (here, continued):
        assert (await gateway.get("/me", tokens["access_token"])).status_code == 401
    assert (await gateway.refresh(continued["refresh_token"])).status_code == 401
    assert (await gateway.get("/me", elsewhere["access_token"])).status_code == 200
    reason = "SELECT end_reason FROM session WHERE terminal_id IS NOT NULL"
    assert await gateway.context.pool.fetchval(reason) == "terminal_revoked"


async def test_who_enters_the_code_while_the_terminal_is_revoked_is_not_let_in(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    device = await terminal(gateway)
    token = (await enter(gateway, device)).json()["access_token"]
    gateway.clock.advance(timedelta(minutes=2))
    challenge_id = await gateway.challenge()
    code = await gateway.code_of(challenge_id)
    async with gateway.context.unit() as unit:
        found = await credentials.lock_device(unit.connection, device["client_id"])
        assert found is not None
        entering = asyncio.create_task(gateway.enter(challenge_id, code, with_token=token))
        await _waits(gateway)
        await administration.revoke_device(unit, device["client_id"], found.identity.id)
    answer = await entering
    assert (answer.status_code, answer.json()["title"]) == (401, "session-ended")
    left = "SELECT count(*) FROM session WHERE ended_at IS NULL AND challenge_id IS NOT NULL"
    assert await gateway.context.pool.fetchval(left) == 0


async def _waits(gateway: Gateway) -> None:
    """Until the login waits for the lock of the terminal's row."""
    waiting = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"
    async with asyncio.timeout(10):
        while not await gateway.context.pool.fetchval(waiting):
            await asyncio.sleep(0.01)


async def report(
    gateway: Gateway, token: str, printer: str, reader: str = "ready"
) -> httpx.Response:
    return await gateway.post("/devices/current/health", token, printer=printer, reader=reader)


async def test_a_terminal_says_how_it_is_and_who_is_silent_or_in_need_is_counted(
    gateway: Gateway,
) -> None:
    device = await terminal(gateway)
    token = (await enter(gateway, device)).json()["access_token"]
    heard = await report(gateway, token, "ready")
    assert heard.json() == {"name": "1号机", "again_after_seconds": 30}
    assert await counted(gateway) == (0, 0)
    assert (await report(gateway, token, "out_of_paper")).status_code == 200
    (listed,) = (await gateway.get("/devices", await gateway.admin())).json()["items"]
    assert (listed["printer"], listed["reader"]) == ("out_of_paper", "ready")
    assert listed["seen_at"] is not None
    assert not listed["silent"]
    assert await counted(gateway) == (0, 1)
    gateway.clock.advance(timedelta(seconds=301))
    assert await counted(gateway) == (1, 0)
    (listed,) = (await gateway.get("/devices", await gateway.admin())).json()["items"]
    assert listed["silent"]
    assert (await report(gateway, token, "on fire")).status_code == 422
    await gateway.know(gateway.opened(ID_NUMBER))
    citizen = (await gateway.log_in())["access_token"]
    assert (await report(gateway, citizen, "ready")).status_code == 403
    await revoke(gateway, device)
    assert (await report(gateway, token, "ready")).status_code == 401
    assert await counted(gateway) == (0, 0), "one that was revoked is nobody's concern"


async def counted(gateway: Gateway) -> tuple[float | None, float | None]:
    """How many terminals are silent, how many in need, as Prometheus hears it."""
    assert settings_of(gateway.context).terminal_silent_seconds == 300
    async with gateway.context.unit() as unit:
        await tasks.count_terminals(unit)
    get = REGISTRY.get_sample_value
    return get("kiosks_silent"), get("kiosks_in_need")
