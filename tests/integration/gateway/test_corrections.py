"""R-INF-1, R-INF-2, R-INF-3: name and ID number are corrected on the register's word, or by two people."""

import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.support.telling import received

from gateway.handlers import corrections as handlers
from gateway.handlers import proposed_corrections
from gateway.work.corrections import ask_some
from gateway.work.register import HttpRegister, NoRegister
from shared.messages.changes import IdentityCorrectionProposed
from shared.messages.gateway import (
    IdentityCorrectionTold,
    OperatorChanged,
    PersonIdentityChanged,
)
from simulators.registers.app import Registers, app_of
from simulators.registers.faults import Faults
from simulators.registers.settings import RegistersSettings

from .conftest import BASE, ID_NUMBER, OTHER_ID, Gateway
from .test_phones import MA, _in, entered, refusal
from .test_staff import LI

SLIP = "371402199001013234"
OWN = "371402199001013269"
"""Differs from it in a digit and the check character."""
NAME, MARRIED = "张三丰", "欧阳三丰"


@dataclass
class City:
    """The gateway, and the register of identities over HTTP."""

    gateway: Gateway
    register: Registers
    client: httpx.AsyncClient

    def put(self, number: str, name: str, **before: list[str]) -> None:
        self.register.book.put(number, "identity", "yes", {"name": name, **before})

    async def ask(self) -> None:
        await ask_some(self.gateway.context, HttpRegister(self.client))

    async def citizen(self, number: str, **changes: Any) -> str:
        await self.gateway.know(self.gateway.opened(number, **changes))
        return str((await self.gateway.log_in(number))["access_token"])

    async def correct(self, token: str, number: str, name: str = NAME, kind: str = "01") -> Any:
        self.gateway.clock.advance(timedelta(seconds=1))
        body = {"name": name, "id_type": kind, "id_number": number}
        wanted = {"service": "gateway", "operation": "POST /me/identity", "body": body}
        asked = await self.gateway.post("/confirmations", token, **wanted)
        headers = {
            "Authorization": f"Bearer {token}",
            "Idempotency-Key": uuid.uuid4().hex,
            "Confirmation": await entered(self.gateway, token, asked),
        }
        return await self.gateway.client.post(f"{BASE}/me/identity", json=body, headers=headers)

    async def stands(self, token: str) -> tuple[str, str | None]:
        """State and reason of the newest correction."""
        newest = (await self.gateway.get("/me/identity", token)).json()["corrections"][0]
        return newest["state"], newest["reason"]

    async def told(self, kind: type) -> list[Any]:
        return [one for one in await self.gateway.events() if isinstance(one, kind)]


@pytest.fixture
async def city(gateway: Gateway, tmp_path: Path) -> AsyncIterator[City]:
    settings = RegistersSettings(token="ours", book_path=tmp_path / "book.sqlite3")
    register = Registers(settings)
    transport = httpx.ASGITransport(app=app_of(register))
    headers = {"Authorization": "Bearer ours"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://registers", headers=headers
    ) as client:
        yield City(gateway, register, client)
    register.book.close()


async def test_r_inf_1_a_wrong_number_and_a_new_name_are_corrected_by_oneself(city: City) -> None:
    """Without the employer; who works for an employer as well is the same human there, too."""
    gateway, event = city.gateway, city.gateway.opened(SLIP)
    await gateway.know(event, gateway.registered(SLIP, operator_name=NAME))
    token = (await gateway.log_in(SLIP))["access_token"]
    city.put(OWN, NAME)
    answer = await city.correct(token, OWN)
    assert answer.status_code == 202, answer.text
    assert (answer.json()["state"], answer.json()["wanted"]["id_number"]) == (
        "asking", "3714**********3269",
    )  # fmt: skip
    await city.ask()
    await city.ask()  # twice: nothing is due any more
    (said,) = await city.told(PersonIdentityChanged)
    assert (said.person_id, said.name, said.id_number) == (event.person_id, NAME, OWN)
    assert (said.name_changed, said.number_changed, said.by_whom) == (False, True, "oneself")
    assert [one.id_number for one in await city.told(OperatorChanged)][-1] == OWN
    shown = (await gateway.get("/me/identity", token)).json()
    assert (shown["id_number"], shown["corrections"][0]["state"]) == ("3714**********3269", "taken")
    assert shown["corrections"][0]["before"]["id_number"] == "3714**********3234"
    assert refusal(await city.correct(token, OWN)) == (409, "nothing-to-correct")
    # Told again by accounts with the number of before: nobody else, and nothing is set back.
    assert await gateway.know(gateway.opened(SLIP, person_id=event.person_id)) == []
    # By the old number nobody logs in as this person any more; by the new one they do.
    gateway.clock.advance(timedelta(minutes=2))
    with pytest.raises(IndexError):
        await gateway.log_in(SLIP)
    token = (await gateway.log_in(OWN))["access_token"]
    city.put(OWN, MARRIED, names_before=[NAME])
    await city.correct(token, OWN, MARRIED)
    await city.ask()
    assert [one.name for one in await city.told(PersonIdentityChanged)] == [NAME, MARRIED]
    # Kept as it was: what ended is not rewritten, not even by us.
    with pytest.raises(Exception, match="has ended as taken"):
        await gateway.context.pool.execute("UPDATE identity_correction SET reason = 'x'")


