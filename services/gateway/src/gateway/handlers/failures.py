"""Failed logins, counted by subject: a refusal is returned, so that its count commits, then raised."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait
from gateway.process import (
    after_failure,
)
from gateway.store import attempts, locks
from gateway.store.attempts import Attempt, Outcome
from shared.messaging.unit import Context, Unit


async def still_locked(unit: Unit, attempt: Attempt) -> Refused | None:
    """Refuse an attempt of a subject that must wait; the caller holds the subject."""
    now = now_of(unit.context)
    lock = await locks.lock_of(unit.connection, str(attempt.subject_hash))
    wait = lock.wait(now) if lock is not None else None
    if wait is None:
        return None
    await attempts.record(unit.connection, replace(attempt, outcome=Outcome.LOCKED), now)
    return must_wait(Reason.LOCKED, wait)


async def count_failure(unit: Unit, attempt: Attempt) -> Refused | None:
    """Record a failure of a subject that is held; returns the lock when this one has locked it."""
    now = now_of(unit.context)
    await attempts.record(unit.connection, attempt, now)
    subject_hash = str(attempt.subject_hash)
    lock = after_failure(await locks.lock_of(unit.connection, subject_hash), now)
    await locks.keep_lock(unit.connection, subject_hash, lock)
    wait = lock.wait(now)
    return must_wait(Reason.LOCKED, wait) if wait else None


Result = TypeVar("Result")


async def transact(context: Context, work: Callable[[Unit], Awaitable[Result | Refused]]) -> Result:
    """Commit what was done and counted, and only then say no."""
    outcome = await context.transact(work)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome
