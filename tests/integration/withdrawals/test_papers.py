"""R-WDR-21: papers where no register knows, sent back to be mended, and taken for facts by two people."""

import uuid
from typing import Any

import httpx
import pytest
from tests.integration.withdrawals import test_cases_of_the_law as law
from tests.integration.withdrawals.conftest import BASE, Caller, Withdrawals
from tests.integration.withdrawals.test_cases_of_the_law import CONTRACT, HUSBAND, City
from tests.support.callers import decide, photograph

from shared.identity.principal import Role
from shared.messages.documents import SheetFiled
from shared.messages.withdrawals import WithdrawalPapersAsked, WithdrawalPapersHandedIn
from withdrawals import tasks
from withdrawals.handlers import papers

city = law.city
FACTS: dict[str, Any] = {
    "facts": {"homes": {"outcome": "yes", "data": {"contracts": [CONTRACT]}}},
    "reason": "已核对",
}


async def upload(
    who: Caller, application_id: str, content: bytes | None = None, media_type: str = "image/jpeg"
) -> httpx.Response:
    return await who.client.post(
        f"{BASE}/applications/{application_id}/papers/uploads",
        params={"name": "购房合同"},
        content=content or photograph(),
        headers={**who.headers, "Content-Type": media_type, "Idempotency-Key": uuid.uuid4().hex},
    )


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["title"]


async def asked_for_papers(city: City) -> tuple[Caller, str]:
    person = city.citizen(HUSBAND)
    city.simulator.book.put(HUSBAND, "homes", "unknown", {})
    application_id = await city.applied(person, "purchase")
    assert await city.withdrawals.state(application_id) == "awaiting_papers"
    return person, application_id


def two(withdrawals: Withdrawals) -> tuple[Caller, Caller]:
    return withdrawals.caller(Role.STAFF_MAKER), withdrawals.caller(Role.STAFF_CHECKER)


async def test_r_wdr_21_papers_become_facts_by_two_people_after_being_mended_once(
    city: City,
) -> None:
    withdrawals = city.withdrawals
    person, application_id = await asked_for_papers(city)
    path = f"/applications/{application_id}/papers"
    (first,) = (await person.get(path)).json()["requests"]
    assert (first["registers"], first["by_on"], first["sent_back"]) == (
        ["homes"],
        "2026-10-27",
        False,
    )
    assert refusal(await person.post(f"{path}/hand-in")) == (422, "no-papers")
    paper = (await upload(person, application_id)).json()
    blurred = (await upload(person, application_id)).json()
    await person.done(f"{path}/{blurred['id']}/withdrawal")
    withdrawals.clock.advance(law.timedelta(days=1))
    shown = await person.done(f"{path}/hand-in")
    assert (shown["state"], shown["accepted_on"]) == ("papers_in_review", "2026-10-12")
    assert (shown["decide_by"], shown["pay_by"]) == ("2026-10-16", "2026-10-16"), "from the 13th"
    assert refusal(await upload(person, application_id)) == (409, "papers-not-asked")

    maker, checker = two(withdrawals)
    (waiting,) = (await maker.get("/paper-reviews")).json()["items"]
    assert (waiting["holder_name"], len(waiting["papers"])) == ("张**", 2)
    fetched = await maker.get(f"{path}/{paper['id']}")
    assert fetched.headers["content-disposition"].startswith("attachment")
    assert fetched.content.startswith(b"%PDF-")
    assert b"GPS" not in fetched.content
    assert (await maker.get(f"{path}/{blurred['id']}")).status_code == 404, "taken back"

    returned = {"text": "购房合同缺少签字页，请补传。"}
    back = await maker.done(f"/reviews/{application_id}/return", returned)
    assert back["state"] == "awaiting_papers"
    assert refusal(await person.post(f"{path}/hand-in")) == (422, "no-papers"), "nothing is new"
    withdrawals.clock.advance(law.timedelta(seconds=1))
    assert (await upload(person, application_id)).status_code == 201
    await person.done(f"{path}/hand-in")

    accept = f"/paper-reviews/{application_id}/acceptance"
    nonsense = {
        **FACTS,
        "facts": {"homes": {"outcome": "yes", "data": {"contracts": [{"unit": 5}]}}},
    }
    assert refusal(await maker.post(accept, nonsense)) == (422, "facts-unclear")
    too_many = {**FACTS, "facts": {**FACTS["facts"], "marriage": {"outcome": "no"}}}
    assert refusal(await maker.post(accept, too_many)) == (422, "facts-incomplete")
    proposed = await maker.post(accept, FACTS)
    (waiting,) = (await checker.get("/paper-reviews")).json()["items"]
    assert "购房1（编号WQ2026000123，不动产单元号U1，家庭第几套1" in waiting["read"]
    assert "合同价1,200,000.00元" in waiting["read"]
    assert refusal(await maker.post(f"/reviews/{application_id}/return", returned)) == (
        409,
        "proposal-open",
    )
    decided = await decide(checker, proposed)
    assert decided.json()["result"]["state"] == "submitted", decided.text

    assert person.person_id is not None
    city.simulator.book.put(HUSBAND, "homes", "yes", {"contracts": []})
    await city.told(application_id, person.person_id, balance_fen=50_000_000)
    await city.gather()
    asked = (await city.asked(application_id)).conditions
    assert asked.cap_fen == 400_000_00, "1,200,000.00 - 800,000.00, by the paper"
    history = (await city.detail(person, application_id))["history"]
    assert [line["step"] for line in history] == [
        "submitted", "papers_asked", "papers_handed_in", "sent_back", "papers_handed_in",
        "papers_accepted", "funds_requested",
    ]  # fmt: skip
    told = [one for one in await withdrawals.events(application_id)
            if isinstance(one, WithdrawalPapersAsked | WithdrawalPapersHandedIn)]  # fmt: skip
    assert [type(one).__name__[16:] for one in told] == ["Asked", "HandedIn"] * 2
    assert told[2].text == returned["text"]