async def test_r_inf_2_nobody_becomes_somebody_else(city: City) -> None:
    gateway = city.gateway
    token = await city.citizen(SLIP)
    city.put(OWN, NAME)
    city.put(SLIP, NAME)  # a namesake whose number is nearly the same
    await city.correct(token, OWN)
    await city.ask()
    assert await city.stands(token) == ("refused", "present-is-valid")
    await city.correct(token, OWN, MARRIED)
    await city.ask()
    assert await city.stands(token) == ("refused", "no-match")
    assert refusal(await city.correct(token, "371402199001013268")) == (422, "invalid-identifier")
    await city.correct(token, ID_NUMBER)
    await city.ask()
    assert await city.stands(token) == ("referred", "unknown")
    assert refusal(await city.correct(token, OWN)) == (429, "too-many-corrections")
    told = await city.told(IdentityCorrectionTold)
    assert [one.outcome for one in told] == ["refused", "refused", "referred"]
    assert await city.told(PersonIdentityChanged) == []
    gateway.clock.advance(timedelta(days=31))
    async with gateway.context.unit() as unit:
        assert await handlers.end_unattended(unit, 10) == 1
    assert (await city.told(IdentityCorrectionTold))[-1].outcome == "expired"


async def test_r_acc_8_a_number_that_somebody_has_is_no_silent_take_over(city: City) -> None:
    token = await city.citizen(SLIP)
    await city.gateway.know(city.gateway.opened(OWN))
    city.put(OWN, NAME, numbers_before=[SLIP])
    await city.correct(token, OWN)
    await city.ask()
    assert await city.stands(token) == ("refused", "number-taken")


async def test_r_inf_2_a_register_that_is_slow_wrong_or_away_is_asked_again_then_two_decide(
    city: City,
) -> None:
    gateway, token = city.gateway, await city.citizen(SLIP)
    city.put(OWN, NAME)
    city.client.timeout = httpx.Timeout(0.05)
    for fault in ("away", "wrong"):
        city.register.faults = Faults.model_validate({fault: 1})
        if fault == "away":
            await city.correct(token, OWN)
        await city.ask()
        assert await city.stands(token) == ("asking", None)
        gateway.clock.advance(timedelta(minutes=11))
    gateway.clock.advance(timedelta(days=1))
    city.register.faults = Faults(away=1)
    await city.ask()
    token = (await gateway.log_in(SLIP))["access_token"]
    assert await city.stands(token) == ("referred", "no-answer")
    maker, checker = await _in(gateway, MA, "staff_maker"), await _in(gateway, LI, "staff_checker")
    (listed,) = (await gateway.get("/identity-corrections", checker)).json()["items"]
    assert (listed["state"], listed["wanted"]["id_number"]) == ("referred", "3714**********3269")
    body = {
        "present_id_number": SLIP, "name": NAME, "id_number": OWN, "evidence": ["身份证", "派出所证明"],
    }  # fmt: skip
    proposed = await gateway.propose("/identity-corrections", maker, **body)
    shown = (await gateway.get(f"/proposals/{proposed.json()['proposal_id']}", checker)).json()
    assert shown["summary"] == (
        "张**（居民身份证3714**********3234）更正为张**（居民身份证3714**********3269）"
    )
    assert await city.told(PersonIdentityChanged) == [], "one alone does nothing"
    assert (await gateway.decide(proposed, maker)).status_code == 403
    assert refusal(await gateway.decide(proposed, checker)) == (422, "scan-needed")
    assert (await gateway.scan(proposed, maker)).status_code == 201
    done = await gateway.decide(proposed, checker)
    assert done.status_code == 200, done.text
    assert done.json()["result"]["state"] == "taken", done.text
    (said,) = await city.told(PersonIdentityChanged)
    assert (said.id_number, said.by_whom) == (OWN, "counter")
    history = (await gateway.get("/me/identity", token)).json()["corrections"]
    assert [one["state"] for one in history] == ["taken", "withdrawn"]
    again = await gateway.propose("/identity-corrections", maker, **body)
    assert refusal(again) == (404, "not-found")
    await gateway.know(gateway.opened(OTHER_ID))
    taken = body | {"present_id_number": OTHER_ID}
    assert refusal(await gateway.propose("/identity-corrections", maker, **taken)) == (
        409, "id-number-taken",
    )  # fmt: skip


