"""What accounts does by itself goes on after another transaction was in its way (R-BK-2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import asyncpg
import pytest

from accounts import tasks
from shared.base.clock import FixedClock

NOON_IN_DEZHOU = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)


async def test_a_deadlock_while_finished_days_are_sealed_does_not_end_accounts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stop, asked = asyncio.Event(), list[date]()

    async def seal(_connection: Any, before: date) -> int:
        asked.append(before)
        if len(asked) == 1:
            raise asyncpg.DeadlockDetectedError("deadlock detected")
        stop.set()
        return 1

    @asynccontextmanager
    async def unit() -> AsyncIterator[Any]:
        yield SimpleNamespace(connection=None)

    monkeypatch.setattr(tasks, "seal_days_before", seal)
    context: Any = SimpleNamespace(
        settings=SimpleNamespace(day_seal_check_seconds=0.001),
        clock=FixedClock(NOON_IN_DEZHOU),
        unit=unit,
    )
    async with asyncio.timeout(30):
        await tasks.seal_finished_days(context, stop)
    # Yesterday stays open for what began before midnight.
    assert asked == [date(2026, 3, 1)] * 2