async def test_r_wdr_21_who_misses_the_day_is_refused_and_may_apply_anew(city: City) -> None:
    person, application_id = await asked_for_papers(city)
    city.withdrawals.clock.advance(law.timedelta(days=15))
    await tasks.sweep_once(city.withdrawals.context, 50)
    assert await city.withdrawals.state(application_id) == "awaiting_papers", (
        "the 27th is the last day"
    )
    await upload(person, application_id)
    city.withdrawals.clock.advance(law.timedelta(days=1))
    await tasks.sweep_once(city.withdrawals.context, 50)
    detail = await city.detail(person, application_id)
    assert (detail["reason"]["code"], detail["reason"]["text"]) == (
        "papers_late", "所需材料在2026年10月27日前没有提交，申请已终止，备齐材料后可以重新申请。",
    )  # fmt: skip
    await person.apply("retirement")
    city.withdrawals.clock.advance(law.timedelta(days=184))
    await tasks.sweep_once(city.withdrawals.context, 50)
    kept = await city.withdrawals.context.pool.fetchrow("SELECT content_sealed, gone_at FROM paper")
    assert kept is not None
    assert kept["content_sealed"] is None


async def test_r_wdr_21_a_stranger_a_closed_door_and_files_that_are_none(city: City) -> None:
    person, application_id = await asked_for_papers(city)
    stranger = city.withdrawals.citizen()
    path = f"/applications/{application_id}/papers"
    paper = (await upload(person, application_id)).json()
    for answer in (
        await upload(stranger, application_id),
        await stranger.get(path),
        await stranger.get(f"{path}/{paper['id']}"),
        await stranger.post(f"{path}/{paper['id']}/withdrawal"),
        await stranger.post(f"{path}/hand-in"),
    ):
        assert refusal(answer) == (404, "not-found")
    for content, media_type, told in (
        (b"%PDF-1.7\nno pdf", "application/pdf", (422, "paper-damaged")),
        (b"<svg onload=alert(1)>", "image/png", (422, "paper-damaged")),
        (b"<html>", "text/html", (415, "media-type")),
        (photograph(), "application/pdf", (422, "paper-damaged")),
    ):
        assert refusal(await upload(person, application_id, content, media_type)) == told, content
    city.withdrawals.app.state.running.redrawing.seconds = 0.01
    assert refusal(await upload(person, application_id)) == (422, "paper-damaged")
    stored = await city.withdrawals.context.pool.fetch("SELECT content_sealed FROM paper")
    assert len(stored) == 1
    assert b"%PDF" not in stored[0]["content_sealed"].encode()


