"""Two transactions about one account: the second waits, and decides on what the first has done."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from tests.support.savings import interest_due
from tests.support.telling import received

from accounts.domain import Month
from accounts.errors import Reason, Refused
from accounts.handlers import changes, loan_money, remittances, reservations
from accounts.handlers.changes import Actor, Sealing
from accounts.handlers.interest import settle_some
from shared.messages.accounts import FundsRefused, SealReason

from .conftest import WHOLE, Accounts, Person, cancelled, receipt, requested
from .loans import debited, ledger, repaid

ANYONE = WHOLE.model_copy(update={"sealed_required": False})
STAFF = Actor("staff", None)

WAITING = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock'
"""
Step = Callable[[Any], Awaitable[Any]]


@asynccontextmanager
async def while_open(accounts: Accounts, first: Step) -> AsyncIterator[None]:
    """Keep the first one's transaction open in the block; commit at its end."""
    async with accounts.context.unit() as unit:
        await first(unit)
        yield


async def in_turn(accounts: Accounts, first: Step, second: Step) -> Any:
    """Run the second beside the open first; it must wait. Return what it comes to."""

    async def alone() -> Any:
        async with accounts.context.unit() as unit:
            return await second(unit)

    async with while_open(accounts, first):
        task: asyncio.Task[Any] = asyncio.create_task(_outcome(alone()))
        async with asyncio.timeout(30):
            while not await accounts.pool.fetchval(WAITING):
                assert not task.done(), "the second did not wait"
                await asyncio.sleep(0.01)
    return await task


async def _outcome(work: Coroutine[Any, Any, Any]) -> Any:
    try:
        return await work
    except Exception as error:
        return error


def reserving(person: Person, application: uuid.UUID, **changes: Any) -> Step:
    event = requested(person, ANYONE, application_id=application, **changes)
    return lambda unit: reservations.reserve_funds(unit, received([event]))


async def draft_of(accounts: Accounts, person: Person) -> uuid.UUID:
    number = (await accounts.facts(person))["employer_number"]
    found = await accounts.staff.done(f"/employers/{number}/lists", {"month": "2026-02"})
    return uuid.UUID(found["id"])


