"""Instants are UTC, business dates are Shanghai's."""

from datetime import UTC, date, datetime, timedelta

import pytest

from shared.base.clock import BUSINESS_ZONE, FixedClock, SystemClock, business_date


def test_the_business_date_changes_at_midnight_in_shanghai() -> None:
    clock = FixedClock(datetime(2019, 8, 29, 15, 59, 59, tzinfo=UTC))
    assert clock.today() == date(2019, 8, 29)
    clock.advance(timedelta(seconds=1))
    assert clock.today() == date(2019, 8, 30)
    assert clock.now() == datetime(2019, 8, 29, 16, tzinfo=UTC)


def test_a_fixed_clock_gives_utc_whatever_it_was_set_with() -> None:
    clock = FixedClock(datetime(2019, 8, 30, 0, 0, tzinfo=BUSINESS_ZONE))
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.today() == date(2019, 8, 30)


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2019, 8, 29)  # noqa: DTZ001  the point of the test
    with pytest.raises(ValueError, match="time zone"):
        FixedClock(naive)
    with pytest.raises(ValueError, match="time zone"):
        business_date(naive)


def test_the_system_clock_stands_where_its_offset_says() -> None:
    before = datetime.now(UTC)
    moved = SystemClock(timedelta(days=-2000)).now()
    after = datetime.now(UTC)
    assert before <= moved + timedelta(days=2000) <= after
    assert moved.utcoffset() == timedelta(0)
