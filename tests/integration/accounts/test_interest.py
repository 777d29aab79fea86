"""Yearly interest (R-INT): E25 to the fen, restartable, never beside a closing withdrawal."""

import asyncio
import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import partial

import pytest
from prometheus_client import REGISTRY
from tests.money.cases import seeds
from tests.money.second.books import Saver
from tests.support.rules import put_in_force
from tests.support.savings import RATES, interest_due

from accounts.handlers import reservations
from accounts.handlers.interest import begin_due_run, settle_some
from accounts.tasks import begin_interest_runs, settle_interest
from shared.messages.deposits import InterestOfPerson, InterestSettled

from .conftest import TODAY, Accounts, Person, cancelled, paid, returned


async def run(accounts: Accounts, fund_year: int, limit: int = 1_000) -> int:
    """Ask for a run and carry it to its end; return in how many steps."""
    await accounts.staff.done("/interest-runs", {"fund_year": fund_year})
    steps = 0
    while True:
        async with accounts.context.unit() as unit:
            if not await settle_some(unit, limit):
                return steps
        steps += 1


async def e25(accounts: Accounts) -> Person:
    """Opening 10,000.00 on 2018-07-01, then 960.00 on the 10th of each month."""
    await accounts.no_limits()
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    (person,) = await accounts.people(number, 5_000_000, opened_on=date(2018, 6, 1))
    await accounts.remit(number, "2018-06", value_date=date(2018, 7, 1))
    await accounts.rebase(person, 480_000, "2018-07")
    for i in range(12):
        year, month = (2018, 7 + i) if i < 6 else (2019, i - 5)
        await accounts.remit(number, f"{year}-{month:02d}", value_date=date(year, month, 10))
    return person


async def test_r_int_3_e25_the_product_method(accounts: Accounts) -> None:
    person = await e25(accounts)
    assert (await accounts.facts(person))["balance_fen"] == 2_152_000
    await run(accounts, 2019)
    assert (await accounts.facts(person))["balance_fen"] == 2_176_232
    entry = (await accounts.entries(person))[0]
    assert (entry["business_text"], entry["amount_fen"]) == ("结息", 24_232)
    assert entry["value_date"] == "2019-07-01"  # R-INT-2: principal from then on
    await accounts.verified()


async def test_r_sms_2_whose_interest_was_settled_is_told_of_the_last_year_once(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 11, 29))
    person = await late_receipt(accounts, 96_000, date(2024, 2, 28))
    for year in (2024, 2025, 2026):
        await accounts.staff.done("/interest-runs", {"fund_year": year})
        while await accounts.context.transact(partial(settle_some, limit=1_000, tell=True)):
            pass
    told = [e for e in await accounts.events() if isinstance(e, InterestSettled)]
    assert [(e.fund_year, *e.people) for e in told] == [
        (
            2026,
            InterestOfPerson(
                person_id=person.person_id,
                account_tail=person.account_number[-4:],
                interest_fen=1_490,
                balance_fen=96_000 + 496 + 1_468 + 1_490,
            ),
        )
    ]


async def late_receipt(accounts: Accounts, fen: int, value_date: date) -> Person:
    """Somebody whose only deposit was entered today with an earlier value date."""
    await accounts.no_limits()
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    (person,) = await accounts.people(number, fen * 5, opened_on=date(2024, 2, 1))
    await accounts.remit(number, "2024-02", value_date=value_date)
    await accounts.seal(person)
    return person


async def test_r_int_2_closing_capitalises_each_30_june_that_passed_without_a_run(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 11, 29))
    person = await late_receipt(accounts, 96_000, date(2024, 2, 28))
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == 496 + 1_468 + 1_490 + 626
    await accounts.pay(reserved)
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


async def test_r_int_2_no_year_before_an_older_one_and_the_sum_is_the_same(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 11, 29))
    person = await late_receipt(accounts, 96_000, date(2024, 2, 28))
    for year in (2026, 2025):
        answer = await accounts.staff.post("/interest-runs", {"fund_year": year})
        assert (answer.status_code, answer.json()["title"]) == (409, "older-fund-year-unsettled")
        assert answer.json()["detail"].startswith("2024公积金年度尚未结息完毕")
        assert (await accounts.staff.get(f"/interest-runs/{year}")).status_code == 404
    for year in (2024, 2025, 2026):
        await run(accounts, year)
    settled = [
        e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"
    ]
    assert settled == [1_490, 1_468, 496]
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == 626
    await accounts.pay(reserved)
    await accounts.verified()