async def test_r_inf_2_a_login_whose_number_was_not_kept_is_told_to_come_to_the_counter(
    city: City,
) -> None:
    """Of logins of an earlier release only the hash was kept; whoever shows the number completes it."""
    gateway, token = city.gateway, await city.citizen(SLIP)
    await gateway.context.pool.execute("UPDATE identity SET id_number_sealed = NULL")
    told = await gateway.get("/me/identity", token)
    assert refusal(told) == (409, "id-number-not-kept")
    assert "柜台" in told.json()["detail"]
    assert refusal(await city.correct(token, OWN)) == (409, "id-number-not-kept")
    maker, checker = await _in(gateway, MA, "staff_maker"), await _in(gateway, LI, "staff_checker")
    body = {"present_id_number": SLIP, "name": MARRIED, "id_number": SLIP, "evidence": ["户口簿"]}
    proposed = await gateway.propose("/identity-corrections", maker, **body)
    await gateway.scan(proposed, maker)
    await gateway.decide(proposed, checker)
    (said,) = await city.told(PersonIdentityChanged)
    assert (said.name, said.number_changed) == (MARRIED, False)
    assert (await gateway.get("/me/identity", token)).json()["corrections"][0]["state"] == "taken"


async def test_r_inf_2_an_employer_proposes_and_the_register_or_two_people_decide(
    city: City,
) -> None:
    """Told before the account or twice, it is one correction; a slip of the pen it cannot vouch for."""
    gateway, event = city.gateway, city.gateway.opened(SLIP)
    first = proposal(event.person_id, OWN)
    assert await propose(city, first) == 1, "the account is not known yet: it comes again"
    await gateway.know(event)
    assert await propose(city, first, first) == await propose(city, first) == 0
    city.put(OWN, NAME)
    await city.ask()
    (told,) = await city.told(IdentityCorrectionTold)
    assert (told.correction_id, told.by_whom) == (first.correction_id, "employer")
    assert (told.outcome, told.reason) == ("referred", "not-told-same")
    # A later one takes its place; the register calls the old number this person's.
    gateway.clock.advance(timedelta(seconds=1))
    second = proposal(event.person_id, OWN)
    await propose(city, second)
    city.put(OWN, NAME, numbers_before=[SLIP])
    await city.ask()
    ended = (await city.told(IdentityCorrectionTold))[-1]
    assert (ended.correction_id, ended.outcome) == (first.correction_id, "withdrawn")
    (said,) = await city.told(PersonIdentityChanged)
    assert (said.change_id, said.by_whom) == (second.correction_id, "employer")
    token = (await gateway.log_in(OWN))["access_token"]
    shown = (await gateway.get("/me/identity", token)).json()["corrections"]
    assert [(one["by_whom"], one["state"]) for one in shown] == [
        ("employer", "taken"), ("employer", "withdrawn"),
    ]  # fmt: skip


async def test_r_inf_2_what_the_person_asks_for_goes_before_what_an_employer_proposes(
    city: City,
) -> None:
    gateway, event = city.gateway, city.gateway.opened(SLIP)
    await gateway.know(event)
    token = str((await gateway.log_in(SLIP))["access_token"])
    proposed = [proposal(event.person_id, OWN, MARRIED, minute=minute) for minute in range(4)]
    await propose(city, *proposed)
    assert (await city.correct(token, OWN)).status_code == 202, "an employer uses up nobody's tries"
    late = proposal(event.person_id, OWN, MARRIED)
    await propose(city, late)
    told = {one.correction_id: one for one in await city.told(IdentityCorrectionTold)}
    assert [told[one.correction_id].outcome for one in proposed] == ["withdrawn"] * 4
    assert told[late.correction_id].reason == "own-goes-first"
    city.put(OWN, NAME)
    await city.ask()
    so = proposal(event.person_id, OWN)
    await propose(city, so)
    assert (await city.told(IdentityCorrectionTold))[-1].reason == "already-so"
    await gateway.context.pool.execute("UPDATE identity SET id_number_sealed = NULL")
    await propose(city, proposal(event.person_id, SLIP))
    assert (await city.told(IdentityCorrectionTold))[-1].reason == "only-at-counter"


def proposal(
    person_id: uuid.UUID, number: str, name: str = NAME, minute: int = 0
) -> IdentityCorrectionProposed:
    """What accounts tells of an employer's proposal."""
    return IdentityCorrectionProposed(
        correction_id=uuid.uuid4(), person_id=person_id, employer_number="371400000001", name=name,
        id_type="01", id_number=number, evidence=["户籍证明 1 号"],
        proposed_at=datetime(2026, 3, 1, 9, minute, tzinfo=UTC),
    )  # fmt: skip


async def propose(city: City, *batch: IdentityCorrectionProposed) -> int:
    """Hand proposals over as the consumer does; return how many come again."""
    async with city.gateway.context.unit() as unit:
        await proposed_corrections.proposed(unit, received(batch))
    return len(unit.postponed)


async def test_a_centre_without_the_register_refers_to_two_people(city: City) -> None:
    token = await city.citizen(SLIP)
    await city.correct(token, OWN)
    await ask_some(city.gateway.context, NoRegister())
    assert await city.stands(token) == ("referred", "unknown")
