"""缓缴、降低缴存比例 asked for online with the resolution, answered by two of the centre (R-DEP-9)."""

import uuid
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from tests.support.callers import photograph
from tests.support.two_people import holds_against_insiders, staff

from accounts.handlers import hardship
from shared.identity.principal import Principal, Right, Role
from shared.messages.changes import HardshipAnswered

from .conftest import BASE, Accounts, Caller

OPENED = date(2026, 1, 1)
REVIEWED = {"reason": "决议真实，三个月亏损属实"}


async def upload(who: Caller, number: str, content: bytes | None = None) -> httpx.Response:
    return await who.client.post(
        f"{BASE}/employers/{number}/hardship-papers/uploads",
        params={"name": "职工代表大会决议"},
        content=content or photograph(),
        headers={
            **who.headers, "Content-Type": "image/jpeg", "Idempotency-Key": uuid.uuid4().hex,
        },
    )  # fmt: skip


async def paper(who: Caller, number: str) -> str:
    sent = await upload(who, number)
    assert sent.status_code == 201, sent.text
    return str(sent.json()["paper_id"])


def deferral(*papers: str, **changes: Any) -> dict[str, Any]:
    usual = {
        "kind": "deferral", "from_month": "2026-02", "until_month": "2026-04", "catch_up_by": "2026-12-31",
        "resolution_number": "工会2026-3", "resolution_on": "2026-02-20", "words": "订单减少，连续三个月亏损",
        "papers": list(papers),
    }  # fmt: skip
    return usual | changes


def lowering(*papers: str, **changes: Any) -> dict[str, Any]:
    pair = {"catch_up_by": None, "employer_ratio_bp": 500, "employee_ratio_bp": 500}
    return deferral(*papers, kind="lowering", **pair) | changes


async def firm(accounts: Accounts) -> tuple[str, Caller]:
    """An employer that has paid January, and its operator."""
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    return number, accounts.operator(number)


def requests(number: str) -> str:
    return f"/employers/{number}/hardship-requests"


async def asked(accounts: Accounts, body: Any = deferral) -> tuple[str, Caller, dict[str, Any]]:
    number, operator = await firm(accounts)
    made = await operator.post(requests(number), body(await paper(operator, number)))
    assert made.status_code == 201, made.text
    return number, operator, made.json()


async def answers(accounts: Accounts) -> list[HardshipAnswered]:
    return [one for one in await accounts.events() if isinstance(one, HardshipAnswered)]


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["title"]


async def waiting(accounts: Accounts) -> list[dict[str, Any]]:
    found = await accounts.caller(Role.STAFF_MAKER).get("/hardship-requests")
    return list(found.json()["items"])


async def test_r_dep_9_a_deferral_asked_for_online_holds_once_two_of_the_centre_agree(
    accounts: Accounts,
) -> None:
    number, operator, made = await asked(accounts)
    assert (made["state"], made["state_text"]) == ("open", "待中心受理")
    again = await operator.post(requests(number), deferral(await paper(operator, number)))
    assert refusal(again) == (409, "hardship-open")
    (shown,) = await waiting(accounts)
    # Paid on the 10th, due on the 15th: of February to April only February was late on 2 March.
    assert (shown["employer_number"], shown["late_months"]) == (number, ["2026-02"])
    look = accounts.caller(Role.STAFF_MAKER)
    file = f"/employers/{number}/hardship-papers/{shown['papers'][0]['paper_id']}"
    fetched = await look.client.get(
        f"{BASE}{file}", headers={**look.headers, "Look-Reason": "review"}
    )
    assert fetched.content.startswith(b"%PDF-")
    assert b"GPS" not in fetched.content

    done = await holds_against_insiders(
        accounts.desk, f"/hardship-requests/{made['id']}/proposal", REVIEWED
    )
    assert done["evidence"] == ["决议工会2026-3"], "what it rests on, without anybody typing it"
    (held,) = (await operator.get(f"/employers/{number}/deferrals")).json()["items"]
    assert (held["from_month"], held["until_month"]) == ("2026-02", "2026-04")
    (ended,) = (await operator.get(requests(number))).json()["items"]
    assert (ended["state"], await waiting(accounts)) == ("agreed", [])
    (told,) = await answers(accounts)
    assert (told.agreed, told.phone, told.from_month) == (True, "13905340001", "2026-02")
    late = await operator.post(f"{requests(number)}/{made['id']}/withdrawal")
    assert refusal(late) == (409, "request-state")


