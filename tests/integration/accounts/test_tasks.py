"""What accounts does by itself."""

import asyncio
from datetime import timedelta

from accounts.tasks import seal_finished_days

from .conftest import TODAY, Accounts


async def test_r_bk_2_days_are_sealed_once_no_batch_can_book_on_them(accounts: Accounts) -> None:
    await accounts.saver(sealed=None)
    accounts.on(TODAY + timedelta(days=1))
    await accounts.credit("谢谢", 100)
    accounts.on(TODAY + timedelta(days=2))  # yesterday stays open
    stop = asyncio.Event()
    task = asyncio.create_task(seal_finished_days(accounts.context, stop))
    async with asyncio.timeout(10):
        while not await accounts.pool.fetchval("SELECT count(*) FROM ledger_day"):
            await asyncio.sleep(0.01)
    stop.set()
    await task
    days = await accounts.pool.fetch("SELECT booked_on FROM ledger_day")
    assert [row["booked_on"] for row in days] == [TODAY]
    await accounts.verified()
