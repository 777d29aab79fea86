"""Employers' operators: several with rights, by employer and centre; password and authenticator (R-ACC-1)."""

import re
import uuid
from datetime import timedelta
from typing import Any

import httpx
import jwt

from shared.messages.gateway import OperatorChanged, StaffActivationIssued

from .conftest import OTHER_ID, Gateway, claims
from .test_staff import LI, active

EMPLOYER, PASSWORD = "371400000001", "seven unrelated donkeys"
STEP = timedelta(seconds=30)
ALL = ["confirm", "draft", "look", "pay"]
WANG = {"name": "王五", "id_number": "371402198001010055", "phone": "13905340005"}
ZHAO = {"name": "赵六", "id_number": "371402198001010063", "phone": "13905340006"}


class Login:
    """An operator with a password and an authenticator."""

    def __init__(self, gateway: Gateway, login: str, secret: str) -> None:
        self.gateway, self.login, self.secret = gateway, login, secret

    async def tokens(self) -> dict[str, Any]:
        """Log in with the next time step."""
        self.gateway.clock.advance(STEP)
        answer = await self.gateway.staff_in(self.login, PASSWORD, self.secret)
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def token(self) -> str:
        return str((await self.tokens())["access_token"])


async def enrolled(gateway: Gateway) -> Login:
    """Activate the login whose code was texted last."""
    sent = [one for one in await gateway.events() if isinstance(one, StaffActivationIssued)][-1]
    body = {"login": sent.login, "activation_code": sent.code, "password": PASSWORD}
    answer = await gateway.post("/sessions/staff/activation", **body)
    assert answer.status_code == 200, answer.text
    return Login(gateway, sent.login, answer.json()["totp_secret"])


async def told(gateway: Gateway) -> list[OperatorChanged]:
    """What was said of operators, in order."""
    return [one for one in await gateway.events() if isinstance(one, OperatorChanged)]


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["title"])


async def test_r_acc_1_operators_log_in_by_authenticator_and_confirm_with_it(
    gateway: Gateway,
) -> None:
    """A code to the phone lets no operator in; what is confirmed is bound to session, operation and body."""
    event = gateway.registered(OTHER_ID)
    await gateway.know(event)
    await gateway.know(event)
    by_code = await gateway.ask(OTHER_ID, "employer_operator")
    assert refusal(by_code) == (422, "login-by-authenticator")
    (first,) = await told(gateway)
    assert (first.rights, first.active, first.employer_number) == (ALL, True, EMPLOYER)

    one = await enrolled(gateway)
    assert re.fullmatch(r"u371400000001\.1", one.login)
    tokens = await one.tokens()
    token = tokens["access_token"]
    assert (tokens["role"], tokens["employer_number"]) == ("employer_operator", EMPLOYER)
    assert claims(token)["rights"] == ALL

    wanted = {"service": "accounts", "operation": "POST /lists/17/confirmation"}
    body = {"total_fen": 96_000}
    asked = (await gateway.post("/confirmations", token, **wanted, body=body)).json()
    assert asked["what"] == "确认清册，合计960.00元"
    place = f"/confirmations/{asked['confirmation_id']}"
    used = await gateway.post(place, token, code=gateway.totp(one.secret))
    assert refusal(used) == (401, "wrong-code"), "the one that logged in works once"
    gateway.clock.advance(STEP)
    done = await gateway.post(place, token, code=gateway.totp(one.secret))
    told_of = jwt.decode(done.json()["confirmation"], options={"verify_signature": False})
    assert told_of["operation"] == "accounts POST /lists/17/confirmation"
    assert told_of["sid"] == claims(token)["sid"]
    texts = [event.type for event in await gateway.events()]
    assert "confirmation_code.issued.v1" not in texts


async def test_r_acc_1_an_employer_names_operators_and_the_centre_agrees(gateway: Gateway) -> None:
    """Invited, given rights, replaced, shut; whose right ends between two steps is refused."""
    await gateway.know(gateway.registered())
    first = await enrolled(gateway)
    _, secret = await active(gateway, **LI)
    logged_in = await gateway.staff_in("li.si", "twelve or more characters", secret)
    decide = logged_in.json()["access_token"]
    place = f"/employers/{EMPLOYER}/operators"

    token = await first.token()
    taken = await gateway.propose(
        place, token, **(WANG | {"phone": "13805349001"}), rights=["draft"]
    )
    assert refusal(taken) == (409, "phone-of-somebody-else")
    strange = await gateway.propose("/employers/371400000009/operators", token, **WANG, rights=ALL)
    assert refusal(strange) == (404, "not-found")
    asked = await gateway.propose(place, token, **WANG, rights=["draft", "look"])
    again = (await gateway.get(f"/proposals/{asked.json()['proposal_id']}", token)).json()
    assert again["summary"] == "单位371400000001增加经办人王*（编制、查询）"
    made = await gateway.decide(asked, decide)
    assert made.json()["result"]["state"] == "awaiting_activation"
    drafter = await enrolled(gateway)
    drafting = await drafter.token()
    assert claims(drafting)["rights"] == ["draft", "look"]
    refused = await gateway.propose(place, drafting, **ZHAO, rights=ALL)
    assert refusal(refused) == (403, "right-missing")
    mine = (await gateway.get("/proposals", drafting)).json()
    assert mine["items"] == [], "what a colleague asked for is not shown"

    drafter_id = made.json()["result"]["id"]
    path = f"/operators/{drafter_id}/rights"
    changed = await gateway.decide(await gateway.propose(path, token, rights=ALL), decide)
    assert changed.json()["result"]["rights"] == ALL
    ended = await gateway.get("/me", drafting)
    assert refusal(ended) == (401, "login-expired")
    second = await drafter.token()
    waiting = await gateway.propose(place, second, **ZHAO, rights=ALL)
    shut = await gateway.propose(f"/operators/{drafter_id}/closure", await first.token())
    assert (await gateway.decide(shut, decide)).status_code == 200
    assert refusal(await gateway.decide(waiting, decide)) == (409, "maker-gone")
    assert (await told(gateway))[-1].active is False
    gateway.clock.advance(STEP)
    assert refusal(await gateway.staff_in(drafter.login, PASSWORD, drafter.secret)) == (
        401,
        "wrong-credentials",
    )

    me = (await gateway.get("/me", token := await first.token())).json()["identity_id"]
    last = await gateway.propose(f"/operators/{me}/closure", token)
    assert refusal(await gateway.decide(last, decide)) == (409, "last-operator")
    assert (await gateway.decide(waiting, decide, agree=False)).status_code == 200
    body = ZHAO | {"rights": ALL, "replaces": me}
    replaced = await gateway.decide(await gateway.propose(place, token, **body), decide)
    assert replaced.status_code == 200, replaced.text
    listed = (await gateway.get(place, (await (await enrolled(gateway)).token()))).json()["items"]
    assert [one["state"] for one in listed] == ["shut", "shut", "active"]
    await gateway.know(gateway.registered())
    assert len(await told(gateway)) == 6, "the first one does not come back with the event of then"
    assert uuid.UUID(me) in {one.operator_id for one in await told(gateway)}