async def test_r_int_4_a_receipt_behind_settled_years_is_worth_what_it_was_worth_in_time(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 11, 29))
    person = await late_receipt(accounts, 100_000, date(2024, 2, 28))
    for year in (2024, 2025, 2026):
        await run(accounts, year)
    number = (await accounts.facts(person))["employer_number"]
    await accounts.staff.done(
        "/accounts/unseal",
        {"items": [{"account_number": person.account_number, "effective_month": "2024-03"}]},
    )
    await accounts.remit(number, "2024-03", value_date=date(2024, 3, 10))
    await accounts.seal(person)
    whole = interest_due(
        [(date(2024, 2, 28), 100_000), (date(2024, 3, 10), 100_000)], date(2026, 11, 29)
    )
    settled = sum(interest_due([(date(2024, 2, 28), 100_000)], date(2026, 7, 1)))
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == sum(whole) - settled
    await accounts.pay(reserved)
    await accounts.verified()


async def test_r_int_4_nothing_is_due_on_an_account_closed_behind_a_settled_year_nor_twice_if_it_is_back(
    accounts: Accounts,
) -> None:
    """What is paid for a year settled before is not principal beside it; as the second books have it."""
    accounts.on(date(2026, 11, 29))
    fen, late, today = 100_000_000, date(2024, 3, 10), date(2026, 11, 29)
    person = await late_receipt(accounts, fen, date(2024, 2, 28))
    for year in (2024, 2025, 2026):
        await run(accounts, year)
    number = (await accounts.facts(person))["employer_number"]
    await accounts.staff.done(
        "/accounts/unseal",
        {"items": [{"account_number": person.account_number, "effective_month": "2024-03"}]},
    )
    await accounts.remit(number, "2024-03", value_date=late)
    await accounts.seal(person)
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    assert await due(accounts, person, date(2029, 7, 2)) == 0
    await accounts.deliver(reservations.restore_funds, returned(reserved, returned_on=today))
    yearly = [(date(one, 7, 1), interest) for one, interest in settled_of(fen)]
    saver = Saver(
        0, late, today, {}, moved=[(date(2024, 2, 28), fen), (late, fen)], yearly=yearly,
        closing=[(today, reserved.interest_fen)],
    )  # fmt: skip
    rates = {date(1999, 4, 3): 150_000}
    assert reserved.interest_fen == replace(saver, closing=[]).due(today, rates)
    for until in (date(2026, 12, 31), date(2027, 7, 1), date(2028, 7, 1)):
        assert await due(accounts, person, until) == saver.due(until, rates), until
    await accounts.verified()


def settled_of(fen: int) -> list[tuple[int, int]]:
    years = interest_due([(date(2024, 2, 28), fen)], date(2026, 7, 1))
    return list(zip((2024, 2025, 2026), years, strict=True))


async def due(accounts: Accounts, person: Person, until: date) -> object:
    return await accounts.pool.fetchval(
        "SELECT interest_fen FROM individual_account AS account"
        " CROSS JOIN LATERAL interest_due(ARRAY[account.ledger_account_id], $2) WHERE number = $1",
        person.account_number,
        until,
    )


@pytest.mark.parametrize("seed", range(seeds(4)))
async def test_r_int_4_neither_order_nor_day_of_entry_changes_what_is_paid(
    accounts: Accounts, seed: int
) -> None:
    """Receipts in any order, runs between them at any time, rate changes: one sum."""
    chance = random.Random(seed)
    day = date(2026, 11, 29)
    accounts.on(day)
    await accounts.no_limits()
    await put_in_force(
        accounts.context,
        "INSERT INTO interest_rate VALUES ('2024-09-17', 0.0211000, '测试'), "
        "('2025-12-01', 0.0090000, '测试')",
    )
    rates = {
        **RATES,
        date(2024, 9, 17): Fraction(211, 10_000),
        date(2025, 12, 1): Fraction(9, 1_000),
    }
    number = await accounts.employer(employer_ratio_bp=1000, employee_ratio_bp=1000)
    fen = 2 * chance.randrange(10_000, 900_000)
    (person,) = await accounts.people(number, fen * 5, opened_on=date(2023, 1, 1))
    moved = []
    years = iter((2023, 2024, 2025, 2026))
    for month in range(1, 13):
        value_date = date(2023, 1, 1) + timedelta(
            days=chance.randrange((day - date(2023, 1, 1)).days)
        )
        moved.append((value_date, fen))
        await accounts.remit(number, f"2023-{month:02d}", value_date=value_date)
        if chance.random() < 0.4 and (year := next(years, None)) is not None:
            await accounts.staff.post("/interest-runs", {"fund_year": year})
            await step_to_end(accounts)
    await accounts.seal(person)
    reserved = await accounts.reserve(person)
    assert reserved.amount_fen == 12 * fen + sum(interest_due(moved, day, rates))
    await accounts.pay(reserved)
    await accounts.verified()


