"""R-INF-2, R-INF-3: a citizen's phone changes by codes of both phones, or by two people at the counter."""

import asyncio
import uuid
from datetime import timedelta
from typing import Any

import httpx

from shared.messages.gateway import ConfirmationCodeIssued, PersonPhoneChanged

from .conftest import BASE, ID_NUMBER, OTHER_ID, PHONE, Gateway
from .test_staff import LI, active

NEW = "13905340009"
_AFTER_A_CODE = timedelta(minutes=2)
OTHER_PHONE = "13805349876"
MA = {"login": "ma.san", "name": "马三", "id_number": "371402198001010071", "phone": "13805349007"}


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["title"])


async def entered(gateway: Gateway, token: str, asked: httpx.Response) -> str:
    """Enter the code that was sent last; returns what it is worth."""
    assert asked.status_code == 202, asked.text
    sent = [one for one in await gateway.events() if isinstance(one, ConfirmationCodeIssued)][-1]
    place = f"/confirmations/{asked.json()['confirmation_id']}"
    answer = await gateway.post(place, token, code=sent.code)
    assert answer.status_code == 200, answer.text
    return str(answer.json()["confirmation"])


async def proof(gateway: Gateway, token: str, phone: str = NEW) -> str:
    """Prove that one has a phone."""
    return await entered(gateway, token, await gateway.post("/me/phone/codes", token, phone=phone))


async def confirmation(gateway: Gateway, token: str, body: dict[str, Any]) -> str:
    """Confirm a change with the phone on file."""
    wanted = {"service": "gateway", "operation": "POST /me/phone", "body": body}
    return await entered(gateway, token, await gateway.post("/confirmations", token, **wanted))


