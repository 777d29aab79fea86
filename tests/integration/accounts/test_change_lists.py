"""What an employer changes for many at once: a list of changes, the bases of July, the ratios."""

from datetime import date
from typing import Any

from .conftest import TODAY, Accounts, Person

MARCH, APRIL = "2026-03", "2026-04"


def seal(person: Person, month: str = MARCH, **more: Any) -> dict[str, Any]:
    row = {"kind": "seal", "account_number": person.account_number, "reason": "terminated"}
    return {**row, "effective_month": month, **more}


def unseal(person: Person, month: str) -> dict[str, Any]:
    return {"kind": "unseal", "account_number": person.account_number, "effective_month": month}


def base(person: Person, base_fen: int, month: str = MARCH, **more: Any) -> dict[str, Any]:
    row = {"kind": "base", "account_number": person.account_number, "base_fen": base_fen}
    return {**row, "effective_month": month, "reason": "调薪", **more}


async def staffed(accounts: Accounts, *bases_fen: int) -> tuple[str, list[Person]]:
    """An employer whose people work since January, January and February booked."""
    number = await accounts.employer()
    people = await accounts.people(number, *bases_fen, opened_on=date(2026, 1, 5))
    await accounts.remit(number, "2026-01")
    await accounts.remit(number, "2026-02")
    return number, people


async def deposits(accounts: Accounts, number: str, month: str) -> dict[str, int]:
    """Draft a month, read its lines, take it back: employer's side in fen, by account."""
    staff = accounts.staff
    drafted = await staff.done(f"/employers/{number}/lists", {"month": month})
    lines = (await staff.get(f"/lists/{drafted['id']}/lines")).json()["items"]
    await staff.done(f"/lists/{drafted['id']}/withdrawal")
    return {line["account_number"]: line["employer_fen"] for line in lines}


async def test_r_chg_1_a_list_of_changes_is_done_whole_and_governs_the_months_list(
    accounts: Accounts,
) -> None:
    number, (gone, stays, raised) = await staffed(accounts, 600_000, 600_000, 600_000)
    operator = accounts.operator(number)
    rows = [seal(gone), base(raised, 700_000)]
    done = await operator.done(f"/employers/{number}/changes", {"items": rows})
    assert done["count"] == 2
    assert [one["account_number"] for one in done["items"]] == [
        gone.account_number,
        raised.account_number,
    ]
    # 8 % of 6,000 and of 7,000; whoever is sealed from March is not on it.
    assert await deposits(accounts, number, MARCH) == {
        stays.account_number: 48_000,
        raised.account_number: 56_000,
    }


async def test_r_chg_2_every_wrong_row_of_any_kind_is_told_with_its_place_and_nothing_is_done(
    accounts: Accounts,
) -> None:
    number, (one, two, three) = await staffed(accounts, 600_000, 600_000, 600_000)
    _, (stranger,) = await staffed(accounts, 600_000)
    rows = [
        seal(one),
        base(two, 700_000, "2026-02"),
        unseal(three, APRIL),
        base(stranger, 700_000),
    ]
    answer = await accounts.operator(number).post(
        f"/employers/{number}/changes", {"items": rows[:3]}
    )
    assert answer.status_code in (409, 422)
    told = [(flaw["row"], flaw["field"], flaw["rule"]) for flaw in answer.json()["errors"]]
    assert told == [(2, "effective_month", "R-CHG-2"), (3, "account_number", "R-SEAL-2")]
    assert (await accounts.facts(one))["state"] == "01"
    strange = await accounts.operator(number).post(
        f"/employers/{number}/changes", {"items": [rows[0], rows[3]]}
    )
    assert strange.status_code == 404
    assert [flaw["row"] for flaw in strange.json()["errors"]] == [2]


async def test_r_chg_5_a_preview_says_what_becomes_of_the_month_and_changes_nothing(
    accounts: Accounts,
) -> None:
    number, (gone, stays, raised) = await staffed(accounts, 600_000, 600_000, 600_000)
    await accounts.people(number, 600_000)
    operator = accounts.operator(number)
    rows = [seal(gone), base(raised, 100_000_00_00)]
    shown = await operator.post(f"/employers/{number}/changes/preview", {"items": rows})
    assert shown.status_code == 200, shown.text
    rolled = shown.json()["rolled"]
    # February: 3 x 960.00. March: one leaves, one joins, one is counted by the limit.
    assert (rolled["people_before"], rolled["before_fen"]) == (3, 288_000)
    assert (rolled["joined"], rolled["joined_fen"], rolled["left"]) == (1, 96_000, 1)
    assert rolled["left_fen"] == 96_000
    policy = await accounts.pool.fetchrow(
        "SELECT * FROM deposit_policy WHERE effective_from <= '2026-03-01' "
        "ORDER BY effective_from DESC LIMIT 1"
    )
    most = policy["base_max_fen"]
    assert rolled["changed_fen"] == 2 * round(most * 8 / 100) - 96_000
    assert rolled["people"] == 3
    [crossed] = shown.json()["limits_crossed"]
    assert crossed["account_number"] == raised.account_number
    assert "允许" in crossed["remark"]
    assert f"{most // 100:,}" in crossed["remark"]
    assert (await accounts.facts(gone))["state"] == "01"
    assert (await accounts.facts(raised))["base_fen"] == 600_000
    assert stays.account_number in await deposits(accounts, number, MARCH)


