"""When an employer that is late is reminded, and what of (R-ACC-6, R-DEP-5)."""

from datetime import date, datetime, timedelta

from shared.base.clock import BUSINESS_ZONE

DAYS_TO_OPEN_ACCOUNTS = 20
"""Art. 14: the employer opens accounts for its staff within twenty days of registering."""
DAYS_WORTH_A_REMINDER = 30
"""Who registered before that is no new employer: its past was entered later, its staff come by and by."""
FIRST_HOUR = 9
"""Shanghai time: nobody is reminded at night."""


def accounts_due_on(registered_on: date) -> date:
    """Return the last day on which a new employer's accounts are in time."""
    return registered_on + timedelta(days=DAYS_TO_OPEN_ACCOUNTS)


def registered_between(today: date) -> tuple[date, date]:
    """Return the first and last day of registration of whom today reminds of missing accounts."""
    last = today - timedelta(days=DAYS_TO_OPEN_ACCOUNTS + 1)
    return last - timedelta(days=DAYS_WORTH_A_REMINDER - 1), last


def may_remind(now: datetime) -> bool:
    """Tell whether the hour is one at which people may be texted."""
    return now.astimezone(BUSINESS_ZONE).hour >= FIRST_HOUR
