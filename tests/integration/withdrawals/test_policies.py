"""A draft of policy: its difference in words, and its trial on real cases."""

from datetime import date, timedelta
from typing import Any

import pytest

from shared.identity.principal import Role
from shared.operations.policies import check
from withdrawals.policies import POLICIES
from withdrawals.store import rulebooks

from .conftest import MONDAY, Caller, Withdrawals
from .test_cases_of_the_law import HUSBAND, City, city

__all__ = ["city"]

IN_FORCE = date(2026, 9, 20)
GROUNDS = {"reason": "管委会已审议", "evidence": ["会议纪要1号"]}
AGREED = {"agree": True, "reason": "已核对"}
TOMORROW = MONDAY + timedelta(days=1)


def draft(path: str, value: Any, kind: str = "rent", **more: Any) -> dict[str, Any]:
    return {
        "kind": kind, "effective_from": TOMORROW.isoformat(), "base_from": IN_FORCE.isoformat(),
        "document_number": "德房委〔2026〕9号", "changes": [{"path": path, "value": value}],
    } | more  # fmt: skip


async def terms(desk: Withdrawals, on: date) -> int:
    """What a person may draw for a month of rent, in fen, by the book of a day."""
    async with desk.context.unit() as unit:
        ground: Any = (await rulebooks.moment(unit)).book.terms("rent", on).ground
    found: int = ground.person_month_fen
    return found


async def paid_rent(city: City, who: Caller) -> str:
    """Somebody has drawn twelve months of rent, 1,200 yuan each, and has 10,000 yuan left."""
    application_id = await city.applied(who, "rent")
    money = {"closing": False, "principal_fen": 14_400_00, "interest_fen": 0, "seal_reason": None}
    await city.withdrawals.reserved(application_id, balance_after_fen=10_000_00, **money)
    await city.withdrawals.succeeded(application_id, 14_400_00)
    return application_id


