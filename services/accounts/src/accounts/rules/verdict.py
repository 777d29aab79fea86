"""Sealed days that were verified: what is kept of them, which are read again, what fits no more (R-BK-2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

EVER = datetime(1, 1, 1, tzinfo=UTC)
BEHIND = timedelta(days=3)
"""How far a verification looks back behind the one before: transactions that ran then are seen now."""


@dataclass(frozen=True)
class SealedDay:
    """A link of the chain of days."""

    booked_on: date
    entries: int
    last_entry_id: int
    previous_hash: bytes
    hash: bytes


@dataclass(frozen=True)
class Verdict:
    """A day was right when it was verified, and was this."""

    booked_on: date
    entries: int
    hash: bytes
    weight: int
    """The sum of the day's fen, each times the weight of its account."""
    verified_at: datetime

    def fits(self, day: SealedDay) -> bool:
        """Whether a day is sealed as it was when it was right."""
        return (day.booked_on, day.entries, day.hash) == (self.booked_on, self.entries, self.hash)

    @property
    def told(self) -> str:
        """All that it says, for its seal."""
        at = self.verified_at.astimezone(UTC).isoformat()
        return f"day verdict {self.booked_on} {self.entries} {self.hash.hex()} {self.weight} {at}"


@dataclass(frozen=True)
class Verification:
    """The ledger was verified as a whole: each due day, what was open, all balances."""

    verified_at: datetime
    business_date: date | None
    differences: int

    @property
    def told(self) -> str:
        """All that it says, for its seal."""
        at = self.verified_at.astimezone(UTC).isoformat()
        return f"ledger verification {at} {self.business_date} {self.differences}"


def broken(days: Sequence[SealedDay], verdicts: Mapping[date, Verdict]) -> list[str]:
    """What is wrong with the chain of days itself, and with days that were right once; in words."""
    found = [
        f"the chain is broken between {before.booked_on} and {day.booked_on}"
        for before, day in pairwise(days)
        if day.previous_hash != before.hash
    ]
    if days and days[0].previous_hash:
        found.append(f"the chain is broken before {days[0].booked_on}")
    sealed = {day.booked_on: day for day in days}
    for on, verdict in sorted(verdicts.items()):
        day = sealed.get(on)
        if day is None or not verdict.fits(day):
            found.append(f"{on} is not sealed as it was verified")
    return found


def due(
    days: Sequence[SealedDay], verdicts: Mapping[date, Verdict], again: int
) -> tuple[list[SealedDay], list[SealedDay]]:
    """Which days are read: those without a verdict, and so many that have one, the longest ago first.

    A day that its verdict no longer fits is `broken`, and never gets another one.
    """
    fresh = [day for day in days if day.booked_on not in verdicts]
    known = [day for day in days if day.booked_on in verdicts and verdicts[day.booked_on].fits(day)]
    known.sort(key=lambda day: verdicts[day.booked_on].verified_at)
    return fresh, known[:again]


def is_due(last: Verification | None, now: datetime, every_seconds: float) -> bool:
    """Whether nobody has verified the ledger for so long."""
    return last is None or now - last.verified_at >= timedelta(seconds=every_seconds)


def looked_back_to(last: Verification | None) -> datetime:
    """From when on it is looked at what was begun, settled or booked: some days before the last time."""
    return last.verified_at - BEHIND if last else EVER
