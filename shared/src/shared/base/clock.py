"""The injectable clock: instants in UTC, business dates in Asia/Shanghai.

Nothing else asks the system for the time of a business fact; tests and demonstrations move it.
"""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

BUSINESS_ZONE = ZoneInfo("Asia/Shanghai")
"""Where business dates begin and end."""


def business_date(instant: datetime) -> date:
    """Return the date in Asia/Shanghai of an aware instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(BUSINESS_ZONE).date()


class Clock(Protocol):
    """Where business time comes from."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        ...

    def today(self) -> date:
        """Return the business date (业务日期) in Asia/Shanghai."""
        ...


class SystemClock:
    """The machine's clock, moved by a fixed offset where a demonstration needs it."""

    def __init__(self, offset: timedelta = timedelta(0)) -> None:
        self._offset = offset

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def today(self) -> date:
        """Return the business date in Asia/Shanghai."""
        return business_date(self.now())


class FixedClock:
    """Stands still until it is moved; for tests."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant at which the clock stands, in UTC."""
        return self._at

    def today(self) -> date:
        """Return the business date in Asia/Shanghai."""
        return business_date(self._at)

    def advance(self, by: timedelta) -> None:
        """Move the clock."""
        self._at += by
