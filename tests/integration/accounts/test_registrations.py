"""单位缴存登记 online: a stranger with a proven phone, papers, two of the centre (R-ACC-6)."""

import asyncio
import uuid
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.support.callers import photograph
from tests.support.two_people import holds_against_insiders, staff

from accounts.handlers import registrations
from shared.identity.principal import Role
from shared.messages.accounts import EmployerRegistered
from shared.messages.registrations import RegistrationAnswered, RegistrationCodeIssued

from .conftest import BASE, Accounts, Caller, credit_code, employer_body, id_number
from .test_hardship import refusal

PHONE = "13905349001"
CHECKED = {"reason": "执照与登记信息一致"}


@dataclass(frozen=True)
class Applicant(Caller):
    """Somebody without a login who has proven a phone."""

    registration_id: str

    async def upload(self, content: bytes | None = None) -> httpx.Response:
        return await self.client.post(
            f"{BASE}/registrations/current/papers/uploads",
            params={"name": "营业执照"},
            content=content or photograph(),
            headers={
                **self.headers, "Content-Type": "image/jpeg", "Idempotency-Key": uuid.uuid4().hex,
            },
        )  # fmt: skip

    async def submit(self, body: dict[str, Any]) -> httpx.Response:
        return await self.post("/registrations/current/submission", body)

    async def seen(self) -> dict[str, Any]:
        return dict((await self.get("/registrations/current")).json())


def company(**changes: Any) -> dict[str, Any]:
    usual = {
        "name": "德州新设纺织有限公司", "social_credit_code": credit_code(),
        "address": "德州市德城区三八路1号",
        "set_up_on": "2026-02-20", "payday": 10, "employer_ratio_bp": 800, "employee_ratio_bp": 800,
        "legal_representative": "王法人", "operator_name": "李经办", "operator_id_number": id_number(),
    }  # fmt: skip
    return usual | changes


def guest(accounts: Accounts) -> Caller:
    return Caller(accounts.client, {})


async def code_for(accounts: Accounts, phone: str = PHONE) -> tuple[str, str]:
    """Ask for a code; give its id and what came by text."""
    sent = await guest(accounts).post("/registrations/codes", {"phone": phone})
    assert sent.status_code == 202, sent.text
    (issued,) = await accounts.events(sent.json()["code_id"])
    assert isinstance(issued, RegistrationCodeIssued)
    assert issued.phone == phone
    return sent.json()["code_id"], issued.code


async def entered(accounts: Accounts, phone: str = PHONE) -> Applicant:
    code_id, code = await code_for(accounts, phone)
    body = {"code_id": code_id, "code": code}
    let_in = await guest(accounts).post("/registrations/proofs", body)
    assert let_in.status_code == 201, let_in.text
    told = let_in.json()
    headers = {"Authorization": f"Bearer {told['token']}"}
    return Applicant(accounts.client, headers, told["registration_id"])


async def submitted(
    accounts: Accounts, phone: str = PHONE, **changes: Any
) -> tuple[Applicant, dict[str, Any]]:
    applicant, body = await entered(accounts, phone), company(**changes)
    assert (await applicant.upload()).status_code == 201
    made = await applicant.submit(body)
    assert made.status_code == 200, made.text
    return applicant, body


async def test_r_acc_6_a_company_registers_online_and_is_an_employer_once_two_agree(
    accounts: Accounts,
) -> None:
    applicant, body = await submitted(accounts, set_up_on="2026-01-01")
    look = accounts.caller(Role.STAFF_MAKER)
    (case,) = (await look.get("/registrations")).json()["items"]
    assert (case["name"], case["state"]) == (body["name"], "submitted")
    # Set up on 1 January, so by the 31st; on 2 March it is 30 days late.
    assert case["late_days"] == 30
    assert body["operator_name"] not in str(case)
    path = f"/registrations/{applicant.registration_id}"
    unsaid = await look.client.get(f"{BASE}{path}", headers=dict(look.headers))
    assert refusal(unsaid) == (422, "look-reason-needed")
    why = {**look.headers, "Look-Reason": "review"}
    whole = (await look.client.get(f"{BASE}{path}", headers=why)).json()
    assert whole["content"]["operator_id_number"] == body["operator_id_number"]
    file = await look.client.get(
        f"{BASE}{path}/papers/{whole['papers'][0]['paper_id']}", headers=why
    )
    assert file.content.startswith(b"%PDF-")
    assert b"GPS" not in file.content

    done = await holds_against_insiders(accounts.desk, f"{path}/proposal", CHECKED)
    number = done["result"]["employer_number"]
    (born,) = [one for one in await accounts.events() if isinstance(one, EmployerRegistered)]
    assert (born.employer_number, born.operator_phone) == (number, PHONE), "who may log in"
    (told,) = [one for one in await accounts.events() if isinstance(one, RegistrationAnswered)]
    assert (told.employer_number, told.phone) == (number, PHONE)
    seen = await applicant.seen()
    assert (seen["state"], seen["employer_number"]) == ("agreed", number)
    assert (await look.get("/registrations")).json()["items"] == []
    # Nothing that a POST has answered, and so is kept, holds a person.
    kept = await accounts.pool.fetch("SELECT body FROM idempotency_key WHERE body IS NOT NULL")
    assert not [row for row in kept if body["operator_id_number"] in row["body"]]


