"""Back payment (补缴) by person and month, and deferral (缓缴): R-DEP-9, R-DEP-10, R-CHG-2."""

from datetime import date
from typing import Any

import pytest
from tests.support.two_people import holds_against_insiders

from accounts.handlers import remittances
from shared.messages.deposits import BackPaymentBooked

from .conftest import GROUNDS, Accounts, Person, receipt

OPENED = date(2026, 1, 1)


async def late_colleague(accounts: Accounts) -> tuple[str, Person, Person]:
    """An employer that has remitted January for one; the other was entered after that."""
    number = await accounts.employer()
    (early,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    (late,) = await accounts.people(number, 456_789, opened_on=OPENED)
    return number, early, late


async def drafted(accounts: Accounts, number: str, *items: dict[str, Any]) -> Any:
    path = f"/employers/{number}/back-payments"
    return await accounts.operator(number).done(path, {"items": list(items)})


async def confirmed(accounts: Accounts, number: str, *items: dict[str, Any]) -> Any:
    made = await drafted(accounts, number, *items)
    return await accounts.operator(number).done(f"/back-payments/{made['id']}/confirmation")


async def shown(accounts: Accounts, made: Any) -> Any:
    return (await accounts.staff.get(f"/back-payments/{made['id']}")).json()


def month_of(person: Person, month: str, **more: Any) -> dict[str, Any]:
    return {"account_number": person.account_number, "month": month, **more}


async def test_r_dep_10_what_is_owed_is_paid_back_and_booked_to_its_month(
    accounts: Accounts,
) -> None:
    """4,567.89 at 8 %: 365.4312 a side, 365.43 (E22); both sides 730.86."""
    number, _, late = await late_colleague(accounts)
    assert (await accounts.facts(late))["owed_months"] == ["2026-01", "2026-02"]
    made = await confirmed(accounts, number)
    assert (made["head_count"], made["total_text"], made["state"]) == (1, "730.86", "confirmed")
    (line,) = (await accounts.staff.get(f"/back-payments/{made['id']}/lines")).json()["items"]
    assert (line["month"], line["employer_fen"], line["employee_fen"]) == (
        "2026-01",
        36_543,
        36_543,
    )
    day = date(2026, 2, 27)
    await accounts.credit(f"补缴 {made['payment_reference']}", 73_086, value_date=day)
    assert (await shown(accounts, made))["state"] == "booked"
    (entry,) = await accounts.entries(late)
    assert (entry["business_text"], entry["contribution_month"]) == ("补缴", "2026-01")
    assert (entry["amount_fen"], entry["value_date"]) == (73_086, "2026-02-27")
    facts = await accounts.facts(late)
    assert (facts["owed_months"], facts["paid_up_to"]) == (["2026-02"], "2026-01")
    (event,) = [e for e in await accounts.events() if isinstance(e, BackPaymentBooked)]
    assert (event.total_fen, event.head_count) == (73_086, 1)
    await accounts.verified()


async def test_r_chg_2_a_month_that_was_paid_too_low_is_made_up_by_its_own_wage(
    accounts: Accounts,
) -> None:
    """6,000.00 was counted, 6,500.00 was the wage: 520.00 - 480.00 a side."""
    number, early, _ = await late_colleague(accounts)
    made = await confirmed(accounts, number, month_of(early, "2026-01", wage_fen=650_000))
    assert (made["employer_fen"], made["employee_fen"]) == (4_000, 4_000)
    await accounts.credit(made["payment_reference"], 8_000)
    assert (await accounts.facts(early))["balance_fen"] == 96_000 + 8_000
    again = await accounts.operator(number).post(
        f"/employers/{number}/back-payments",
        {"items": [month_of(early, "2026-01", wage_fen=650_000)]},
    )
    assert (again.status_code, again.json()["rule"]) == (422, "R-CHG-2")
    assert "已足额缴存" in again.json()["detail"]
    await accounts.verified()


async def test_r_chg_2_what_cannot_be_paid_back_is_told_row_by_row(accounts: Accounts) -> None:
    number, early, late = await late_colleague(accounts)
    _, _, stranger = await late_colleague(accounts)
    await drafted(accounts, number, month_of(late, "2026-01"))
    rows = [
        month_of(early, "2026-01"), month_of(late, "2026-01"), month_of(early, "2026-02"),
        month_of(early, "2025-12"), month_of(stranger, "2026-01"),
    ]  # fmt: skip
    answer = await accounts.operator(number).post(
        f"/employers/{number}/back-payments", {"items": rows}
    )
    assert answer.status_code == 422
    said = [(error["row"], error["reason"]) for error in answer.json()["errors"]]
    assert [row for row, _ in said] == [1, 2, 3, 4, 5]
    for (_, text), part in zip(
        said[:4],
        ("已足额缴存", "另一张未入账", "应编制当月汇缴清册", "不是该职工的缴存月份"),
        strict=True,
    ):
        assert part in text


async def test_r_dep_7_a_back_payment_is_never_booked_in_part(accounts: Accounts) -> None:
    number, _, late = await late_colleague(accounts)
    made = await confirmed(accounts, number, month_of(late, "2026-01"))
    await accounts.credit(made["payment_reference"], 73_085)
    assert (await shown(accounts, made))["state"] == "confirmed"
    (lying,) = (await accounts.operator(number).get(f"/employers/{number}/suspense")).json()[
        "items"
    ]
    assert lying["why_text"] == "为补缴清单到账730.85元，与应缴的730.86元不符。"
    kept = await accounts.operator(number).post(f"/back-payments/{made['id']}/withdrawal")
    assert (kept.status_code, kept.json()["title"]) == (409, "list-has-money")
    await accounts.credit(made["payment_reference"], 1)
    assert (await shown(accounts, made))["state"] == "booked"
    await accounts.verified()


async def test_r_dep_8_a_receipt_books_one_back_payment_once(accounts: Accounts) -> None:
    number, _, late = await late_colleague(accounts)
    made = await confirmed(accounts, number, month_of(late, "2026-01"))
    event = receipt(made["payment_reference"], 73_086)
    for _ in range(2):
        await accounts.deliver(remittances.book_receipts, event, event)
    assert (await accounts.facts(late))["balance_fen"] == 73_086
    await accounts.verified()


async def test_r_dep_6_staff_confirm_a_back_payment_by_two(accounts: Accounts) -> None:
    number, _, _ = await late_colleague(accounts)
    made = await accounts.staff.done(f"/employers/{number}/back-payments", {"items": []})
    path = f"/back-payments/{made['id']}"
    done = await holds_against_insiders(accounts.desk, f"{path}/confirmation", GROUNDS)
    assert done["result"]["state"] == "confirmed"
    done = await holds_against_insiders(accounts.desk, f"{path}/cancellation", GROUNDS)
    assert done["result"]["state"] == "withdrawn"
    assert (await confirmed(accounts, number))["state"] == "confirmed"


async def test_r_dep_10_nothing_owed_nothing_paid_back(accounts: Accounts) -> None:
    number = await accounts.employer()
    answer = await accounts.operator(number).post(f"/employers/{number}/back-payments", {})
    assert (answer.status_code, answer.json()["title"]) == (409, "nothing-owed")


async def test_r_dep_1_a_month_is_paid_back_by_the_ratio_and_the_base_of_that_month(
    accounts: Accounts,
) -> None:
    """8 % in January, 10 % since February, 12 % since March; 4,567.89 in January, 5,000.00 since February."""
    accounts.on(date(2026, 1, 20))
    number = await accounts.employer()
    (early,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    accounts.on(date(2026, 2, 10))
    await raise_ratio(accounts, number, 1000, "2026-02")
    await accounts.remit(number, "2026-02")
    accounts.on(date(2026, 4, 20))
    await accounts.pool.execute(
        "INSERT INTO ratio_change VALUES ($1, '2026-03-01', 1200, 1200, '调整', 'test', now())",
        number,
    )
    (late,) = await accounts.people(number, 456_789, opened_on=OPENED)
    await accounts.pool.execute(
        "INSERT INTO base_change VALUES ($1, '2026-02-01', 500000, '调整', 'test', now())",
        late.account_number,
    )
    made = await drafted(
        accounts, number, month_of(late, "2026-01"), month_of(late, "2026-02"),
        month_of(early, "2026-01", wage_fen=700_000),
    )  # fmt: skip
    lines = (await accounts.staff.get(f"/back-payments/{made['id']}/lines")).json()["items"]
    assert {(one["account_number"], one["month"], one["employer_fen"]) for one in lines} == {
        (late.account_number, "2026-01", 36_543),
        (late.account_number, "2026-02", 50_000),
        (early.account_number, "2026-01", 8_000),
    }


async def raise_ratio(accounts: Accounts, number: str, ratio_bp: int, month: str) -> None:
    body = {
        "employer_ratio_bp": ratio_bp, "employee_ratio_bp": ratio_bp, "effective_month": month,
        "remark": "职工代表大会通过",
    }  # fmt: skip
    await accounts.operator(number).done(f"/employers/{number}/ratio", body)


async def test_r_trf_2_months_that_the_former_employer_left_unpaid_are_paid_back_by_it(
    accounts: Accounts,
) -> None:
    """January is the former one's at its 8 %, wherever the account is; the new one has 12 %."""
    former, _, late = await late_colleague(accounts)
    new = await accounts.employer(employer_ratio_bp=1200, employee_ratio_bp=1200)
    accounts.on(date(2026, 3, 2))
    await accounts.remit(former, "2026-02")
    await accounts.seal(late, "terminated")
    wanted = {
        "name": "张三丰", "id_number": late.id_number, "base_fen": 600_000, "first_month": "2026-03",
    }  # fmt: skip
    asked = await accounts.operator(new).done(f"/employers/{new}/transfers", wanted)
    await accounts.citizen(late).done(f"/my/transfers/{asked['id']}/consent", {"agree": True})
    january = {"items": [month_of(late, "2026-01")]}
    refused = await accounts.operator(new).post(f"/employers/{new}/back-payments", january)
    assert (refused.status_code, "不是该职工的缴存月份" in refused.json()["detail"]) == (422, True)
    made = await confirmed(accounts, former)
    assert made["total_fen"] == 73_086
    await accounts.credit(made["payment_reference"], 73_086)
    booked = {one["contribution_month"]: one["amount_fen"] for one in await accounts.entries(late)}
    assert booked == {"2026-01": 73_086, "2026-02": 73_086}
    await accounts.verified()


def deferral(**changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "from_month": "2026-02", "until_month": "2026-03", "catch_up_by": "2026-06-30",
        "resolution_number": "工会2026-3", "resolution_on": "2026-02-20", **GROUNDS,
    }  # fmt: skip
    return usual | changes


async def agreed(accounts: Accounts, number: str, body: dict[str, Any]) -> None:
    answer = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
    assert answer.status_code == 200, answer.text


async def test_r_dep_9_deferred_months_are_not_owed_until_they_are_to_be_caught_up(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    path = f"/employers/{number}/deferrals"
    await holds_against_insiders(accounts.desk, path, deferral())
    accounts.on(date(2026, 4, 30))
    facts = await accounts.facts(person)
    assert facts["owed_months"] == ["2026-04"]
    assert facts["deferred_months"] == ["2026-02", "2026-03"]
    lists = f"/employers/{number}/lists"
    refused = await accounts.staff.post(lists, {"month": "2026-02"})
    assert (refused.status_code, "已批准缓缴" in refused.json()["detail"]) == (422, True)
    await accounts.remit(number, "2026-04")
    made = await confirmed(accounts, number)
    assert (made["head_count"], made["total_fen"]) == (1, 2 * 96_000)
    await accounts.credit(made["payment_reference"], 2 * 96_000)
    facts = await accounts.facts(person)
    assert (facts["owed_months"], facts["deferred_months"]) == ([], [])
    assert (facts["balance_fen"], facts["paid_up_to"]) == (4 * 96_000, "2026-04")
    await accounts.verified()


async def test_r_dep_9_what_is_not_caught_up_in_time_is_owed(accounts: Accounts) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    await agreed(accounts, number, deferral())
    accounts.on(date(2026, 6, 30))
    assert (await accounts.facts(person))["deferred_months"] == ["2026-02", "2026-03"]
    accounts.on(date(2026, 7, 1))
    facts = await accounts.facts(person)
    assert facts["deferred_months"] == []
    assert facts["owed_months"][:2] == ["2026-02", "2026-03"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"until_month": "2027-02"}, "期限应在1至12个月之间"),
        ({"from_month": "2026-01"}, "应从2026-02起"),
        ({"resolution_on": "2026-03-03"}, "决议日期"),
        ({"resolution_on": "2025-03-01"}, "决议日期"),
        ({"catch_up_by": "2026-03-31"}, "补缴期限"),
        ({"catch_up_by": "2028-04-01"}, "补缴期限"),
    ],
)
async def test_r_dep_9_what_may_not_be_deferred(
    accounts: Accounts, changes: dict[str, Any], why: str
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    answer = await accounts.desk.by_two(f"/employers/{number}/deferrals", deferral(**changes))
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-DEP-9")
    assert why in answer.json()["detail"]


async def test_r_dep_9_never_two_deferrals_of_a_month(accounts: Accounts) -> None:
    number = await accounts.employer()
    await agreed(accounts, number, deferral())
    body = deferral(from_month="2026-03", until_month="2026-05")
    again = await accounts.desk.by_two(f"/employers/{number}/deferrals", body)
    assert (again.status_code, "已批准" in again.json()["detail"]) == (422, True)


async def test_r_dep_9_a_deferred_month_is_no_reason_for_a_reminder(accounts: Accounts) -> None:
    from accounts.handlers.reminders import remind_employers

    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.pool.execute("UPDATE individual_account SET entered_on = '2026-01-01'")
    await agreed(accounts, number, deferral(from_month="2026-01", until_month="2026-02"))
    async with accounts.context.unit() as unit:
        assert await remind_employers(unit) == 0
