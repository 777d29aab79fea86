"""A live stream hands over each line once, in order, and never grows without bound."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from withdrawals.shapes.citizens import HistoryLine
from withdrawals.work.live import UNREAD_MAX_LINES, Progress, Stream


def line(number: int) -> HistoryLine:
    return HistoryLine(
        id=number,
        at=datetime(2019, 8, 29, tzinfo=UTC),
        step="submitted",
        state="submitted",
        state_text="已受理",
        final=False,
        text="已受理。",
    )


async def test_lines_come_once_and_in_order() -> None:
    stream = Stream(uuid4(), 3)
    for number in (2, 3, 4, 4, 5):
        stream.push(line(number))
    assert [(await stream.next(1)).id for _ in range(2)] == [4, 5]  # type: ignore[union-attr]
    with pytest.raises(TimeoutError):
        await stream.next(0.01)


async def test_a_reader_that_is_too_slow_is_let_go() -> None:
    stream = Stream(uuid4(), 0)
    for number in range(1, UNREAD_MAX_LINES + 3):
        stream.push(line(number))
    assert stream.closed
    for _ in range(UNREAD_MAX_LINES):
        assert await stream.next(1) is not None
    assert await stream.next(1) is None


async def test_closing_lets_the_reader_leave() -> None:
    progress = Progress()
    with progress.follow(uuid4(), 0) as stream:
        assert progress.open_streams == 1
        stream.close()
        assert await stream.next(1) is None
    assert progress.open_streams == 0
