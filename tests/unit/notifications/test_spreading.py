"""Texts that nobody waits for are spread over the hours at which people may be texted (R-SMS-2)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifications.rules.spreading import spread
from shared.base.clock import BUSINESS_ZONE

MORNING = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
"""8 o'clock in Shanghai."""


@given(st.text(), st.integers(0, 364 * 86_400))
def test_r_sms_2_never_at_night_nor_before_now(source: str, seconds: int) -> None:
    now = MORNING + timedelta(seconds=seconds)
    when = spread(source, now)
    here = when.astimezone(BUSINESS_ZONE)
    assert when >= now
    assert 9 <= here.hour < 20 or (here.hour, here.minute) == (20, 0)
    assert when - now < timedelta(hours=36)


@pytest.mark.parametrize(
    ("hour_utc", "first", "last"),
    [(0, "03-02 09", "03-02 19"), (6, "03-02 14", "03-02 19"), (12, "03-03 09", "03-03 19")],
)
def test_r_sms_2_evenly_over_what_is_left_of_the_day(hour_utc: int, first: str, last: str) -> None:
    """From 9, or from now, to 20 o'clock; from 19 o'clock on it is the next day's."""
    now = MORNING + timedelta(hours=hour_utc)
    hours: dict[str, int] = {}
    for number in range(2_000):
        when = spread(f"fact {number}", now).astimezone(BUSINESS_ZONE)
        hours[f"{when:%m-%d %H}"] = hours.get(f"{when:%m-%d %H}", 0) + 1
    assert (min(hours), max(hours)) == (first, last)
    even = 2_000 / len(hours)
    assert all(even * 0.7 < count < even * 1.3 for count in hours.values())


def test_r_sms_2_a_fact_has_one_moment() -> None:
    assert spread("a", MORNING) == spread("a", MORNING) != spread("b", MORNING)
