"""Waiting for an agent (排队): who is next, what is announced, when it is better to be called back. Pure."""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil
from typing import Final

from hotline.rules import numerals
from hotline.rules.phrases import Phrase

IN_TIME: Final = timedelta(seconds=20)
"""So soon an agent should answer (20秒接通率)."""
TELL_SECONDS: Final = 20.0
"""How long after an announcement the next one comes."""
MINUTE_SECONDS: Final = 60
MINUTES_MAX: Final = 60
"""Nobody is told a longer wait; who would wait so long is offered to be called back."""
TYPICAL_SECONDS: Final = 180.0
"""Of a call with an agent, until calls of this process say better."""
REMEMBERED: Final = 20
"""Calls whose length says how long the next one is."""


def typical_seconds(lasted: Sequence[float]) -> float:
    """How long a call with an agent takes, by the latest ones."""
    latest = lasted[-REMEMBERED:]
    return sum(latest) / len(latest) if latest else TYPICAL_SECONDS


def wait_seconds(ahead: int, agents: int, typical: float) -> float:
    """How long somebody waits with so many ahead and so many agents on duty; 0 agents raise `ValueError`."""
    if agents < 1:
        raise ValueError("nobody answers")
    return (ahead + 1) * typical / agents


def announced(ahead: int, seconds: float, *, call_back: bool) -> tuple[str, ...]:
    """What somebody who waits is told: the place, the wait, and the way out of it."""
    minutes = min(max(1, ceil(seconds / MINUTE_SECONDS)), MINUTES_MAX)
    place = (
        (Phrase.QUEUE_AHEAD, *numerals.count(ahead, Phrase.QUEUE_CALLERS))
        if ahead
        else (Phrase.QUEUE_NEXT,)
    )
    wait = (Phrase.QUEUE_WAIT, *numerals.count(minutes, Phrase.QUEUE_MINUTES))
    way_out = Phrase.QUEUE_CALL_BACK if call_back else Phrase.QUEUE_STAY
    return (*place, *wait, way_out)