async def test_r_dep_9_a_lower_ratio_asked_for_online_counts_for_its_months(
    accounts: Accounts,
) -> None:
    number, operator, made = await asked(accounts, lowering)
    done = await accounts.desk.by_two(f"/hardship-requests/{made['id']}/proposal", REVIEWED)
    assert done.status_code == 200, done.text
    # 6,000.00 at 5 % and 5 %: 600.00 instead of 960.00.
    assert (await accounts.remit(number, "2026-02"))["total_fen"] == 60_000
    (ended,) = (await operator.get(requests(number))).json()["items"]
    assert ended["state"] == "agreed"


async def test_r_dep_9_what_lacks_something_is_sent_back_in_words_and_asked_for_again(
    accounts: Accounts,
) -> None:
    number, operator, made = await asked(accounts)
    maker, back = accounts.caller(Role.STAFF_MAKER), {"text": "决议缺少工会盖章"}
    path = f"/hardship-requests/{made['id']}"
    proposed = await maker.post(f"{path}/proposal", REVIEWED)
    assert (await waiting(accounts))[0]["state"] == "proposed"
    assert refusal(await maker.post(f"{path}/return", back)) == (409, "request-proposed")
    again = await accounts.caller(Role.STAFF_MAKER).post(f"{path}/proposal", REVIEWED)
    assert refusal(again) == (409, "request-proposed")
    no = {"agree": False, "reason": "请再看盖章"}
    checker = accounts.as_(staff(Role.STAFF_CHECKER))
    await checker.post(f"/proposals/{proposed.json()['proposal_id']}/decision", no)
    assert (await waiting(accounts))[0]["state"] == "open", (
        "sent back to the maker, not to the employer"
    )
    assert await answers(accounts) == []
    await maker.done(f"{path}/return", back)
    (ended,) = (await operator.get(requests(number))).json()["items"]
    assert (ended["state"], ended["answer"]) == ("returned", "决议缺少工会盖章")
    (told,) = await answers(accounts)
    assert not told.agreed
    assert refusal(await maker.post(f"{path}/proposal", REVIEWED)) == (409, "request-state")
    body = deferral(await paper(operator, number))
    assert (await operator.post(requests(number), body)).status_code == 201


async def test_r_dep_9_what_the_employer_takes_back_before_the_decision_never_holds(
    accounts: Accounts,
) -> None:
    number, operator, made = await asked(accounts)
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    proposed = await maker.post(f"/hardship-requests/{made['id']}/proposal", REVIEWED)
    await operator.done(f"{requests(number)}/{made['id']}/withdrawal")
    late = await accounts.desk.decide(proposed.json()["proposal_id"], staff(Role.STAFF_CHECKER))
    assert refusal(late) == (409, "request-state")
    assert (await operator.get(f"/employers/{number}/deferrals")).json()["items"] == []
    assert await answers(accounts) == []


async def test_r_dep_9_what_was_agreed_at_the_counter_or_paid_meanwhile_bars_what_was_asked_online(
    accounts: Accounts,
) -> None:
    number, _, made = await asked(accounts)
    maker = accounts.caller(Role.STAFF_MAKER)
    counter = deferral() | {"reason": "持决议到柜台", "evidence": ["决议"]}
    body = {name: counter[name] for name in counter if name not in ("kind", "words", "papers")}
    agreed = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
    assert agreed.status_code == 200, agreed.text
    barred = await maker.post(f"/hardship-requests/{made['id']}/proposal", REVIEWED)
    assert refusal(barred) == (422, "cannot-defer")
    assert "该期间已批准缓缴" in barred.json()["detail"]

    number, _, made = await asked(accounts)
    await accounts.confirmed(number, "2026-02")
    barred = await maker.post(f"/hardship-requests/{made['id']}/proposal", REVIEWED)
    assert "应从2026-03起" in barred.json()["detail"]


