"""Since when the oldest message of a queue can have waited, by what is known without taking it out."""

from datetime import UTC, datetime, timedelta

import pytest

from shared.messaging.progress import Progress
from shared.operations.parking.waiting import Depth, Waiting, oldest_since

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def ago(seconds: float) -> datetime:
    return NOON - timedelta(seconds=seconds)


def seen(oldest_since: datetime | None, seconds_ago: float = 30) -> Waiting:
    return Waiting(
        "settlement.pay", int(oldest_since is not None), 0, oldest_since, ago(seconds_ago)
    )


@pytest.mark.parametrize(
    ("what", "before", "waiting", "progress", "expected"),
    [
        ("nothing waits", seen(ago(90)), 0, Progress(ago(10)), None),
        ("empty when it was last seen", seen(None), 4, Progress(), ago(30)),
        ("nobody takes them", seen(ago(600)), 4, Progress(), ago(600)),
        ("many come, and they are worked off", seen(ago(600)), 4, Progress(ago(7)), ago(7)),
        ("the newest handled came before it was empty", seen(None), 4, Progress(ago(900)), ago(30)),
        ("one is in hand, and does not come to an end", seen(None), 0, Progress(ago(50), ago(45)), ago(45)),
        ("never seen before", None, 4, Progress(), NOON),
        ("a clock of another machine is ahead", None, 4, Progress(ago(-3)), NOON),
    ],
)  # fmt: skip
def test_the_oldest_waits_since(
    what: str,
    before: Waiting | None,
    waiting: int,
    progress: Progress,
    expected: datetime | None,
) -> None:
    assert oldest_since(before, Depth(waiting, 0), progress, NOON) == expected, what


def test_a_batch_counts_as_handled_only_when_it_came_to_its_end() -> None:
    progress = Progress()
    with progress.over([ago(5), ago(9)]):
        assert progress == Progress(None, ago(9))
    assert progress == Progress(ago(5), None)
    with pytest.raises(OSError, match="lost"), progress.over([ago(1)]):
        raise OSError("lost")
    with progress.over([ago(60)]):
        """A message that rested comes after newer ones."""
    assert progress == Progress(ago(5), None)
