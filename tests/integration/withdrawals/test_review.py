"""R-WDR-8: a maker proposes, another person confirms; every opinion stays visible."""

import uuid
from typing import Any

import asyncpg
import pytest

from shared.identity.principal import Role
from shared.messages.accounts import SealReason

from .conftest import OTHER_CARD, Caller, Withdrawals, days


@pytest.fixture
def maker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_MAKER, name="李经办")


@pytest.fixture
def checker(withdrawals: Withdrawals) -> Caller:
    return withdrawals.caller(Role.STAFF_CHECKER, name="王复核")


async def propose(maker: Caller, application_id: str, proposal: str = "approve") -> None:
    body = {"proposal": proposal, "opinion": "判决书已核对"}
    answer = await maker.post(f"/reviews/{application_id}/proposal", body)
    assert answer.status_code == 200, answer.text


async def confirm(
    checker: Caller, application_id: str, proposal: str = "approve", *, agree: bool = True
) -> Any:
    body = {"agree": agree, "proposal": proposal, "opinion": "同意" if agree else "材料不清"}
    return await checker.post(f"/reviews/{application_id}/confirmation", body)


async def test_r_wdr_8_an_approval_by_two_people_moves_the_money(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    await propose(maker, application_id)
    assert await withdrawals.state(application_id) == "in_review"
    assert (await confirm(checker, application_id)).json()["state"] == "approved"
    assert (await withdrawals.event_types(application_id))[-2:] == ["review_required", "approved"]


async def test_r_wdr_8_a_rejection_carries_the_makers_reason(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    await propose(maker, application_id, "reject")
    answer = await confirm(checker, application_id, "reject")
    assert answer.json()["reason"]["text"] == "审核未通过：判决书已核对。"
    rejected = (await withdrawals.events(application_id))[-1]
    assert rejected.decided_by == "staff"


async def test_r_wdr_8_four_eyes_nobody_confirms_their_own_proposal(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    """Even somebody with both roles: the person counts, not the role."""
    application_id = await withdrawals.in_review()
    await propose(maker, application_id)
    pool = withdrawals.context.pool
    checker_id = uuid.uuid4()
    await pool.execute("UPDATE review SET proposed_by = $1", checker_id)
    with pytest.raises(asyncpg.CheckViolationError, match="r_wdr_8_four_eyes"):
        await pool.execute("UPDATE review SET confirmed_by = $1, closed_at = now()", checker_id)
    opinions = (await confirm(checker, application_id)).json()
    assert opinions["state"] == "approved", "another person may"


async def test_r_wdr_8_four_eyes_is_told_before_the_database_must_refuse(
    withdrawals: Withdrawals,
) -> None:
    from shared.identity.principal import Principal

    application_id = await withdrawals.in_review()
    one = uuid.uuid4()
    both = [
        Caller(
            withdrawals.client,
            {
                "Authorization": "Bearer "
                + withdrawals.keys.token(Principal(one, role, None, None, "赵*", "web"))
            },
            None,
        )
        for role in (Role.STAFF_MAKER, Role.STAFF_CHECKER)
    ]
    await propose(both[0], application_id)
    answer = await confirm(both[1], application_id)
    assert (answer.status_code, answer.json()["title"]) == (409, "four-eyes")
    assert answer.json()["rule"] == "R-WDR-8"
    assert await withdrawals.state(application_id) == "in_review"


async def test_nothing_is_confirmed_that_was_not_proposed_or_has_changed(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    assert (await confirm(checker, application_id)).json()["title"] == "proposal-changed"
    await propose(maker, application_id, "reject")
    answer = await confirm(checker, application_id, "approve")
    assert (answer.status_code, answer.json()["title"]) == (409, "proposal-changed")
    assert await withdrawals.state(application_id) == "in_review"


async def test_a_checker_sends_it_back_and_the_opinions_stay(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    await propose(maker, application_id)
    assert (await confirm(checker, application_id, agree=False)).json()["state"] == "in_review"
    assert (await confirm(checker, application_id)).status_code == 409
    await propose(maker, application_id)
    seen = (await checker.get(f"/reviews/{application_id}")).json()
    assert [(one["staff_name"], one["verdict"]) for one in seen["opinions"]] == [
        ("李经办", "propose_approve"),
        ("王复核", "send_back"),
        ("李经办", "propose_approve"),
    ]
    assert seen["proposal"]["proposal"] == "approve"
    assert (await confirm(checker, application_id)).json()["state"] == "approved"


async def test_earlier_opinions_about_the_same_person_are_visible(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    citizen = withdrawals.citizen()
    first = await withdrawals.in_review(citizen)
    await propose(maker, first, "reject")
    await confirm(checker, first, "reject")
    second = await withdrawals.in_review(citizen)
    seen = (await maker.get(f"/reviews/{second}")).json()
    assert {one["application_id"] for one in seen["opinions"]} == {first}


async def test_r_wdr_12_approved_on_a_later_day_is_priced_anew_without_second_review(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.in_review()
    withdrawals.clock.advance(days(1))
    await propose(maker, application_id)
    assert (await confirm(checker, application_id)).json()["state"] == "funds_requested"
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


async def test_what_is_not_in_review_is_neither_shown_nor_decided(
    withdrawals: Withdrawals, maker: Caller, checker: Caller
) -> None:
    application_id = await withdrawals.citizen().apply()
    assert (await maker.get(f"/reviews/{application_id}")).status_code == 404
    body = {"proposal": "approve", "opinion": "好"}
    answer = await maker.post(f"/reviews/{application_id}/proposal", body)
    assert (answer.status_code, answer.json()["title"]) == (409, "not-in-review")
    assert (await confirm(checker, str(uuid.uuid4()))).status_code == 404


async def test_an_opinion_is_needed(withdrawals: Withdrawals, maker: Caller) -> None:
    application_id = await withdrawals.in_review()
    for body in (
        {"proposal": "approve", "opinion": "  "},
        {"proposal": "maybe", "opinion": "好"},
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
