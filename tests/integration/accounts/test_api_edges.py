"""HTTP: who may what, strangers, repeated keys, pages, and input that cannot be right."""

import asyncio
import re
import uuid
from datetime import date
from typing import Any

from shared.identity.principal import Role

from .conftest import BASE, GROUNDS, Accounts, Person, employee, employer_body

OPENED = date(2026, 1, 1)


async def test_r_qry_1_and_2_what_a_person_sees(accounts: Accounts) -> None:
    number = await accounts.employer(employer_ratio_bp=800, employee_ratio_bp=1000)
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    mine = (await accounts.citizen(person).get("/my/account")).json()
    assert mine["monthly_deposit_fen"] == 108_000
    assert (mine["balance_fen"], mine["base_fen"]) == (108_000, 600_000)
    assert (mine["employer_ratio_bp"], mine["employee_ratio_bp"]) == (800, 1000)
    assert (mine["state_text"], mine["paid_up_to"]) == ("正常", "2026-01")
    await accounts.seal(person)
    mine = (await accounts.citizen(person).get("/my/account")).json()
    assert (mine["state_text"], mine["sealed_on"]) == ("封存", "2026-03-02")
    entries = (await accounts.citizen(person).get("/my/entries")).json()["items"]
    assert [(e["amount_text"], e["contribution_month"]) for e in entries] == [
        ("1,080.00", "2026-01")
    ]


async def test_citizens_who_ask_at_the_same_time_each_get_their_own(accounts: Accounts) -> None:
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    people = await accounts.people(number, 500_000, 600_000, 700_000, 800_000, opened_on=OPENED)
    for month in ("2026-01", "2026-02"):
        await accounts.remit(number, month)
    nobody = accounts.caller(Role.INDIVIDUAL, uuid.uuid4())
    callers = [*(accounts.citizen(person) for person in people), nobody]
    seen = await asyncio.gather(*(caller.get("/my/account") for caller in callers))
    assert [answer.status_code for answer in seen] == [200, 200, 200, 200, 404]
    assert [
        (answer.json()["account_number"], answer.json()["balance_fen"]) for answer in seen[:4]
    ] == [
        (person.account_number, 2 * deposit_fen)
        for person, deposit_fen in zip(people, (100_000, 120_000, 140_000, 160_000), strict=True)
    ]
    pages = await asyncio.gather(
        *(caller.get("/my/entries", limit=size) for caller in callers for size in (1, 50))
    )
    assert [answer.status_code for answer in pages] == [*(200,) * 8, 404, 404]
    shown = [[entry["amount_fen"] for entry in answer.json()["items"]] for answer in pages[:8]]
    assert shown == [
        [deposit_fen] * size
        for deposit_fen in (100_000, 120_000, 140_000, 160_000)
        for size in (1, 2)
    ]
    (newcomer,) = await accounts.people(number, 500_000, opened_on=OPENED)
    assert (await accounts.citizen(newcomer).get("/my/entries")).json()["items"] == []


