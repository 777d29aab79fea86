"""A city's long runs, each killed in the middle: it goes on, nothing is done twice, every verifier agrees."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from tests.support.killed import killed
from tests.support.telling import received
from tests.support.workbench import Workbench

from accounts.domain import Month
from accounts.handlers import books, interest, remittances
from accounts.store import verifications
from accounts.store.days import seal_days_before
from accounts.views.verification import differences
from shared.base.clock import FixedClock
from shared.messages.settlement import ReceiptCredited
from shared.messaging.unit import Context, Unit

from .generated import GeneratedCity
from .generated.filling import fill
from .test_generated_city import ANEW, DUE_ANEW, TODAY, Made

CITY = GeneratedCity(TODAY, accounts=400, employers=30, settled=False)
MONTH = Month(2026, 12)
FREEZE = ["uuid[]", "text", "timestamptz"]
ADVANCE_RUN = ["integer", "text", "integer", "bigint"]
SIGNERS = (UUID(int=1), UUID(int=2))
CONFIRMED = """
SELECT payment_reference, employer_fen + employee_fen AS fen FROM remittance_list WHERE state = 'confirmed'
"""
PAID = "SELECT number FROM employer WHERE paid_up_to = '2026-11-01' ORDER BY number"
UNSETTLED = """
SELECT count(*) FROM individual_account AS account
WHERE opened_on <= '2026-06-30' AND NOT EXISTS (
    SELECT FROM interest_settlement AS done WHERE done.account_number = account.number AND fund_year = 2026)
"""


@pytest.fixture
async def made(platform: Workbench) -> AsyncIterator[Made]:
    database = await platform.create_database("accounts")
    one = Made(platform, {"accounts": database})
    await fill(platform.platform.postgres, one.databases, lambda _: one.data, CITY)
    yield one
    await platform.drop_database(database)


async def verified(context: Context) -> None:
    async with context.pool.acquire() as connection:
        found = await differences(connection)
        await verifications.keep(
            connection, context.personal_data, context.clock.today(), len(found)
        )
    assert found == []


def step(context: Context, work: Callable[[Unit], Awaitable[Any]]) -> Callable[[], Awaitable[Any]]:
    """A transaction of the service."""

    async def do() -> Any:
        async with context.unit() as unit:
            return await work(unit)

    return do


async def test_r_int_5_an_interest_run_that_is_killed_settles_everybody_once(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with made.accounts() as context:
        await step(context, lambda unit: interest.request_run(unit, 2026))()
        some = step(context, lambda unit: interest.settle_some(unit, 100))
        assert await some()
        await killed(monkeypatch, "accounts.store.interest.ADVANCE_RUN", ADVANCE_RUN, some)
        await verified(context)
        while await some():
            pass
        assert await context.pool.fetchval(UNSETTLED) == 0
        await verified(context)
    async with made.connected() as connection:
        await connection.execute(ANEW)
        assert await connection.fetch(DUE_ANEW, date(2026, 7, 1)) == []


async def test_r_dep_6_a_month_that_is_killed_is_frozen_and_booked_once(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with made.accounts() as context:
        numbers = [row["number"] for row in await context.pool.fetch(PAID)]
        asked = [remittances.DraftAsked(number, MONTH, by_staff=False) for number in numbers]
        drafted = await step(context, lambda unit: remittances.draft_lists(unit, asked))()
        ready = [
            remittances.ConfirmationAsked(list_id, number)
            for list_id, number in zip(drafted, numbers, strict=True)
        ]
        confirm = step(context, lambda unit: remittances.confirm_lists(unit, ready))
        await killed(monkeypatch, "accounts.store.remittances.SET_LIST_STATES", FREEZE, confirm)
        assert await context.pool.fetch(CONFIRMED) == []
        assert not any(await confirm())
        events = [
            ReceiptCredited(
                bank_serial=f"KILL{n}", amount_fen=row["fen"], payer_name="单位",
                remittance_information=row["payment_reference"], value_date=TODAY,
            )
            for n, row in enumerate(await context.pool.fetch(CONFIRMED))
        ]  # fmt: skip
        first, rest = received(events[:10]), received(events[10:])
        await step(context, lambda unit: remittances.book_receipts(unit, first))()
        book = step(context, lambda unit: remittances.book_receipts(unit, rest))
        await killed(monkeypatch, "accounts.store.receipts.ADVANCE_EMPLOYERS", ["uuid[]"], book)
        await verified(context)
        await book()
        await book()
        booked = (
            "SELECT count(*) FROM remittance_list WHERE month = '2026-12-01' AND state = 'booked'"
        )
        assert await context.pool.fetchval(booked) == len(numbers) == 30 - 1
        await verified(context)


async def test_r_bk_1_a_night_and_a_year_that_are_killed_are_done_once(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with made.accounts() as context:
        assert isinstance(context.clock, FixedClock)
        await step(context, lambda unit: interest.request_run(unit, 2026))()
        while await step(context, lambda unit: interest.settle_some(unit, 1_000))():
            pass
        context.clock.advance(timedelta(days=40))
        first_open = context.clock.today() - timedelta(days=1)
        seal = step(context, lambda unit: seal_days_before(unit.connection, first_open))
        await killed(monkeypatch, "accounts.store.days.SEAL_DAY", ["date", "bytea"], seal)
        assert await seal() == 1
        vouchers = step(context, books.make_vouchers)
        await killed(
            monkeypatch, "accounts.store.books.MAKE_DAY", ["date", "timestamptz"], vouchers
        )
        assert await vouchers() == 1
        await verified(context)
        years = step(context, lambda unit: books.close_year(unit, 2024, 0, 0, SIGNERS))
        closing = ["date", "uuid", "uuid", "timestamptz"]
        await killed(monkeypatch, "accounts.store.books.CLOSE", closing, years)
        await years()
        closed = "SELECT count(*) FROM accounting_period WHERE state = 'closed'"
        assert await context.pool.fetchval(closed) == 1
        await verified(context)
