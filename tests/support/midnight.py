"""Amounts and dates are worked out for today: a run that midnight in Shanghai might interrupt has tomorrow.

For runs of all services on the machine's clock; whoever sets the clock himself needs none of this.
"""

from datetime import UTC, datetime, time, timedelta

from shared.base.clock import BUSINESS_ZONE, SystemClock

LONGEST_RUN = timedelta(minutes=40)


def offset_at(now: datetime) -> timedelta:
    """How far the business clock must go ahead, so that its date stays the same for `LONGEST_RUN`."""
    here = now.astimezone(BUSINESS_ZONE)
    midnight = datetime.combine(here.date() + timedelta(days=1), time(), BUSINESS_ZONE)
    return LONGEST_RUN if midnight - here <= LONGEST_RUN else timedelta(0)


OFFSET = offset_at(datetime.now(UTC))
ENVIRONMENT = {"BUSINESS_CLOCK_OFFSET_SECONDS": str(int(OFFSET.total_seconds()))} if OFFSET else {}
"""For every process of the run."""
CLOCK = SystemClock(OFFSET)
"""As those processes have it."""
