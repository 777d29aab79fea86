"""R-WDR-8: a maker proposes, another person confirms; every opinion stays visible."""

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from tests.support.callers import decide

from shared.identity.principal import Role
from shared.messages.accounts import SealReason

from .conftest import OTHER_CARD, Caller, Withdrawals, days


@pytest.fixture
def maker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_MAKER, name="李经办")


@pytest.fixture
def checker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_CHECKER, name="王复核")


async def propose(maker: Caller, application_id: str, proposal: str = "approve") -> httpx.Response:
    body = {"proposal": proposal, "reason": "判决书已核对"}
    return await maker.post(f"/reviews/{application_id}/proposal", body)


async def decided(
    maker: Caller, checker: Caller, application_id: str, proposal: str = "approve"
) -> Any:
    """A maker proposes, another person agrees; what became of the application."""
    answer = await decide(checker, await propose(maker, application_id, proposal))
    assert answer.status_code == 200, answer.text
    return answer.json()["result"]


async def test_r_wdr_8_an_approval_by_two_people_moves_the_money(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    proposed = await propose(maker, application_id)
    assert await withdrawals.state(application_id) == "in_review"
    answer = await decide(checker, proposed)
    assert answer.json()["result"]["state"] == "approved"
    assert (await withdrawals.event_types(application_id))[-2:] == ["review_required", "approved"]
    kept = await withdrawals.context.pool.fetchrow("SELECT * FROM review")
    assert (kept["proposal"], kept["proposed_by_name"]) == ("approve", "李经办")
    assert kept["confirmed_by"] != kept["proposed_by"]


async def test_r_wdr_8_a_rejection_carries_the_makers_reason(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    shown = await decided(maker, checker, application_id, "reject")
    assert shown["reason"]["text"] == "审核未通过：判决书已核对。"
    rejected = (await withdrawals.events(application_id))[-1]
    assert rejected.decided_by == "staff"


async def test_a_proposal_shows_what_is_at_stake_and_no_whole_name(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    shown = (await propose(maker, application_id)).json()
    assert shown["summary"] == "同意提取：张**，判处刑罚提取，60,012.34元"
    assert (shown["subject"], shown["amount_fen"]) == (application_id, 6_001_234)


async def test_what_was_decided_meanwhile_is_not_decided_again(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    approving = await propose(maker, application_id)
    await decided(maker, checker, application_id, "reject")
    answer = await decide(checker, approving)
    assert (answer.status_code, answer.json()["title"]) == (409, "not-in-review")
    assert await withdrawals.state(application_id) == "rejected"
    back = await decide(checker, approving, agree=False)
    assert back.json()["state"] == "rejected", "what cannot be done can still be sent back"


async def test_a_checker_sends_it_back_and_the_opinions_stay(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    await decide(checker, await propose(maker, application_id), agree=False)
    assert await withdrawals.state(application_id) == "in_review"
    withdrawals.clock.advance(timedelta(minutes=5))
    again = await propose(maker, application_id)
    seen = (await checker.get(f"/reviews/{application_id}")).json()
    assert [(one["staff_name"], one["verdict"]) for one in seen["opinions"]] == [
        ("李经办", "propose_approve"),
        ("王复核", "send_back"),
        ("李经办", "propose_approve"),
    ]
    assert seen["proposal"]["proposal"] == "approve"
    assert seen["proposal"]["proposal_id"] == again.json()["proposal_id"]
    assert (await decide(checker, again)).json()["result"]["state"] == "approved"


async def test_earlier_opinions_about_the_same_person_are_visible(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    first = await withdrawals.in_review(citizen)
    await decided(maker, checker, first, "reject")
    second = await withdrawals.in_review(citizen)
    seen = (await maker.get(f"/reviews/{second}")).json()
    assert {one["application_id"] for one in seen["opinions"]} == {first}


async def test_r_wdr_12_approved_on_a_later_day_is_priced_anew_without_second_review(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    withdrawals.clock.advance(days(1))
    shown = await decided(maker, checker, application_id)
    assert shown["state"] == "funds_requested"
    asked = (await withdrawals.events(application_id))[-1]
    assert (asked.round, asked.business_date) == (2, withdrawals.clock.today())

    await withdrawals.reserved(application_id, round=1, seal_reason=SealReason.SENTENCED)
    assert await withdrawals.state(application_id) == "funds_requested", "the first round is stale"
    await withdrawals.reserved(
        application_id, round=2, interest_fen=1_259, seal_reason=SealReason.SENTENCED
    )
    approved = (await withdrawals.events(application_id))[-1]
    assert (approved.type, approved.amount_fen) == ("withdrawal.approved.v1", 6_001_259)


async def test_the_list_shows_facts_masked_oldest_first(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    first = await withdrawals.in_review()
    withdrawals.clock.advance(days(1))
    second = await withdrawals.in_review()
    page = (await maker.get("/reviews", limit=1)).json()
    (shown,) = page["items"]
    assert shown["id"] == first
    assert shown["holder_name"] == "张**"
    assert shown["reasons"] == ["此类提取须逐笔审核"]
    assert (shown["seal_reason"], shown["paid_up_to"]) == ("sentenced", "2026-09")
    assert shown["other_persons_with_this_card"] == 1
    assert "card_sealed" not in shown
    rest = (await maker.get("/reviews", limit=1, cursor=page["next_cursor"])).json()
    assert [item["id"] for item in rest["items"]] == [second]
    assert rest["next_cursor"] is None


async def test_r_qry_5_each_look_of_staff_is_recorded(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    await maker.get(f"/reviews/{application_id}")
    rows = await withdrawals.context.pool.fetch("SELECT application_id FROM staff_view")
    assert [str(row["application_id"]) for row in rows] == [application_id]


async def test_r_qry_5_who_looks_at_an_application_says_why(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    silent = replace(maker, headers={**maker.headers, "Look-Reason": ""})
    answer = await silent.get(f"/reviews/{application_id}")
    assert (answer.status_code, answer.json()["title"]) == (422, "look-reason-needed")
    assert not await withdrawals.context.pool.fetchval("SELECT count(*) FROM staff_view")
    assert (await maker.get(f"/reviews/{application_id}")).status_code == 200


async def test_what_is_not_in_review_is_neither_shown_nor_decided(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    application_id = await withdrawals.citizen().apply()
    assert (await maker.get(f"/reviews/{application_id}")).status_code == 404
    answer = await propose(maker, application_id)
    assert (answer.status_code, answer.json()["title"]) == (409, "not-in-review")
    assert (await propose(maker, str(uuid.uuid4()))).status_code == 404


async def test_an_opinion_is_needed(withdrawals: Withdrawals, maker: Caller) -> None:
    application_id = await withdrawals.in_review()
    for body in (
        {"proposal": "approve", "reason": "  "},
        {"proposal": "maybe", "reason": "核对"},
        {"proposal": "approve"},
    ):
        answer = await maker.post(f"/reviews/{application_id}/proposal", body)
        assert answer.status_code == 422


async def test_a_card_that_others_used_is_shown_to_the_reviewer(
    withdrawals: Withdrawals, maker: Caller
) -> None:
    await withdrawals.citizen().apply(card=OTHER_CARD)
    application_id = await withdrawals.in_review()
    shown = (await maker.get(f"/reviews/{application_id}")).json()
    assert shown["other_persons_with_this_card"] == 0
