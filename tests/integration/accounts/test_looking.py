"""Looking is an act too: staff say why they look at somebody, and leave a record of whom (R-QRY-5)."""

from datetime import date
from typing import Any
from urllib.parse import quote

import pytest
from tests.support.callers import LOOK
from tests.support.two_people import staff

from shared.base.telemetry import STAFF_LOOKS
from shared.identity.principal import Principal, Role

from .conftest import BASE, Accounts, id_number


async def look(
    accounts: Accounts, who: Principal, path: str, headers: dict[str, str], body: Any = None
) -> Any:
    caller = accounts.as_(who)
    return await accounts.client.request(
        "POST" if body else "GET", BASE + path, json=body, headers={**caller.headers, **headers}
    )


async def trail(accounts: Accounts, who: Principal) -> list[tuple[str, str, str]]:
    rows = await accounts.pool.fetch(
        "SELECT outcome, subject, reason FROM audit_record WHERE actor_id = $1 ORDER BY id",
        who.identity_id,
    )
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("suffix", ["", "/entries", "/history"])
async def test_staff_see_nobody_without_saying_why(accounts: Accounts, suffix: str) -> None:
    person, who = await accounts.saver(sealed=None), staff(Role.STAFF_CHECKER)
    path = f"/accounts/{person.account_number}{suffix}"
    for headers in ({}, {"Look-Reason": quote(" ")}, {"Look-Reason": quote("查\n询")}):
        answer = await look(accounts, who, path, headers)
        assert (answer.status_code, answer.json()["title"]) == (422, "look-reason-needed")
        assert person.account_number not in answer.text
    assert (await look(accounts, who, path, LOOK)).status_code == 200
    number = person.account_number
    refused = ("refused", number, "look-reason-needed")
    assert await trail(accounts, who) == [refused] * 3 + [("done", number, "柜台咨询")]


async def test_who_looks_at_what_is_theirs_gives_no_reason(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    owner = Principal(person.person_id, Role.INDIVIDUAL, person.person_id, None, "张*", "web")
    path = f"/accounts/{person.account_number}"
    assert (await look(accounts, owner, path, {})).status_code == 200


async def test_a_search_by_id_number_is_for_one_person_and_leaves_a_record_of_whom(
    accounts: Accounts,
) -> None:
    person, who = await accounts.saver(sealed=None), staff(Role.STAFF_MAKER)
    path, nobody = "/accounts/lookup", id_number()
    asked = {"id_number": person.id_number}
    assert (await look(accounts, who, path, {}, asked)).status_code == 422
    many = {"id_number": [person.id_number, nobody]}
    assert (await look(accounts, who, path, LOOK, many)).status_code == 422
    assert (await look(accounts, who, path, LOOK, asked)).status_code == 200
    assert (await look(accounts, who, path, LOOK, {"id_number": nobody})).status_code == 200
    done = [line for line in await trail(accounts, who) if line[0] == "done"]
    key = accounts.context.personal_data.lookup_hash(nobody)
    assert done[0] == ("done", person.account_number, "柜台咨询")
    assert done[1] == ("done", f"unknown:{key[:16]}", "柜台咨询")
    assert nobody not in str(done)


@pytest.mark.parametrize("list_of", ["accounts", "owed-months"])
async def test_a_page_of_people_needs_a_reason_and_leaves_a_record_of_each(
    accounts: Accounts, list_of: str
) -> None:
    number, who = await accounts.employer(), staff(Role.STAFF_CHECKER)
    people = await accounts.people(number, 600_000, 700_000, opened_on=date(2026, 1, 1))
    path = f"/employers/{number}/{list_of}"
    assert (await look(accounts, who, path, {})).status_code == 422
    page = await look(accounts, who, path, LOOK)
    assert page.status_code == 200
    seen = [item["account_number"] for item in page.json()["items"]]
    assert seen == sorted(person.account_number for person in people)
    assert [line for line in await trail(accounts, who) if line[0] == "done"] == [
        ("done", subject, "柜台咨询") for subject in (number, *seen)
    ]
    assert STAFF_LOOKS.labels(str(who.identity_id))._value.get() == len(people)


async def test_complaints_name_people_and_need_a_reason(accounts: Accounts) -> None:
    number, who = await accounts.employer(), staff(Role.STAFF_MAKER)
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 1))
    await accounts.pool.execute("UPDATE individual_account SET entered_on = '2026-01-01'")
    complaint = {"words": "单位一直没有缴存", "unseen_by_employer": False}
    await accounts.citizen(person).done("/my/complaints", complaint)
    for path in ("/complaints?state=open", f"/employers/{number}/complaints"):
        assert (await look(accounts, who, path, {})).status_code == 422
        (case,) = (await look(accounts, who, path, LOOK)).json()["items"]
        assert case["account_number"] == person.account_number
    seen = [line for line in await trail(accounts, who) if line[0] == "done"]
    assert seen.count(("done", person.account_number, "柜台咨询")) == 2


async def test_looks_are_counted_for_each_of_the_staff(accounts: Accounts) -> None:
    person, who = await accounts.saver(sealed=None), staff(Role.STAFF_MAKER)
    for _ in range(3):
        await look(accounts, who, f"/accounts/{person.account_number}", LOOK)
    assert STAFF_LOOKS.labels(str(who.identity_id))._value.get() == 3
