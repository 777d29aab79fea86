"""Working days that two people change reach whoever reckons deadlines by them (R-CAL-3)."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from tests.support.telling import received

from shared.base.calendar import WorkingCalendar, kept_of, packaged_days
from shared.base.settings import ServiceSettings
from shared.messages.published import DayTold, WorkingYearTold
from shared.messaging import working_days
from shared.messaging.unit import Context

AT = datetime(2026, 3, 2, 4, tzinfo=UTC)
FRIDAY, SATURDAY, MONDAY = date(2027, 3, 5), date(2027, 3, 6), date(2027, 3, 8)


def told(
    days: Sequence[tuple[date, bool]], minutes: int = 0, *, published: bool = True
) -> WorkingYearTold:
    return WorkingYearTold(
        year=2027,
        published=published,
        days=[DayTold(day=day, is_workday=works) for day, works in days],
        told_at=AT + timedelta(minutes=minutes),
    )


@pytest.fixture
async def keeper(service_context: Any) -> Context:
    made: Context = await service_context("credit", ServiceSettings)
    return made


async def hear(keeper: Context, *events: WorkingYearTold) -> WorkingCalendar:
    async with keeper.unit() as unit:
        if events:
            await working_days.know_years(unit, received(events))
        return await working_days.read(unit.connection, (2026, 2027))


async def test_what_was_told_last_counts_however_it_comes(keeper: Context) -> None:
    before = await hear(keeper)
    assert not before.knows(SATURDAY)
    assert before.is_workday(date(2026, 2, 14)), "2026's make-up Saturday, as published"
    made_up = told([(SATURDAY, True), (MONDAY, False)], minutes=5)
    now = await hear(keeper, made_up, told([]))
    assert (now.is_workday(SATURDAY), now.is_workday(MONDAY)) == (True, False)
    assert now.add_working_days(FRIDAY, 2).date == date(2027, 3, 9)
    assert now.knows(FRIDAY)
    stale = await hear(keeper, told([], minutes=1))
    assert stale.is_workday(SATURDAY), "an old word comes late"
    taken_back = await hear(keeper, told([], minutes=9))
    assert not taken_back.is_workday(SATURDAY)


async def test_of_a_year_without_a_notice_only_single_days_are_known(keeper: Context) -> None:
    now = await hear(keeper, told([(SATURDAY, True)], published=False))
    assert now.is_workday(SATURDAY)
    assert not now.knows(FRIDAY)
    assert now.add_working_days(FRIDAY, 1).provisional is False
    assert now.add_working_days(FRIDAY, 2).provisional is True


def test_a_calendar_is_told_as_it_is_kept() -> None:
    days = packaged_days([2026])
    kept = kept_of(WorkingCalendar(days, ""), 2026)
    assert kept.published
    assert kept.days[date(2026, 2, 14)] is True
    assert date(2026, 3, 2) not in kept.days, "a Monday like any other"
    unknown = kept_of(WorkingCalendar({SATURDAY: True}, ""), 2027)
    assert (unknown.published, unknown.days) == (False, {SATURDAY: True})