async def test_a_closing_withdrawal_waits_for_the_confirmation_of_a_list(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    list_id, application = await draft_of(accounts, person), uuid.uuid4()
    await in_turn(
        accounts,
        lambda unit: remittances.confirm_list(unit, list_id, None),
        reserving(person, application),
    )
    (answer,) = await accounts.events(str(application))
    assert isinstance(answer, FundsRefused)
    assert answer.reason_code == "change_request_open"


async def test_the_confirmation_of_a_list_waits_for_a_closing_withdrawal(
    accounts: Accounts,
) -> None:
    person = await accounts.saver(sealed=None)
    list_id = await draft_of(accounts, person)
    outcome = await in_turn(
        accounts,
        reserving(person, uuid.uuid4()),
        lambda unit: remittances.confirm_list(unit, list_id, None),
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.LIST_OUTDATED


async def test_sealing_waits_for_the_confirmation_of_a_list(accounts: Accounts) -> None:
    """R-CHG-6: a list that is confirmed bars changes for its month."""
    person = await accounts.saver(sealed=None)
    list_id = await draft_of(accounts, person)
    item = Sealing(person.account_number, SealReason.RETIRED, None, Month(2026, 2), "")
    outcome = await in_turn(
        accounts,
        lambda unit: remittances.confirm_list(unit, list_id, None),
        lambda unit: changes.seal_accounts(unit, [item], STAFF),
    )
    assert isinstance(outcome, Refused)
    assert outcome.reason is Reason.ON_CONFIRMED_LIST


async def on_the_first_of_july(accounts: Accounts) -> Person:
    accounts.on(date(2026, 7, 1))
    person = await accounts.saver(36_000_000, sealed=None, value_date=date(2026, 6, 1))
    await accounts.staff.done("/interest-runs", {"fund_year": 2026})
    return person


async def test_r_int_5_the_run_waits_for_a_reservation_and_leaves_it_out(
    accounts: Accounts,
) -> None:
    person = await on_the_first_of_july(accounts)
    await in_turn(accounts, reserving(person, uuid.uuid4()), lambda unit: settle_some(unit, 100))
    assert await accounts.pool.fetchval("SELECT count(*) FROM interest_settlement") == 0


async def test_r_wdr_12_a_reservation_waits_for_the_run_and_counts_its_interest(
    accounts: Accounts,
) -> None:
    person, application = await on_the_first_of_july(accounts), uuid.uuid4()
    await in_turn(accounts, lambda unit: settle_some(unit, 100), reserving(person, application))
    (answer,) = await accounts.events(str(application))
    assert (answer.principal_fen, answer.interest_fen) == (36_000_000 + 30 * 1_500, 0)


async def test_r_int_4_no_booking_falls_between_two_settlements(accounts: Accounts) -> None:
    person = await on_the_first_of_july(accounts)
    number = (await accounts.facts(person))["employer_number"]
    found = await accounts.confirmed(number, "2026-02")
    event = receipt(found["payment_reference"], found["total_fen"], value_date=date(2026, 6, 21))
    await in_turn(
        accounts,
        lambda unit: remittances.book_receipts(unit, received([event])),
        lambda unit: settle_some(unit, 100),
    )
    assert (await accounts.entries(person))[0]["amount_fen"] == 30 * 1_500 + 10 * 1_500
    await accounts.verified()


async def test_the_run_holds_up_a_booking_that_then_counts_next_year(accounts: Accounts) -> None:
    person = await on_the_first_of_july(accounts)
    number = (await accounts.facts(person))["employer_number"]
    found = await accounts.confirmed(number, "2026-02")
    event = receipt(found["payment_reference"], found["total_fen"], value_date=date(2026, 6, 21))
    await in_turn(
        accounts,
        lambda unit: settle_some(unit, 100),
        lambda unit: remittances.book_receipts(unit, received([event])),
    )
    await settle_to_end(accounts)
    accounts.on(date(2027, 7, 1))
    await accounts.staff.done("/interest-runs", {"fund_year": 2027})
    await settle_to_end(accounts)
    moved = [(date(2026, 6, 1), 36_000_000), (date(2026, 6, 21), 36_000_000)]
    in_time, after = interest_due(moved, date(2027, 7, 1))
    assert (await accounts.entries(person))[0]["amount_fen"] == in_time - 30 * 1_500 + after
    await accounts.verified()


async def settle_to_end(accounts: Accounts) -> None:
    busy = True
    while busy:
        async with accounts.context.unit() as unit:
            busy = await settle_some(unit, 100)


async def test_an_end_waits_for_its_reservation_and_releases_it(accounts: Accounts) -> None:
    person, application = await accounts.saver(200), uuid.uuid4()
    end = cancelled(application, person.person_id)
    await in_turn(
        accounts,
        reserving(person, application),
        lambda unit: reservations.release_funds(unit, received([end])),
    )
    assert (await accounts.facts(person))["frozen_fen"] == 0
    await accounts.verified()


async def test_a_reservation_waits_for_its_end_and_freezes_nothing(accounts: Accounts) -> None:
    person, application = await accounts.saver(200), uuid.uuid4()
    end = cancelled(application, person.person_id)
    await in_turn(
        accounts,
        lambda unit: reservations.release_funds(unit, received([end])),
        reserving(person, application),
    )
    assert (await accounts.facts(person))["frozen_fen"] == 0
    assert await accounts.events(str(application)) == []


async def test_two_repayments_of_one_debit_wait_for_each_other(accounts: Accounts) -> None:
    debit = debited(1_000)
    await accounts.deliver(loan_money.book_debits, debit)
    parked: list[str] = []

    def booking(contract: str) -> Step:
        entry = repaid(debit.debit_id, 1_000, contract_number=contract)

        async def book(unit: Any) -> None:
            await loan_money.book_repayments(unit, received([entry]))
            parked.extend(unit.parked.values())

        return book

    await in_turn(accounts, booking("DK2016000123"), booking("DK2016000124"))
    assert parked == ["repays 1000 fen of a source that has 0 fen left"]
    assert await ledger(accounts) == {"loan_principal": 1_000}
    await accounts.verified()


async def test_two_receipts_that_together_pay_a_list_wait_for_each_other(
    accounts: Accounts,
) -> None:
    number = await accounts.employer()
    (person,) = await accounts.people(number, 600_000, opened_on=date(2026, 1, 5))
    found = await accounts.confirmed(number, "2026-01")

    def crediting(fen: int) -> Step:
        event = receipt(found["payment_reference"], fen)
        return lambda unit: remittances.book_receipts(unit, received([event]))

    await in_turn(accounts, crediting(95_999), crediting(1))
    assert (await accounts.facts(person))["balance_fen"] == 96_000
    await accounts.verified()