async def test_r_chg_6_changes_of_a_frozen_month_are_refused_and_of_the_next_are_taken(
    accounts: Accounts,
) -> None:
    number, (one, two) = await staffed(accounts, 600_000, 600_000)
    await accounts.confirmed(number, MARCH)
    operator, path = accounts.operator(number), f"/employers/{number}/changes"
    refused = await operator.post(path, {"items": [base(one, 700_000), seal(two)]})
    assert refused.status_code == 409
    assert {flaw["rule"] for flaw in refused.json()["errors"]} == {"R-CHG-6"}
    assert all(APRIL in flaw["reason"] for flaw in refused.json()["errors"])
    await operator.done(path, {"items": [base(one, 700_000, APRIL), seal(two, APRIL)]})


async def test_r_chg_6_a_draft_that_a_change_has_made_wrong_is_not_confirmed(
    accounts: Accounts,
) -> None:
    number, (one, _) = await staffed(accounts, 600_000, 600_000)
    operator = accounts.operator(number)
    drafted = await operator.done(f"/employers/{number}/lists", {"month": MARCH})
    await operator.done(f"/employers/{number}/changes", {"items": [base(one, 700_000)]})
    answer = await operator.post(f"/lists/{drafted['id']}/confirmation")
    assert (answer.status_code, answer.json()["title"]) == (409, "list-outdated")


async def test_what_the_centre_changes_for_an_employer_takes_two(accounts: Accounts) -> None:
    number, (one, two) = await staffed(accounts, 600_000, 600_000)
    desk, path = accounts.desk, f"/employers/{number}/changes"
    body = {"items": [seal(one)], "reason": "单位书面委托", "evidence": ["1号"]}
    assert (await desk.by_two(path, body)).status_code == 200
    assert (await accounts.facts(one))["state"] == "02"
    other = await accounts.employer()
    foreign = {**body, "items": [seal(two)]}
    answer = await desk.by_two(f"/employers/{other}/changes", foreign)
    assert answer.status_code == 404, "staff do not reach another employer's people through it"


async def test_r_chg_3_the_round_of_july_forgets_nobody_and_leaves_out_who_is_sealed(
    accounts: Accounts,
) -> None:
    number, (one, two, sealed) = await staffed(accounts, 600_000, 600_000, 600_000)
    await accounts.seal(sealed)
    operator, path = accounts.operator(number), f"/employers/{number}/base-round"
    page = (await operator.get(path, year=2026)).json()
    assert page["month"] == "2026-07"
    assert [person["account_number"] for person in page["items"]] == [
        one.account_number,
        two.account_number,
    ]
    item = {"account_number": one.account_number, "base_fen": 650_000}
    answer = await operator.post(path, {"year": 2026, "items": [item]})
    assert (answer.status_code, answer.json()["title"]) == (422, "base-round-incomplete")
    assert answer.json()["missing"] == [two.account_number]
    both = [item, {"account_number": two.account_number, "base_fen": 1}]
    done = await operator.done(path, {"year": 2026, "items": both})
    assert (done["count"], done["rolled"]["people"]) == (2, 2)
    assert [crossed["account_number"] for crossed in done["limits_crossed"]] == [two.account_number]
    shown = (await operator.get(path, year=2026)).json()["items"]
    assert [(person["base_fen"], person["new_base_fen"]) for person in shown] == [
        (600_000, 650_000),
        (600_000, 1),
    ]


async def test_r_chg_4_another_ratio_counts_for_everybody_from_its_month_on(
    accounts: Accounts,
) -> None:
    number, (one, two) = await staffed(accounts, 600_000, 500_000)
    operator, path = accounts.operator(number), f"/employers/{number}/ratio"
    body = {
        "employer_ratio_bp": 1000,
        "employee_ratio_bp": 900,
        "effective_month": APRIL,
        "remark": "职工代表大会通过",
    }
    rolled = await operator.done(path, body)
    # 11,000.00 x 16 % before, x 19 % from April.
    assert (rolled["before_fen"], rolled["total_fen"]) == (176_000, 209_000)
    assert await deposits(accounts, number, MARCH) == {
        one.account_number: 48_000,
        two.account_number: 40_000,
    }
    await accounts.remit(number, MARCH)
    accounts.on(date(2026, 4, 20))
    assert await deposits(accounts, number, APRIL) == {
        one.account_number: 60_000,
        two.account_number: 50_000,
    }
    assert (await accounts.facts(one))["monthly_deposit_fen"] == 60_000 + 54_000
    again = await operator.post(path, {**body, "effective_month": "2026-05"})
    assert again.json()["title"] == "ratio-once-a-year"


async def test_r_chg_4_a_ratio_is_refused_with_what_is_allowed(accounts: Accounts) -> None:
    number, _ = await staffed(accounts, 600_000)
    operator, path = accounts.operator(number), f"/employers/{number}/ratio"

    async def refused(**changes: Any) -> tuple[int, str, str]:
        body = {"employer_ratio_bp": 900, "employee_ratio_bp": 900, "remark": "调整"}
        answer = await operator.post(path, {**body, "effective_month": MARCH, **changes})
        return answer.status_code, answer.json()["title"], answer.json()["detail"]

    status, code, words = await refused(employer_ratio_bp=1300)
    assert (status, code) == (422, "ratio-not-allowed")
    assert "5%至12%" in words
    assert (await refused(effective_month="2026-02"))[1] == "ratio-month-paid"
    assert (await refused(remark=""))[1] == "ratio-reason-required"
    assert (await refused(employee_ratio_bp=500))[1] == "ratio-lowered"
    await accounts.confirmed(number, MARCH)
    assert (await refused())[1] == "ratio-month-frozen"


async def test_r_acc_1_no_changes_without_an_agreement(accounts: Accounts) -> None:
    number = await accounts.employer(agreement_version=None)
    (person,) = await accounts.people(number, 600_000, opened_on=TODAY)
    answer = await accounts.operator(number).post(
        f"/employers/{number}/changes", {"items": [base(person, 700_000)]}
    )
    assert answer.json()["title"] == "agreement-required"
