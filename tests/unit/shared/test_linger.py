"""Batches grow with the load, and a lone message does not wait."""

from shared.linger import PER_ITEM_SECONDS, Linger


def test_nobody_waits_before_anything_came_and_after_a_lone_one() -> None:
    linger = Linger(0.05)
    assert linger.seconds == 0
    linger.note(1)
    assert linger.seconds == 0
    linger.note(0)
    assert linger.seconds == 0


def test_the_pause_grows_with_the_last_batch_up_to_its_bound() -> None:
    linger = Linger(0.05)
    linger.note(3)
    assert linger.seconds == 2 * PER_ITEM_SECONDS
    linger.note(200)
    assert linger.seconds == 0.05


def test_a_quiet_moment_ends_the_pause() -> None:
    linger = Linger(0.05)
    linger.note(200)
    linger.note(1)
    assert linger.seconds == 0
