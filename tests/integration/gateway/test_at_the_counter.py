"""What staff enter for somebody at the counter is confirmed by the code on that person's phone."""

import uuid
from typing import Any

import jwt

from shared.messages.gateway import ConfirmationCodeIssued

from .conftest import PHONE, Gateway
from .test_phones import MA, refusal
from .test_staff import PASSWORD, active

CARD = "6222021612003456788"


async def person_of(gateway: Gateway) -> str:
    token = str((await gateway.citizen())["access_token"])
    return str(jwt.decode(token, options={"verify_signature": False})["person_id"])


async def maker_in(gateway: Gateway) -> str:
    _, secret = await active(gateway, **MA, role="staff_maker")
    answer = await gateway.staff_in(MA["login"], PASSWORD, secret)
    return str(answer.json()["access_token"])


def wanted(person: str) -> dict[str, Any]:
    body = {"person_id": person, "kind": "retirement", "card_number": CARD}
    return {
        "service": "withdrawals", "operation": "POST /counter-applications",
        "person_id": person, "body": body,
    }  # fmt: skip


async def test_the_person_gets_the_code_and_the_staff_enter_what_they_are_told(
    gateway: Gateway,
) -> None:
    person = await person_of(gateway)
    maker = await maker_in(gateway)
    asked = await gateway.post("/counter-confirmations", maker, **wanted(person))
    assert asked.status_code == 202, asked.text
    assert "办事人" in asked.json()["message"]
    sent = [one for one in await gateway.events() if isinstance(one, ConfirmationCodeIssued)][-1]
    assert sent.phone == PHONE, "the person's, not that of the staff"
    assert sent.what == f"柜台办理离退休提取，转入尾号{CARD[-4:]}的银行卡"
    place = f"/confirmations/{asked.json()['confirmation_id']}"
    signed = (await gateway.post(place, maker, code=sent.code)).json()["confirmation"]
    said = jwt.decode(signed, options={"verify_signature": False})
    access = jwt.decode(maker, options={"verify_signature": False})
    assert (said["for"], said["sub"]) == (person, access["sub"])


async def test_staff_have_a_code_sent_for_counter_business_of_a_person_alone(
    gateway: Gateway,
) -> None:
    person = await person_of(gateway)
    maker = await maker_in(gateway)
    online = wanted(person) | {"operation": "POST /applications"}
    for asked in (online, wanted(str(uuid.uuid4()))):
        answer = await gateway.post("/counter-confirmations", maker, **asked)
        assert refusal(answer) == (422, "not-confirmable")
    for path in ("/confirmations", "/counter-confirmations"):
        token = maker if path == "/confirmations" else (await gateway.log_in())["access_token"]
        answer = await gateway.post(path, token, **wanted(person))
        assert refusal(answer) == (403, "not-allowed"), path
