"""Whoever fails on purpose in somebody's name slows down nobody else; floods find a bound and a time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import httpx
import pytest
from pydantic import ValidationError
from structlog.testing import capture_logs
from tests.integration.gateway.conftest import (
    ADMIN_LOGIN,
    ADMIN_PASSWORD,
    ADMIN_SECRET,
    BASE,
    ID_NUMBER,
    Gateway,
    gateway,
)

from gateway.errors import Reason
from gateway.metrics import LOGINS_FAILED
from gateway.secrets_at_rest import Passwords
from gateway.settings import LEAST_PASSWORD_MEMORY_KIB, Settings

__all__ = ["gateway"]

OWNER, THIEF = "198.51.100.7", "203.0.113.66"
MINUTE = timedelta(minutes=1)
LOCKED = (429, Reason.LOCKED.value)


class Street:
    """Somebody who tries the gateway from an address of their own, with a device or without."""

    def __init__(self, client: httpx.AsyncClient, device: str | None = None) -> None:
        self._client, self.device = client, device

    async def ask(self, id_number: str = ID_NUMBER) -> httpx.Response:
        body = {"id_number": id_number, "as": "individual", "device": self.device}
        return await self._client.post(f"{BASE}/login-codes", json=body)

    async def enter(self, challenge_id: str, code: str) -> httpx.Response:
        body = {"challenge_id": challenge_id, "code": code, "device": self.device}
        return await self._client.post(f"{BASE}/sessions", json=body)

    async def staff(self, password: str, totp: str) -> httpx.Response:
        body = {"login": ADMIN_LOGIN, "password": password, "totp": totp, "device": self.device}
        return await self._client.post(f"{BASE}/sessions/staff", json=body)


@asynccontextmanager
async def at(town: Gateway, address: str, device: str | None = None) -> AsyncIterator[Street]:
    """Somebody at an address, as the edge tells it."""
    transport = httpx.ASGITransport(app=town.app, client=(address, 40_000))
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway") as client:
        yield Street(client, device)


def said(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("title", "")


async def fail_five_times(town: Gateway, thief: Street) -> httpx.Response:
    challenge_id = (await thief.ask()).json()["challenge_id"]
    wrong = await town.wrong_code_of(challenge_id)
    return [await thief.enter(challenge_id, wrong) for _ in range(5)][-1]


async def test_five_wrong_codes_from_one_address_leave_the_owner_elsewhere_alone(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    async with at(gateway, THIEF) as thief, at(gateway, OWNER) as owner:
        locked = await fail_five_times(gateway, thief)
        assert said(locked) == LOCKED
        assert locked.headers["Retry-After"] == "300"
        challenge_id = (await owner.ask()).json()["challenge_id"]
        code = await gateway.code_of(challenge_id)
        assert (await owner.enter(challenge_id, code)).status_code == 201
        assert said(await thief.ask()) == LOCKED, "the owner's login is no pardon for the thief"


async def test_fifty_addresses_slow_strangers_down_and_a_known_device_goes_on(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    async with at(gateway, OWNER) as owner:
        challenge_id = (await owner.ask()).json()["challenge_id"]
        opened = await owner.enter(challenge_id, await gateway.code_of(challenge_id))
        owner.device = opened.json()["device"]
        gateway.clock.advance(MINUTE)
        for number in range(10):
            async with at(gateway, f"203.0.113.{number}") as thief:
                last = await fail_five_times(gateway, thief)
        assert said(last) == LOCKED
        assert last.headers["Retry-After"] == "900", "a quarter of an hour for all strangers"
        async with at(gateway, "203.0.113.200") as stranger:
            assert said(await stranger.ask()) == LOCKED
        again = await owner.ask()
        assert again.status_code == 202
        code = await gateway.code_of(again.json()["challenge_id"])
        assert (await owner.enter(again.json()["challenge_id"], code)).status_code == 201


async def test_a_thiefs_device_is_known_for_the_thief_alone(gateway: Gateway) -> None:
    await gateway.know(gateway.opened(), gateway.opened("371402199001011239"))
    async with at(gateway, THIEF) as thief:
        challenge_id = (await thief.ask("371402199001011239")).json()["challenge_id"]
        opened = await thief.enter(challenge_id, await gateway.code_of(challenge_id))
        thief.device = opened.json()["device"]
        assert said(await fail_five_times(gateway, thief)) == LOCKED
    async with at(gateway, THIEF) as thief:
        assert said(await thief.ask()) == LOCKED, "the same source with and without the device"


async def test_asking_for_codes_in_somebodys_name_takes_no_code_away(gateway: Gateway) -> None:
    """A thief asks on and on: the code that the owner holds stays good, a known device gets another."""
    await gateway.know(gateway.opened())
    async with at(gateway, OWNER) as owner:
        challenge_id = (await owner.ask()).json()["challenge_id"]
        code = await gateway.code_of(challenge_id)
        answers = []
        for number in range(12):
            async with at(gateway, f"203.0.113.{number}") as thief:
                answers.append(await thief.ask())
        assert [answer.status_code for answer in answers] == [202] * 11 + [429]
        opened = await owner.enter(challenge_id, code)
        assert opened.status_code == 201
        owner.device = opened.json()["device"]
        gateway.clock.advance(MINUTE)
        assert (await owner.ask()).status_code == 202


async def test_addresses_of_one_subscriber_are_one_source(gateway: Gateway) -> None:
    """Who has an IPv6 line has 2^64 addresses, and still five tries."""
    await gateway.know(gateway.opened())
    async with at(gateway, "2001:db8:1:2::1") as thief:
        assert said(await fail_five_times(gateway, thief)) == LOCKED
    async with at(gateway, "2001:db8:1:2:ffff::9") as thief:
        assert said(await thief.ask()) == LOCKED
    async with at(gateway, "2001:db8:1:3::1") as neighbour:
        assert (await neighbour.ask()).status_code == 202


async def test_staff_go_on_where_they_are_known_while_somebody_tries_their_login(
    gateway: Gateway,
) -> None:
    await gateway.admin()
    gateway.clock.advance(timedelta(seconds=30))
    async with at(gateway, OWNER) as desk:
        opened = await desk.staff(ADMIN_PASSWORD, gateway.totp(ADMIN_SECRET))
        desk.device = opened.json()["device"]
        for number in range(10):
            async with at(gateway, f"203.0.113.{number}") as thief:
                tries = [await thief.staff("guessed password", "000000") for _ in range(5)]
        assert said(tries[-1]) == LOCKED
        gateway.clock.advance(timedelta(seconds=30))
        assert (await desk.staff(ADMIN_PASSWORD, gateway.totp(ADMIN_SECRET))).status_code == 201


async def test_a_flood_of_passwords_is_answered_429_with_a_time(gateway: Gateway) -> None:
    """One hash at a time and two that wait: the rest are told at once, and nothing queues without end."""
    gateway.app.state.passwords = Passwords(1, LEAST_PASSWORD_MEMORY_KIB, 2)

    async def one(number: int) -> httpx.Response:
        async with at(gateway, f"203.0.113.{number}") as thief:
            body = {"login": f"nobody.{number}", "password": "x", "totp": "000000"}
            return await thief._client.post(f"{BASE}/sessions/staff", json=body)

    answers = await asyncio.gather(*(one(number) for number in range(20)))
    turned_away = [answer for answer in answers if answer.status_code == 429]
    assert {answer.status_code for answer in answers} == {401, 429}
    assert {answer.headers["Retry-After"] for answer in turned_away} == {"5"}


async def test_a_failed_login_is_logged_with_its_address_and_counted_and_names_nobody(
    gateway: Gateway,
) -> None:
    await gateway.know(gateway.opened())
    counter = LOGINS_FAILED.labels("wrong_code")
    before = counter._value.get()
    async with at(gateway, THIEF) as thief:
        with capture_logs() as logged:
            await fail_five_times(gateway, thief)
    lines = [line for line in logged if line["event"] == "login failed"]
    assert [(line["outcome"], line["address"]) for line in lines] == [("wrong_code", THIEF)] * 5
    (subject,) = {line["subject"] for line in lines}
    assert len(subject) == 12
    assert ID_NUMBER not in str(logged)
    assert counter._value.get() - before == 5


@pytest.mark.parametrize("proxies", ["*", "0.0.0.0/0", "::/0", "127.0.0.1,0.0.0.0/0", "edge"])
async def test_nobody_can_trust_a_header_from_the_street(gateway: Gateway, proxies: str) -> None:
    settings: Any = gateway.context.settings
    changed = settings.model_dump(mode="json") | {"trusted_proxies": proxies}
    with pytest.raises(ValidationError, match="trusted_proxies"):
        Settings.model_validate(changed)
