"""Employers, agreements, one account per person (R-ACC); seal and unseal (R-SEAL)."""

import asyncio
import uuid
from datetime import date
from typing import Any

import pytest

from city.seed.people import checked
from shared.base.identifiers import ResidentId
from shared.messages.accounts import (
    EmployerRegistered,
    IndividualAccountOpened,
    IndividualAccountSealed,
    IndividualAccountUnsealed,
    SealReason,
)

from .conftest import TODAY, Accounts, Person, employee, employer_body, id_number

OPENED = date(2026, 1, 1)


async def test_r_acc_1_no_online_work_without_an_agreement(accounts: Accounts) -> None:
    number = await accounts.employer(agreement_version=None)
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    operator = accounts.operator(number)
    requests: list[tuple[str, Any]] = [
        (f"/employers/{number}/accounts", {"employees": [employee()]}),
        (f"/employers/{number}/lists", {"month": "2026-01"}),
        ("/accounts/seal", {"items": [sealing(person)]}),
        ("/accounts/unseal", {"items": [unsealing(person, "2026-03")]}),
        ("/accounts/base", {"items": [{"account_number": person.account_number, "base_fen": 1,
                                       "effective_month": "2026-07"}]}),
    ]  # fmt: skip
    for path, body in requests:
        answer = await operator.post(path, body)
        assert (answer.status_code, answer.json()["rule"]) == (403, "R-ACC-1"), path
    await accounts.staff.done(f"/employers/{number}/agreement", {"version": "2026-1"})
    for path, body in requests[:2]:
        assert (await operator.post(path, body)).status_code == 201


async def test_r_acc_3_after_signing_an_employer_works_online(accounts: Accounts) -> None:
    number = await accounts.employer()
    operator = accounts.operator(number)
    opened = await operator.done(f"/employers/{number}/accounts", {"employees": [employee()]})
    account_number = opened["accounts"][0]["account_number"]
    item = {"account_number": account_number, "base_fen": 700_000, "effective_month": "2026-07"}
    await operator.done("/accounts/base", {"items": [item]})
    drafted = await operator.done(f"/employers/{number}/lists", {"month": "2026-03"})
    await operator.done(f"/lists/{drafted['id']}/withdrawal")
    seal = {"account_number": account_number, "reason": "terminated"}
    await operator.done("/accounts/seal", {"items": [seal]})
    unseal = {"account_number": account_number, "effective_month": "2026-04"}
    await operator.done("/accounts/unseal", {"items": [unseal]})


async def test_r_acc_6_registering_tells_the_gateway_sealed(accounts: Accounts) -> None:
    body = employer_body()
    number = (await accounts.staff.done("/employers", body))["employer_number"]
    event = next(e for e in await accounts.events() if isinstance(e, EmployerRegistered))
    assert event.employer_number == number
    assert event.operator_id_number == body["operator"]["id_number"]
    assert event.operator_phone == "13905340001"
    row = await accounts.pool.fetchval("SELECT employer::text FROM employer")
    assert body["operator"]["id_number"] not in row
    assert "李经办" not in row


async def test_r_acc_6_one_employer_per_credit_code(accounts: Accounts) -> None:
    body = employer_body()
    await accounts.staff.done("/employers", body)
    again = await accounts.staff.post("/employers", body)
    assert (again.status_code, again.json()["rule"]) == (409, "R-ACC-6")


async def test_r_acc_7_only_staff_open_in_the_past_and_nobody_ahead(accounts: Accounts) -> None:
    number = await accounts.employer()
    path = f"/employers/{number}/accounts"
    past = {"employees": [employee(opened_on="2020-01-06")]}
    assert (await accounts.operator(number).post(path, past)).json()["rule"] == "R-ACC-7"
    answer = await accounts.staff.done(path, past)
    assert answer["accounts"][0]["opened_on"] == "2020-01-06"
    ahead = {"employees": [employee(opened_on="2026-03-03")]}
    assert (await accounts.staff.post(path, ahead)).status_code == 422