async def change(
    gateway: Gateway, token: str, body: dict[str, Any], confirmed: str | None = None
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": uuid.uuid4().hex}
    confirmed = confirmed or await confirmation(gateway, token, body)
    return await gateway.client.post(
        f"{BASE}/me/phone", json=body, headers=headers | {"Confirmation": confirmed}
    )


async def told(gateway: Gateway) -> list[PersonPhoneChanged]:
    return [one for one in await gateway.events() if isinstance(one, PersonPhoneChanged)]


async def test_r_inf_2_a_person_changes_the_own_phone_with_codes_of_both(gateway: Gateway) -> None:
    event = gateway.opened()
    await gateway.know(event)
    elsewhere = (await gateway.log_in())["access_token"]
    gateway.clock.advance(_AFTER_A_CODE)
    here = (await gateway.log_in())["access_token"]
    body = {"phone": NEW, "proof": await proof(gateway, here)}
    codes = [one for one in await gateway.events() if isinstance(one, ConfirmationCodeIssued)]
    assert (codes[-1].phone, codes[-1].what) == (NEW, "将本手机号登记为公积金预留手机号")
    confirmed = await confirmation(gateway, here, body)
    codes = [one for one in await gateway.events() if isinstance(one, ConfirmationCodeIssued)]
    assert (codes[-1].phone, codes[-1].what) == (PHONE, "预留手机号改为尾号0009的号码")
    answer = await change(gateway, here, body, confirmed)
    assert (answer.status_code, answer.json()["phone"]) == (200, "139****0009")
    (said,) = await told(gateway)
    assert (said.person_id, said.phone, said.phone_before) == (event.person_id, NEW, PHONE)
    assert said.by_whom == "oneself"
    assert (await gateway.get("/me", elsewhere)).status_code == 401, "other sessions end"
    assert (await gateway.get("/me", here)).json()["phone"] == "139****0009"
    assert refusal(await change(gateway, here, body)) == (409, "phone-on-file")
    await gateway.know(gateway.opened(person_id=event.person_id, phone=PHONE))
    assert (await gateway.get("/me", here)).json()["phone"] == "139****0009", (
        "no employer sets it back"
    )


async def test_r_inf_2_neither_code_alone_changes_a_phone(gateway: Gateway) -> None:
    """Not a stolen session, not a thief's own phone, not one that was mistyped."""
    mine, theirs = (
        (await gateway.citizen())["access_token"],
        (await gateway.citizen(OTHER_ID))["access_token"],
    )
    good = await proof(gateway, mine)
    headers = {"Authorization": f"Bearer {mine}", "Idempotency-Key": uuid.uuid4().hex}
    without = await gateway.client.post(
        f"{BASE}/me/phone", json={"phone": NEW, "proof": good}, headers=headers
    )
    assert refusal(without) == (403, "confirmation-needed")
    another = {"phone": OTHER_PHONE, "proof": good}
    assert refusal(await change(gateway, mine, another)) == (422, "phone-not-proven")
    nonsense = {"phone": NEW, "proof": "x"}
    assert refusal(await change(gateway, mine, nonsense)) == (422, "phone-not-proven")
    stolen = {"phone": NEW, "proof": await proof(gateway, theirs)}
    assert refusal(await change(gateway, mine, stolen)) == (422, "phone-not-proven")
    itself = {"phone": NEW, "proof": await confirmation(gateway, mine, another)}
    assert refusal(await change(gateway, mine, itself)) == (422, "phone-not-proven")
    assert await told(gateway) == []


async def test_r_inf_2_two_people_who_want_one_phone_do_not_both_get_it(gateway: Gateway) -> None:
    await gateway.know(gateway.opened(), gateway.opened(OTHER_ID, phone=OTHER_PHONE))
    tokens = [(await gateway.log_in(number))["access_token"] for number in (ID_NUMBER, OTHER_ID)]
    bodies = [{"phone": NEW, "proof": await proof(gateway, token)} for token in tokens]
    confirmed = [
        await confirmation(gateway, token, body) for token, body in zip(tokens, bodies, strict=True)
    ]
    answers = await asyncio.gather(
        *(change(gateway, *one) for one in zip(tokens, bodies, confirmed, strict=True))
    )
    assert sorted(one.status_code for one in answers) == [200, 409]
    assert len(await told(gateway)) == 1


async def test_r_inf_2_a_lost_phone_is_changed_at_the_counter_by_two(gateway: Gateway) -> None:
    event = gateway.opened()
    await gateway.know(event, gateway.opened(OTHER_ID, phone=OTHER_PHONE))
    session = (await gateway.log_in())["access_token"]
    maker, checker = await _in(gateway, MA, "staff_maker"), await _in(gateway, LI, "staff_checker")
    asked = {"id_number": ID_NUMBER, "phone": OTHER_PHONE, "evidence": ["身份证"]}
    proposed = await gateway.propose("/phone-changes", maker, **asked)
    shown = (await gateway.get(f"/proposals/{proposed.json()['proposal_id']}", checker)).json()
    assert shown["summary"] == (
        "张**的预留手机号改为138****9876；该号码另有1人登记，请核实是否共用或号码已转让"
    )
    assert (await gateway.decide(proposed, maker)).status_code == 403
    assert (await gateway.get("/me", session)).status_code == 200
    done = await gateway.decide(proposed, checker)
    assert done.json()["result"] == {"phone": "138****9876"}
    (said,) = await told(gateway)
    assert (said.person_id, said.phone_before, said.by_whom) == (event.person_id, PHONE, "counter")
    assert (await gateway.get("/me", session)).status_code == 401, (
        "whoever has the lost phone is out"
    )
    unknown = {"id_number": "371402199001011335", "phone": NEW, "evidence": ["身份证"]}
    refused = await gateway.propose("/phone-changes", maker, **unknown)
    assert refusal(refused) == (404, "not-found")


async def _in(gateway: Gateway, who: dict[str, Any], role: str) -> str:
    _, secret = await active(gateway, **(who | {"role": role}))
    answer = await gateway.staff_in(who["login"], "twelve or more characters", secret)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["access_token"])
