"""How work survives what passes by itself: retry, polling loop, and one by one after failing together.

Three words for three situations. `attempt` does one thing that somebody waits for; `every` does something
again and again that nobody waits for; `all_or_each` keeps one poisonous item from spoiling its whole batch.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import TypeVar

import asyncpg

from shared.base.db import CONTENDED, DATABASE_AWAY, named
from shared.base.telemetry import ROUNDS_FAILED, get_logger
from shared.base.waiting import pause

CONTENTION_TRIES = 5
"""Whoever was in the way so often is no accident any more."""
DATABASE_WAIT_SECONDS = 0.5

SURVIVED: tuple[type[Exception], ...] = (*DATABASE_AWAY, asyncpg.PostgresError)
"""What no polling loop ends by: the database is away, another transaction was in the way (a deadlock), or the
database refused. It is logged and counted, and the next round looks again. A defect of ours ends the service.
"""

T = TypeVar("T")
R = TypeVar("R")

log = get_logger()


async def attempt(work: Callable[[], Awaitable[T]], *, patient: bool = False) -> T:
    """Do work, again at once when another transaction was in the way, `CONTENTION_TRIES` times at most.

    With `patient` it waits for a database that is away, as long as that takes; a person is told to come again
    instead. Raises the last error.
    """
    contended = 0
    while True:
        try:
            return await work()
        except CONTENDED:
            contended += 1
            if contended >= CONTENTION_TRIES:
                raise
            await asyncio.sleep(0)
        except DATABASE_AWAY as error:
            if not patient:
                raise
            log.warning("waiting for the database", error=repr(error))
            await asyncio.sleep(DATABASE_WAIT_SECONDS)


async def every(
    seconds: float,
    work: Callable[[], Awaitable[bool | None]],
    stop: asyncio.Event,
    *,
    name: str,
    survives: tuple[type[Exception], ...] = SURVIVED,
    after_failure_seconds: float | None = None,
    rest: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Do work every so many seconds until `stop`, at once again while it says that there is more (True).

    A round that fails by what it `survives` is logged, counted under `name`, and done again after
    `after_failure_seconds`, else after `seconds`. `rest` waits in another way until the next round.
    """
    failures = ROUNDS_FAILED.labels(name)
    while not stop.is_set():
        try:
            more = await work()
        except survives as error:
            failures.inc()
            log.warning("done again later", work=name, error=named(error))
            await pause(stop, seconds if after_failure_seconds is None else after_failure_seconds)
            continue
        if more:
            continue
        await (rest() if rest is not None else pause(stop, seconds))


async def all_or_each(
    batch: Sequence[T],
    work: Callable[[Sequence[T]], Awaitable[R]],
    failed: Callable[[T, Exception], Awaitable[None]],
    errors: tuple[type[Exception], ...] = (Exception,),
) -> list[R]:
    """Do work for all together, or one by one when that fails, so that only the poisonous item suffers.

    Returns what each successful piece of work returned, in order; `failed` hears of every item that fails
    alone. Raises `DATABASE_AWAY`, which is no item's fault, and what is none of `errors`.
    """
    try:
        return [await work(batch)]
    except DATABASE_AWAY:
        raise
    except errors as error:
        if len(batch) == 1:
            await failed(batch[0], error)
            return []
        log.warning("failed together, one by one now", items=len(batch), error=named(error))
    return [done for item in batch for done in await all_or_each([item], work, failed, errors)]