async def test_r_qry_5_personal_data_is_masked_and_views_by_staff_are_logged(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    staff = accounts.staff
    answer = await staff.get(f"/accounts/{person.account_number}")
    assert person.id_number not in answer.text
    assert answer.json()["name"] == "张**"
    assert re.fullmatch(r"138\*{4}\d{4}", answer.json()["phone"])
    assert await accounts.pool.fetchval("SELECT count(*) FROM account_view") == 1
    await accounts.citizen(person).get("/my/account")
    assert await accounts.pool.fetchval("SELECT count(*) FROM account_view") == 1


async def test_a_strangers_account_is_not_found(accounts: Accounts) -> None:
    mine, other = await accounts.saver(), await accounts.saver()
    me = accounts.citizen(mine)
    for suffix in ("", "/entries", "/history"):
        assert (await me.get(f"/accounts/{mine.account_number}{suffix}")).status_code == 200
        strange = await me.get(f"/accounts/{other.account_number}{suffix}")
        unknown = await me.get(f"/accounts/371499999999{suffix}")
        assert strange.status_code == unknown.status_code == 404
        assert strange.json() == unknown.json()
    nobody = Person("", uuid.uuid4(), "")
    assert (await accounts.citizen(nobody).get("/my/account")).status_code == 404
    assert (await accounts.citizen(nobody).get("/my/entries")).status_code == 404


async def test_another_employers_things_are_not_found(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    stranger = accounts.operator(await accounts.employer())
    for path in ("", "/accounts", "/lists", "/suspense"):
        assert (await stranger.get(f"/employers/{number}{path}")).status_code == 404
    for path in (f"/lists/{found['id']}", f"/lists/{found['id']}/lines"):
        assert (await stranger.get(path)).status_code == 404
    posts: list[tuple[str, Any]] = [
        (f"/employers/{number}/accounts", {"employees": [employee()]}),
        (f"/employers/{number}/lists", {"month": "2026-02"}),
        (f"/lists/{found['id']}/confirmation", None),
        (f"/lists/{found['id']}/withdrawal", None),
        ("/accounts/seal", {"items": [{"account_number": people[0].account_number,
                                       "reason": "retired"}]}),
    ]  # fmt: skip
    for path, body in posts:
        assert (await stranger.post(path, body)).status_code == 404, path


STAFF_ONLY: list[tuple[str, Any]] = [
    ("/employers", {**employer_body(), **GROUNDS}),
    ("/accounts/371410000001/freeze", {"reason": "法院文书1"}),
    ("/accounts/371410000001/unfreeze", GROUNDS),
    ("/accounts/lookup", {"id_number": "11010519491231002X"}),
    ("/interest-runs", {"fund_year": 2019}),
]


async def test_what_only_staff_may(accounts: Accounts) -> None:
    person = Person("", uuid.uuid4(), "")
    for path, body in STAFF_ONLY:
        for caller in (accounts.operator("100001"), accounts.citizen(person)):
            assert (await caller.post(path, body)).status_code == 403, path
        headers = {"Idempotency-Key": "x"}
        answer = await accounts.client.post(BASE + path, json=body, headers=headers)
        assert answer.status_code == 401, path


async def test_interest_is_not_for_administrators(accounts: Accounts) -> None:
    assert (
        await accounts.caller(Role.STAFF_ADMIN).post("/interest-runs", {"fund_year": 2019})
    ).status_code == 403
    assert (await accounts.staff.get("/interest-runs/2019")).status_code == 404


async def test_an_operator_sees_no_balances(accounts: Accounts) -> None:
    person = await accounts.saver()
    number = (await accounts.facts(person))["employer_number"]
    operator = accounts.operator(number)
    assert (await operator.get(f"/accounts/{person.account_number}")).status_code == 403
    page = await operator.get(f"/employers/{number}/accounts", state="02")
    assert [item["state_text"] for item in page.json()["items"]] == ["封存"]
    assert "balance" not in page.text
    assert (await operator.get(f"/employers/{number}/accounts", state="01")).json()["items"] == []
    nobody = accounts.caller(Role.EMPLOYER_OPERATOR)
    assert (await nobody.get(f"/employers/{number}/accounts")).status_code == 403


async def test_a_repeated_key_gets_the_same_answer_and_another_body_422(accounts: Accounts) -> None:
    staff, key = accounts.caller(Role.STAFF_MAKER), uuid.uuid4().hex
    body = {**employer_body(), **GROUNDS}
    first = await staff.post("/employers", body, key)
    again = await staff.post("/employers", body, key)
    assert (first.status_code, first.text) == (again.status_code, again.text)
    assert first.headers["Location"] == again.headers["Location"]
    other = await staff.post("/employers", {**employer_body(), **GROUNDS}, key)
    assert other.status_code == 422
    assert await accounts.pool.fetchval("SELECT count(*) FROM proposal") == 1


async def test_a_post_without_a_key_is_refused(accounts: Accounts) -> None:
    staff = accounts.staff
    answer = await staff.client.post(
        BASE + "/employers", json={**employer_body(), **GROUNDS}, headers=staff.headers
    )
    assert (answer.status_code, answer.json()["title"]) == (400, "idempotency-key-required")


BAD_EMPLOYEES = [
    {"base_fen": -1},
    {"base_fen": 0},
    {"base_fen": 10**18},
    {"base_fen": 10**40},
    {"base_fen": 6000.5},
    {"base_fen": "600000"},
    {"base_fen": None},
    {"id_number": "371402199001011230"},
    {"id_number": "' OR 1=1 --"},
    {"phone": "123"},
    {"name": ""},
    {"name": "张" * 101},
    {"name": "张\u0000三"},
    {"opened_on": "0001-01-01"},
    {"opened_on": "2026-02-30"},
    {"opened_on": "9999-12-31"},
    {"surprise": 1},
]


async def test_people_that_cannot_be(accounts: Accounts) -> None:
    number = await accounts.employer()
    for change in BAD_EMPLOYEES:
        body = {"employees": [employee() | change]}
        answer = await accounts.staff.post(f"/employers/{number}/accounts", body)
        assert answer.status_code == 422, (change, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert await accounts.pool.fetchval("SELECT count(*) FROM individual_account") == 0


async def test_months_that_cannot_be(accounts: Accounts) -> None:
    number = await accounts.employer()
    months: list[Any] = ["2026-13", "0000-01", "2026-1", "x", "9999-12", "", None, 202601]
    for month in months:
        answer = await accounts.staff.post(f"/employers/{number}/lists", {"month": month})
        assert answer.status_code == 422, month


async def test_ratios_and_paydays_that_cannot_be(accounts: Accounts) -> None:
    ratios: list[Any] = [-800, 0, 10_001, 8.5, "8%", 10**30]
    paydays: list[Any] = [0, 32, -1, "10"]
    changes = [{"employee_ratio_bp": ratio} for ratio in ratios]
    changes += [{"payday": payday} for payday in paydays]
    for change in changes:
        answer = await accounts.staff.post("/employers", employer_body(**change))
        assert answer.status_code == 422, change


async def test_bad_json_and_empty_lists(accounts: Accounts) -> None:
    staff = accounts.staff
    headers = {**staff.headers, "Idempotency-Key": "x", "Content-Type": "application/json"}
    answer = await staff.client.post(BASE + "/employers", content=b"{", headers=headers)
    assert answer.status_code == 400
    assert (await staff.post("/accounts/seal", {"items": []})).status_code == 422
    assert (await staff.post("/accounts/seal", {"items": [{}] * 10_001})).status_code == 422
    assert (await staff.get("/lists/not-a-uuid")).status_code == 422


async def test_what_does_not_exist_is_not_found(accounts: Accounts) -> None:
    staff, nowhere = accounts.staff, uuid.uuid4()
    item = {"account_number": "371499999999", "reason": "retired"}
    posts: list[tuple[str, Any]] = [
        ("/employers/999999/agreement", {"version": "1"}),
        ("/employers/999999/agreement/revocation", None),
        ("/employers/999999/accounts", {"employees": [employee()]}),
        ("/employers/999999/lists", {"month": "2026-01"}),
        (f"/lists/{nowhere}/confirmation", None),
        ("/accounts/seal", {"items": [item]}),
    ]
    for path, body in posts:
        assert (await staff.post(path, body)).status_code == 404, path
    for path in ("/employers/999999", f"/lists/{nowhere}", "/accounts/371499999999"):
        assert (await staff.get(path)).status_code == 404


async def test_pages_go_on_where_they_ended(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 7, opened_on=OPENED)
    found = await accounts.remit(number, "2026-01")
    await accounts.remit(number, "2026-02")
    for _ in range(4):
        await accounts.employer()
        await accounts.credit("谢谢", 1)
    entries = f"/accounts/{people[0].account_number}/entries"
    for path, count in (
        (f"/employers/{number}/accounts", 7),
        (f"/lists/{found['id']}/lines", 7),
        (f"/employers/{number}/lists", 2),
        (entries, 2),
        ("/employers", 5),
        ("/suspense", 4),
    ):
        seen: list[Any] = []
        cursor: dict[str, str] = {}
        while True:
            page = (await accounts.staff.get(path, limit=1, **cursor)).json()
            seen += page["items"]
            if page["next_cursor"] is None:
                break
            cursor = {"cursor": page["next_cursor"]}
        whole = (await accounts.staff.get(path)).json()["items"]
        assert len(seen) == count
        assert seen == whole, path
    balances = [(e["balance_after_fen"], e["amount_fen"]) for e in
                (await accounts.staff.get(entries)).json()["items"]]  # fmt: skip
    assert balances == [(192_000, 96_000), (96_000, 96_000)]


async def test_cursors_that_are_not_ours(accounts: Accounts) -> None:
    person = await accounts.saver()
    number = (await accounts.facts(person))["employer_number"]
    lists, entries = f"/employers/{number}/lists", f"/accounts/{person.account_number}/entries"
    for path in (lists, entries, "/employers"):
        for cursor in ("x", "WzFd0", "W10", "bnVsbA", "ÿ", "WzEsMiwzXQ", "W251bGxd", "e30"):
            answer = await accounts.staff.get(path, cursor=cursor)
            assert (answer.status_code, answer.json()["title"]) == (400, "bad-cursor"), cursor
    assert (await accounts.staff.get("/employers", limit=0)).status_code == 422
    assert (await accounts.staff.get("/employers", limit=100_000)).status_code == 422


async def test_staff_find_an_account_by_id_number_phone_or_person(accounts: Accounts) -> None:
    person = await accounts.saver()
    found = await accounts.staff.done("/accounts/lookup", {"id_number": person.id_number})
    assert found["account_numbers"] == [person.account_number]
    shown = await accounts.staff.get(f"/accounts/{person.account_number}")
    phone = await accounts.context.pool.fetchval(
        "SELECT phone_sealed FROM person WHERE id = $1", person.person_id
    )
    phone = accounts.context.personal_data.open(phone, "person.phone_sealed", person.person_id)
    assert shown.json()["phone"] == f"{phone[:3]}****{phone[-4:]}"
    found = await accounts.staff.done("/accounts/lookup", {"phone": phone})
    assert person.account_number in found["account_numbers"]
    found = await accounts.staff.done("/accounts/lookup", {"person_id": str(person.person_id)})
    assert found["account_numbers"] == [person.account_number]
    none = await accounts.staff.done("/accounts/lookup", {"phone": "13999999999"})
    assert none["account_numbers"] == []
    for bad in (
        {"id_number": "1"},
        {"phone": "1"},
        {},
        {"id_number": person.id_number, "phone": phone},
    ):
        assert (await accounts.staff.post("/accounts/lookup", bad)).status_code == 422
