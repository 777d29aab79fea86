"""When an employer that is late is reminded, and what of (R-ACC-6, R-DEP-5)."""

from datetime import date, datetime, timedelta

from accounts.domain import Month
from accounts.rules import arrears
from shared.base.clock import BUSINESS_ZONE
from shared.messages.employers import EmployerReminder

DAYS_TO_REGISTER = 30
"""Art. 14: an employer registers within thirty days of being set up."""
DAYS_TO_OPEN_ACCOUNTS = 20
"""Art. 14: the employer opens accounts for its staff within twenty days of registering."""
DAYS_WORTH_A_REMINDER = 30
"""Who registered before that is no new employer: its past was entered later, its staff come by and by."""
FIRST_HOUR = 9
"""Shanghai time: nobody is reminded at night."""


def accounts_due_on(registered_on: date) -> date:
    """Return the last day on which a new employer's accounts are in time."""
    return registered_on + timedelta(days=DAYS_TO_OPEN_ACCOUNTS)


def due_on(kind: EmployerReminder, about: date, payday: int) -> date:
    """Return the last day on which a case was in time: about a day of registration, or a month's first."""
    if kind is EmployerReminder.ACCOUNTS_MISSING:
        return accounts_due_on(about)
    return arrears.due_on(Month.of(about), payday)


def registered_late_by(set_up_on: date | None, registered_on: date) -> int | None:
    """Return by how many days an employer registered too late; none where nobody knows when it was set up."""
    if set_up_on is None:
        return None
    return max(0, (registered_on - set_up_on).days - DAYS_TO_REGISTER)


def registered_until(today: date) -> date:
    """Return the last day of registration of those who should have accounts by today."""
    return today - timedelta(days=DAYS_TO_OPEN_ACCOUNTS + 1)


def registered_between(today: date) -> tuple[date, date]:
    """Return the first and last day of registration of whom today reminds of missing accounts."""
    last = registered_until(today)
    return last - timedelta(days=DAYS_WORTH_A_REMINDER - 1), last


def may_remind(now: datetime) -> bool:
    """Tell whether the hour is one at which people may be texted."""
    return now.astimezone(BUSINESS_ZONE).hour >= FIRST_HOUR