async def test_r_acc_8_one_account_per_person(accounts: Accounts) -> None:
    number, other = await accounts.employer(), await accounts.employer()
    (person,) = await accounts.people(number, 600_000)
    body = {"employees": [employee(), employee(person.id_number)]}
    answer = await accounts.staff.post(f"/employers/{other}/accounts", body)
    assert (answer.status_code, answer.json()["rule"]) == (409, "R-ACC-8")
    assert "第2行" in answer.json()["detail"]
    listed = (await accounts.staff.get(f"/employers/{other}/accounts")).json()
    assert listed["items"] == []
    twice = {"employees": [employee(person.id_number)] * 2}
    answer = await accounts.staff.post(f"/employers/{other}/accounts", twice)
    assert (answer.status_code, answer.json()["title"]) == (422, "repeated-person")


async def test_r_chk_1_every_flaw_of_every_row_is_told(accounts: Accounts) -> None:
    number = await accounts.employer()
    path = f"/employers/{number}/accounts"
    good = id_number()
    wrong = good[:-1] + ("0" if good[-1] != "0" else "1")
    people = [employee() for _ in range(300)]
    people[137] |= {"id_number": wrong}
    people[200] |= {"name": "张\ue000", "phone": "1380534"}
    people[299] |= {"id_number": people[3]["id_number"]}
    answer = await accounts.staff.post(path, {"employees": people})
    assert (answer.status_code, answer.json()["title"]) == (422, "invalid-identifier")
    errors = answer.json()["errors"]
    assert [(one["row"], one["field"], one["value"]) for one in errors] == [
        (138, "id_number", wrong),
        (201, "name", "张\ue000"),
        (201, "phone", "1380534"),
        (300, "id_number", people[3]["id_number"]),
    ]
    assert "校验位" in errors[0]["reason"]
    assert "第4行" in errors[3]["reason"]
    assert answer.json()["detail"].startswith("名单中有4处错误：第138行证件号码：")
    assert await accounts.pool.fetchval("SELECT count(*) FROM individual_account") == 0


async def test_r_seal_2_every_row_that_is_refused_is_told(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 5)
    await accounts.seal(people[1])
    body = {
        "items": [
            sealing(people[0]),
            sealing(people[1]),
            sealing(people[2], effective_month="2026-05"),
        ]
    }
    answer = await accounts.staff.post("/accounts/seal", body)
    assert (answer.status_code, answer.json()["title"]) == (409, "wrong-account-state")
    told = [(one["row"], one["value"], one["rule"]) for one in answer.json()["errors"]]
    assert told == [
        (2, people[1].account_number, "R-SEAL-2"),
        (3, people[2].account_number, "R-SEAL-3"),
    ]


async def test_r_inf_2_names_and_numbers_are_kept_as_they_are_seen(accounts: Accounts) -> None:
    number = await accounts.employer()
    clean = id_number()
    body = employee(f"\u202d{clean[:6]} {clean[6:]}", name="阿卜杜•外力", phone="１３８ 0534 1234")
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", {"employees": [body]}))[
        "accounts"
    ][0]
    event = next(e for e in await accounts.events() if isinstance(e, IndividualAccountOpened))
    assert [event.name, event.id_number, event.phone] == [
        "阿卜杜·外力",
        clean,
        "13805341234",
    ]
    assert opened["remarks"] == []


async def test_r_acc_8_a_passport_is_a_document_too(accounts: Accounts) -> None:
    number = await accounts.employer()
    path = f"/employers/{number}/accounts"
    body = employee("e12345678", id_type="03", name="John Smith")
    opened = (await accounts.staff.done(path, {"employees": [body]}))["accounts"][0]
    again = await accounts.staff.post(path, {"employees": [body]})
    assert (again.status_code, again.json()["rule"]) == (409, "R-ACC-8")
    asked = {"id_type": "03", "id_number": " E1234 5678"}
    found = await accounts.staff.done("/accounts/lookup", asked)
    assert found["account_numbers"] == [opened["account_number"]]
    shown = (await accounts.staff.get(f"/accounts/{opened['account_number']}")).json()
    assert (shown["id_type"], shown["id_type_text"]) == ("03", "护照")
    event = next(e for e in await accounts.events() if isinstance(e, IndividualAccountOpened))
    assert event.id_type == "03"


