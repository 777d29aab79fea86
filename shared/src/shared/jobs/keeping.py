"""Doing jobs: a round is one transaction with its row, or work of its own under the job's lock.

Any number of instances look; one at a time does it. Who dies in the middle loses the lock with the
connection, and the next one goes on with what is left. Every round must find by itself what is to do: a row
says what was done and never decides that something was. Only a periodic job rests until its time has passed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from shared.base.db import DATABASE_AWAY, named
from shared.base.errors import ServiceError
from shared.base.resilience import attempt, every
from shared.base.settings import ServiceSettings
from shared.base.telemetry import JOB_FAILURES, JOB_LATE_SECONDS, get_logger
from shared.jobs import store
from shared.jobs.holding import Holder, holder
from shared.jobs.job import Job, Round, Standing, is_due, late_seconds
from shared.messaging.unit import Context, Unit

LOOK_SECONDS = 60.0
"""How often a process looks, at least, whether the time of a periodic job has come."""
WRITE_SECONDS = 30.0
"""A round that found nothing is written down so often at the most: looking must not cost a commit."""
MEASURE_SECONDS = 30.0
FAILURE_CHARACTERS = 200

S = TypeVar("S", bound=ServiceSettings)
Rest = Callable[[], Awaitable[None]]

log = get_logger()


async def keep(
    context: Context[S],
    job: Job[S],
    step: Callable[[Unit[S]], Awaitable[Round]],
    stop: asyncio.Event,
    *,
    rest: Rest | None = None,
) -> None:
    """Do a job until `stop`, each round in one transaction with its row."""
    rounds = _Rounds(context, job)
    await rounds.repeat(lambda: rounds.in_its_transaction(step), stop, rest)


async def keep_alone(
    context: Context[S],
    job: Job[S],
    work: Callable[[], Awaitable[Round]],
    stop: asyncio.Event,
    *,
    rest: Rest | None = None,
) -> None:
    """Do a job until `stop` that has transactions of its own, or waits for a network.

    Its row is written after it, while the lock is held.
    """
    rounds = _Rounds(context, job)
    async with holder(context) as locks:
        await rounds.repeat(lambda: rounds.under_its_lock(locks, work), stop, rest)


class _Rounds(Generic[S]):
    """The rounds of a job in this process."""

    def __init__(self, context: Context[S], job: Job[S]) -> None:
        self._context, self._job = context, job
        self._seconds = job.seconds(context.settings)
        self._written: tuple[Round, datetime] | None = None
        self._known = False

    async def repeat(
        self, once: Callable[[], Awaitable[Round | None]], stop: asyncio.Event, rest: Rest | None
    ) -> None:
        job = self._job

        async def look() -> bool:
            try:
                await self._know()
                done = await once()
            except job.survives as error:
                await self._failed(error)
                raise
            return done is not None and done.more

        await every(
            min(self._seconds, LOOK_SECONDS) if job.periodic else self._seconds,
            look,
            stop,
            name=job.name,
            survives=job.survives,
            after_failure_seconds=job.after_failure_seconds,
            rest=rest,
        )

    async def in_its_transaction(self, step: Callable[[Unit[S]], Awaitable[Round]]) -> Round | None:
        """Do a round; None where it is not due, or another instance is at it."""
        if not await self._is_due():
            return None

        async def work(unit: Unit[S]) -> Round | None:
            if not await store.lock(unit.connection, self._job.name):
                return None
            done = await step(unit)
            if self._is_new(done):
                await self._keep(unit, done)
            return done

        return await self._context.transact(work)

    async def under_its_lock(
        self, locks: Holder, work: Callable[[], Awaitable[Round]]
    ) -> Round | None:
        """Do a round; None where it is not due, or another instance is at it."""
        if not await self._is_due():
            return None
        async with locks.alone(self._job.name) as alone:
            if not alone:
                return None
            done = await work()
            if self._is_new(done):
                await self._context.transact(lambda unit: self._keep(unit, done))
        return done

    async def _know(self) -> None:
        if not self._known:
            await store.know(self._context.pool, self._job.name, self._context.clock.now())
            self._known = True

    async def _is_due(self) -> bool:
        if not self._job.periodic:
            return True
        now = self._context.clock.now()
        standing = await store.one(self._context.pool, self._job.name, now)
        return is_due(standing, self._seconds, now)

    def _is_new(self, done: Round) -> bool:
        """Whether a round is to be written down: not where it says what was just written."""
        if self._written is None or done.did is not None:
            return True
        last, at = self._written
        since = self._context.clock.now() - at
        return last != done or not timedelta(0) <= since < timedelta(seconds=WRITE_SECONDS)

    async def _keep(self, unit: Unit[S], done: Round) -> None:
        now = unit.clock.now()
        next_at = now + timedelta(seconds=self._seconds)
        await store.keep(unit.connection, self._job.name, done, now, next_at)
        self._written = done, now

    async def _failed(self, error: Exception) -> None:
        """Write a failure down, unless the database is what failed."""
        self._written = None
        if isinstance(error, DATABASE_AWAY):
            return
        why = str(error) if isinstance(error, ServiceError) else named(error)
        now = self._context.clock.now()
        try:
            await attempt(
                lambda: store.failed(
                    self._context.pool, self._job.name, why[:FAILURE_CHARACTERS], now
                )
            )
        except DATABASE_AWAY as away:
            log.warning("a failure is not written down", work=self._job.name, error=repr(away))


async def watch(context: Context[S], jobs: Sequence[Job[S]], stop: asyncio.Event) -> None:
    """Show how late each job is and how often it failed in a row, until `stop`."""
    known_since = context.clock.now()

    async def measure() -> None:
        now = context.clock.now()
        found = {each.name: each for each in await store.all_of(context.pool)}
        for job in jobs:
            standing = found.get(job.name) or Standing(job.name, known_since)
            JOB_LATE_SECONDS.labels(job.name).set(lateness(context, job, standing, now))
            JOB_FAILURES.labels(job.name).set(standing.failures)

    await every(MEASURE_SECONDS, measure, stop, name="measure jobs")


def lateness(context: Context[S], job: Job[S], standing: Standing, now: datetime) -> float:
    """Return for how many seconds a job of this service has been late; 0 while it is not."""
    return late_seconds(standing, job.seconds(context.settings), job.late_after_seconds, now)
