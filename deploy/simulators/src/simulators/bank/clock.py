"""The bank's business clock: Asia/Shanghai, moved by the same offset as the centre's."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Shanghai")


class BankClock:
    """Gives business time; what is due soon goes by the machine's own clock."""

    def __init__(self, offset_seconds: int = 0) -> None:
        self._offset = timedelta(seconds=offset_seconds)

    def now(self) -> datetime:
        """Return this instant in Shanghai."""
        return datetime.now(ZONE) + self._offset

    def today(self) -> date:
        """Return the bank's business date."""
        return self.now().date()

    def instant(self) -> str:
        """Write this instant as ISODateTime, to the millisecond."""
        return self.now().isoformat(timespec="milliseconds")
