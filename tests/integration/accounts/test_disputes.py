"""R-QRY-4: a booked row is disputed; the bank answers, then the centre, each within five working days."""

from datetime import date
from typing import Any

from accounts.handlers import disputes
from accounts.metrics import DISPUTES_LATE
from accounts.rules.dispute import answer_by
from shared.base.calendar import WorkingCalendar, packaged_days
from shared.identity.principal import Principal, Role
from shared.messages.deposits import DisputeAnswered, DisputeMade

from .conftest import Accounts


def test_r_qry_4_five_working_days_skip_weekends_and_holidays() -> None:
    """2 March 2026 is a Monday: the 9th. 28 September: a make-up Sunday on 20 September does not matter,
    the 29th and 30th are two, National Day is 1 to 7 October, the 8th and 9th two more, the make-up
    Saturday the 10th the fifth."""
    calendar = WorkingCalendar(packaged_days([2026]), "")
    assert answer_by(date(2026, 3, 2), calendar) == date(2026, 3, 9)
    assert answer_by(date(2026, 9, 28), calendar) == date(2026, 10, 10)


async def test_r_qry_4_the_bank_answers_then_the_centre_and_both_sides_see_it(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    citizen, staff = accounts.citizen(person), accounts.staff
    (entry,) = await accounts.entries(person)
    body = {"entry_id": entry["id"], "words": "单位缴存的金额不对"}
    made = await citizen.done("/my/disputes", body)
    assert (made["state_text"], made["due_on"], made["entry_text"]) == (
        "受托银行核实中",
        "2026-03-09",
        "汇缴",
    )
    assert made["entry_amount_fen"] == 6_000_000
    again = await citizen.post("/my/disputes", body)
    assert (again.status_code, again.json()["title"]) == (409, "dispute-open")
    objection = f"/my/disputes/{made['id']}/objection"
    early = await citizen.post(objection, {"words": "请中心核实"})
    assert (early.status_code, early.json()["title"]) == (409, "dispute-state")

    (case,) = (await staff.get("/disputes", state="at_bank")).json()["items"]
    assert (case["words"], case["name"], case["late"]) == ("单位缴存的金额不对", "张**", False)
    path = f"/disputes/{made['id']}/answer"
    await staff.done(path, {"text": "与银行回单一致"})
    assert (await staff.post(path, {"text": "再答复"})).json()["title"] == "dispute-state"
    shown = await citizen.done(objection, {"words": "仍然不对"})
    assert (shown["state_text"], shown["bank_answer"]) == ("中心核实中", "与银行回单一致")
    await staff.done(path, {"text": "已核实，单位少缴，将责令补缴"})
    (own,) = (await citizen.get("/my/disputes")).json()["items"]
    assert (own["state_text"], own["centre_answer"]) == (
        "中心已答复",
        "已核实，单位少缴，将责令补缴",
    )
    said = await accounts.events(made["id"])
    assert [type(event) for event in said] == [DisputeMade, DisputeAnswered, DisputeAnswered]
    assert [event.by_bank for event in said[1:]] == [True, False]
    kept = await accounts.pool.fetchrow("SELECT words_sealed, objection_sealed FROM dispute")
    assert "不对" not in str(kept)

    stranger = await accounts.saver(sealed=None)
    theirs = accounts.citizen(stranger)
    assert (await theirs.post("/my/disputes", body)).status_code == 404
    assert (await theirs.post(objection, {"words": "不是我的"})).status_code == 404


async def test_r_qry_4_a_late_answer_is_counted_and_opens_the_way_to_the_centre(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    citizen = accounts.citizen(person)
    made = await citizen.done("/my/disputes", {"words": "余额不对"})
    assert made["entry_id"] is None

    async def late() -> Any:
        await disputes.measure(accounts.context)
        return DISPUTES_LATE._value.get()

    accounts.on(date(2026, 3, 9))
    assert await late() == 0, "the last day is in time"
    accounts.on(date(2026, 3, 10))
    assert await late() == 1
    (case,) = (await accounts.staff.get("/disputes", late=True)).json()["items"]
    assert (case["id"], case["late"]) == (made["id"], True)
    shown = await citizen.done(f"/my/disputes/{made['id']}/objection", {"words": "银行没有答复"})
    assert (shown["state"], shown["due_on"], shown["late"]) == ("at_centre", "2026-03-17", False)
    assert await late() == 0


async def test_r_qry_4_nobody_answers_oneself(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    made = await accounts.citizen(person).done("/my/disputes", {"words": "余额不对"})
    who = Principal(
        person.person_id, Role.STAFF_MAKER, None, None, "张*", "web", own_person_id=person.person_id
    )
    answer = await accounts.as_(who).post(f"/disputes/{made['id']}/answer", {"text": "没有问题"})
    assert (answer.status_code, answer.json()["title"]) == (403, "own-dispute")
