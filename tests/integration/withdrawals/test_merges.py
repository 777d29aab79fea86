"""R-ACC-8: whoever's account goes into their other one has nothing under way, and begins nothing new."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from tests.integration.withdrawals.conftest import Withdrawals

from shared.messages.merges import MergeAsked, MergeEnded, PersonMerged, WithdrawalsMergeTold
from withdrawals.handlers import merges

CARD = "6222021612003456788"


def asked(withdrawals: Withdrawals, goes: uuid.UUID, stays: uuid.UUID) -> MergeAsked:
    return MergeAsked(
        merge_id=uuid.uuid4(), goes_person_id=goes, stays_person_id=stays,
        answer_by=withdrawals.clock.now() + timedelta(hours=24),
    )  # fmt: skip


def ended(one: MergeAsked, withdrawals: Withdrawals) -> MergeEnded:
    return MergeEnded(**one.model_dump(exclude={"answer_by"}), ended_at=withdrawals.clock.now())


def merged(one: MergeAsked, withdrawals: Withdrawals) -> PersonMerged:
    return PersonMerged(
        **one.model_dump(exclude={"answer_by"}), goes_account_tail="0016", stays_account_tail="0017",
        principal_fen=192_000, interest_fen=764, balance_after_fen=288_764,
        merged_on=date(2026, 1, 6), merged_at=withdrawals.clock.now(),
    )  # fmt: skip


async def answers(withdrawals: Withdrawals) -> list[tuple[bool, str]]:
    told = [e for e in await withdrawals.events() if isinstance(e, WithdrawalsMergeTold)]
    return [(one.free, one.reason_text) for one in told]


async def test_r_acc_8_who_has_something_under_way_is_not_free(withdrawals: Withdrawals) -> None:
    person = withdrawals.citizen()
    assert person.person_id is not None
    application = await person.apply()
    one = asked(withdrawals, person.person_id, uuid.uuid4())
    for _ in range(2):
        await withdrawals.deliver(merges.asked, one, one)
    assert await answers(withdrawals) == [(False, "有提取申请在办")]
    await withdrawals.deliver(merges.ended, ended(one, withdrawals))
    assert (await person.post(f"/applications/{application}/cancel", {})).is_success
    await person.post("/brakes/lock")
    await withdrawals.deliver(merges.asked, asked(withdrawals, person.person_id, uuid.uuid4()))
    assert (await answers(withdrawals))[1:] == [(False, "本人已锁定提取")]


async def test_r_acc_8_nothing_new_begins_from_the_answer_to_the_end(
    withdrawals: Withdrawals,
) -> None:
    person = withdrawals.citizen()
    assert person.person_id is not None
    one = asked(withdrawals, person.person_id, uuid.uuid4())
    await withdrawals.deliver(merges.asked, one)
    body = {"kind": "retirement", "card_number": CARD}
    barred = await person.post("/applications", body)
    assert (barred.status_code, barred.json()["title"]) == (409, "being-merged")
    await withdrawals.deliver(merges.ended, ended(one, withdrawals))
    await withdrawals.deliver(merges.asked, one)
    assert (await person.post("/applications", body)).status_code == 202, "what ended stays ended"


async def test_r_acc_8_the_history_is_the_others_and_nothing_goes_out_for_hours(
    withdrawals: Withdrawals,
) -> None:
    goes, stays = withdrawals.citizen(), withdrawals.citizen()
    assert goes.person_id is not None
    assert stays.person_id is not None
    before = await withdrawals.paid(goes)
    one = asked(withdrawals, goes.person_id, stays.person_id)
    await withdrawals.deliver(merges.asked, one)
    done = merged(one, withdrawals)
    await withdrawals.deliver(merges.merged, done, done)
    shown: Any = (await stays.get("/applications")).json()
    assert [item["id"] for item in shown["items"]] == [before]
    assert (await goes.get("/applications")).json()["items"] == []
    barred = await stays.apply()
    assert (await withdrawals.case(barred))["refusal_code"] == "merge_cooling"
    withdrawals.clock.advance(timedelta(hours=72))
    assert await withdrawals.state(await stays.apply()) == "submitted"


@pytest.mark.parametrize("first", [True, False])
async def test_r_acc_8_what_is_done_is_known_whichever_is_heard_first(
    withdrawals: Withdrawals, *, first: bool
) -> None:
    person = withdrawals.citizen()
    assert person.person_id is not None
    one = asked(withdrawals, person.person_id, uuid.uuid4())
    if first:
        await withdrawals.deliver(merges.asked, one)
    await withdrawals.deliver(merges.merged, merged(one, withdrawals))
    await withdrawals.deliver(merges.asked, one)
    answer = await person.post("/applications", {"kind": "retirement", "card_number": CARD})
    assert (answer.status_code, answer.json()["rule"]) == (409, "R-ACC-8")
