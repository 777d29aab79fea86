"""R-WDR-14: a ban is recorded by two people, has the length of its day's law, and is met at every step."""

import json
import uuid
from datetime import UTC, datetime

import httpx
import pytest
from tests.support.callers import by_two, decide

from shared.identity.principal import Role

from .conftest import CARD, Caller, Withdrawals, days


@pytest.fixture
def maker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_MAKER, name="李经办")


@pytest.fixture
def checker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_CHECKER, name="王复核", senior=True)


def ban_body(person_id: uuid.UUID | None, **changes: str) -> dict[str, str]:
    return {
        "person_id": str(person_id),
        "cause": "false_materials",
        "found_on": "2026-10-09",
        "document_number": "德公积金罚字〔2026〕1号",
        **changes,
    }


async def ban(
    maker: Caller, checker: Caller, person_id: uuid.UUID | None, **changes: str
) -> dict[str, str]:
    answer = await by_two(maker, checker, "/bans", ban_body(person_id, **changes))
    assert answer.status_code == 200, answer.text
    made: dict[str, str] = answer.json()["result"]
    assert made["state"] == "in_force"
    return made


async def lift(maker: Caller, checker: Caller, ban_id: str) -> httpx.Response:
    body = {"reason": "经复议撤销", "evidence": ["复议决定书2号"]}
    return await by_two(maker, checker, f"/bans/{ban_id}/lift", body)


