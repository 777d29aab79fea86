"""Work that the clock starts, by two instances, killed in the middle, late; and what staff see of it."""

import asyncio
import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from prometheus_client import REGISTRY
from tests.support.apps import app_of
from tests.support.waiting import until

from shared.base.clock import FixedClock
from shared.base.db import open_pool
from shared.base.resilience import SURVIVED
from shared.identity.principal import Principal, Role
from shared.jobs import keeping, store
from shared.jobs.job import Job, Round
from shared.messaging.unit import Context, Unit
from shared.service import Service

NOW = datetime(2026, 7, 1, 1, 0, tzinfo=UTC)
HOUR = 3_600.0
COUNT: Job = Job("count", "计数", lambda _: 0.01, HOUR, survives=(*SURVIVED, ZeroDivisionError))
DAILY: Job = Job("daily", "每日一次", lambda _: 24 * HOUR, HOUR, periodic=True)
FILL = "INSERT INTO subject_sequence SELECT 'item ' || n, 1 FROM generate_series(1, $1) n"
DO_ONE = """
UPDATE subject_sequence SET last_sequence = 2
WHERE subject = (SELECT min(subject) FROM subject_sequence WHERE last_sequence = 1)
RETURNING subject
"""
UNDONE = "SELECT count(*) FROM subject_sequence WHERE last_sequence = 1"
ROW = "SELECT * FROM job WHERE name = $1"


class Shop:
    """One database, and two instances of a service on it."""

    def __init__(self, first: Context, second: Context, clock: FixedClock) -> None:
        self.instances = (first, second)
        self.pool, self.clock = first.pool, clock
        self.stop = asyncio.Event()
        self.under_way = self.most_at_once = self.rounds = 0

    async def one(self, unit: Unit) -> Round:
        """Do one item."""
        self.rounds += 1
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            await asyncio.sleep(0)
            done = await unit.connection.fetchval(DO_ONE)
        finally:
            self.under_way -= 1
        return Round(f"办理{done}" if done else None, done is not None)

    async def row(self, job: Job) -> Any:
        return await self.pool.fetchrow(ROW, job.name)

    async def undone(self) -> int:
        found: int = await self.pool.fetchval(UNDONE)
        return found

    @contextlib.asynccontextmanager
    async def working(self, *tasks: Any) -> AsyncIterator[None]:
        """Let tasks run until the block ends."""
        running = [asyncio.create_task(task) for task in tasks]
        try:
            yield
        finally:
            self.stop.set()
            await asyncio.gather(*running)


@pytest.fixture
async def shop(service_context: Any) -> AsyncIterator[Shop]:
    clock = FixedClock(NOW)
    first = replace(await service_context("loans"), clock=clock)
    second = replace(first, pool=await open_pool(first.settings, "second"))
    yield Shop(first, second, clock)
    await second.pool.close()


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each who asked for a job's lock got it."""
    asked: list[bool] = []

    def noted(ask: Any) -> Any:
        async def call(*arguments: Any) -> bool:
            asked.append(await ask(*arguments))
            return asked[-1]

        return call

    for name in ("lock", "hold"):
        monkeypatch.setattr(store, name, noted(getattr(store, name)))
    return asked


async def test_two_instances_do_each_piece_once_and_one_at_a_time(shop: Shop) -> None:
    await shop.pool.execute(FILL, 30)
    async with shop.working(
        *(keeping.keep(each, COUNT, shop.one, shop.stop) for each in shop.instances)
    ):
        await until(lambda: _is_zero(shop.undone()))
        await until(lambda: _looked_at(shop, COUNT))
    assert shop.most_at_once == 1
    row = await shop.row(COUNT)
    assert (row["did"], row["did_at"], row["failures"]) == ("办理item 9", NOW, 0)
    assert row["next_at"] == NOW + timedelta(seconds=0.01)


async def test_who_is_killed_in_the_middle_leaves_nothing_half_and_another_goes_on(
    shop: Shop, tried: list[bool]
) -> None:
    await shop.pool.execute(FILL, 3)
    inside = asyncio.Event()

    async def dies(unit: Unit) -> Round:
        await shop.one(unit)
        inside.set()
        await asyncio.Event().wait()
        raise AssertionError

    first, second = shop.instances
    dying = asyncio.create_task(keeping.keep(first, COUNT, dies, shop.stop))
    await inside.wait()
    async with shop.working(keeping.keep(second, COUNT, shop.one, shop.stop)):
        await until(lambda: tried.count(False) > 2)
        assert await shop.undone() == 3, "the first has the lock, and nothing of it is committed"
        dying.cancel()
        await until(lambda: _is_zero(shop.undone()))
    assert (await shop.row(COUNT))["did"] == "办理item 3"


