"""Codes, locks and refresh tokens in any order of events: what may never happen does not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.process import (
    ALL_STRANGERS,
    FAILURES_FORGOTTEN_AFTER,
    ONE_SOURCE,
    Challenge,
    ChallengeState,
    CodeVerdict,
    Ladder,
    Lock,
    Presented,
    RefreshVerdict,
    after_code,
    after_failure,
    judge_code,
    judge_refresh,
)

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
LIFE = timedelta(minutes=5)
GRACE = timedelta(seconds=10)
seconds = st.integers(0, 200).map(lambda count: timedelta(seconds=count))


def enter(tries: Sequence[tuple[timedelta, bool]]) -> list[CodeVerdict]:
    """Enter codes one after another, each some time after the one before."""
    challenge, now, verdicts = Challenge(ChallengeState.ACTIVE, 0, NOON + LIFE), NOON, []
    for later, matches in tries:
        now += later
        verdict = judge_code(challenge, matches=matches, now=now)
        state, wrong_codes = after_code(challenge, verdict)
        challenge = replace(challenge, state=state, wrong_codes=wrong_codes)
        verdicts.append(verdict)
    return verdicts


@given(st.lists(st.tuples(seconds, st.booleans()), max_size=20))
def test_a_code_lets_in_at_most_once_and_never_after_five_wrong_ones_or_too_late(
    tries: list[tuple[timedelta, bool]],
) -> None:
    verdicts = enter(tries)
    assert verdicts.count(CodeVerdict.ACCEPTED) <= 1
    wrong = sum(verdict in (CodeVerdict.WRONG, CodeVerdict.EXHAUSTED) for verdict in verdicts)
    assert wrong <= 5
    now = NOON
    for (later, matches), verdict in zip(tries, verdicts, strict=True):
        now += later
        if verdict is CodeVerdict.ACCEPTED:
            assert matches
            assert now < NOON + LIFE
    for end in (CodeVerdict.ACCEPTED, CodeVerdict.EXHAUSTED):
        if end in verdicts:
            after = verdicts[verdicts.index(end) + 1 :]
            assert set(after) <= {CodeVerdict.EXPIRED}


def test_the_fifth_wrong_code_ends_a_challenge() -> None:
    verdicts = enter([(timedelta(0), False)] * 5 + [(timedelta(0), True)])
    assert verdicts[3:] == [CodeVerdict.WRONG, CodeVerdict.EXHAUSTED, CodeVerdict.EXPIRED]


def test_a_code_is_good_until_its_last_second_but_not_longer() -> None:
    assert enter([(LIFE - timedelta(microseconds=1), True)]) == [CodeVerdict.ACCEPTED]
    assert enter([(LIFE, True)]) == [CodeVerdict.EXPIRED]


def fail(times: int, ladder: Ladder = ONE_SOURCE, at: datetime = NOON) -> Lock:
    lock: Lock | None = None
    for _ in range(times):
        lock = after_failure(lock, at, ladder)
    assert lock is not None
    return lock


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(5, 5), (10, 10), (15, 20), (20, 40), (25, 60), (500, 60)],
)
def test_each_fifth_failure_of_a_source_locks_for_twice_as_long_up_to_an_hour(
    failures: int, minutes: int
) -> None:
    assert fail(failures).wait(NOON) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("failures", "minutes"), [(5, None), (49, None), (50, 15), (55, 15), (500, 15)]
)
def test_strangers_together_have_fifty_failures_and_then_five_in_a_quarter_of_an_hour(
    failures: int, minutes: int | None
) -> None:
    wait = None if minutes is None else timedelta(minutes=minutes)
    assert fail(failures, ALL_STRANGERS).wait(NOON) == wait


def test_four_failures_lock_nobody_and_a_lock_ends_by_itself() -> None:
    assert fail(4).wait(NOON) is None
    locked = fail(5)
    assert locked.wait(NOON + timedelta(minutes=5)) is None
    assert locked.wait(NOON + timedelta(minutes=5, microseconds=-1)) is not None


def test_failures_are_forgotten_after_a_day_without_any() -> None:
    assert after_failure(fail(9), NOON + FAILURES_FORGOTTEN_AFTER, ONE_SOURCE).failures == 1
    just_before = NOON + FAILURES_FORGOTTEN_AFTER - timedelta(seconds=1)
    assert after_failure(fail(9), just_before, ONE_SOURCE).failures == 10


@given(st.lists(st.integers(0, 3 * 86_400), min_size=1, max_size=60))
def test_a_lock_is_never_longer_than_an_hour_and_never_shorter_than_the_one_before(
    gaps: list[int],
) -> None:
    lock: Lock | None = None
    now, waits = NOON, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        known = lock is not None and now - lock.failed_at < FAILURES_FORGOTTEN_AFTER
        if not known:
            waits.clear()
        lock = after_failure(lock, now, ONE_SOURCE)
        if lock.failures % 5 == 0:
            wait = lock.wait(now)
            assert wait is not None
            assert wait <= timedelta(hours=1)
            waits.append(wait)
    assert all(first <= second for first, second in pairwise(waits))


@dataclass
class Family:
    """Refresh tokens by number: the n-th follows from the one before it."""

    used_at: dict[int, datetime]
    issued: int = 0
    ended: bool = False

    def show(self, number: int, now: datetime) -> RefreshVerdict:
        presented = Presented(
            expires_at=NOON + timedelta(days=1),
            used_at=self.used_at.get(number),
            successor_used=number + 1 in self.used_at,
            session_ended=self.ended,
            session_expires_at=NOON + timedelta(days=1),
        )
        verdict = judge_refresh(presented, now, GRACE)
        if verdict is RefreshVerdict.ROTATED:
            self.used_at[number] = now
            self.issued += 1
        if verdict is RefreshVerdict.REUSED:
            self.ended = True
        return verdict


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 15)), max_size=40))
def test_a_family_has_one_live_token_and_ends_when_an_old_one_comes_back(
    shown: list[tuple[int, int]],
) -> None:
    family, now = Family({}), NOON
    for back, later in shown:
        now += timedelta(seconds=later)
        number = max(0, family.issued - back)
        verdict = family.show(number, now)
        if family.ended and verdict is not RefreshVerdict.REUSED:
            assert verdict is RefreshVerdict.ENDED
        if verdict is RefreshVerdict.ROTATED:
            assert number == family.issued - 1
        if verdict is RefreshVerdict.REPEATED:
            assert number == family.issued - 1
            assert now - family.used_at[number] <= GRACE
        if verdict is RefreshVerdict.REUSED:
            assert number < family.issued
        assert sorted(family.used_at) == list(range(family.issued))


def test_a_refresh_whose_answer_was_lost_may_be_repeated_but_not_for_long() -> None:
    family = Family({})
    assert family.show(0, NOON) is RefreshVerdict.ROTATED
    assert family.show(0, NOON + GRACE) is RefreshVerdict.REPEATED
    assert family.show(0, NOON + GRACE + timedelta(seconds=1)) is RefreshVerdict.REUSED
    assert family.show(1, NOON + GRACE) is RefreshVerdict.ENDED


def test_a_repeat_after_the_successor_was_used_is_a_thief() -> None:
    family = Family({})
    family.show(0, NOON)
    family.show(1, NOON)
    assert family.show(0, NOON) is RefreshVerdict.REUSED


def test_an_unused_token_ends_with_its_idle_time_and_with_its_session() -> None:
    token = Presented(NOON, None, False, False, NOON + timedelta(hours=1))
    assert judge_refresh(token, NOON - timedelta(seconds=1), GRACE) is RefreshVerdict.ROTATED
    assert judge_refresh(token, NOON, GRACE) is RefreshVerdict.ENDED
    over = replace(token, session_expires_at=NOON - timedelta(seconds=1))
    assert judge_refresh(over, NOON - timedelta(seconds=1), GRACE) is RefreshVerdict.ENDED
