"""Every month of employment is contributed, sealed or owed and shown as owed (R-SEAL-3, R-CHG-2, R-DEP-5)."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.domain import Month
from accounts.rules import arrears

from .conftest import Accounts, Person

OPENED = date(2026, 5, 4)


async def lines(accounts: Accounts, listed: Any) -> list[str]:
    items = (await accounts.staff.get(f"/lists/{listed['id']}/lines")).json()["items"]
    return [item["account_number"] for item in items]


async def unseal(accounts: Accounts, person: Person, month: str) -> Any:
    item = {"account_number": person.account_number, "effective_month": month}
    return await accounts.staff.done("/accounts/unseal", {"items": [item]})


async def owed(accounts: Accounts, person: Person) -> Any:
    return (await accounts.citizen(person).get("/my/account")).json()["owed_months"]


async def test_r_seal_3_sealed_in_august_with_june_paid_is_on_the_list_of_july(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 8, 3))
    number = await accounts.employer()
    staying, leaving = await accounts.people(number, 600_000, 600_000, opened_on=OPENED)
    for month in ("2026-05", "2026-06"):
        await accounts.remit(number, month)
    item = {"account_number": leaving.account_number, "reason": "terminated"}
    sealed = await accounts.staff.done("/accounts/seal", {"items": [item]})
    assert sealed["accounts"][0] == {
        "account_number": leaving.account_number,
        "sealed_on": "2026-08-03",
        "effective_month": "2026-08",
        "months_behind": 1,
    }
    assert await owed(accounts, leaving) == ["2026-07"]
    july = await accounts.remit(number, "2026-07")
    assert await lines(accounts, july) == [staying.account_number, leaving.account_number]
    facts = await accounts.facts(leaving)
    assert (facts["state_text"], facts["paid_up_to"], facts["owed_months"]) == (
        "封存",
        "2026-07",
        [],
    )
    august = await accounts.confirmed(number, "2026-08")
    assert await lines(accounts, august) == [staying.account_number]


async def test_r_seal_5_unsealed_behind_the_employers_lists_is_owed_and_shown(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 8, 3))
    number = await accounts.employer()
    staying, returning = await accounts.people(number, 600_000, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-05")
    await accounts.seal(returning, effective_month="2026-06")
    for month in ("2026-06", "2026-07"):
        await accounts.remit(number, month)
    assert await owed(accounts, returning) == []
    answer = await unseal(accounts, returning, "2026-06")
    months = "2026-06至2026-07的汇缴清册已确认或入账，该职工这2个月未缴存，记为欠缴。"
    assert answer["accounts"][0]["remark"] == months
    assert await owed(accounts, returning) == ["2026-06", "2026-07"]
    shown = (await accounts.operator(number).get(f"/employers/{number}/owed-months")).json()
    assert [(one["account_number"], one["months"]) for one in shown["items"]] == [
        (returning.account_number, ["2026-06", "2026-07"])
    ]
    august = await accounts.confirmed(number, "2026-08")
    assert await lines(accounts, august) == [staying.account_number, returning.account_number]


async def test_r_dep_6_opened_in_a_month_whose_list_is_booked_is_owed_and_said(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 6, 1))
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-05")
    body = {
        "employees": [
            {
                "name": "李四",
                "id_number": "371402199001011239",
                "phone": "13805341234",
                "base_fen": 600_000,
                "opened_on": "2026-05-20",
            }
        ]
    }
    answer = await accounts.staff.done(f"/employers/{number}/accounts", body)
    (opened,) = answer["accounts"]
    assert opened["remarks"] == ["2026-05的汇缴清册已确认或入账，该职工这1个月未缴存，记为欠缴。"]
    shown = (await accounts.staff.get(f"/employers/{number}/owed-months")).json()["items"]
    assert [(one["account_number"], one["months"]) for one in shown] == [
        (opened["account_number"], ["2026-05"])
    ]


async def test_r_dep_5_a_month_is_owed_from_the_sixth_day_after_payday(accounts: Accounts) -> None:
    accounts.on(date(2026, 6, 15))
    number = await accounts.employer(payday=10)
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-05")

    async def employer() -> Any:
        return (await accounts.operator(number).get(f"/employers/{number}")).json()

    assert (await employer())["due_on"] == "2026-06-15"
    assert (await employer())["overdue_months"] == await owed(accounts, person) == []
    accounts.on(date(2026, 6, 16))
    assert (await employer())["overdue_months"] == await owed(accounts, person) == ["2026-06"]
    await accounts.remit(number, "2026-06")
    assert (await employer())["overdue_months"] == await owed(accounts, person) == []


async def test_r_seal_3_nothing_is_owed_for_sealed_months_and_an_early_unseal_joins_them(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 12, 20))
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-05")
    await accounts.seal(person, sealed_on="2026-08-10", effective_month="2026-08")
    assert await owed(accounts, person) == ["2026-06", "2026-07"]
    await unseal(accounts, person, "2026-11")
    assert await owed(accounts, person) == ["2026-06", "2026-07", "2026-11", "2026-12"]
    await accounts.seal(person, sealed_on="2026-11-02", effective_month="2026-11")
    assert await owed(accounts, person) == ["2026-06", "2026-07"]
    await unseal(accounts, person, "2026-11")
    assert await owed(accounts, person) == ["2026-06", "2026-07", "2026-11", "2026-12"]


async def test_r_dep_5_the_database_and_the_rule_agree_when_a_month_is_overdue(
    accounts: Accounts,
) -> None:
    days = [date(2024, 1, 1) + timedelta(days=one) for one in range(800)]
    asked = [(payday, day) for payday in range(1, 32) for day in days]
    rows = await accounts.pool.fetch(
        "SELECT last_overdue_month(payday, day) AS month "
        "FROM unnest($1::integer[], $2::date[]) AS asked (payday, day)",
        [payday for payday, _ in asked],
        [day for _, day in asked],
    )
    ours = [arrears.last_overdue(payday, day) for payday, day in asked]
    assert [Month.of(row["month"]) for row in rows] == ours


async def test_r_dep_6_a_draft_without_somebody_opened_since_is_outdated(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 5, 20))
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    found = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-05"})
    await accounts.people(number, 600_000, opened_on=OPENED)
    answer = await accounts.staff.post(f"/lists/{found['id']}/confirmation")
    assert (answer.status_code, answer.json()["title"]) == (409, "list-outdated")
    assert "有1名职工" in answer.json()["detail"]


@pytest.mark.parametrize("by_centre", [False, True])
async def test_r_chg_6_a_list_that_nobody_pays_bars_its_own_month_only(
    accounts: Accounts, by_centre: bool
) -> None:
    accounts.on(date(2026, 8, 3))
    number = await accounts.employer()
    leaving, changing = await accounts.people(number, 600_000, 600_000, opened_on=OPENED)
    listed = await accounts.confirmed(number, "2026-05")
    operator = accounts.operator(number)
    item: dict[str, Any] = {"account_number": leaving.account_number, "reason": "terminated"}
    refused = await operator.post(
        "/accounts/seal", {"items": [item | {"effective_month": "2026-05"}]}
    )
    assert (refused.status_code, refused.json()["rule"]) == (409, "R-CHG-6")
    item["effective_month"] = "2026-06"
    if by_centre:
        path = f"/accounts/{leaving.account_number}/centre-seal"
        body = {
            "seal_reason": "terminated",
            "employment_ended_on": "2026-05-31",
            "evidence": ["解除劳动合同书"],
            "effective_month": "2026-06",
        }
        await accounts.staff.done(path, body)
    else:
        await operator.done("/accounts/seal", {"items": [item]})
    base = {
        "account_number": changing.account_number,
        "base_fen": 700_000,
        "effective_month": "2026-06",
        "reason": "测试",
    }
    await operator.done("/accounts/base", {"items": [base]})
    await accounts.credit(listed["payment_reference"], listed["total_fen"])
    assert (await accounts.facts(leaving))["paid_up_to"] == "2026-05"
    june = await accounts.confirmed(number, "2026-06")
    assert await lines(accounts, june) == [changing.account_number]
    await accounts.verified()


async def test_r_chg_6_sealing_while_the_list_is_confirmed_keeps_the_month_of_the_list(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 5, 20))
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 6, opened_on=OPENED)
    found = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-05"})
    seals = [
        accounts.staff.post(
            "/accounts/seal",
            {"items": [{"account_number": person.account_number, "reason": "retired"}]},
        )
        for person in people[:2]
    ]
    confirmed, *_ = await asyncio.gather(
        accounts.staff.post(f"/lists/{found['id']}/confirmation"), *seals
    )
    on_list = await lines(accounts, found)
    for person in people:
        facts = await accounts.facts(person)
        covered = facts["sealed_from_month"] in (None, "2026-06")
        if confirmed.is_success:
            assert covered == (person.account_number in on_list)


async def closing_beside_an_unpaid_list(accounts: Accounts) -> tuple[Any, Person]:
    """Somebody sealed, with January booked and February confirmed a month ago and never paid."""
    accounts.on(date(2026, 2, 20))
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    await accounts.remit(number, "2026-01")
    unpaid = await accounts.confirmed(number, "2026-02")
    accounts.on(date(2026, 3, 2))
    await accounts.seal(person)
    assert (await accounts.reserve(person)).reason_code == "change_request_open"
    accounts.on(date(2026, 3, 23))
    await accounts.pay(await accounts.reserve(person))
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    return unpaid, person


async def test_r_wdr_10_a_list_that_nobody_pays_bars_no_withdrawal_for_ever(
    accounts: Accounts,
) -> None:
    unpaid, person = await closing_beside_an_unpaid_list(accounts)
    await accounts.credit(unpaid["payment_reference"], unpaid["total_fen"])
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("封存", 96_000)
    assert (facts["paid_up_to"], facts["closed_on"]) == ("2026-02", None)
    await accounts.verified()
    await accounts.pay(await accounts.reserve(person))
    await accounts.verified()


async def test_r_wdr_10_what_comes_for_a_closed_account_goes_to_the_new_one(
    accounts: Accounts,
) -> None:
    unpaid, person = await closing_beside_an_unpaid_list(accounts)
    number = await accounts.employer()
    body = {
        "employees": [
            {
                "name": "张三丰",
                "id_number": person.id_number,
                "phone": "13805341234",
                "base_fen": 600_000,
            }
        ]
    }
    (opened,) = (await accounts.staff.done(f"/employers/{number}/accounts", body))["accounts"]
    await accounts.credit(unpaid["payment_reference"], unpaid["total_fen"])
    new = Person(opened["account_number"], person.person_id, person.id_number)
    assert (await accounts.facts(new))["balance_fen"] == 96_000
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()