async def test_work_outside_a_transaction_is_one_instances_too_and_goes_on_after_its_death(
    shop: Shop, tried: list[bool]
) -> None:
    inside, leave = asyncio.Event(), asyncio.Event()
    by: list[int] = []

    def work(number: int) -> Any:
        async def once() -> Round:
            by.append(number)
            inside.set()
            await leave.wait()
            return Round("完成")

        return once

    first, second = shop.instances
    dying = asyncio.create_task(keeping.keep_alone(first, COUNT, work(1), shop.stop))
    await inside.wait()
    async with shop.working(keeping.keep_alone(second, COUNT, work(2), shop.stop)):
        await until(lambda: tried.count(False) > 2)
        assert by == [1]
        dying.cancel()
        leave.set()
        await until(lambda: 2 in by)
        await until(lambda: _looked_at(shop, COUNT))
    assert (await shop.row(COUNT))["did"] == "完成"


async def test_more_jobs_than_connections_never_wait_for_themselves(shop: Shop) -> None:
    """Each holds its lock and needs a connection of the pool for its work."""
    context = shop.instances[0]
    jobs = context.settings.pool_max_connections + 2
    ready: list[int] = []

    async def work() -> Round:
        ready.append(1)
        await until(lambda: len(ready) >= jobs)  # all are under way at the same time
        await shop.pool.fetchval("SELECT 1")
        return Round("完成")

    named = [replace(COUNT, name=f"count {number}") for number in range(jobs)]
    async with shop.working(*(keeping.keep_alone(context, job, work, shop.stop) for job in named)):
        for job in named:
            await until(lambda job=job: _looked_at(shop, job))


async def test_a_periodic_job_rests_until_its_time_whoever_starts_anew(shop: Shop) -> None:
    done: list[datetime] = []

    async def work() -> Round:
        done.append(shop.clock.now())
        return Round("完成")

    for _ in range(2):  # a restart does not repeat it
        stop = asyncio.Event()
        task = asyncio.create_task(keeping.keep_alone(shop.instances[0], DAILY, work, stop))
        await until(lambda: _looked_at(shop, DAILY))
        stop.set()
        await task
    shop.clock.advance(timedelta(days=1))
    async with shop.working(keeping.keep_alone(shop.instances[1], DAILY, work, shop.stop)):
        await until(lambda: len(done) == 2)
    assert done == [NOW, NOW + timedelta(days=1)]


async def test_staff_and_the_alarm_see_what_failed_what_waits_and_what_is_late(shop: Shop) -> None:
    since = NOW - timedelta(hours=3)
    context = shop.instances[0]

    async def fails(_unit: Unit) -> Round:
        raise ZeroDivisionError

    async def waits() -> Round:
        return Round(waiting_since=since)

    service = Service("loans", context.settings, jobs=(COUNT, DAILY))
    async with shop.working(
        keeping.keep(context, COUNT, fails, shop.stop),
        keeping.keep_alone(context, DAILY, waits, shop.stop),
    ):
        await until(lambda: _failed(shop))
        await until(lambda: _looked_at(shop, DAILY))
    lines = await _seen(service, context, Role.STAFF_MAKER)
    assert lines[0]["name"] == "daily", "the late first"
    assert lines[0]["late_seconds"] == 2 * HOUR
    (counting,) = (line for line in lines if line["name"] == "count")
    assert counting["failures"] >= 2
    assert "ZeroDivisionError" in counting["failure"]
    assert await _seen(service, context, Role.INDIVIDUAL) is None

    shop.clock.advance(timedelta(hours=2))  # nobody has looked with success since
    stop = asyncio.Event()
    watching = asyncio.create_task(keeping.watch(context, (COUNT, DAILY), stop))
    await until(lambda: REGISTRY.get_sample_value("job_late_seconds", {"work": "count"}))
    stop.set()
    await watching
    assert _gauge("job_late_seconds", "count") == HOUR - 0.01
    assert _gauge("job_late_seconds", "daily") == 4 * HOUR
    assert (_gauge("job_failures_in_a_row", "count") or 0) >= 2


def _gauge(name: str, work: str) -> float | None:
    return REGISTRY.get_sample_value(name, {"work": work})


async def _seen(service: Service, context: Context, role: Role) -> Any:
    """What somebody of a role is shown; None where that is nothing."""

    class Known:
        async def verify(self, _token: str) -> Principal:
            return Principal(uuid.uuid4(), role, None, None, "测*", "web")

    app = app_of(service, context)
    app.state.token_verifier = Known()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://loans") as client:
        headers = {"Authorization": "Bearer x"}
        answer = await client.get("/api/loans/jobs", headers=headers)
    return answer.json()["items"] if answer.is_success else None


async def _is_zero(count: Any) -> bool:
    return await count == 0


async def _looked_at(shop: Shop, job: Job) -> bool:
    row = await shop.row(job)
    return row is not None and row["looked_at"] is not None


async def _failed(shop: Shop) -> bool:
    row = await shop.row(COUNT)
    return row is not None and row["failures"] >= 2
