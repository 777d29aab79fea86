"""Working days (R-CAL-1 to 4) and the worked examples that rest on them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.calendar import (
    Deadline,
    WorkingCalendar,
    months_after,
    packaged_days,
    packaged_version,
)

CALENDAR = WorkingCalendar(packaged_days(range(2004, 2027)), packaged_version())
KNOWN_DAYS = st.dates(date(2004, 1, 1), date(2026, 10, 1))


def firm(year: int, month: int, day: int) -> Deadline:
    return Deadline(date(year, month, day), provisional=False)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2018-08-31", 6, "2019-02-28"),
        ("2019-08-31", 6, "2020-02-29"),
        ("2019-03-05", 6, "2019-09-05"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2023-12-31", 2, "2024-02-29"),
        ("2024-10-31", 1, "2024-11-30"),
        ("2024-11-30", 1, "2024-12-30"),
        ("2024-01-31", 0, "2024-01-31"),
        ("2024-03-31", -1, "2024-02-29"),
    ],
)
def test_r_cal_months_after_a_day_stay_in_their_month(day: str, months: int, later: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(later)


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(0, 480))
def test_r_cal_months_after_is_the_latest_day_of_its_month_that_is_not_later_in_it(
    day: date, months: int
) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_e37_three_working_days_in_an_ordinary_week() -> None:
    assert CALENDAR.add_working_days(date(2019, 8, 29), 3) == firm(2019, 9, 3)


def test_e39_calendar_changed_after_acceptance() -> None:
    amended = packaged_days([2020])
    first_notice = dict(amended)
    for day in range(24, 31):
        first_notice[date(2020, 1, day)] = False
    first_notice[date(2020, 1, 31)] = True
    first_notice[date(2020, 2, 1)] = True  # the make-up day of the first notice
    accepted = date(2020, 1, 22)
    assert WorkingCalendar(first_notice, "1").add_working_days(accepted, 3) == firm(2020, 2, 1)
    assert WorkingCalendar(amended, "2").add_working_days(accepted, 3) == firm(2020, 2, 4)


def test_e41_a_deadline_in_calendar_days_rolls_forward_to_a_working_day() -> None:
    assert CALENDAR.roll_forward(date(2019, 8, 29) + timedelta(days=3)) == firm(2019, 9, 2)
    assert CALENDAR.roll_forward(date(2019, 9, 2)) == firm(2019, 9, 2)


def test_r_cal_1_weekends_are_not_enough() -> None:
    assert CALENDAR.is_workday(date(2019, 9, 29))  # a Sunday made up for the National Day week
    assert not CALENDAR.is_workday(date(2019, 10, 1))
    assert CALENDAR.add_working_days(date(2019, 9, 27), 3) == firm(2019, 10, 8)


def test_r_cal_2_a_year_without_a_notice_is_never_guessed() -> None:
    assert packaged_days([2003, 2027, 2100]) == {}
    assert {day.year for day in packaged_days([2026, 2027])} == {2026}


def test_r_cal_3_the_whole_year_is_loaded_one_row_per_date() -> None:
    assert len(packaged_days([2020])) == 366
    assert len(packaged_days([2019, 2019])) == 365
    assert packaged_version().startswith("chinesecalendar ")


def test_r_cal_3_a_missing_year_counts_weekdays_and_is_provisional() -> None:
    deadline = CALENDAR.add_working_days(date(2026, 12, 30), 3)
    assert deadline == Deadline(date(2027, 1, 4), provisional=True)
    assert not CALENDAR.knows(date(2027, 1, 1))
    assert CALENDAR.roll_forward(date(2027, 5, 1)) == Deadline(date(2027, 5, 3), provisional=True)


def test_r_cal_3_staff_may_edit_a_day() -> None:
    edited = packaged_days([2019]) | {date(2019, 8, 30): False}
    calendar = WorkingCalendar(edited, "staff 2019-08-28")
    assert calendar.version == "staff 2019-08-28"
    assert calendar.add_working_days(date(2019, 8, 29), 3) == firm(2019, 9, 4)


def test_r_cal_4_the_day_of_acceptance_is_day_0() -> None:
    assert CALENDAR.add_working_days(date(2019, 8, 29), 1) == firm(2019, 8, 30)
    assert CALENDAR.add_working_days(date(2019, 8, 31), 1) == firm(2019, 9, 2)


@given(KNOWN_DAYS, st.integers(1, 30))
def test_r_cal_4_exactly_that_many_working_days_lie_after_the_acceptance(
    accepted: date, count: int
) -> None:
    deadline = CALENDAR.add_working_days(accepted, count)
    span = (deadline.date - accepted).days
    between = [accepted + timedelta(days=offset) for offset in range(1, span + 1)]
    assert sum(CALENDAR.is_workday(day) for day in between) == count
    assert CALENDAR.is_workday(deadline.date)
    assert not deadline.provisional


@pytest.mark.parametrize("count", [0, -1, 401])
def test_an_absurd_number_of_working_days_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="working days"):
        CALENDAR.add_working_days(date(2019, 8, 29), count)