async def test_r_acc_6_what_is_sent_back_is_mended_with_the_same_phone_and_decided_anew(
    accounts: Accounts,
) -> None:
    applicant, body = await submitted(accounts)
    maker, path = (
        accounts.as_(staff(Role.STAFF_MAKER)),
        f"/registrations/{applicant.registration_id}",
    )
    first = (await maker.post(f"{path}/proposal", CHECKED)).json()["proposal_id"]
    back = {"text": "执照照片看不清"}
    assert refusal(await maker.post(f"{path}/return", back)) == (409, "request-proposed")
    assert refusal(await applicant.submit(body)) == (409, "request-state")
    assert refusal(await applicant.upload()) == (409, "request-state")
    await maker.done(f"/proposals/{first}/withdrawal")
    await maker.done(f"{path}/return", back)
    (told,) = [one for one in await accounts.events() if isinstance(one, RegistrationAnswered)]
    assert (told.employer_number, told.version) == (None, 1)

    accounts.clock.advance(timedelta(hours=3))
    assert (await applicant.get("/registrations/current")).status_code == 401, "two hours only"
    again = await entered(accounts)
    assert again.registration_id == applicant.registration_id
    seen = await again.seen()
    assert (seen["state"], seen["answer"]) == ("returned", "执照照片看不清")
    assert seen["content"]["name"] == body["name"], "and what was filled in is there"
    await again.submit(body)
    done = await accounts.desk.by_two(f"{path}/proposal", CHECKED)
    assert done.status_code == 200, done.text


async def test_r_acc_6_of_two_registrations_of_one_company_one_counts(accounts: Accounts) -> None:
    first, body = await submitted(accounts)
    other = await entered(accounts, "13905349002")
    await other.upload()
    assert refusal(await other.submit(body)) == (409, "registration-open")
    path = f"/registrations/{first.registration_id}"
    await accounts.desk.by_two(f"{path}/proposal", CHECKED)
    assert refusal(await other.submit(body)) == (409, "employer-known")
    # Whom the counter has registered meanwhile is not registered again, however far the other one is.
    late, body = await submitted(accounts, "13905349003")
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    path = f"/registrations/{late.registration_id}"
    proposed = (await maker.post(f"{path}/proposal", CHECKED)).json()["proposal_id"]
    await maker.done(f"/proposals/{proposed}/withdrawal")
    counter = employer_body(social_credit_code=body["social_credit_code"])
    await accounts.staff.done("/employers", counter)
    assert refusal(await maker.post(f"{path}/proposal", CHECKED)) == (409, "employer-known")


async def test_codes_to_strangers_are_few_good_once_and_not_for_long(accounts: Accounts) -> None:
    code_id, code = await code_for(accounts)
    soon = await guest(accounts).post("/registrations/codes", {"phone": PHONE})
    assert refusal(soon) == (429, "code-too-soon")
    other = {"code_id": code_id, "code": f"{(int(code) + 1) % 10**6:06d}"}
    right = {"code_id": code_id, "code": code}
    enter = guest(accounts)
    for _ in range(4):
        assert refusal(await enter.post("/registrations/proofs", other)) == (422, "code-wrong")
    assert (await enter.post("/registrations/proofs", right)).status_code == 201
    assert refusal(await enter.post("/registrations/proofs", right)) == (422, "code-wrong"), "once"

    accounts.clock.advance(timedelta(seconds=61))
    code_id, code = await code_for(accounts)
    wrong = {"code_id": code_id, "code": f"{(int(code) + 1) % 10**6:06d}"}
    for _ in range(5):
        await enter.post("/registrations/proofs", wrong)
    right = {"code_id": code_id, "code": code}
    assert refusal(await enter.post("/registrations/proofs", right)) == (422, "code-wrong")

    for _ in range(3):
        accounts.clock.advance(timedelta(seconds=61))
        code_id, code = await code_for(accounts)
    accounts.clock.advance(timedelta(seconds=61))
    sixth = await guest(accounts).post("/registrations/codes", {"phone": PHONE})
    assert refusal(sixth) == (429, "code-too-soon"), "five an hour"
    accounts.clock.advance(timedelta(minutes=5))
    right = {"code_id": code_id, "code": code}
    assert refusal(await enter.post("/registrations/proofs", right)) == (422, "code-wrong")
    # Thirty an hour from one network, whatever the phones: five were sent above.
    for number in range(25):
        await code_for(accounts, f"1390534{8000 + number}")
    last = await guest(accounts).post("/registrations/codes", {"phone": "13905347999"})
    assert refusal(last) == (429, "code-too-soon")


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"social_credit_code": "91371400MA3C0AB129"}, "invalid-identifier"),
        ({"employer_ratio_bp": 1300}, "ratio-not-allowed"),
        ({"set_up_on": "2026-03-03"}, "set-up-after-registration"),
        ({"operator_id_number": "371402199001011231"}, "invalid-identifier"),
    ],
)
async def test_r_chk_1_an_applicant_hears_at_once_what_is_wrong(
    accounts: Accounts, changes: dict[str, Any], title: str
) -> None:
    applicant = await entered(accounts)
    assert refusal(await applicant.submit(company())) == (422, "no-papers")
    await applicant.upload()
    answer = await applicant.submit(company(**changes))
    assert refusal(answer) == (422, title)
    assert (await applicant.seen())["state"] == "begun"


