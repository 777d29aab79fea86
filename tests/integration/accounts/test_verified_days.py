"""Sealed days are verified once and some again; no verdict hides a day that was changed (R-BK-2, ADR 62)."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from accounts.store import verifications
from accounts.views import verification
from accounts.work.verification import by_days, verify_when_due

from .conftest import TODAY, Accounts
from .test_ledger import OPEN, seal_all, transfer

A_DAY = 86_400.0
DAYS = [TODAY + timedelta(days=day) for day in range(1, 4)]
LOOK = Callable[[Any, Any, bytes], Awaitable[tuple[list[str], int]]]
RECHAIN = """
UPDATE ledger_day SET hash = ledger_day_hash(booked_on, previous_hash),
                      entries = (SELECT count(*) FROM entry WHERE entry.booked_on = ledger_day.booked_on)
WHERE booked_on = $1
"""
"""What somebody with the owner's password does who knows the chain."""
FORGED = """
INSERT INTO day_verdict SELECT booked_on, entries, hash, 1, now(), 'seal' FROM ledger_day WHERE booked_on = $1
ON CONFLICT (booked_on) DO UPDATE SET hash = excluded.hash, entries = excluded.entries, verified_at = now()
"""


@pytest.fixture
async def three(accounts: Accounts) -> tuple[int, int]:
    """Three sealed days with a transfer each, and an open one; the bank's ledger account and a person's."""
    bank = await accounts.pool.fetchval("SELECT id FROM ledger_account WHERE kind = 'bank'")
    mine = await accounts.pool.fetchval(
        "INSERT INTO ledger_account (kind, number) VALUES ('individual', 'x') RETURNING id"
    )
    async with accounts.pool.acquire() as connection:
        for day in DAYS:
            await transfer(connection, {bank: -100, mine: 100}, on=day)
        accounts.on(TODAY + timedelta(days=5))
        await transfer(connection, {bank: -7, mine: 7}, on=accounts.clock.today())
    assert await seal_all(accounts) == 3
    return bank, mine


async def night(accounts: Accounts, again: int = 1) -> list[str]:
    """Verify as the service does in a night that reads so many days again; what differs."""
    settings = accounts.context.settings.model_copy(update={"ledger_verify_again_days": again})
    accounts.clock.advance(timedelta(seconds=1))
    async with accounts.pool.acquire() as connection:
        found = await by_days(replace(accounts.context, settings=settings), connection)
        today = accounts.clock.today()
        await verifications.keep(connection, accounts.context.personal_data, today, len(found))
    return found


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[date]:
    """The sealed days whose entries were read, in order."""
    days: list[date] = []
    look: LOOK = verification.of_day

    async def spy(connection: Any, day: Any, key: bytes) -> tuple[list[str], int]:
        days.append(day.booked_on)
        return await look(connection, day, key)

    monkeypatch.setattr(verification, "of_day", spy)
    return days


@asynccontextmanager
async def forging(accounts: Accounts, platform: Any, *tables: str) -> AsyncIterator[Any]:
    """The owner of the tables, with the triggers that refuse it put aside."""
    async with accounts.as_owner(platform) as owner:
        for table in tables:
            await owner.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        yield owner
        for table in tables:
            await owner.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


@pytest.mark.usefixtures("three")
async def test_r_bk_2_each_night_reads_new_days_and_one_again_until_all_were(
    accounts: Accounts, read: list[date]
) -> None:
    for _ in range(5):
        assert await night(accounts) == []
    assert read == [*DAYS, *DAYS, DAYS[0]]


@pytest.mark.usefixtures("three")
async def test_r_bk_2_an_entry_changed_behind_its_verdict_is_found_in_turn_and_told_from_then_on(
    accounts: Accounts, platform: Any
) -> None:
    assert await night(accounts) == []
    async with forging(accounts, platform, "entry") as owner:
        await owner.execute(
            "UPDATE entry SET value_date = '2020-01-01' WHERE booked_on = $1", DAYS[1]
        )
    assert await night(accounts) == []
    for _ in range(3):
        assert await night(accounts) == [f"the chain is broken on {DAYS[1]}"]


@pytest.mark.usefixtures("three")
async def test_r_bk_2_a_day_that_was_sealed_anew_after_its_verdict_is_found_at_once(
    accounts: Accounts, platform: Any, read: list[date]
) -> None:
    assert await night(accounts) == []
    async with forging(accounts, platform, "entry", "ledger_day") as owner:
        await owner.execute(
            "UPDATE entry SET value_date = '2020-01-01' WHERE booked_on = $1", DAYS[2]
        )
        await owner.execute(RECHAIN, DAYS[2])
    read.clear()
    for _ in range(3):
        assert await night(accounts) == [f"{DAYS[2]} is not sealed as it was verified"]
    assert DAYS[2] not in read


