"""Failed logins, counted by source and subject: a refusal is returned, so that its count commits."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from gateway.clock import now_of
from gateway.errors import Reason, Refused, must_wait
from gateway.metrics import LOGINS_FAILED
from gateway.process import ALL_STRANGERS, ONE_SOURCE, Ladder, after_failure
from gateway.store import attempts, locks
from gateway.store.attempts import WENT_WELL, Attempt, Outcome
from shared.base.telemetry import get_logger
from shared.messaging.unit import Context, Unit

SUBJECT_CHARACTERS_LOGGED = 12
"""Of a keyed hash: enough to see that it is the same one, too little to find whom."""

log = get_logger()


async def record(unit: Unit, attempt: Attempt) -> None:
    """Keep an attempt; what did not go well is counted and logged, without saying whom it was about."""
    await attempts.record(unit.connection, attempt, now_of(unit.context))
    if attempt.outcome in WENT_WELL:
        return
    LOGINS_FAILED.labels(attempt.outcome.value).inc()
    log.warning(
        "login failed",
        outcome=attempt.outcome.value,
        address=attempt.address,
        subject=(attempt.subject_hash or "")[:SUBJECT_CHARACTERS_LOGGED],
        known_device=attempt.source is not None and attempt.source.known_device,
    )


def ladders(attempt: Attempt) -> Mapping[str, Ladder]:
    """By what an attempt is held up: its own source, and for a stranger what all strangers did."""
    assert attempt.source is not None, "who is counted comes from somewhere"
    found = {attempt.source.hash: ONE_SOURCE}
    if not attempt.source.known_device:
        found[str(attempt.subject_hash)] = ALL_STRANGERS
    return found


async def still_locked(unit: Unit, attempt: Attempt) -> Refused | None:
    """Refuse an attempt of a source that must wait; the caller holds the subject."""
    now = now_of(unit.context)
    found = await locks.locks_of(unit.connection, list(ladders(attempt)))
    waits = [wait for lock in found.values() if (wait := lock.wait(now))]
    if not waits:
        return None
    await record(unit, replace(attempt, outcome=Outcome.LOCKED))
    return must_wait(Reason.LOCKED, max(waits))


async def count_failure(unit: Unit, attempt: Attempt) -> Refused | None:
    """Record a failure of a subject that is held; returns the lock when this one has locked its source."""
    now, counted = now_of(unit.context), ladders(attempt)
    await record(unit, attempt)
    before = await locks.locks_of(unit.connection, list(counted))
    after = {
        name: after_failure(before.get(name), now, ladder)
        for name, ladder in sorted(counted.items())
    }
    await locks.keep_locks(unit.connection, after)
    waits = [wait for lock in after.values() if (wait := lock.wait(now))]
    return must_wait(Reason.LOCKED, max(waits)) if waits else None


async def forgive(unit: Unit, attempt: Attempt) -> None:
    """Forget the failures before a login: of its source, and of strangers where it was one itself."""
    await locks.clear_locks(unit.connection, list(ladders(attempt)))


Result = TypeVar("Result")


async def transact(context: Context, work: Callable[[Unit], Awaitable[Result | Refused]]) -> Result:
    """Commit what was done and counted, and only then say no."""
    outcome = await context.transact(work)
    if isinstance(outcome, Refused):
        raise outcome
    return outcome
