"""What accounts does by itself."""

import asyncio
from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from prometheus_client import REGISTRY

from accounts import tasks
from accounts.store.days import seal_days_before
from accounts.tasks import seal_finished_days
from accounts.work.verification import verify_when_due

from .conftest import TODAY, Accounts

A_DAY = 86_400.0


async def test_r_bk_2_days_are_sealed_once_no_batch_can_book_on_them(
    accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also after another transaction was in the way."""
    failures = [asyncpg.DeadlockDetectedError("deadlock detected")]

    async def seal(*arguments: Any) -> int:
        if failures:
            raise failures.pop()
        return await seal_days_before(*arguments)

    monkeypatch.setattr(tasks, "seal_days_before", seal)
    await accounts.saver(sealed=None)
    accounts.on(TODAY + timedelta(days=1))
    await accounts.credit("谢谢", 100)
    accounts.on(TODAY + timedelta(days=2))  # yesterday stays open
    stop = asyncio.Event()
    task = asyncio.create_task(seal_finished_days(accounts.context, stop))
    async with asyncio.timeout(30):
        while not await accounts.pool.fetchval("SELECT count(*) FROM ledger_day"):
            await asyncio.sleep(0.01)
    stop.set()
    await task
    days = await accounts.pool.fetch("SELECT booked_on FROM ledger_day")
    assert [row["booked_on"] for row in days] == [TODAY]
    job = await accounts.pool.fetchrow("SELECT * FROM job WHERE name = 'seal-days'")
    assert (job["did"], job["failures"]) == ("封账1个营业日", 0)
    await accounts.verified()


async def test_r_bk_2_the_service_verifies_its_ledger_once_a_day_and_shows_what_it_found(
    accounts: Accounts, platform: Any
) -> None:
    await accounts.saver(sealed=None)
    await verify_when_due(accounts.context, A_DAY)
    assert REGISTRY.get_sample_value("ledger_differences") == 0
    verified_at = REGISTRY.get_sample_value("ledger_verified_timestamp_seconds")
    async with accounts.as_owner(platform) as owner:
        await owner.execute("UPDATE ledger_balance SET posted_fen = posted_fen + 1")
    await verify_when_due(accounts.context, A_DAY)
    assert REGISTRY.get_sample_value("ledger_verified_timestamp_seconds") == verified_at

    await verify_when_due(accounts.context, 0)
    found = REGISTRY.get_sample_value("ledger_differences")
    assert found
    kept = await accounts.pool.fetch("SELECT differences FROM ledger_verification ORDER BY id")
    assert [row["differences"] for row in kept] == [0, found]