async def tried(desk: Withdrawals, body: dict[str, Any]) -> Any:
    answer = await desk.caller(Role.STAFF_MAKER).post("/policies/preview", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_every_policy_is_shown_with_each_parameter_in_words(withdrawals: Withdrawals) -> None:
    found = (await withdrawals.caller(Role.STAFF_CHECKER).get("/policies")).json()["items"]
    rent = next(one for one in found if one["kind"] == "rent")
    assert (rent["effective_from"], rent["in_force"]) == (IN_FORCE.isoformat(), True)
    shown = {one["path"]: one for one in rent["parameters"]}
    assert shown["ground.person_month_fen"]["text"] == "1,200.00元"
    assert shown["review.from_fen"]["title"] == "达到多少转人工审核"
    assert {"all", "agreed", "papers", "brakes", "estate", "retirement"} <= {
        one["kind"] for one in found
    }


async def test_a_draft_is_tried_on_real_cases_before_anybody_decides(city: City) -> None:
    first = await paid_rent(city, city.citizen(HUSBAND))
    found = await tried(city.withdrawals, draft("ground.person_month_fen", 1_500_00))
    assert found["differences"] == [
        {
            "path": "ground.person_month_fen", "title": "每人每月最多",
            "before": "1,200.00元", "after": "1,500.00元",
        }
    ]  # fmt: skip
    assert (found["tried"], found["changed"]) == (1, 1)
    assert (found["before_fen"], found["after_fen"]) == (14_400_00, 18_000_00), "12 months each"
    (case,) = found["cases"]
    assert case["application_id"] == first
    assert case["after"] == "18,000.00元，不经人工审核付款"
    lower = await tried(city.withdrawals, draft("review.from_fen", 10_000_00))
    assert "转人工审核" in lower["cases"][0]["after"]
    barred = await tried(city.withdrawals, draft("ground.most_behind_months", 0))
    assert barred["cases"][0]["after"].startswith("不予提取："), "paid up to the month before"


async def test_what_was_taken_before_counts_in_a_trial_as_it_did(city: City) -> None:
    who = city.citizen(HUSBAND)
    await paid_rent(city, who)
    city.later(60)
    again = await city.applied(who, "rent")
    assert await city.withdrawals.state(again) == "rejected", "every month is taken"
    found = await tried(city.withdrawals, draft("ground.person_month_fen", 1_500_00))
    after = {one["application_id"]: one["after"] for one in found["cases"]}
    assert after[again] == "符合条件，金额由账户核定", "300 yuan of each month are open"


async def test_what_accounts_judge_is_said_to_be_untried(withdrawals: Withdrawals) -> None:
    await withdrawals.paid()
    body = draft("sealed_required", False, "retirement")
    found = await tried(withdrawals, body)
    assert (found["tried"], found["changed"], found["untried"]) == (1, 0, ["账户须已封存"])


async def test_a_promise_that_all_types_share_is_tried_on_all(withdrawals: Withdrawals) -> None:
    await withdrawals.paid()
    await withdrawals.in_review()
    found = await tried(withdrawals, draft("pay_within_working_days", 1, "all"))
    assert (found["tried"], found["changed"]) == (2, 2)
    assert "2026年10月13日前到账" in found["cases"][0]["after"], "the working day after Monday"


async def test_what_two_people_decide_is_in_force_from_its_day_on(city: City) -> None:
    """R-WDR-3: the day of acceptance chooses the terms; no command, no release."""
    desk = city.withdrawals
    maker = desk.caller(Role.STAFF_MAKER)
    checker = desk.caller(Role.STAFF_CHECKER, senior=True)
    body = draft("ground.person_month_fen", 1_500_00)
    rival = draft("ground.back_months", 6, effective_from=(TOMORROW + timedelta(1)).isoformat())
    proposed, late = [
        (await maker.post("/policies", one | GROUNDS)).json()["proposal_id"]
        for one in (body, rival)
    ]
    tried = (await checker.get(f"/policies/proposals/{proposed}/preview")).json()
    assert tried["differences"][0]["after"] == "1,500.00元"
    before = await terms(desk, TOMORROW)
    decided = await checker.post(f"/proposals/{proposed}/decision", AGREED)
    assert decided.json()["state"] == "executed", decided.text
    shown = [one for one in (await maker.get("/policies")).json()["items"] if one["kind"] == "rent"]
    assert [(one["effective_from"], one["in_force"]) for one in shown] == [
        (IN_FORCE.isoformat(), True), (TOMORROW.isoformat(), False),
    ]  # fmt: skip
    assert (before, await terms(desk, TOMORROW)) == (1_200_00, 1_500_00)
    assert await terms(desk, MONDAY) == 1_200_00, "what was accepted before keeps its terms"
    assert await check(desk.context, POLICIES) == 0
    moved = await checker.post(f"/proposals/{late}/decision", AGREED)
    assert moved.json()["title"] == "policy-moved", "it was drafted on the row of before"


async def test_a_draft_that_nobody_decides_before_its_day_is_never_in_force(city: City) -> None:
    desk = city.withdrawals
    body = draft("ground.person_month_fen", 1_500_00) | GROUNDS
    proposed = (await desk.caller(Role.STAFF_MAKER).post("/policies", body)).json()["proposal_id"]
    city.later(24 * 3600)
    decided = await desk.caller(Role.STAFF_CHECKER, senior=True).post(
        f"/proposals/{proposed}/decision", AGREED
    )
    assert decided.json()["title"] == "policy-too-early"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (
            draft("ground.person_month_fen", 1, effective_from=MONDAY.isoformat()),
            "policy-too-early",
        ),
        (draft("ground.person_month_fen", 1_200_00), "policy-same"),
        (draft("ground.person_month_fen", "viel"), "no-parameter"),
        (draft("ground.no_such", 1), "no-parameter"),
        (draft("ground.back_months", 99), "policy-unclear"),
        (draft("ground.back_months", 6, base_from="2019-01-01"), "policy-moved"),
        (draft("ground.back_months", 6, kind="no-such"), "not-found"),
    ],
)
async def test_what_makes_no_sense_is_not_tried(
    withdrawals: Withdrawals, body: dict[str, Any], code: str
) -> None:
    answer = await withdrawals.caller(Role.STAFF_MAKER).post("/policies/preview", body)
    assert answer.json()["title"] == code, answer.text
