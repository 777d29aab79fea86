"""When a text may go that nobody waits for: spread over the hours at which people may be texted; pure."""

import hashlib
from datetime import datetime, time, timedelta

from shared.base.clock import BUSINESS_ZONE

FIRST_HOUR, LAST_HOUR = time(9), time(20)
"""Shanghai time: nobody is texted at night what can wait."""
LEAST = timedelta(hours=1)
"""Less than that of the day is left to the next one."""


def spread(source: str, now: datetime) -> datetime:
    """Return when the text about a fact goes: always the same share of the hours that are left of a day."""
    here = now.astimezone(BUSINESS_ZONE)
    opens = datetime.combine(here.date(), FIRST_HOUR, BUSINESS_ZONE)
    closes = datetime.combine(here.date(), LAST_HOUR, BUSINESS_ZONE)
    if closes - here < LEAST:
        opens, closes = opens + timedelta(days=1), closes + timedelta(days=1)
    starts = max(here, opens)
    share = int.from_bytes(hashlib.sha256(source.encode()).digest()[:4]) / 2**32
    return starts + share * (closes - starts)
