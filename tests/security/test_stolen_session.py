"""Who holds somebody's session, and not the phone, moves no money and binds nobody."""

import asyncio
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import httpx
import jwt
import pytest
from tests.integration.gateway.conftest import Gateway, gateway
from tests.integration.withdrawals.conftest import (
    BASE,
    CARD,
    OTHER_CARD,
    Served,
    Withdrawals,
    served,
    withdrawals,
)
from tests.support.issuer import GATEWAY, Issuer

from gateway.rules.confirmables import said_of
from shared.identity.principal import Principal, Role
from shared.identity.verifier import AUDIENCE
from shared.messages.gateway import ConfirmationCodeIssued

__all__ = ["gateway", "served", "withdrawals"]

APPLY = f"{BASE}/applications"
WANTED = {"kind": "retirement", "card_number": CARD}
TO_CONFIRM = {"service": "withdrawals", "operation": "POST /applications", "body": WANTED}
NEEDED = (403, "confirmation-needed")


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("title", "")


def citizen(keys: Issuer, sid: str = "s1", principal: Principal | None = None) -> str:
    who = principal or Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    return keys.token(who, sid=sid)


async def apply(
    town: Withdrawals,
    token: str,
    confirmation: str | None,
    body: Mapping[str, str] = WANTED,
    key: str | None = None,
) -> httpx.Response:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key or uuid.uuid4().hex}
    if confirmation is not None:
        headers["Confirmation"] = confirmation
    return await town.client.post(APPLY, json=dict(body), headers=headers)


async def test_a_token_alone_applies_for_nothing(withdrawals: Withdrawals) -> None:
    answer = await apply(withdrawals, citizen(withdrawals.keys), None)
    assert refusal(answer) == NEEDED
    assert answer.json()["detail"] == "办理此业务须先用验证码确认。"
    assert await withdrawals.context.pool.fetchval("SELECT count(*) FROM application") == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"operation": "withdrawals POST /applications/cancel"},
        {"operation": "loans POST /applications"},
        {"sub": str(uuid.UUID(int=1))},
        {"sid": "another"},
        {"body_sha256": "0" * 64},
        {"aud": AUDIENCE},
        {"iss": f"{GATEWAY}-2"},
        {"exp": 1_700_000_000},
        {"jti": "x"},
    ],
    ids=str,
)
async def test_what_was_confirmed_is_good_for_nothing_else(
    withdrawals: Withdrawals, changes: dict[str, Any]
) -> None:
    keys = withdrawals.keys
    token = citizen(keys)
    confirmation = keys.confirmation(token, APPLY, WANTED, **changes)
    assert refusal(await apply(withdrawals, token, confirmation)) == NEEDED
    good = keys.confirmation(token, APPLY, WANTED)
    assert (await apply(withdrawals, token, good)).status_code == 202


async def test_the_thiefs_card_is_not_what_was_confirmed(withdrawals: Withdrawals) -> None:
    token = citizen(withdrawals.keys)
    confirmation = withdrawals.keys.confirmation(token, APPLY, WANTED)
    stolen = {**WANTED, "card_number": OTHER_CARD}
    assert refusal(await apply(withdrawals, token, confirmation, stolen)) == NEEDED


async def test_neither_token_passes_for_the_other(withdrawals: Withdrawals) -> None:
    token = citizen(withdrawals.keys)
    confirmation = withdrawals.keys.confirmation(token, APPLY, WANTED)
    assert (await apply(withdrawals, confirmation, confirmation)).status_code == 401
    assert refusal(await apply(withdrawals, token, token)) == NEEDED


async def test_a_confirmation_works_once_and_its_repeat_gets_the_answer_again(
    withdrawals: Withdrawals,
) -> None:
    token = citizen(withdrawals.keys)
    confirmation = withdrawals.keys.confirmation(token, APPLY, WANTED)
    first = await apply(withdrawals, token, confirmation, key="k1")
    again = await apply(withdrawals, token, confirmation, key="k1")
    assert first.status_code == again.status_code == 202
    assert first.json() == again.json()
    anew = await apply(withdrawals, token, confirmation, key="k2")
    assert refusal(anew) == NEEDED
    assert anew.json()["detail"] == "该确认已用于另一笔业务，请重新获取验证码确认。"
    assert await withdrawals.context.pool.fetchval("SELECT count(*) FROM application") == 1


async def test_what_was_refused_burns_no_confirmation(withdrawals: Withdrawals) -> None:
    """One application at a time: the second is refused, and may be tried again when the first is closed."""
    who = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    token, keys = citizen(withdrawals.keys, principal=who), withdrawals.keys
    first = await apply(withdrawals, token, keys.confirmation(token, APPLY, WANTED))
    confirmation = keys.confirmation(token, APPLY, WANTED)
    assert (await apply(withdrawals, token, confirmation)).status_code == 409
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "c"}
    place = f"{APPLY}/{first.json()['id']}/cancel"
    assert (await withdrawals.client.post(place, headers=headers)).status_code == 200
    assert (await apply(withdrawals, token, confirmation)).status_code == 202


