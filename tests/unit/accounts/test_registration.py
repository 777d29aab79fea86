"""How often a phone and a network may be sent codes by strangers who register a company."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts.rules.registration import Sent, wait

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes_ago", "from_network", "minutes"),
    [
        ([], 0, None),
        ([0.5], 1, 0.5),
        ([1], 1, None),
        ([5, 10, 20, 30], 4, None),
        # Five in the hour: the next one when the oldest of them is an hour old.
        ([5, 10, 20, 30, 50], 5, 10),
        ([5, 10, 20, 30, 60], 4, None),
        # Ten in the day: when the tenth is a day old.
        ([60 * hours for hours in range(2, 12)], 0, 24 * 60 - 11 * 60),
        ([60 * hours for hours in range(2, 11)], 0, None),
        ([], 29, None),
        ([], 30, 60),
    ],
)
def test_codes_wait_by_phone_and_by_network(
    minutes_ago: list[float], from_network: int, minutes: float | None
) -> None:
    to_phone = [NOW - timedelta(minutes=ago) for ago in minutes_ago]
    expected = None if minutes is None else timedelta(minutes=minutes)
    assert wait(Sent(to_phone, from_network), NOW) == expected