@pytest.mark.usefixtures("three")
async def test_r_bk_2_a_verdict_that_somebody_else_wrote_counts_as_none(
    accounts: Accounts, platform: Any
) -> None:
    async with forging(accounts, platform, "entry") as owner:
        await owner.execute(
            "UPDATE entry SET value_date = '2020-01-01' WHERE booked_on = $1", DAYS[0]
        )
    await accounts.pool.execute(FORGED, DAYS[0])
    for _ in range(2):
        assert await night(accounts) == [f"the chain is broken on {DAYS[0]}"]


async def test_r_bk_2_an_entry_that_came_late_to_a_sealed_day_is_found_at_once(
    accounts: Accounts, platform: Any, three: tuple[int, int]
) -> None:
    """Also where the balances were changed along with it, as its trigger does."""
    assert await night(accounts) == []
    bank, mine = three
    async with accounts.as_owner(platform) as owner:
        await owner.execute("ALTER TABLE entry DISABLE TRIGGER entry_refuses_sealed_day")
        await transfer(owner, {bank: -5, mine: 5}, on=DAYS[0])
    found = await night(accounts)
    assert [one.partition(" came ")[2] for one in found if " came " in one] == [
        f"after {DAYS[0]} was sealed"
    ] * 2
    assert found[-1] == "the days do not weigh what the balances weigh"


async def test_r_bk_2_what_began_before_midnight_and_booked_after_the_next_day_s_entries_is_in_order(
    accounts: Accounts, three: tuple[int, int]
) -> None:
    bank, mine = three
    friday, saturday = (TODAY + timedelta(days=day) for day in (8, 9))
    async with accounts.pool.acquire() as connection:
        await transfer(connection, {bank: -1, mine: 1}, on=saturday)
        await transfer(connection, {bank: -1, mine: 1}, on=friday)
    accounts.on(TODAY + timedelta(days=12))
    assert await seal_all(accounts) == 3
    assert await night(accounts) == []


async def test_r_bk_2_a_balance_moved_to_another_account_is_named(
    accounts: Accounts, platform: Any, three: tuple[int, int]
) -> None:
    assert await night(accounts) == []
    async with accounts.as_owner(platform) as owner:
        for account, fen in zip(three, (-40, 40), strict=True):
            await owner.execute(
                "UPDATE ledger_balance SET posted_fen = posted_fen + $2 WHERE ledger_account_id = $1",
                account,
                fen,
            )
    name = "running balances equal the sum of their entries"
    found = [one for one in await night(accounts) if one.startswith(name)]
    assert sorted(found) == sorted(
        [
            f"{name}: ({three[0]}, -347, Decimal('-307'))",
            f"{name}: ({three[1]}, 347, Decimal('307'))",
        ]
    )


@pytest.mark.usefixtures("three")
async def test_r_bk_2_a_verification_that_is_stopped_goes_on_behind_the_days_it_has_read(
    accounts: Accounts, read: list[date], monkeypatch: pytest.MonkeyPatch
) -> None:
    look: LOOK = verification.of_day

    async def stopped(connection: Any, day: Any, key: bytes) -> tuple[list[str], int]:
        if day.booked_on == DAYS[1]:
            raise ConnectionError("the process is killed")
        return await look(connection, day, key)

    with monkeypatch.context() as killed:
        killed.setattr(verification, "of_day", stopped)
        with pytest.raises(ConnectionError):
            await verify_when_due(accounts.context, A_DAY)
    assert await accounts.pool.fetchval("SELECT count(*) FROM ledger_verification") == 0
    assert read == DAYS[:1]
    await verify_when_due(accounts.context, A_DAY)
    assert read == [DAYS[0], DAYS[1], DAYS[2], DAYS[0]]
    assert await accounts.pool.fetchval("SELECT differences FROM ledger_verification") == 0


@pytest.mark.usefixtures("three")
async def test_r_bk_2_of_two_instances_one_verifies(accounts: Accounts, read: list[date]) -> None:
    await asyncio.gather(*(verify_when_due(accounts.context, A_DAY) for _ in range(2)))
    assert read == DAYS
    assert await accounts.pool.fetchval("SELECT count(*) FROM ledger_verification") == 1


@pytest.mark.usefixtures("three")
async def test_r_bk_2_a_verification_that_somebody_else_wrote_keeps_nobody_from_verifying(
    accounts: Accounts, read: list[date]
) -> None:
    await accounts.pool.execute(
        "INSERT INTO ledger_verification (verified_at, business_date, differences, seal) "
        "VALUES (now(), $1, 0, 'seal')",
        TODAY,
    )
    await verify_when_due(accounts.context, A_DAY)
    assert read == DAYS


@pytest.mark.usefixtures("three")
async def test_r_bk_2_a_posted_transfer_without_entries_is_found_while_it_is_new(
    accounts: Accounts,
) -> None:
    assert await night(accounts) == []
    lost = "00000000-0000-4000-8000-000000000001"
    await accounts.pool.execute(OPEN, lost, lost, "posted")
    (found,) = await night(accounts)
    assert found.startswith("posted transfers have entries, others have none: ")
    assert lost in found
