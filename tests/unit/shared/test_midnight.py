"""The tests' own clock: no run of the system gets a new date in its middle."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.support.midnight import LONGEST_RUN, offset_at

from shared.base.clock import business_date

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=400)).map(FIRST.__add__)


@given(INSTANTS, st.timedeltas(timedelta(0), LONGEST_RUN - timedelta(seconds=1)))
def test_the_date_stays_the_same_for_the_longest_run(now: datetime, into_it: timedelta) -> None:
    began = now + offset_at(now)
    assert business_date(began + into_it) == business_date(began)


def test_by_day_the_clock_is_the_machines() -> None:
    assert offset_at(datetime(2026, 3, 2, 4, 0, tzinfo=UTC)) == timedelta(0)
    assert offset_at(datetime(2026, 3, 2, 15, 50, tzinfo=UTC)) == LONGEST_RUN
