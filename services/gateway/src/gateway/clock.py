"""The clock of logging in: real time, even where a demonstration has moved the business clock."""

from datetime import datetime, timedelta

from gateway.settings import settings_of
from shared.messaging.unit import Context


def now_of(context: Context) -> datetime:
    """This instant, for codes, locks, sessions and keys; a person's phone and watch agree with it."""
    return context.clock.now() - context.settings.business_clock_offset


def terminals_heard_since(context: Context) -> datetime:
    """A terminal that has said nothing since then is silent."""
    return now_of(context) - timedelta(seconds=settings_of(context).terminal_silent_seconds)
