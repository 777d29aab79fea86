"""错缴更正: a contribution leaves by reversal, a new entry brings it where it belongs (R-BK-2, R-INT-4)."""

import asyncio
from datetime import date
from functools import partial
from typing import Any

import pytest
from tests.support.two_people import holds_against_insiders, staff

from accounts.handlers import reservations
from accounts.handlers.interest import begin_due_run, settle_some
from shared.identity.principal import Role
from shared.messages.deposits import DepositCorrected
from shared.messages.withdrawals import FundsConditions

from .conftest import GROUNDS, Accounts, Person, paid

OPENED = date(2026, 1, 1)
PART = FundsConditions(closing=False, sealed_required=False)


async def swapped(accounts: Accounts) -> tuple[str, Person, Person]:
    """January was contributed for the first, 960.00 on 2 March; it was the second's."""
    number = await accounts.employer()
    (wrong,) = await accounts.people(number, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01", value_date=date(2026, 3, 2))
    (right,) = await accounts.people(number, 600_000, opened_on=OPENED)
    return number, wrong, right


def of(month: str = "2026-01", fen: int = 48_000, to: Person | None = None) -> dict[str, Any]:
    named = {"to_account_number": to.account_number} if to else {}
    return {"month": month, "employer_fen": fen, "employee_fen": fen, **named, **GROUNDS}


def path(person: Person) -> str:
    return f"/accounts/{person.account_number}/corrections"


async def interest_until(accounts: Accounts, person: Person, day: date) -> Any:
    return await accounts.pool.fetchval(
        "SELECT interest_fen FROM interest_due(ARRAY[(SELECT ledger_account_id FROM individual_account"
        " WHERE number = $1)], $2)",
        person.account_number,
        day,
    )


async def overpaid(accounts: Accounts) -> Person:
    """2 x 960.00 since 2 March, 9.68 of interest on 1 July; then one of them leaves, as if it had never come.

    Up to 2 July 4.84 and, for a day of 964.84, 0.04 are due of it: 4.80 were booked too much.
    """
    accounts.on(date(2026, 5, 6))
    number = await accounts.employer()
    (wrong,) = await accounts.people(number, 600_000, opened_on=OPENED)
    for month in ("2026-01", "2026-02"):
        await accounts.remit(number, month, value_date=date(2026, 3, 2))
    accounts.on(date(2026, 7, 2))
    while await accounts.context.transact(begin_due_run):
        while await accounts.context.transact(partial(settle_some, limit=1_000)):
            pass
    assert (await accounts.desk.by_two(path(wrong), of())).status_code == 200
    assert (await accounts.facts(wrong))["balance_fen"] == 96_968
    assert await interest_until(accounts, wrong, date(2026, 7, 2)) == -480
    return wrong


async def refused(accounts: Accounts, person: Person, body: dict[str, Any]) -> str:
    answer = await accounts.desk.by_two(path(person), body)
    assert (answer.status_code, answer.json()["title"]) == (409, "cannot-correct"), answer.text
    return str(answer.json()["detail"])


async def test_r_bk_2_the_money_goes_to_the_right_person_with_its_own_day(
    accounts: Accounts,
) -> None:
    """From 2 March to 30 June are 121 days: 960.00 x 1.5 % x 121 / 360 = 4.84, all of it the right one's."""
    _, wrong, right = await swapped(accounts)
    accounts.on(date(2026, 5, 6))
    await holds_against_insiders(accounts.desk, path(wrong), of(to=right))
    (back, came) = await accounts.entries(wrong)
    assert (back["amount_fen"], back["contribution_month"]) == (-96_000, "2026-01")
    assert (came["amount_fen"], came["value_date"]) == (96_000, "2026-03-02")
    (entry,) = await accounts.entries(right)
    assert (entry["amount_fen"], entry["value_date"]) == (96_000, "2026-03-02")
    assert await interest_until(accounts, wrong, date(2026, 7, 1)) == 0
    assert await interest_until(accounts, right, date(2026, 7, 1)) == 484
    facts = [await accounts.facts(person) for person in (wrong, right)]
    assert [one["paid_up_to"] for one in facts] == [None, "2026-01"]
    assert ["2026-01" in one["owed_months"] for one in facts] == [True, False]
    told = [e for e in await accounts.events() if isinstance(e, DepositCorrected)]
    assert [(e.person_id, e.amount_fen) for e in told] == [
        (wrong.person_id, -96_000),
        (right.person_id, 96_000),
    ]
    await accounts.verified()


async def test_r_bk_2_what_belongs_to_nobody_lies_in_suspense_and_can_leave_it(
    accounts: Accounts,
) -> None:
    number, wrong, _ = await swapped(accounts)
    done = await accounts.desk.by_two(path(wrong), of(fen=500))
    assert done.status_code == 200, done.text
    (lying,) = (await accounts.operator(number).get(f"/employers/{number}/suspense")).json()[
        "items"
    ]
    assert (lying["left_fen"], lying["value_date"]) == (1_000, "2026-03-02")
    assert lying["why_text"] == "错缴更正转回的款项，等待缴纳清册或退款。"
    facts = await accounts.facts(wrong)
    assert (facts["balance_fen"], facts["paid_up_to"]) == (95_000, "2026-01")
    await accounts.verified()
    listed = await accounts.confirmed(number, "2026-02")
    await accounts.credit("未写编号", listed["total_fen"] - 1_000, bank_serial="REST")
    parts = [
        {"bank_serial": lying["bank_serial"], "amount_fen": 1_000},
        {"bank_serial": "REST", "amount_fen": listed["total_fen"] - 1_000},
    ]
    answer = await accounts.desk.by_two(
        f"/lists/{listed['id']}/allotment", {"parts": parts, **GROUNDS}
    )
    assert answer.json()["result"]["state"] == "booked"
    await accounts.verified()


async def test_r_bk_2_a_month_can_be_paid_back_after_its_correction(accounts: Accounts) -> None:
    number, wrong, _ = await swapped(accounts)
    assert (await accounts.desk.by_two(path(wrong), of())).status_code == 200
    item = {"account_number": wrong.account_number, "month": "2026-01"}
    made = await accounts.operator(number).done(
        f"/employers/{number}/back-payments", {"items": [item]}
    )
    assert made["total_fen"] == 96_000


async def test_r_bk_2_never_more_than_was_booked_nor_twice(accounts: Accounts) -> None:
    _, wrong, right = await swapped(accounts)
    assert "不足更正" in await refused(accounts, wrong, of(fen=48_001))
    maker = accounts.as_(staff(Role.STAFF_MAKER))
    asked = [
        await maker.post(path(wrong), body)
        for body in (of(fen=30_000), of(fen=30_000, month="2026-01", to=right))
    ]
    assert [one.status_code for one in asked] == [202, 409], "one correction of a month at a time"
    decided = await asyncio.gather(
        *(
            accounts.desk.decide(asked[0].json()["proposal_id"], staff(Role.STAFF_CHECKER))
            for _ in range(2)
        )
    )
    assert sorted(one.status_code for one in decided) == [200, 409]
    assert "不足更正" in await refused(accounts, wrong, of(fen=18_001, to=right))
    assert (await accounts.desk.by_two(path(wrong), of(fen=18_000))).status_code == 200
    assert (await accounts.facts(wrong))["balance_fen"] == 0
    await accounts.verified()


async def test_r_bk_2_what_was_withdrawn_is_not_taken_from_the_account(accounts: Accounts) -> None:
    """600.00 were withdrawn of 960.00: 360.00 can be put right, the rest is claimed back first."""
    _, wrong, right = await swapped(accounts)
    reserved = await accounts.reserve(wrong, PART.model_copy(update={"cap_fen": 60_000}))
    assert "冻结待付" in await refused(accounts, wrong, of(fen=1_000))
    await accounts.pay(reserved)
    why = await refused(accounts, wrong, of())
    assert "款项已被提取，账户只余360.00元，不足部分应先追回" in why
    accounts.on(date(2026, 5, 6))
    assert (await accounts.desk.by_two(path(wrong), of(fen=17_000, to=right))).status_code == 200
    assert (await accounts.facts(wrong))["balance_fen"] == 2_000
    await accounts.verified()


async def test_r_bk_2_a_closed_account_is_not_corrected(accounts: Accounts) -> None:
    person = await accounts.saver(96_000)
    await accounts.pay(await accounts.reserve(person))
    assert "提取销户" in await refused(accounts, person, of())


async def test_r_int_4_a_closing_takes_back_what_a_settled_year_paid_too_much(
    accounts: Accounts,
) -> None:
    """The bank pays two days later what was priced, 964.88; the 0.08 of these days stay (R-WDR-12)."""
    person = await overpaid(accounts)
    await accounts.seal(person)
    reserved = await accounts.reserve(person)
    assert (reserved.principal_fen, reserved.interest_fen) == (96_488, 0)
    accounts.on(date(2026, 7, 4))
    await accounts.deliver(reservations.post_funds, paid(reserved, paid_on=date(2026, 7, 4)))
    assert (await accounts.facts(person))["balance_fen"] == 8
    rest = await accounts.reserve(person)
    assert (rest.amount_fen, await accounts.pay(rest)) == (8, ([], []))
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("提取销户", 0)
    for later in (date(2027, 7, 1), date(2031, 1, 1)):
        assert await interest_until(accounts, person, later) == 0
    await accounts.verified()


async def test_r_int_4_what_was_paid_too_much_cannot_be_withdrawn_in_part(
    accounts: Accounts,
) -> None:
    person = await overpaid(accounts)
    reserved = await accounts.reserve(person, PART)
    assert reserved.principal_fen == 96_968 - 480 - 1
    await accounts.pay(reserved)
    await accounts.seal(person)
    last = await accounts.reserve(person)
    assert last.amount_fen == 1
    await accounts.pay(last)
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


async def test_r_bk_2_a_month_that_the_right_person_has_is_not_paid_twice(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    one, other = await accounts.people(number, 600_000, 600_000, opened_on=OPENED)
    await accounts.remit(number, "2026-01")
    assert "应转入单位暂收款" in await refused(accounts, one, of(to=other))


@pytest.mark.parametrize("month", ["2025-12", "2026-02"])
async def test_r_bk_2_only_what_was_booked_is_corrected(accounts: Accounts, month: str) -> None:
    _, wrong, _ = await swapped(accounts)
    assert "不足更正" in await refused(accounts, wrong, of(month=month))
