"""A job: what it is called, how often it is looked at, and from when on it is late. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Generic

from typing_extensions import TypeVar

from shared.base.clock import BUSINESS_ZONE
from shared.base.resilience import SURVIVED
from shared.base.settings import ServiceSettings

S_contra = TypeVar("S_contra", bound=ServiceSettings, default=Any, contravariant=True)

MINUTE_SECONDS = 60.0
HOUR_SECONDS = 3_600.0
DAY_SECONDS = 86_400.0


@dataclass(frozen=True)
class Job(Generic[S_contra]):
    """Work that nobody asks for (定时任务)."""

    name: str
    """Its key in the table `job`, in metrics and in logs."""
    title: str
    """What staff call it."""
    seconds: Callable[[S_contra], float]
    """How often it is looked at, by the settings."""
    late_after_seconds: float
    """Late is what was not looked at, or is due and not done, for so much longer than it should be."""
    periodic: bool = False
    """It is due because time has passed, not because of what it finds; a restart does not repeat it."""
    after_failure_seconds: float | None = None
    """Rest after a failure; None: as after any round."""
    survives: tuple[type[Exception], ...] = SURVIVED
    """Failures that are written down and tried again; anything else ends the service."""


@dataclass(frozen=True)
class Round:
    """What came of looking once."""

    did: str | None = None
    """What was done, for staff, in Chinese and of nobody by name; None: nothing was to do."""
    more: bool = False
    """There is more to do, at once."""
    next_at: datetime | None = None
    """When the calendar wants it next; None: when it is looked at next."""
    waiting_since: datetime | None = None
    """Since when something has been due that this round left undone."""


@dataclass(frozen=True)
class Standing:
    """A row of the table `job`."""

    name: str
    since: datetime
    looked_at: datetime | None = None
    next_at: datetime | None = None
    waiting_since: datetime | None = None
    did_at: datetime | None = None
    did: str | None = None
    failed_at: datetime | None = None
    failure: str | None = None
    failures: int = 0


def late_seconds(standing: Standing, seconds: float, late_after: float, now: datetime) -> float:
    """Return for how long a job has been late; 0 while it is not.

    `seconds`: how often it is looked at; `late_after`: what it is granted beyond that.
    """
    unseen = (now - (standing.looked_at or standing.since)).total_seconds() - seconds
    waiting = (now - (standing.waiting_since or now)).total_seconds()
    return max(0.0, max(unseen, waiting) - late_after)


def midnight(day: date) -> datetime:
    """Return the instant at which a business date begins."""
    return datetime.combine(day, time(), BUSINESS_ZONE)


def day_after(day: date) -> datetime:
    """Return the instant at which the business date after this one begins."""
    return midnight(day + timedelta(days=1))


def is_due(standing: Standing, seconds: float, now: datetime) -> bool:
    """Tell whether a periodic job's time has come; a clock that was set back lets it come."""
    if standing.looked_at is None or standing.looked_at > now:
        return True
    return (now - standing.looked_at).total_seconds() >= seconds