async def test_a_session_that_ends_takes_its_event_streams_along(
    withdrawals: Withdrawals, served: Served
) -> None:
    """The verifier learns within seconds which sessions have ended; the stream asks it at each heartbeat."""
    who = Principal(uuid.uuid4(), Role.INDIVIDUAL, uuid.uuid4(), None, "张*", "web")
    token = citizen(withdrawals.keys, "s1", who)
    made = await apply(withdrawals, token, withdrawals.keys.confirmation(token, APPLY, WANTED))
    url = f"{served.url}/applications/{made.json()['id']}/events"
    headers = {"Authorization": f"Bearer {token}"}
    verifier = withdrawals.app.state.token_verifier
    async with served.client.stream("GET", url, headers=headers) as stream:
        lines = stream.aiter_lines()
        while not (await anext(lines)).startswith(": heartbeat"):
            pass
        verifier._refreshed_at = float("inf")
        verifier._ended = frozenset({"s1"})
        async with asyncio.timeout(10):
            rest = [line async for line in lines]
    assert not any(line.startswith("event: end") for line in rest), "the application goes on"
    assert (await served.client.get(url, headers=headers)).status_code == 401


async def logged_in(town: Gateway) -> str:
    return str((await town.citizen())["access_token"])


async def code_of(town: Gateway) -> tuple[str, str]:
    """The last confirmation code that was texted, and what its text says."""
    issued = [one for one in await town.events() if isinstance(one, ConfirmationCodeIssued)][-1]
    return issued.code, issued.what


async def test_the_text_names_what_is_confirmed_and_the_code_signs_exactly_that(
    gateway: Gateway,
) -> None:
    token = await logged_in(gateway)
    asked = await gateway.post("/confirmations", token, **TO_CONFIRM)
    assert asked.status_code == 202, asked.text
    code, what = await code_of(gateway)
    assert what == f"离退休提取，转入尾号{CARD[-4:]}的银行卡"
    place = f"/confirmations/{asked.json()['confirmation_id']}"
    signed = (await gateway.post(place, token, code=code)).json()["confirmation"]
    access = jwt.decode(token, options={"verify_signature": False})
    said = jwt.decode(signed, options={"verify_signature": False})
    assert said["operation"] == "withdrawals POST /applications"
    assert (said["sub"], said["sid"]) == (access["sub"], access["sid"])
    assert said["exp"] - said["iat"] == 300
    assert said["aud"] != access["aud"]
    assert refusal(await gateway.post(place, token, code=code)) == (401, "code-expired")


async def test_another_session_of_the_same_person_cannot_enter_the_code(gateway: Gateway) -> None:
    token = await logged_in(gateway)
    asked = (await gateway.post("/confirmations", token, **TO_CONFIRM)).json()
    code, _ = await code_of(gateway)
    gateway.clock.advance(timedelta(minutes=1))
    other = (await gateway.log_in())["access_token"]
    place = f"/confirmations/{asked['confirmation_id']}"
    assert refusal(await gateway.post(place, other, code=code)) == (401, "code-expired")
    assert (await gateway.post(place, token, code=code)).status_code == 200


async def test_who_guesses_codes_loses_the_session(gateway: Gateway) -> None:
    """Five wrong codes end a confirmation, ten the session: it is a thief's."""
    token = await logged_in(gateway)
    answers = []
    for _ in range(2):
        asked = (await gateway.post("/confirmations", token, **TO_CONFIRM)).json()
        code, _ = await code_of(gateway)
        wrong = f"{(int(code) + 1) % 1_000_000:06d}"
        place = f"/confirmations/{asked['confirmation_id']}"
        answers += [refusal(await gateway.post(place, token, code=wrong)) for _ in range(5)]
    assert answers[3:6] == [(401, "wrong-code"), (401, "code-exhausted"), (401, "wrong-code")]
    assert answers[-1] == (401, "confirmations-exhausted")
    assert refusal(await gateway.get("/me", token)) == (401, "login-expired")


async def test_codes_are_not_sent_without_end(gateway: Gateway) -> None:
    token = await logged_in(gateway)
    answers = [await gateway.post("/confirmations", token, **TO_CONFIRM) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [202] * 20 + [429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 3_600


@pytest.mark.parametrize(
    ("operation", "body", "said"),
    [
        ("withdrawals POST /applications", {"kind": "x", "card_number": "6222 0216 1200 3456 788"},
         "住房公积金提取，转入尾号6788的银行卡"),
        ("loans POST /contracts/DK1/early-repayments", {"kind": "partial", "amount_fen": 1_234_567},
         "提前还款12,345.67元"),
        ("loans POST /contracts/DK1/early-repayments", {"kind": "payoff"}, "提前结清贷款"),
        ("loans POST /contracts/DK1/my-agreement/end", None, "终止公积金冲还贷协议"),
        ("loans POST /contracts/DK1/DK2/my-agreement", {}, None),
        ("accounts POST /employers", {}, None),
    ],
)  # fmt: skip
def test_what_the_text_says(operation: str, body: object, said: str | None) -> None:
    assert said_of(operation, body) == said
