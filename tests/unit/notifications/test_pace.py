"""The pace: never faster than the contract with the operator allows."""

import asyncio
import time

from notifications.work.link import RATE_BURST_SECONDS, Pace


async def test_the_pace_is_kept() -> None:
    pace = Pace(per_second=200)
    started = time.monotonic()
    await asyncio.gather(*(pace.turn() for _ in range(60)))
    assert time.monotonic() - started >= 60 / 200 - RATE_BURST_SECONDS - 1 / 200


async def test_a_rest_holds_everyone_back() -> None:
    pace = Pace(per_second=10_000)
    started = time.monotonic()
    pace.rest(0.1)
    await asyncio.gather(*(pace.turn() for _ in range(10)))
    assert time.monotonic() - started >= 0.1
