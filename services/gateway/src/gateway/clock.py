"""The clock of logging in: real time, even where a demonstration has moved the business clock."""

from datetime import datetime

from shared.messaging.unit import Context


def now_of(context: Context) -> datetime:
    """This instant, for codes, locks, sessions and keys; a person's phone and watch agree with it."""
    return context.clock.now() - context.settings.business_clock_offset