async def test_r_wdr_14_a_banned_person_is_refused_with_the_date(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    await ban(maker, checker, citizen.person_id)
    answer = await citizen.post("/applications", {"kind": "retirement", "card_number": CARD})
    assert answer.status_code == 202
    refused = answer.json()
    assert (refused["state"], refused["reason"]["rule"]) == ("rejected", "R-WDR-14")
    assert refused["reason"]["eligible_from"] == "2029-10-10"
    assert "自2029年10月10日起" in refused["reason"]["text"]
    assert await withdrawals.event_types(refused["id"]) == ["submitted", "rejected"]


async def ban_events(withdrawals: Withdrawals) -> list[tuple[str, dict[str, str]]]:
    rows = await withdrawals.context.pool.fetch(
        "SELECT type, body FROM outbox WHERE type LIKE 'ban.%' ORDER BY id"
    )
    said = [(row["type"], json.loads(row["body"])) for row in rows]
    assert all(body.pop("_proof") for _, body in said)
    return said


async def test_r_wdr_14_others_are_told_of_a_ban_when_two_have_agreed_and_when_it_is_lifted(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    body = {**ban_body(citizen.person_id, cause="loan_fraud"), "reason": "查实骗贷"}
    proposed = await maker.post("/bans", body)
    assert await ban_events(withdrawals) == []
    ban_id = (await decide(checker, proposed)).json()["result"]["id"]
    told = {
        "ban_id": ban_id, "person_id": str(citizen.person_id), "cause": "loan_fraud",
        "found_on": "2026-10-09", "ends_on": "2031-10-09",
    }  # fmt: skip
    imposed = "ban.imposed.v1", told | {"document_number": body["document_number"]}
    lifted = "ban.lifted.v1", told | {"document_number": None}
    assert await ban_events(withdrawals) == [imposed]
    refused = await citizen.post("/applications", {"kind": "retirement", "card_number": CARD})
    text = refused.json()["reason"]["text"]
    assert ("骗取住房公积金贷款" in text, "2031年10月10日" in text) == (True, True)
    await lift(maker, checker, ban_id)
    assert await ban_events(withdrawals) == [imposed, lifted]


async def test_r_wdr_14_the_ban_that_lasts_longest_is_the_one_that_is_told(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen, neighbour = withdrawals.citizen(), withdrawals.citizen()
    await ban(maker, checker, citizen.person_id)
    await ban(maker, checker, citizen.person_id, cause="loan_fraud")
    answer = await citizen.post("/applications", {"kind": "retirement", "card_number": CARD})
    assert answer.json()["reason"]["eligible_from"] == "2031-10-10"
    assert "骗取" in answer.json()["reason"]["text"]
    assert await withdrawals.state(await neighbour.apply()) == "submitted"


async def test_r_wdr_14_three_years_later_it_is_over(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    await ban(maker, checker, citizen.person_id)
    end = datetime(2029, 10, 10, 1, tzinfo=UTC)
    withdrawals.clock.advance(end - withdrawals.clock.now())
    application_id = await citizen.apply()
    assert await withdrawals.state(application_id) == "submitted"
    (listed,) = (await maker.get("/bans", person_id=str(citizen.person_id))).json()["items"]
    assert listed["state"] == "over"


async def test_r_wdr_14_an_open_application_meets_the_ban_at_its_next_step(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    application_id = await citizen.apply()
    await ban(maker, checker, citizen.person_id)
    await withdrawals.debt_checked(application_id)
    assert (await withdrawals.events(application_id))[-1].reason_code == "banned"


async def test_r_wdr_14_a_ban_is_in_force_only_when_another_person_has_agreed(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen, spared = withdrawals.citizen(), withdrawals.citizen()
    for one in (citizen, spared):
        body = {**ban_body(one.person_id), "reason": "查实虚假材料"}
        proposed = await maker.post("/bans", body)
        assert (await maker.get("/bans")).json()["items"] == []
    await decide(checker, proposed, agree=False)
    await citizen.apply()
    await spared.apply()


async def test_r_wdr_14_a_ban_that_waited_for_its_checker_before_can_be_taken_back(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    """It was entered by one person before bans were proposals; it never bound, and nobody is told."""
    person_id = uuid.uuid4()
    ban_id = await withdrawals.context.pool.fetchval(WAITING, person_id)
    (listed,) = (await maker.get("/bans", person_id=str(person_id))).json()["items"]
    assert listed["state"] == "waiting"
    assert (await lift(maker, checker, str(ban_id))).json()["result"]["state"] == "lifted"
    assert await ban_events(withdrawals) == []


WAITING = """
INSERT INTO ban (id, person_id, cause, found_on, ends_on, document_number, proposed_by, proposed_by_name,
                 proposed_at)
VALUES (gen_random_uuid(), $1, 'false_materials', '2026-10-09', '2029-10-09', '1号', gen_random_uuid(),
        '李*', now())
RETURNING id
"""


async def test_r_wdr_14_a_wrong_ban_is_lifted_on_evidence_and_stays_on_record(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    ban_id = (await ban(maker, checker, citizen.person_id))["id"]
    bare = await maker.post(f"/bans/{ban_id}/lift", {"reason": "经复议撤销"})
    assert (bare.status_code, bare.json()["title"]) == (422, "evidence-needed")
    assert (await lift(maker, checker, ban_id)).json()["result"]["state"] == "lifted"
    await citizen.apply()
    again = await lift(maker, checker, ban_id)
    assert (again.status_code, again.json()["title"]) == (409, "ban-lifted")
    assert (await maker.get("/bans")).json()["items"][0]["id"] == ban_id


@pytest.mark.parametrize("found_on", ["2026-09-19", "2018-01-01", "2026-10-13"])
async def test_r_wdr_14_no_ban_by_a_law_that_was_not_in_force(
    withdrawals: Withdrawals, maker: Caller, found_on: str
) -> None:
    body = {**ban_body(uuid.uuid4(), found_on=found_on), "reason": "查实"}
    answer = await maker.post("/bans", body)
    assert (answer.status_code, answer.json()["title"]) == (422, "no-ban-rule")


async def test_r_wdr_14_loan_fraud_bans_for_five_years(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    made = await ban(maker, checker, uuid.uuid4(), cause="loan_fraud")
    assert made["ends_on"] == "2031-10-09"


async def test_a_ban_from_the_leap_day_ends_on_the_28th(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    leap = datetime(2028, 3, 1, 1, tzinfo=UTC)
    withdrawals.clock.advance(leap - withdrawals.clock.now())
    made = await ban(maker, checker, uuid.uuid4(), found_on="2028-02-29")
    assert made["ends_on"] == "2031-02-28"


async def test_a_ban_that_does_not_exist(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    withdrawals.clock.advance(days(1))
    assert (await lift(maker, checker, str(uuid.uuid4()))).status_code == 404
