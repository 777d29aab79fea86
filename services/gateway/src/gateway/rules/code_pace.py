"""How often codes are sent: to each source of a subject, and to all strangers together. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Sent:
    """A code that was sent within the last hour, and who had asked for it."""

    at: datetime
    source: str
    known_device: bool


@dataclass(frozen=True)
class Pace:
    """What is allowed."""

    pause: timedelta
    """Between two codes of one source."""
    most: int
    """Of one source in an hour."""
    most_of_strangers: int
    """Of all sources in an hour that are no known device."""


def wait(
    sent: Sequence[Sent], source: str, pace: Pace, now: datetime, *, known_device: bool
) -> timedelta | None:
    """How long a source must wait for another code, if at all; `sent` is the last hour's, newest first.

    What strangers ask for takes nothing away from a known device.
    """
    own = [one.at for one in sent if one.source == source]
    free_at = [at + pace.pause for at in own[:1]] + _free(own, pace.most)
    if not known_device:
        strangers = [one.at for one in sent if not one.known_device]
        free_at += _free(strangers, pace.most_of_strangers)
    return max((at - now for at in free_at if at > now), default=None)


def _free(newest_first: Sequence[datetime], most: int) -> list[datetime]:
    return [at + AN_HOUR for at in newest_first[most - 1 : most]]