async def test_r_chk_1_a_warning_reaches_whoever_enters_the_number(accounts: Accounts) -> None:
    number = await accounts.employer()
    body = employee(checked("99140219900101123", ResidentId.parse))
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", {"employees": [body]}))[
        "accounts"
    ][0]
    assert opened["remarks"] == ["身份证号码的地区代码未知，请留意核对"]


async def test_r_dep_4_a_base_beyond_its_limits_is_said_with_the_interval(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    body = {"employees": [employee(base_fen=fen) for fen in (2_500_000, 120_000, 600_000)]}
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", body))["accounts"]
    assert [one["base_fen"] for one in opened] == [1_650_000, 173_000, 600_000]
    interval = "允许1,730.00元至16,500.00元"
    assert opened[0]["remarks"] == [f"填报基数25,000.00元高于上限，{interval}，按16,500.00元核定。"]
    assert opened[1]["remarks"] == [f"填报基数1,200.00元低于下限，{interval}，按1,730.00元核定。"]
    assert opened[2]["remarks"] == []
    item = {
        "account_number": opened[2]["account_number"],
        "base_fen": 9_900_000,
        "effective_month": "2026-07",
    }
    changed = await accounts.staff.done("/accounts/base", {"items": [item]})
    assert changed["items"][0]["base_fen"] == 1_650_000
    assert interval in changed["items"][0]["remark"]


async def test_r_inf_2_what_differs_from_what_is_known_is_said_and_not_taken(
    accounts: Accounts,
) -> None:
    person = await accounts.saver()
    await accounts.pay(await accounts.reserve(person))
    number = await accounts.employer()
    body = employee(person.id_number, name="张三峰", phone="13905349999")
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", {"employees": [body]}))[
        "accounts"
    ][0]
    assert [remark[:5] for remark in opened["remarks"]] == ["填报姓名与", "填报手机号"]
    last = [e for e in await accounts.events() if isinstance(e, IndividualAccountOpened)][-1]
    assert last.name == "张三丰"
    assert last.phone.startswith("138")


async def test_r_acc_8_two_employers_at_once(accounts: Accounts) -> None:
    numbers = [await accounts.employer() for _ in range(4)]
    ids = [id_number() for _ in range(5)]
    bodies = [
        {"employees": [employee(one) for one in (ids if i % 2 else reversed(ids))]}
        for i in range(4)
    ]
    answers = await asyncio.gather(
        *(
            accounts.staff.post(f"/employers/{number}/accounts", body)
            for number, body in zip(numbers, bodies, strict=True)
        )
    )
    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


async def test_opening_thousands_is_one_request_in_a_constant_number_of_statements(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 1_000)
    opened = [e for e in await accounts.events() if isinstance(e, IndividualAccountOpened)]
    assert [event.account_number for event in opened] == [p.account_number for p in people]
    for person, event in zip(people[::97], opened[::97], strict=True):
        assert event.id_number == person.id_number
        assert event.person_id == person.person_id


