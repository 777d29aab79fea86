"""When an employer that is late is reminded (R-ACC-6)."""

from datetime import UTC, date, datetime

import pytest

from accounts.rules import reminders


@pytest.mark.parametrize(
    ("registered_on", "due"),
    [
        (date(2026, 3, 2), date(2026, 3, 22)),
        (date(2026, 2, 20), date(2026, 3, 12)),
        (date(2024, 2, 10), date(2024, 3, 1)),
        (date(2025, 12, 31), date(2026, 1, 20)),
    ],
)
def test_r_acc_6_accounts_are_in_time_for_twenty_days_and_late_on_the_next(
    registered_on: date, due: date
) -> None:
    assert reminders.accounts_due_on(registered_on) == due
    assert reminders.registered_between(due)[1] < registered_on
    next_day = date.fromordinal(due.toordinal() + 1)
    assert reminders.registered_between(next_day)[1] == registered_on


def test_r_acc_6_whoever_registered_long_ago_is_no_new_employer() -> None:
    """Of 2 March: late since that day is who registered on 9 February, for 30 days on 11 January."""
    assert reminders.registered_between(date(2026, 3, 2)) == (date(2026, 1, 11), date(2026, 2, 9))


@pytest.mark.parametrize(
    ("utc", "may"),
    [
        (datetime(2026, 3, 1, 16, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 2, 0, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 2, 1, 0, tzinfo=UTC), True),
        (datetime(2026, 3, 2, 15, 59, tzinfo=UTC), True),
    ],
)
def test_r_sms_2_nobody_is_reminded_before_nine_in_dezhou(utc: datetime, may: bool) -> None:
    assert reminders.may_remind(utc) is may