async def test_r_wdr_21_a_proposal_to_refuse_papers_is_decided_by_two(city: City) -> None:
    person, application_id = await asked_for_papers(city)
    await upload(person, application_id)
    await person.done(f"/applications/{application_id}/papers/hand-in")
    maker, checker = two(city.withdrawals)
    approve = {"proposal": "approve", "reason": "材料齐全"}
    path = f"/reviews/{application_id}/proposal"
    assert refusal(await maker.post(path, approve)) == (409, "not-in-review")
    decided = await decide(
        checker, await maker.post(path, {"proposal": "reject", "reason": "合同系伪造"})
    )
    assert decided.json()["result"]["reason"]["text"] == "审核未通过：合同系伪造。"


async def test_what_a_reviewer_misses_after_the_money_is_frozen_is_mended_too(
    withdrawals: Withdrawals,
) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.in_review(citizen)
    maker, checker = two(withdrawals)
    await maker.done(f"/reviews/{application_id}/return", {"text": "请补传判决书。"})
    assert (await maker.get("/reviews")).json()["items"] == []
    withdrawals.clock.advance(law.timedelta(seconds=1))
    await upload(citizen, application_id)
    await citizen.done(f"/applications/{application_id}/papers/hand-in")
    (waiting,) = (await maker.get("/reviews")).json()["items"]
    assert waiting["id"] == application_id
    body = {"proposal": "approve", "reason": "判决书已核对"}
    decided = await decide(checker, await maker.post(f"/reviews/{application_id}/proposal", body))
    assert decided.json()["result"]["state"] == "approved", decided.text


@pytest.mark.parametrize("owner", [True, False])
async def test_nobody_of_the_staff_sends_back_what_is_their_own(
    withdrawals: Withdrawals, owner: bool
) -> None:
    citizen = withdrawals.citizen()
    application_id = await withdrawals.in_review(citizen)
    maker = withdrawals.caller(Role.STAFF_MAKER, own=citizen.person_id if owner else None)
    answer = await maker.post(f"/reviews/{application_id}/return", {"text": "请补传判决书。"})
    assert answer.status_code == (403 if owner else 200)


async def test_r_wdr_21_a_sheet_of_another_centre_lies_with_the_papers_early_late_and_twice(
    city: City,
) -> None:
    """The desk's counts for any application, what somebody had read in the hall for his own only."""
    withdrawals = city.withdrawals
    person, application_id = await asked_for_papers(city)
    path = f"/applications/{application_id}/papers"
    early, application = uuid.uuid4(), uuid.UUID(application_id)

    def sheet(reading: int, about: uuid.UUID, reader: uuid.UUID | None = None) -> SheetFiled:
        return SheetFiled(
            reading_id=uuid.UUID(int=reading), application_id=about, person_id=reader,
            number=f"GJJ2026101200000{reading:04}", centre_name="山城市住房公积金管理中心",
            filed_at=withdrawals.clock.now(),
        )  # fmt: skip

    assert refusal(await person.post(f"{path}/hand-in")) == (422, "no-papers")
    mine, strangers = sheet(2, application, person.person_id), sheet(3, application, uuid.uuid4())
    told = [sheet(1, application), mine, strangers, sheet(4, early)]
    await withdrawals.deliver(papers.sheet_filed, *told)
    await withdrawals.deliver(papers.sheet_filed, *reversed(told))
    shown = (await person.get(path)).json()["sheets"]
    assert [one["number"][-4:] for one in shown] == ["0001", "0002"]
    await person.done(f"{path}/hand-in")
    maker, _ = two(withdrawals)
    (waiting,) = (await maker.get("/paper-reviews")).json()["items"]
    assert [one["reading_id"] for one in waiting["sheets"]] == [
        str(uuid.UUID(int=number)) for number in (1, 2)
    ]

    assert await withdrawals.context.pool.fetchval("SELECT count(*) FROM sheet") == 4
    await person.post(f"/applications/{application_id}/cancel", {})
    await withdrawals.deliver(papers.sheet_filed, sheet(5, application))
    assert len((await person.get(path)).json()["sheets"]) == 3, "late"
