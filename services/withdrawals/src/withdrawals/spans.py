"""Changed days of the working calendar in words, days that follow each other together; pure."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

SPANS_MAX = 20
"""What is told in one sentence; the page shows the rest."""


def told_of(days: Mapping[date, bool]) -> list[str]:
    """Say which days become working days, and which days off."""
    told = [_told(first, last, works=works) for first, last, works in _spans(days)]
    return told if len(told) <= SPANS_MAX else [*told[:SPANS_MAX], f"另有{len(told) - SPANS_MAX}段"]


def _spans(days: Mapping[date, bool]) -> Iterator[tuple[date, date, bool]]:
    span: tuple[date, date, bool] | None = None
    for day, works in sorted(days.items()):
        if span is not None and (day, works) == (span[1] + timedelta(days=1), span[2]):
            span = (span[0], day, works)
            continue
        if span is not None:
            yield span
        span = (day, day, works)
    if span is not None:
        yield span


def _told(first: date, last: date, *, works: bool) -> str:
    until = "" if first == last else f"至{last.month}月{last.day}日"
    return f"{first.year}年{first.month}月{first.day}日{until}{'上班' if works else '休息'}"