async def test_a_stranger_reaches_nothing_of_another_and_no_login_reaches_a_registration(
    accounts: Accounts,
) -> None:
    one, other = await entered(accounts), await entered(accounts, "13905349002")
    paper = (await one.upload()).json()["papers"][0]["paper_id"]
    theirs = await other.post(f"/registrations/current/papers/{paper}/withdrawal")
    assert refusal(theirs) == (404, "not-found")
    whole = await one.get(f"/registrations/{other.registration_id}")
    assert whole.status_code == 401, "its token is good for nothing else"
    operator = accounts.operator(await accounts.employer())
    assert (await operator.get("/registrations/current")).status_code == 403
    assert (await guest(accounts).get("/registrations/current")).status_code == 401
    for _ in range(5):
        assert (await one.upload()).status_code == 201
    assert refusal(await one.upload()) == (409, "too-many-papers")
    accounts.clock.advance(timedelta(seconds=61))
    again = await entered(accounts)
    assert (await one.get("/registrations/current")).status_code == 401, "the newest token counts"
    await again.done(f"/registrations/current/papers/{paper}/withdrawal")


async def test_what_nobody_finishes_is_deleted_with_its_papers(accounts: Accounts) -> None:
    begun = await entered(accounts)
    await begun.upload()
    kept, _ = await submitted(accounts, "13905349002")

    async def left() -> list[str]:
        await accounts.context.transact(registrations.forget_old)
        rows = await accounts.pool.fetch(
            "SELECT registration_id::text AS id FROM registration_paper"
        )
        return [row["id"] for row in rows]

    assert set(await left()) == {begun.registration_id, kept.registration_id}
    accounts.clock.advance(timedelta(days=30, seconds=1))
    assert await left() == [kept.registration_id]
    assert await accounts.pool.fetchval("SELECT count(*) FROM registration_code") == 0


async def test_of_two_codes_entered_at_once_both_come_to_one_registration(
    accounts: Accounts,
) -> None:
    first = await code_for(accounts)
    accounts.clock.advance(timedelta(seconds=61))
    both = [first, await code_for(accounts)]
    enter = guest(accounts)
    answers = await asyncio.gather(
        *(enter.post("/registrations/proofs", {"code_id": of, "code": code}) for of, code in both)
    )
    assert [answer.status_code for answer in answers] == [201, 201]
    assert len({answer.json()["registration_id"] for answer in answers}) == 1


async def test_of_two_that_submit_one_company_at_once_one_is_refused(accounts: Accounts) -> None:
    body = company()
    both = [await entered(accounts), await entered(accounts, "13905349002")]
    for applicant in both:
        await applicant.upload()
    answers = await asyncio.gather(*(applicant.submit(body) for applicant in both))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert [refusal(one)[1] for one in answers if one.status_code == 409] == ["registration-open"]


async def test_what_was_submitted_anew_is_not_decided_by_an_older_proposal(
    accounts: Accounts,
) -> None:
    applicant, body = await submitted(accounts)
    maker, path = (
        accounts.as_(staff(Role.STAFF_MAKER)),
        f"/registrations/{applicant.registration_id}",
    )
    late = (await maker.post(f"{path}/proposal", CHECKED)).json()["proposal_id"]
    accounts.clock.advance(timedelta(days=7, seconds=1))
    (case,) = (await maker.get("/registrations")).json()["items"]
    assert case["state"] == "submitted", "nobody decided in seven days"
    await maker.done(f"{path}/return", {"text": "执照照片看不清"})
    again = await entered(accounts)
    assert (await again.submit(company(**{**body, "name": "德州改名纺织有限公司"}))).is_success
    answer = await accounts.desk.decide(late, staff(Role.STAFF_CHECKER))
    assert refusal(answer)[0] == 409
    assert (await again.seen())["state"] == "submitted"
