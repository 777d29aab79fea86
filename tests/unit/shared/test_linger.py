"""Batches grow with the load, a lone message does not wait, and a quick machine makes nobody wait long."""

import itertools
import time

import pytest

from shared.base.linger import PER_ITEM_SECONDS, TIMES_THE_BATCH, Linger

MAX_SECONDS = 0.25
SLOW_SECONDS = 10.0


def test_nobody_waits_before_anything_came_and_after_a_lone_one() -> None:
    linger = Linger(MAX_SECONDS)
    assert linger.seconds == 0
    linger.note(1, SLOW_SECONDS)
    assert linger.seconds == 0
    linger.note(0, SLOW_SECONDS)
    assert linger.seconds == 0


def test_the_pause_grows_with_the_last_batch_up_to_its_bound() -> None:
    linger = Linger(MAX_SECONDS)
    linger.note(3, SLOW_SECONDS)
    assert linger.seconds == 2 * PER_ITEM_SECONDS
    linger.note(200, SLOW_SECONDS)
    assert linger.seconds == MAX_SECONDS


def test_a_batch_that_is_quickly_done_makes_nobody_wait_much_longer_than_it_took() -> None:
    linger = Linger(MAX_SECONDS)
    linger.note(200, 0.01)
    assert linger.seconds == pytest.approx(TIMES_THE_BATCH * 0.01)


def test_a_quiet_moment_ends_the_pause() -> None:
    linger = Linger(MAX_SECONDS)
    linger.note(200, SLOW_SECONDS)
    linger.note(1, SLOW_SECONDS)
    assert linger.seconds == 0


def test_a_block_is_timed_and_a_failed_one_changes_nothing() -> None:
    linger = Linger(MAX_SECONDS)
    with linger.over(200):
        pass
    assert 0 < linger.seconds < MAX_SECONDS
    before = linger.seconds
    with pytest.raises(ValueError, match="no batch"), linger.over(1):
        raise ValueError("no batch")
    assert linger.seconds == before


async def test_a_lone_one_does_not_even_look_round() -> None:
    asked = itertools.count(1)
    await Linger(MAX_SECONDS).company(lambda: next(asked), 100)
    assert next(asked) == 1


async def test_batches_keep_their_distance_though_nobody_else_comes() -> None:
    linger = Linger(0.05)
    linger.note(200, SLOW_SECONDS)
    ended = time.monotonic()
    await linger.company(lambda: 0, 100)
    assert time.monotonic() - ended >= 0.045


async def test_after_the_distance_it_waits_only_while_more_comes() -> None:
    linger = Linger(MAX_SECONDS)
    linger.seconds = 3600.0
    there = iter((1, 2, 2, 5, 5, 5, 6))
    await linger.company(lambda: next(there), 100)
    assert list(there) == [6]


async def test_nobody_waits_for_more_when_enough_are_there() -> None:
    linger = Linger(MAX_SECONDS)
    linger.seconds = 3600.0
    await linger.company(lambda: 100, 100)
