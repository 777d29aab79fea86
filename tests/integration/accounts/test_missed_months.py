"""A month that was not paid is told to the person too, who may complain unseen (R-DEP-5, R-DEP-10)."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

from accounts.handlers import missed_months
from accounts.handlers.booking_texts import tell_some
from shared.identity.principal import Role
from shared.messages.deposits import ComplaintAnswered, ContributionMissed, ContributionsBooked

from .conftest import Accounts, Person

OPENED = date(2026, 1, 1)


async def unpaid(accounts: Accounts, **changes: Any) -> tuple[str, Person]:
    """January was due on the 15th (payday 10, five days), and nobody paid it."""
    number = await accounts.employer(**changes)
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    entered = "UPDATE individual_account SET entered_on = '2026-01-01'"
    await accounts.pool.execute(entered)
    return number, person


async def told(accounts: Accounts, day: date, hour: int = 4) -> list[ContributionMissed]:
    """What is told at 12 o'clock in Shanghai of a day."""
    accounts.clock.advance(
        datetime(day.year, day.month, day.day, hour, tzinfo=UTC) - accounts.clock.now()
    )
    before = len(await accounts.events())
    async with accounts.context.unit() as unit:
        await missed_months.tell_people(unit)
    events = (await accounts.events())[before:]
    return [event for event in events if isinstance(event, ContributionMissed)]


async def test_r_dep_5_a_missed_month_is_told_ten_days_after_it_was_overdue_and_once(
    accounts: Accounts,
) -> None:
    """Payday 10: February is in time until 15 February; told when that is more than ten days ago."""
    accounts.on(date(2026, 2, 20))
    _, person = await unpaid(accounts)
    assert [one.months for one in await told(accounts, date(2026, 2, 25))] == [["2026-01"]]
    (event,) = await told(accounts, date(2026, 2, 26))
    assert (event.person_id, event.months) == (person.person_id, ["2026-02"])
    assert (event.employer_name, event.due_on) == ("德州测试有限公司", date(2026, 2, 15))
    assert await told(accounts, date(2026, 2, 27)) == []


async def test_r_dep_5_nobody_is_told_at_night_nor_of_what_was_paid(accounts: Accounts) -> None:
    number, _ = await unpaid(accounts)
    assert await told(accounts, date(2026, 3, 2), hour=0) == []
    await accounts.remit(number, "2026-01")
    await accounts.remit(number, "2026-02")
    assert await told(accounts, date(2026, 3, 2)) == []


async def test_r_dep_9_of_a_deferred_month_nobody_is_told(accounts: Accounts) -> None:
    number, _ = await unpaid(accounts)
    body = {
        "from_month": "2026-01", "until_month": "2026-02", "catch_up_by": "2026-06-30",
        "resolution_number": "工会1号", "resolution_on": "2026-02-01", "reason": "经营困难",
        "evidence": ["决议1号"],
    }  # fmt: skip
    answer = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
    assert answer.status_code == 200, answer.text
    assert await told(accounts, date(2026, 3, 2)) == []


async def test_r_dep_5_who_was_entered_later_is_not_told_of_the_past(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    assert await told(accounts, date(2026, 3, 2)) == []


async def test_r_dep_10_a_complaint_unseen_by_the_employer_is_answered_by_the_centre(
    accounts: Accounts,
) -> None:
    number, person = await unpaid(accounts)
    citizen = accounts.citizen(person)
    made = await citizen.done("/my/complaints", {"words": "单位一直没有缴存"})
    assert (made["months"], made["unseen_by_employer"]) == (["2026-01", "2026-02"], True)
    again = await citizen.post("/my/complaints", {"words": "单位一直没有缴存"})
    assert (again.status_code, again.json()["title"]) == (409, "complaint-open")
    operator = accounts.operator(number)
    assert (await operator.get(f"/employers/{number}/complaints")).json()["items"] == []
    (case,) = (await accounts.staff.get("/complaints?state=open")).json()["items"]
    assert (case["id"], case["employer_number"]) == (made["id"], number)
    path = f"/complaints/{made['id']}/answer"
    await accounts.staff.done(path, {"text": "已责令单位限期补缴"})
    twice = await accounts.staff.post(path, {"text": "再次答复"})
    assert (twice.status_code, twice.json()["title"]) == (409, "complaint-answered")
    (own,) = (await citizen.get("/my/complaints")).json()["items"]
    assert (own["state_text"], own["answer"]) == ("已答复", "已责令单位限期补缴")
    (event,) = [e for e in await accounts.events() if isinstance(e, ComplaintAnswered)]
    assert event.person_id == person.person_id
    words = await accounts.pool.fetchval("SELECT words_sealed FROM complaint")
    assert "单位" not in words


async def test_r_dep_10_an_employer_sees_what_the_person_lets_it_see(accounts: Accounts) -> None:
    number, person = await unpaid(accounts)
    body = {"words": "请尽快缴存", "unseen_by_employer": False, "months": ["2026-01"]}
    await accounts.citizen(person).done("/my/complaints", body)
    (seen,) = (await accounts.operator(number).get(f"/employers/{number}/complaints")).json()[
        "items"
    ]
    assert (seen["words"], seen["months"]) == ("请尽快缴存", ["2026-01"])
    other = await accounts.employer()
    stranger = await accounts.operator(other).get(f"/employers/{number}/complaints")
    assert stranger.status_code == 404


async def test_r_dep_10_nobody_complains_of_what_is_not_owed(accounts: Accounts) -> None:
    _, person = await unpaid(accounts)
    body = {"words": "没有缴存", "months": ["2026-01", "2025-12"]}
    answer = await accounts.citizen(person).post("/my/complaints", body)
    assert (answer.status_code, answer.json()["title"]) == (409, "not-owed")
    assert "2025-12" in answer.json()["detail"]
    nobody = await accounts.caller(Role.INDIVIDUAL, uuid.uuid4()).post("/my/complaints", body)
    assert nobody.status_code == 404


async def test_r_sms_2_a_booking_tells_its_people_some_at_a_time_and_once(
    accounts: Accounts, monkeypatch: Any
) -> None:
    """Three people, two at a time: 480.00 + 480.00 each (E18)."""
    monkeypatch.setattr("accounts.handlers.booking_texts.PEOPLE_AT_A_TIME", 2)
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 3, opened_on=OPENED)
    booked = await accounts.remit(number, "2026-01")

    async def tell() -> bool:
        async with accounts.context.unit() as unit:
            return await tell_some(unit)

    assert [await tell() for _ in range(3)] == [True, True, False]
    events = [e for e in await accounts.events() if isinstance(e, ContributionsBooked)]
    assert {str(event.booking_id) for event in events} == {booked["id"]}
    assert [len(event.people) for event in events] == [2, 1]
    said = [one for event in events for one in event.people]
    assert {one.person_id for one in said} == {person.person_id for person in people}
    assert {(one.amount_fen, one.balance_fen, *one.months) for one in said} == {
        (96_000, 96_000, "2026-01")
    }
