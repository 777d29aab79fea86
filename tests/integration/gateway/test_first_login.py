"""R-INF-2: the phone that an employer has handed in logs nobody in before somebody else says whose it is."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from gateway.work.register import HttpRegister, NoRegister
from simulators.registers.app import Registers, app_of
from simulators.registers.faults import Faults
from simulators.registers.settings import RegistersSettings

from .conftest import ID_NUMBER, PHONE, Gateway, made
from .test_phones import MA, _in, refusal
from .test_staff import LI

CLERK = {"name": "李四", "id_number": "371402199001011239"}
"""Of the employer, who has handed in the own phone as somebody's."""


@pytest.fixture
async def gateway(service_context: Any) -> AsyncIterator[Gateway]:
    async with made(service_context) as gateway:
        yield gateway


@pytest.fixture
async def carriers(gateway: Gateway, tmp_path: Path) -> AsyncIterator[Registers]:
    """The carriers, asked over HTTP."""
    simulator = Registers(RegistersSettings(token="ours", book_path=tmp_path / "book.sqlite3"))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app_of(simulator)),
        base_url="http://registers", headers={"Authorization": "Bearer ours"},
    ) as client:  # fmt: skip
        gateway.app.state.register = HttpRegister(client)
        yield simulator
    simulator.book.close()


async def enters(gateway: Gateway, challenge_id: str | None = None) -> httpx.Response:
    challenge_id = challenge_id or await gateway.challenge()
    return await gateway.enter(challenge_id, await gateway.code_of(challenge_id))


def later(gateway: Gateway) -> None:
    gateway.clock.advance(timedelta(seconds=gateway.context.settings.login_code_pause_seconds))


async def proved_by(gateway: Gateway) -> Any:
    return await gateway.context.pool.fetchval(
        "SELECT phone_proved_by FROM identity WHERE role = 'individual'"
    )


async def test_whose_phone_it_is_logs_in_and_is_not_asked_about_again(
    gateway: Gateway, carriers: Registers
) -> None:
    carriers.book.put(PHONE, "carriers", "yes", {"name": "张三丰", "id_number": ID_NUMBER})
    await gateway.know(gateway.opened())
    assert (await enters(gateway)).status_code == 201
    assert await proved_by(gateway) == "carriers"
    carriers.book.put(PHONE, "carriers", "yes", CLERK)
    later(gateway)
    assert (await enters(gateway)).status_code == 201
    assert carriers.questions["carriers"] == 1


async def test_the_employers_own_phone_logs_nobody_in(
    gateway: Gateway, carriers: Registers
) -> None:
    """Its owner has the code, and knows name and number: it is the counter's now, and seen in the trail."""
    carriers.book.put(PHONE, "carriers", "yes", CLERK)
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    assert (
        await gateway.enter(challenge_id, await gateway.wrong_code_of(challenge_id))
    ).status_code == 401
    assert carriers.questions["carriers"] == 0, "whoever has no code learns nothing"
    assert refusal(await enters(gateway, challenge_id)) == (403, "phone-not-own")
    assert refusal(await enters(gateway, challenge_id)) == (401, "code-expired")
    assert (await gateway.outcomes())[-2:] == ["phone_not_own", "code_expired"]
    assert (await gateway.count("session"), await proved_by(gateway)) == (0, None)


@pytest.mark.parametrize("fault", ["away", "wrong"])
async def test_while_the_carriers_are_away_nobody_new_comes_in_and_the_code_stays_good(
    gateway: Gateway, carriers: Registers, fault: str
) -> None:
    await gateway.know(gateway.opened())
    challenge_id = await gateway.challenge()
    carriers.faults = Faults(**{fault: 1})
    assert refusal(await enters(gateway, challenge_id)) == (503, "carriers-away")
    assert (await enters(gateway, challenge_id)).status_code == 201


async def test_the_counter_vouches_for_a_phone_by_two_where_the_carriers_do_not(
    gateway: Gateway, carriers: Registers
) -> None:
    """It is somebody's of the family; the person stands there with the document. Once is enough."""
    carriers.book.put(PHONE, "carriers", "unknown", {})
    await gateway.know(gateway.opened())
    maker, checker = await _in(gateway, MA, "staff_maker"), await _in(gateway, LI, "staff_checker")
    assert refusal(await enters(gateway)) == (403, "phone-not-own")
    asked = {"id_number": ID_NUMBER, "phone": PHONE, "evidence": ["身份证"]}
    proposed = await gateway.propose("/phone-changes", maker, **asked)
    shown = (await gateway.get(f"/proposals/{proposed.json()['proposal_id']}", checker)).json()
    assert shown["summary"] == "张**的预留手机号经核对确认为138****1234"
    assert (await gateway.decide(proposed, checker)).status_code == 200
    later(gateway)
    assert (await enters(gateway)).status_code == 201
    assert await proved_by(gateway) == "counter"
    again = await gateway.propose("/phone-changes", maker, **asked)
    assert refusal(await gateway.decide(again, checker)) == (409, "phone-on-file")


async def test_a_centre_without_carriers_has_every_first_login_at_the_counter(
    gateway: Gateway, carriers: Registers
) -> None:
    gateway.app.state.register = NoRegister()
    await gateway.know(gateway.opened())
    assert refusal(await enters(gateway)) == (403, "phone-not-own")