async def test_r_int_2_the_runs_begin_by_themselves_oldest_year_first(accounts: Accounts) -> None:
    person = await late_receipt(accounts, 96_000, date(2024, 2, 28))
    accounts.on(TODAY + timedelta(days=1))
    stop = asyncio.Event()
    tasks = [
        asyncio.create_task(task(accounts.context, stop))
        for task in (begin_interest_runs, settle_interest)
    ]
    async with asyncio.timeout(20):
        while (await accounts.staff.get("/interest-runs/2024")).status_code == 404:
            await asyncio.sleep(0.02)
    assert REGISTRY.get_sample_value("interest_years_due") == 2
    stop.set()
    await asyncio.gather(*tasks)
    await step_to_end(accounts)
    assert (await accounts.staff.get("/interest-runs/2025")).status_code == 404
    async with accounts.context.unit() as unit:
        due = await begin_due_run(unit)
    assert due is not None
    assert (due.fund_year, due.years) == (2025, 1)
    await step_to_end(accounts)
    async with accounts.context.unit() as unit:
        assert await begin_due_run(unit) is None
    settled = [
        e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"
    ]
    assert settled == [1_468, 496]
    await accounts.verified()


async def test_r_int_2_a_past_that_was_entered_today_is_settled_from_tomorrow(
    accounts: Accounts,
) -> None:
    await late_receipt(accounts, 96_000, date(2024, 2, 28))
    async with accounts.context.unit() as unit:
        assert await begin_due_run(unit) is None
    accounts.on(TODAY + timedelta(days=1))
    async with accounts.context.unit() as unit:
        assert await begin_due_run(unit) is not None


async def test_r_int_2_what_a_closing_withdrawal_held_is_settled_once_it_is_free(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 6, 30))
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    reserved = await accounts.reserve(person)
    accounts.on(date(2026, 7, 1))
    async with accounts.context.unit() as unit:
        assert await begin_due_run(unit) is None
    await run(accounts, 2026)
    await accounts.deliver(
        reservations.release_funds, cancelled(reserved.application_id, person.person_id)
    )
    async with accounts.context.unit() as unit:
        due = await begin_due_run(unit)
    assert due is not None
    assert due.fund_year == 2026
    await step_to_end(accounts)
    assert (await accounts.entries(person))[0]["amount_fen"] == 30 * 1_500