async def test_r_acc_9_revoking_stops_new_work_and_confirmed_lists_complete(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.confirmed(number, "2026-01")
    revoked = await accounts.staff.done(f"/employers/{number}/agreement/revocation")
    assert revoked["agreement_revoked_on"] == str(TODAY)
    answer = await accounts.operator(number).post(
        f"/employers/{number}/lists", {"month": "2026-02"}
    )
    assert (answer.status_code, answer.json()["rule"]) == (403, "R-ACC-1")
    await accounts.credit(found["payment_reference"], found["total_fen"])
    assert (await accounts.facts(person))["balance_fen"] == 96_000


def sealing(person: Person, reason: str = "terminated", **more: Any) -> dict[str, Any]:
    return {"account_number": person.account_number, "reason": reason, **more}


def unsealing(person: Person, month: str) -> dict[str, Any]:
    return {"account_number": person.account_number, "effective_month": month}


async def test_r_seal_1_the_employer_seals_and_unseals_online(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    operator = accounts.operator((await accounts.facts(person))["employer_number"])
    done = await operator.done("/accounts/seal", {"items": [sealing(person)]})
    assert done["accounts"][0]["effective_month"] == "2026-03"
    event = next(e for e in await accounts.events() if isinstance(e, IndividualAccountSealed))
    assert (event.reason, event.paid_up_to) == (SealReason.TERMINATED, "2026-01")
    await operator.done("/accounts/unseal", {"items": [unsealing(person, "2026-03")]})
    unsealed = next(e for e in await accounts.events() if isinstance(e, IndividualAccountUnsealed))
    assert unsealed.effective_month == "2026-03"
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["sealed_on"], facts["seal_reason"]) == ("正常", None, None)


async def test_r_seal_2_only_from_the_right_state(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    answer = await accounts.staff.post(
        "/accounts/unseal", {"items": [unsealing(person, "2026-03")]}
    )
    assert (answer.status_code, answer.json()["rule"]) == (409, "R-SEAL-2")
    await accounts.seal(person)
    again = await accounts.staff.post("/accounts/seal", {"items": [sealing(person)]})
    assert "封存" in again.json()["detail"]
    await accounts.staff.done(f"/accounts/{person.account_number}/freeze", {"reason": "法院文书1"})
    frozen = await accounts.staff.post(
        "/accounts/unseal", {"items": [unsealing(person, "2026-03")]}
    )
    assert "冻结" in frozen.json()["detail"]


async def test_r_seal_2_not_while_a_withdrawal_holds_the_money(accounts: Accounts) -> None:
    person = await accounts.saver()
    await accounts.reserve(person)
    answer = await accounts.staff.post(
        "/accounts/unseal", {"items": [unsealing(person, "2026-03")]}
    )
    assert (answer.status_code, answer.json()["title"]) == (409, "withdrawal-in-progress")


async def test_r_chg_6_not_for_the_month_of_a_confirmed_list(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.confirmed(number, "2026-01")
    of_the_list = {"items": [sealing(person, effective_month="2026-01")]}
    answer = await accounts.staff.post("/accounts/seal", of_the_list)
    assert (answer.status_code, answer.json()["rule"]) == (409, "R-CHG-6")
    assert "请从2026-02起办理" in answer.json()["detail"]


async def test_r_seal_3_date_reason_month_and_last_remitted_month(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    await accounts.seal(person, "sentenced", sealed_on="2026-02-20", effective_month="2026-02")
    facts = await accounts.facts(person)
    kept = ("sealed_on", "seal_reason", "sealed_from_month", "paid_up_to")
    assert [facts[name] for name in kept] == ["2026-02-20", "sentenced", "2026-02", "2026-01"]
    path = f"/accounts/{person.account_number}/history"
    history = (await accounts.staff.get(path)).json()["items"]
    assert [line["business_text"] for line in history[:2]] == ["封存", "开户"]


@pytest.mark.parametrize(
    "more",
    [
        {"effective_month": "2026-01"},  # is paid
        {"effective_month": "2026-04"},  # March would be skipped
        {"sealed_on": "2026-03-03"},  # tomorrow
        {"sealed_on": "2025-12-31"},  # before it was opened
    ],
)
async def test_r_seal_3_dates_that_cannot_be(accounts: Accounts, more: dict[str, str]) -> None:
    person = await accounts.saver(sealed=None)
    answer = await accounts.staff.post("/accounts/seal", {"items": [sealing(person, **more)]})
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-SEAL-3")


async def test_r_seal_3_all_or_none(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, 600_000, 600_000)
    await accounts.seal(people[0])
    body = {"items": [sealing(people[1]), sealing(people[0])]}
    assert (await accounts.staff.post("/accounts/seal", body)).status_code == 409
    assert (await accounts.facts(people[1]))["state_text"] == "正常"
    repeated = {"items": [sealing(people[1])] * 2}
    assert (await accounts.staff.post("/accounts/seal", repeated)).status_code == 422


async def test_r_seal_4_months_behind_are_told_with_the_reservation(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)  # paid up to January
    await accounts.seal(person, "terminated", effective_month="2026-03")
    assert (await accounts.reserve(person)).months_behind == 1


async def test_r_seal_5_unseal_after_the_paid_up_to_month(accounts: Accounts) -> None:
    person = await accounts.saver()
    paid = await accounts.staff.post("/accounts/unseal", {"items": [unsealing(person, "2026-01")]})
    assert (paid.status_code, paid.json()["rule"]) == (422, "R-SEAL-5")
    await accounts.staff.done("/accounts/unseal", {"items": [unsealing(person, "2026-02")]})


async def test_r_seal_5_a_closed_account_is_not_unsealed_but_a_new_one_opened(
    accounts: Accounts,
) -> None:
    person = await accounts.saver()
    await accounts.pay(await accounts.reserve(person))
    answer = await accounts.staff.post(
        "/accounts/unseal", {"items": [unsealing(person, "2026-04")]}
    )
    assert answer.status_code == 409
    number = await accounts.employer()
    body = {"employees": [employee(person.id_number)]}
    opened = (await accounts.staff.done(f"/employers/{number}/accounts", body))["accounts"][0]
    assert opened["account_number"] != person.account_number
    mine = (await accounts.citizen(person).get("/my/account")).json()
    assert mine["account_number"] == opened["account_number"]


async def test_r_seal_7_the_centre_seals_after_30_days_on_evidence(accounts: Accounts) -> None:
    person = await accounts.saver(sealed=None)
    path = f"/accounts/{person.account_number}/centre-seal"
    body = {
        "seal_reason": "terminated",
        "employment_ended_on": "2026-01-31",
        "evidence": ["解除劳动合同书"],
    }
    number = (await accounts.facts(person))["employer_number"]
    assert (await accounts.operator(number).post(path, body)).status_code == 403
    early = await accounts.staff.post(path, body)
    assert (early.status_code, early.json()["rule"]) == (409, "R-SEAL-7")
    assert "2026-03-03" in early.json()["detail"]
    accounts.on(date(2026, 3, 3))
    assert (await accounts.staff.post(path, body | {"evidence": []})).status_code == 422
    await accounts.staff.done(path, body)
    assert (await accounts.facts(person))["state_text"] == "封存"
    evidence = await accounts.pool.fetchval(
        "SELECT evidence FROM account_history WHERE business_type = '05'"
    )
    assert evidence == "解除劳动合同书"


async def test_state_06_freeze_and_lift(accounts: Accounts) -> None:
    person = await accounts.saver()
    path = f"/accounts/{person.account_number}"
    await accounts.staff.done(f"{path}/freeze", {"reason": "法院文书1"})
    assert (await accounts.facts(person))["state"] == "06"
    assert (await accounts.staff.post(f"{path}/freeze", {"reason": "法院文书1"})).status_code == 409
    await accounts.staff.done(f"{path}/unfreeze", {"reason": "法院文书2"})
    assert (await accounts.facts(person))["state"] == "02"
    assert (await accounts.staff.post(f"{path}/unfreeze", {"reason": "x2"})).status_code == 409
    unknown = await accounts.staff.post("/accounts/371400000000/freeze", {"reason": "法院文书1"})
    assert unknown.status_code == 404
    assert uuid.UUID((await accounts.facts(person))["person_id"]) == person.person_id
