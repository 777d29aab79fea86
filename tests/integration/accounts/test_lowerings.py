"""降低缴存比例: in hardship two of the centre agree to it, and it ends by itself (R-DEP-9)."""

from datetime import date
from typing import Any

import pytest
from tests.support.two_people import holds_against_insiders

from .conftest import GROUNDS, Accounts

OPENED = date(2026, 1, 1)


def lowering(**changes: Any) -> dict[str, Any]:
    usual: dict[str, Any] = {
        "from_month": "2026-02", "until_month": "2026-03", "employer_ratio_bp": 500,
        "employee_ratio_bp": 600, "resolution_number": "工会2026-3", "resolution_on": "2026-02-20",
        **GROUNDS,
    }  # fmt: skip
    return usual | changes


def path(number: str) -> str:
    return f"/employers/{number}/ratio-lowerings"


async def test_r_dep_9_a_lower_ratio_counts_for_its_months_and_ends_by_itself(
    accounts: Accounts,
) -> None:
    """6,000.00 at 8 % and 8 % are 960.00; at 5 % and 6 % in February and March 660.00; then 960.00 again."""
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=OPENED)
    assert (await accounts.remit(number, "2026-01"))["total_fen"] == 96_000
    await holds_against_insiders(accounts.desk, path(number), lowering())
    accounts.on(date(2026, 4, 20))
    totals = [(await accounts.remit(number, f"2026-0{month}"))["total_fen"] for month in (2, 3, 4)]
    assert totals == [66_000, 66_000, 96_000]
    # What is missing of a month is reckoned by the ratio that was in force in it.
    more = {"account_number": person.account_number, "month": "2026-03", "wage_fen": 700_000}
    back = f"/employers/{number}/back-payments"
    made = await accounts.operator(number).done(back, {"items": [more]})
    assert made["total_fen"] == 5_000 + 6_000
    (shown,) = (await accounts.operator(number).get(path(number))).json()["items"]
    assert (shown["employer_ratio_bp"], shown["employer_bp_after"]) == (500, 800)


async def test_r_chg_4_no_other_ratio_meanwhile_and_it_uses_up_no_change_of_the_year(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    assert (await accounts.desk.by_two(path(number), lowering())).status_code == 200
    body = {"employer_ratio_bp": 1000, "employee_ratio_bp": 1000, "remark": "职工代表大会通过"}
    ratio, operator = f"/employers/{number}/ratio", accounts.operator(number)
    for month in ("2026-02", "2026-03", "2026-04"):
        barred = await operator.post(ratio, {**body, "effective_month": month})
        assert (barred.status_code, barred.json()["title"]) == (409, "ratio-in-hardship")
        assert "至2026-03，期满自动恢复，2026-05起" in barred.json()["detail"]
    await operator.done(ratio, {**body, "effective_month": "2026-05"})
    again = lowering(from_month="2026-03", until_month="2026-06")
    answer = await accounts.desk.by_two(path(number), again)
    assert "该期间已批准降低缴存比例" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"until_month": "2027-02"}, "期限应在1至12个月之间"),
        ({"from_month": "2026-01"}, "应从2026-02起"),
        ({"resolution_on": "2025-03-01"}, "决议日期"),
        ({"employer_ratio_bp": 800, "employee_ratio_bp": 800}, "应低于当月比例（单位8%、个人8%）"),
        ({"employee_ratio_bp": 900}, "任何一方都不得提高"),
        ({"employer_ratio_bp": 400}, "5%至12%"),
    ],
)
async def test_r_dep_9_what_may_not_be_lowered(
    accounts: Accounts, changes: dict[str, Any], why: str
) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    answer = await accounts.desk.by_two(path(number), lowering(**changes))
    assert answer.status_code == 422, answer.text
    assert why in answer.json()["detail"]


async def test_r_dep_9_another_resolution_goes_on_where_the_first_ends(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    assert (await accounts.desk.by_two(path(number), lowering())).status_code == 200
    longer = lowering(from_month="2026-04", until_month="2026-05", employer_ratio_bp=600)
    done = await accounts.desk.by_two(path(number), longer)
    assert done.status_code == 200, done.text
    rows = await accounts.pool.fetch(
        "SELECT effective_month, employer_ratio_bp FROM ratio_change ORDER BY effective_month"
    )
    assert [(row["effective_month"].month, row["employer_ratio_bp"]) for row in rows] == [
        (2, 500),
        (4, 600),
        (6, 800),
    ]
