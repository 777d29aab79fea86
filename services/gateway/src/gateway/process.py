"""What a code, a failure and a refresh token lead to: the state machines of logging in. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.messaging.states import StateTable, step

WRONG_CODES_MAX = 5
"""Of one challenge."""
WRONG_CONFIRMATIONS_MAX = 10
"""Of one session: whoever enters more does not hold the phone."""
FAILURES_FORGOTTEN_AFTER = timedelta(hours=24)
TOTP_STEP_SECONDS = 30
TOTP_DRIFT_STEPS = 1


class ChallengeState(StrEnum):
    """Where a one-time code stands; all but the first are final."""

    ACTIVE = "active"
    USED = "used"
    EXHAUSTED = "exhausted"


class CodeVerdict(StrEnum):
    """What an entered code leads to."""

    ACCEPTED = "accepted"
    WRONG = "wrong"
    EXHAUSTED = "exhausted"
    """Wrong, and it was the last try of this challenge."""
    EXPIRED = "expired"
    """Too late, or used before: ask for a new one."""


@dataclass(frozen=True)
class Challenge:
    """A one-time code that was asked for."""

    state: ChallengeState
    wrong_codes: int
    expires_at: datetime


def judge_code(challenge: Challenge, *, matches: bool, now: datetime) -> CodeVerdict:
    """Decide what an entered code leads to."""
    if challenge.state is not ChallengeState.ACTIVE or now >= challenge.expires_at:
        return CodeVerdict.EXPIRED
    if matches:
        return CodeVerdict.ACCEPTED
    if challenge.wrong_codes + 1 >= WRONG_CODES_MAX:
        return CodeVerdict.EXHAUSTED
    return CodeVerdict.WRONG


S = ChallengeState
PROCESS: StateTable[ChallengeState, CodeVerdict, CodeVerdict] = StateTable(
    steps=(
        step(CodeVerdict.ACCEPTED, S.USED, S.ACTIVE),
        step(CodeVerdict.WRONG, S.ACTIVE, S.ACTIVE),
        step(CodeVerdict.EXHAUSTED, S.EXHAUSTED, S.ACTIVE),
    )
)
"""What an entered code does to its challenge; one that comes too late does nothing."""


def after_code(challenge: Challenge, verdict: CodeVerdict) -> tuple[ChallengeState, int]:
    """State and wrong codes of the challenge after a verdict."""
    if verdict is CodeVerdict.EXPIRED:
        return challenge.state, challenge.wrong_codes
    wrong = verdict is not CodeVerdict.ACCEPTED
    return PROCESS.target_of(challenge.state, verdict), challenge.wrong_codes + wrong


@dataclass(frozen=True)
class Lock:
    """Failures in a row of one source of a subject, or of all strangers to it."""

    failures: int
    failed_at: datetime
    locked_until: datetime | None

    def wait(self, now: datetime) -> timedelta | None:
        """How long whoever it is must still wait, if at all."""
        if self.locked_until is None or self.locked_until <= now:
            return None
        return self.locked_until - now


@dataclass(frozen=True)
class Ladder:
    """After how many failures in a row somebody must wait, and for how long."""

    free: int
    """Failures before those that count."""
    every: int
    """Each so-many-th of those that count locks."""
    first: timedelta
    longest: timedelta


ONE_SOURCE = Ladder(0, 5, timedelta(minutes=5), timedelta(hours=1))
"""One device or one address, trying one subject: nobody else is held up by it."""
ALL_STRANGERS = Ladder(45, 5, timedelta(minutes=15), timedelta(minutes=15))
"""All addresses together that try one subject, against many that try a little each; known devices go on.
At the most 480 tries a day, of which a million codes are far."""


def after_failure(lock: Lock | None, now: datetime, ladder: Ladder) -> Lock:
    """Count a failure; each so-many-th in a row locks for twice as long as the one before."""
    known = lock is not None and now - lock.failed_at < FAILURES_FORGOTTEN_AFTER
    failures = (lock.failures if lock is not None and known else 0) + 1
    rounds, rest = divmod(failures - ladder.free, ladder.every)
    if rest or rounds <= 0:
        return Lock(failures, now, lock.locked_until if lock is not None and known else None)
    doublings = min(rounds - 1, 20)
    return Lock(failures, now, now + min(ladder.first * 2**doublings, ladder.longest))


class RefreshVerdict(StrEnum):
    """What a refresh token leads to."""

    ROTATED = "rotated"
    REPEATED = "repeated"
    """Its answer was lost: the same successor again."""
    REUSED = "reused"
    """Somebody else has a copy: the session ends."""
    ENDED = "ended"


@dataclass(frozen=True)
class Presented:
    """A refresh token that somebody shows, and the session that it continues."""

    expires_at: datetime
    used_at: datetime | None
    successor_used: bool
    session_ended: bool
    session_expires_at: datetime


def judge_refresh(token: Presented, now: datetime, grace: timedelta) -> RefreshVerdict:
    """Decide what a known refresh token leads to."""
    if token.session_ended or now >= token.session_expires_at:
        return RefreshVerdict.ENDED
    if token.used_at is not None:
        fresh = now - token.used_at <= grace and not token.successor_used
        return RefreshVerdict.REPEATED if fresh else RefreshVerdict.REUSED
    return RefreshVerdict.ENDED if now >= token.expires_at else RefreshVerdict.ROTATED
