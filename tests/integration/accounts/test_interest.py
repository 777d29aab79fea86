"""Yearly interest (R-INT): E25 to the fen, restartable, never beside a closing withdrawal."""

import asyncio
from datetime import date
from decimal import Decimal

import pytest

from accounts.handlers import reservations
from accounts.handlers.interest import settle_some
from accounts.tasks import settle_interest

from .conftest import TODAY, Accounts, Person, cancelled


async def run(accounts: Accounts, fund_year: int, limit: int = 1_000) -> int:
    """Ask for a run and carry it to its end; return in how many steps."""
    await accounts.admin.done("/interest-runs", {"fund_year": fund_year})
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
    await accounts.pool.execute(
        "INSERT INTO interest_rate VALUES ('2026-06-11', 0.0300000, '测试')"
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
    settled = 36_000_000 + 30 * 1_500
    product = settled * 365 + 36_000_000 * (10 + 365)
    expected = round(Decimal(product) * Decimal("0.015") / 360)
    assert (await accounts.entries(person))[0]["amount_fen"] == expected
    await accounts.verified()


async def test_r_seal_6_a_sealed_account_earns_interest(accounts: Accounts) -> None:
    person = await accounts.saver(36_000_000, value_date=date(2026, 6, 1))
    accounts.on(date(2026, 7, 1))
    await run(accounts, 2026)
    assert (await accounts.entries(person))[0]["amount_fen"] == 30 * 1_500


async def test_r_int_2_not_before_the_fund_year_is_over(accounts: Accounts) -> None:
    accounts.on(date(2026, 6, 30))
    answer = await accounts.admin.post("/interest-runs", {"fund_year": 2026})
    assert (answer.status_code, answer.json()["rule"]) == (422, "R-INT-2")
    accounts.on(date(2026, 7, 1))
    assert (await accounts.admin.post("/interest-runs", {"fund_year": 2026})).status_code == 202


async def test_r_int_5_a_run_that_was_killed_goes_on_where_it_was(accounts: Accounts) -> None:
    number = await accounts.employer()
    people = await accounts.people(number, *[600_000] * 25, opened_on=date(2025, 6, 1))
    await accounts.remit(number, "2025-06", value_date=date(2025, 7, 1))
    accounts.on(date(2026, 7, 1))
    await accounts.admin.done("/interest-runs", {"fund_year": 2026})
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
    await accounts.admin.done("/interest-runs", {"fund_year": 2026})

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
        await accounts.admin.done("/interest-runs", {"fund_year": year})

        async def step(unit: object) -> None:
            await settle_some(unit, 10_000)  # type: ignore[arg-type]

        counts.append(await accounts.statements(step))
        await step_to_end(accounts)
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
    await accounts.admin.done("/interest-runs", {"fund_year": 2026})

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