async def test_r_wdr_12_closing_interest_runs_to_the_day_on_which_the_bank_paid(
    accounts: Accounts,
) -> None:
    """Of 21,696.00 at 1.5 % five days earn 4.52."""
    fen = 2_169_600
    person = await accounts.saver(fen, value_date=TODAY - timedelta(days=59))
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == sum(interest_due([(TODAY - timedelta(days=59), fen)], TODAY))
    later = TODAY + timedelta(days=5)
    accounts.on(later)
    await accounts.deliver(reservations.post_funds, paid(reserved, paid_on=later))
    whole = sum(interest_due([(TODAY - timedelta(days=59), fen)], later))
    left = whole - reserved.interest_fen
    assert left == 452
    posted = (await accounts.events(str(reserved.application_id)))[-1]
    assert (posted.account_closed, posted.left_fen) == (False, left)
    facts = await accounts.facts(person)
    assert (facts["state_text"], facts["balance_fen"]) == ("封存", left)
    booked = [e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"]
    assert booked == [whole]
    await accounts.verified()
    rest = await accounts.reserve(person)
    assert (rest.principal_fen, rest.interest_fen) == (left, 0)
    await accounts.pay(rest)
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.verified()


@pytest.mark.parametrize("run_first", [True, False], ids=["run before the payment", "run after it"])
async def test_r_int_2_a_closing_that_is_paid_behind_30_june_earns_the_year_once(
    accounts: Accounts, run_first: bool
) -> None:
    """Of 360,000.00 at 1.5 % thirty days earn 450.00, then two days 30.04 with the interest of those."""
    accounts.on(date(2026, 6, 30))
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    reserved = await accounts.reserve(person)
    if run_first:
        accounts.on(date(2026, 7, 1))
        await run(accounts, 2026)
    accounts.on(date(2026, 7, 3))
    await accounts.deliver(reservations.post_funds, paid(reserved, paid_on=date(2026, 7, 3)))
    accounts.on(date(2026, 7, 4))
    await run(accounts, 2026)
    booked = [e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"]
    assert sorted(booked) == [3_004, 45_000]
    left = 45_000 + 3_004 - 29 * 1_500
    assert (await accounts.facts(person))["balance_fen"] == left
    await accounts.verified()
    rest = await accounts.reserve(person)
    assert (rest.principal_fen, rest.interest_fen) == (left, 0)
    await accounts.pay(rest)
    await accounts.deliver(reservations.restore_funds, returned(rest, returned_on=date(2026, 7, 6)))
    accounts.on(date(2027, 7, 1))
    await run(accounts, 2026)
    await run(accounts, 2027)
    earned = [e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"]
    exact = Fraction(left) * 360 * Fraction(15, 1_000) / 360
    assert sorted(earned)[-2:] == [3_004, 45_000]
    assert 0 < min(earned) <= exact, "a year of what was left, and of nothing else"
    await accounts.verified()


async def test_r_int_2_a_closing_that_came_back_finds_its_ended_year_settled(
    accounts: Accounts,
) -> None:
    """Priced and paid on 3 July before any run; the bank sends it back, the run finds nothing to book."""
    accounts.on(date(2026, 7, 3))
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == 45_000 + 3_004
    await accounts.pay(reserved)
    assert (await accounts.facts(person))["state_text"] == "提取销户"
    await accounts.deliver(
        reservations.restore_funds, returned(reserved, returned_on=date(2026, 7, 5))
    )
    await run(accounts, 2026)
    booked = [e["amount_fen"] for e in await accounts.entries(person) if e["business_type"] == "09"]
    assert sorted(booked) == [3_004, 45_000]
    assert (await accounts.facts(person))["balance_fen"] == 36_000_000 + 48_004
    await accounts.verified()


async def test_r_wdr_12_a_payment_on_the_day_of_its_price_closes(accounts: Accounts) -> None:
    people = [await accounts.saver(36_000_000, value_date=date(2026, 2, 1)) for _ in range(2)]
    on_time, late = [await accounts.reserve(person) for person in people]
    accounts.on(TODAY + timedelta(days=1))
    await accounts.deliver(
        reservations.post_funds,
        paid(on_time),
        paid(late, paid_on=TODAY + timedelta(days=1)),
    )
    states = [(await accounts.facts(person))["state_text"] for person in people]
    assert states == ["提取销户", "封存"]
    assert (await accounts.facts(people[1]))["balance_fen"] == 1_500
    await accounts.verified()


async def test_r_wdr_12_returned_money_earns_from_its_value_date(accounts: Accounts) -> None:
    person = await accounts.saver(36_000_000, value_date=date(2026, 2, 1))
    reserved = await accounts.reserve(person)
    await accounts.pay(reserved)
    accounts.on(date(2026, 3, 20))
    await accounts.deliver(
        reservations.restore_funds, returned(reserved, returned_on=date(2026, 3, 5))
    )
    again = await accounts.reserve(person)
    assert (again.principal_fen, reserved.interest_fen) == (36_000_000 + 29 * 1_500, 29 * 1_500)
    exact = Fraction(again.principal_fen) * 15 * Fraction(15, 1_000) / 360
    assert again.interest_fen == round(exact)
    await accounts.pay(again)
    await accounts.verified()


async def test_r_int_5_once_per_account_and_fund_year(accounts: Accounts) -> None:
    person = await e25(accounts)
    for _ in range(3):
        await run(accounts, 2019)
    assert (await accounts.facts(person))["balance_fen"] == 2_176_232
    progress = (await accounts.staff.get("/interest-runs/2019")).json()
    assert (progress["state_text"], progress["settled"]) == ("已完成", 1)
    assert progress["interest_fen"] == 24_232
    with pytest.raises(Exception, match="r_int_5_once_per_fund_year"):
        await accounts.pool.execute(
            "INSERT INTO interest_settlement (account_number, fund_year, interest_fen) "
            "VALUES ($1, 2019, 1)",
            person.account_number,
        )


async def test_r_int_2_the_next_year_starts_from_the_interest(accounts: Accounts) -> None:
    person = await e25(accounts)
    await run(accounts, 2019)
    await run(accounts, 2020)  # 1 July 2019 to 30 June 2020 has 366 days
    expected = round(Decimal(2_176_232) * 366 * Decimal("0.015") / 360)
    assert (await accounts.entries(person))[0]["amount_fen"] == expected
    await accounts.verified()


async def test_r_int_1_interest_runs_from_the_value_date(accounts: Accounts) -> None:
    person = await accounts.saver(36_000_000, sealed=None, value_date=date(2026, 6, 30))
    accounts.on(date(2026, 7, 1))
    await run(accounts, 2026)
    assert (await accounts.entries(person))[0]["amount_fen"] == 1_500  # one day


async def test_r_int_4_a_rate_change_splits_the_product(accounts: Accounts) -> None:
    await put_in_force(
        accounts.context, "INSERT INTO interest_rate VALUES ('2026-06-11', 0.0300000, '测试')"
    )
    person = await accounts.saver(36_000_000, sealed=None, value_date=date(2026, 6, 1))
    accounts.on(date(2026, 7, 1))
    await run(accounts, 2026)
    assert (await accounts.entries(person))[0]["amount_fen"] == 10 * 1_500 + 20 * 3_000


async def test_r_int_4_a_back_dated_booking_counts_from_its_day(accounts: Accounts) -> None:
    person = await accounts.saver(36_000_000, sealed=None, value_date=date(2026, 6, 1))
    number = (await accounts.facts(person))["employer_number"]
    accounts.on(date(2026, 7, 5))
    await run(accounts, 2026)
    await accounts.remit(number, "2026-02", value_date=date(2026, 6, 21))
    accounts.on(date(2027, 7, 1))
    await run(accounts, 2027)
    moved = [(date(2026, 6, 1), 36_000_000), (date(2026, 6, 21), 36_000_000)]
    in_time, after = interest_due(moved, date(2027, 7, 1))
    assert (await accounts.entries(person))[0]["amount_fen"] == in_time - 30 * 1_500 + after
    await accounts.verified()


async def test_r_seal_6_a_sealed_account_earns_interest(accounts: Accounts) -> None:
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    accounts.on(date(2026, 7, 1))
    await run(accounts, 2026)
    assert (await accounts.entries(person))[0]["amount_fen"] == 30 * 1_500


async def test_r_int_2_not_before_the_fund_year_is_over(accounts: Accounts) -> None:
    accounts.on(date(2026, 6, 30))
    answer = await accounts.staff.post("/interest-runs", {"fund_year": 2026})
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-INT-2")
    accounts.on(date(2026, 7, 1))
    assert (await accounts.staff.post("/interest-runs", {"fund_year": 2026})).status_code == 202


async def test_r_int_5_a_run_that_was_killed_goes_on_where_it_was(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 25, opened_on=date(2025, 6, 1))
    await accounts.remit(number, "2025-06", value_date=date(2025, 7, 1))
    accounts.on(date(2026, 7, 1))
    await accounts.staff.done("/interest-runs", {"fund_year": 2026})
    async with accounts.context.unit() as unit:
        await settle_some(unit, 10)

    class Killed(Exception):
        """The process dies before it commits."""

    async def step_then_die() -> None:
        async with accounts.context.unit() as unit:
            await settle_some(unit, 10)
            raise Killed

    with pytest.raises(Killed):
        await step_then_die()
    progress = (await accounts.staff.get("/interest-runs/2026")).json()
    assert (progress["state"], progress["settled"]) == ("running", 10)
    stop = asyncio.Event()
    task = asyncio.create_task(settle_interest(accounts.context, stop))
    async with asyncio.timeout(20):
        while (await accounts.staff.get("/interest-runs/2026")).json()["state"] != "finished":
            await asyncio.sleep(0.02)
    stop.set()
    await task
    entries = [await accounts.entries(person) for person in people]
    assert {(len(found), found[0]["amount_fen"]) for found in entries} == {(2, 1_460)}
    await accounts.verified()


async def test_r_int_5_steps_by_two_instances_at_once(accounts: Accounts) -> None:
    number = await accounts.employer()
    await accounts.people(number, *[600_000] * 30, opened_on=date(2025, 6, 1))
    await accounts.remit(number, "2025-06", value_date=date(2025, 7, 1))
    accounts.on(date(2026, 7, 1))
    await accounts.staff.done("/interest-runs", {"fund_year": 2026})

    async def instance() -> None:
        busy = True
        while busy:
            async with accounts.context.unit() as unit:
                busy = await settle_some(unit, 4)

    await asyncio.gather(*(instance() for _ in range(4)))
    await run(accounts, 2026)
    progress = (await accounts.staff.get("/interest-runs/2026")).json()
    assert (progress["settled"], progress["interest_fen"]) == (30, 30 * 1_460)
    await accounts.verified()


async def test_r_int_5_a_step_costs_a_constant_number_of_statements(accounts: Accounts) -> None:
    counts = []
    for size, year in ((2, 2024), (300, 2026)):
        number = await accounts.employer()
        await accounts.people(number, *[600_000] * size, opened_on=date(year - 1, 6, 1))
        await accounts.remit(number, f"{year - 1}-06", value_date=date(year - 1, 7, 1))
        accounts.on(date(2026, 7, 1))
        await accounts.staff.done("/interest-runs", {"fund_year": year})

        async def step(unit: object) -> None:
            await settle_some(unit, 10_000)  # type: ignore[arg-type]

        counts.append(await accounts.statements(step))
        await step_to_end(accounts)
        if year == 2024:
            await run(accounts, 2025)
            await run(accounts, 2026)
    assert counts[0] == counts[1] <= 8
    await accounts.verified()


async def step_to_end(accounts: Accounts) -> None:
    busy = True
    while busy:
        async with accounts.context.unit() as unit:
            busy = await settle_some(unit, 10_000)


async def test_r_wdr_12_a_closing_withdrawal_is_left_out_and_found_by_a_later_run(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 6, 30))
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    reserved = await accounts.reserve(person)
    assert reserved.interest_fen == 29 * 1_500
    accounts.on(date(2026, 7, 1))
    await run(accounts, 2026)
    progress = (await accounts.staff.get("/interest-runs/2026")).json()
    assert (progress["settled"], progress["left_out"]) == (0, 1)
    assert progress["state_text"] == "已完成，1户待提取办结后结息"
    await accounts.deliver(
        reservations.release_funds, cancelled(reserved.application_id, person.person_id)
    )
    await run(accounts, 2026)
    progress = (await accounts.staff.get("/interest-runs/2026")).json()
    assert (progress["settled"], progress["left_out"]) == (1, 0)
    assert (await accounts.entries(person))[0]["amount_fen"] == 30 * 1_500
    again = await accounts.reserve(person)
    assert again.interest_fen == 0
    await accounts.pay(again)
    await accounts.verified()


async def test_r_wdr_12_reserving_while_the_run_settles_never_pays_interest_twice(
    accounts: Accounts,
) -> None:
    accounts.on(date(2026, 7, 1))
    people = [await accounts.saver(36_000_000, value_date=date(2026, 6, 1)) for _ in range(6)]
    await accounts.staff.done("/interest-runs", {"fund_year": 2026})

    async def settle() -> None:
        async with accounts.context.unit() as unit:
            await settle_some(unit, 2)

    results = await asyncio.gather(
        *(accounts.reserve(person) for person in people), settle(), settle(), settle()
    )
    for reserved in results[: len(people)]:
        await accounts.pay(reserved)
        assert reserved.amount_fen == 36_000_000 + 30 * 1_500
    await step_to_end(accounts)
    await accounts.verified()
    assert accounts.clock.today() > TODAY
