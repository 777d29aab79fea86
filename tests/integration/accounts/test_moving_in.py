"""Balances from before this system (期初): two people, once, to the fen of the former books (R-BK-1)."""

from datetime import date
from typing import Any

from tests.support.savings import interest_due

from shared.identity.principal import Role

from .conftest import TODAY, Accounts, Person

AS_OF = date(2026, 1, 1)


async def people_of(accounts: Accounts) -> tuple[str, list[Person]]:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 3, opened_on=date(2015, 3, 1))
    return number, people


def books(people: list[Person], *balances_fen: int, **changes: Any) -> dict[str, Any]:
    rows = [
        {
            "account_number": person.account_number,
            "balance_fen": fen,
            "paid_up_to": "2025-12",
        }
        for person, fen in zip(people, balances_fen, strict=True)
    ]
    usual = {
        "as_of": str(AS_OF),
        "head_count": len(rows),
        "total_fen": sum(balances_fen),
        "source": "原系统2025年末余额表",
        "rows": rows,
        "reason": "系统迁移",
        "evidence": ["德公积金〔2026〕1号"],
    }
    return usual | changes


async def propose(accounts: Accounts, number: str, body: dict[str, Any]) -> Any:
    return await accounts.staff.post(f"/employers/{number}/opening-balances", body)


async def sign(accounts: Accounts, proposed: Any) -> Any:
    path = f"/proposals/{proposed['proposal_id']}/decision"
    body = {"agree": True, "reason": "已与原账核对"}
    return await accounts.caller(Role.STAFF_CHECKER).post(path, body)


async def test_r_bk_1_balances_move_in_when_two_people_sign(accounts: Accounts) -> None:
    number, people = await people_of(accounts)
    balances = (1_234_567, 89, 36_000_000)
    proposed = await propose(accounts, number, books(people, *balances))
    assert proposed.status_code == 202, proposed.text
    assert [(await accounts.facts(one))["balance_fen"] for one in people] == [0, 0, 0]
    signed = await sign(accounts, proposed.json())
    assert signed.json()["state"] == "executed", signed.text
    assert [(await accounts.facts(one))["balance_fen"] for one in people] == list(balances)
    (entry,) = await accounts.entries(people[2])
    assert (entry["business_text"], entry["value_date"]) == ("期初余额", str(AS_OF))
    facts = await accounts.facts(people[2])
    assert (facts["paid_up_to"], facts["owed_months"]) == ("2025-12", ["2026-01", "2026-02"])
    report = (await accounts.staff.get(f"/employers/{number}/opening-balances")).json()
    (moved,) = report["items"]
    assert (moved["booked_people"], moved["booked_fen"]) == (3, sum(balances))
    assert (moved["difference_people"], moved["difference_fen"], report["without_opening"]) == (
        0,
        0,
        0,
    )
    await accounts.verified()


async def test_r_int_1_what_moved_in_earns_from_that_day(accounts: Accounts) -> None:
    number, people = await people_of(accounts)
    await sign(accounts, (await propose(accounts, number, books(people[:1], 36_000_000))).json())
    january = await accounts.remit(number, "2026-01")
    assert january["head_count"] == 3
    await accounts.seal(people[0])
    moved = [(AS_OF, 36_000_000), (TODAY, 96_000)]
    reserved = await accounts.reserve(people[0])
    assert reserved.amount_fen == 36_096_000 + sum(interest_due(moved, TODAY))
    await accounts.pay(reserved)
    await accounts.verified()


async def test_r_bk_1_what_differs_from_the_former_books_is_not_proposed(
    accounts: Accounts,
) -> None:
    number, people = await people_of(accounts)
    body = books(people, 100, 200, 300)
    answer = await propose(accounts, number, body | {"total_fen": 601, "head_count": 4})
    assert (answer.status_code, answer.json()["title"]) == (422, "books-differ")
    told = (answer.json()["difference_people"], answer.json()["difference_fen"])
    assert told == (1, 1)
    assert "相差1人、0.01元" in answer.json()["detail"]


async def test_r_bk_1_an_account_moves_in_once_and_before_anything_else(accounts: Accounts) -> None:
    number, people = await people_of(accounts)
    await sign(accounts, (await propose(accounts, number, books(people[:1], 100))).json())
    stranger = await accounts.saver()
    body = books([*people[:2], stranger], 100, 200, 300)
    body["rows"][1]["paid_up_to"] = "2026-02"
    answer = await propose(accounts, number, body)
    assert (answer.status_code, answer.json()["title"]) == (422, "cannot-move-in")
    reasons = {one["row"]: one["reason"] for one in answer.json()["errors"]}
    assert set(reasons) == {1, 2, 3}
    assert reasons[1].startswith("账户已有明细")
    assert reasons[2] == "缴至年月晚于期初日期"
    assert reasons[3] == "该单位没有这个个人账户"


async def test_r_bk_1_of_two_proposals_about_one_employer_the_second_waits(
    accounts: Accounts,
) -> None:
    number, people = await people_of(accounts)
    first = await propose(accounts, number, books(people[:1], 100))
    second = await propose(accounts, number, books(people[1:2], 200))
    assert second.status_code == 409
    await accounts.credit("谢谢", 1)
    await accounts.remit(number, "2015-03", value_date=date(2026, 1, 2))
    late = await sign(accounts, first.json())
    assert (late.status_code, late.json()["title"]) == (422, "cannot-move-in")
    assert (await accounts.facts(people[0]))["balance_fen"] == 96_000
    await accounts.verified()