@pytest.mark.parametrize(
    ("body", "title", "why"),
    [
        (deferral(from_month="2026-01"), "cannot-defer", "应从2026-02起"),
        (deferral(until_month="2027-02"), "cannot-defer", "期限应在1至12个月之间"),
        (deferral(resolution_on="2025-02-20"), "cannot-defer", "决议日期"),
        (lowering(employee_ratio_bp=900), "cannot-lower", "任何一方都不得提高"),
        (deferral(catch_up_by=None), "invalid-request", ""),
        (deferral(papers=[]), "invalid-request", ""),
        (deferral(str(uuid.UUID(int=7))), "papers-unknown", "请重新上传"),
    ],
)
async def test_r_dep_9_an_employer_hears_at_once_what_bars_it(
    accounts: Accounts, body: dict[str, Any], title: str, why: str
) -> None:
    number, operator = await firm(accounts)
    papers = body["papers"] or ([await paper(operator, number)] if title.startswith("can") else [])
    answer = await operator.post(requests(number), {**body, "papers": papers})
    assert refusal(answer) == (422, title)
    assert why in answer.text


async def test_r_acc_1_only_who_decides_for_the_employer_asks_and_only_with_its_own_papers(
    accounts: Accounts,
) -> None:
    number, operator = await firm(accounts)
    other, stranger = await firm(accounts)
    drafter = Principal(
        uuid.uuid4(), Role.EMPLOYER_OPERATOR, None, number, "张*", "web", rights=frozenset({Right.DRAFT})
    )  # fmt: skip
    mine, theirs = await paper(operator, number), await paper(stranger, other)
    refused = await accounts.as_(drafter).post(requests(number), deferral(mine))
    assert refusal(refused) == (403, "right-missing")
    assert (await stranger.post(requests(number), deferral(theirs))).status_code == 404
    assert refusal(await operator.post(requests(number), deferral(mine, theirs))) == (
        422, "papers-unknown",
    )  # fmt: skip
    seen = await operator.get(f"/employers/{number}/hardship-papers/{theirs}")
    assert seen.status_code == 404
    assert refusal(await upload(operator, number, b"no picture")) == (422, "paper-damaged")
    unsigned = await accounts.employer(agreement_version=None)
    refused = await upload(accounts.operator(unsigned), unsigned)
    assert refusal(refused) == (403, "agreement-required")


async def test_papers_are_kept_as_long_as_they_prove_something(accounts: Accounts) -> None:
    number, operator, made = await asked(accounts)
    await accounts.desk.by_two(f"/hardship-requests/{made['id']}/proposal", REVIEWED)
    _, _, returned = await asked(accounts)
    back = f"/hardship-requests/{returned['id']}/return"
    await accounts.caller(Role.STAFF_MAKER).done(back, {"text": "决议缺少工会盖章"})
    unnamed = await paper(operator, number)

    async def forget() -> tuple[int, list[str]]:
        forgotten = await accounts.context.transact(hardship.forget_papers)
        rows = await accounts.pool.fetch(
            "SELECT id::text FROM hardship_paper WHERE content_sealed IS NOT NULL"
        )
        return forgotten, [row["id"] for row in rows]

    proof, loose = made["papers"][0]["paper_id"], returned["papers"][0]["paper_id"]
    assert (await forget())[0] == 0
    accounts.clock.advance(timedelta(hours=24, seconds=1))
    forgotten, there = await forget()
    assert (forgotten, set(there)) == (1, {proof, loose}), f"{unnamed} is named by no request"
    accounts.clock.advance(timedelta(days=180))
    assert await forget() == (1, [proof])
