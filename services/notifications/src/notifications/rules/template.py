"""What a text is: its wording, the facts in it, how urgent it is, whether it can be switched off."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from typing import Any

from notifications.rules import words

SIGNATURE = "【德州公积金12329】"


class Priority(IntEnum):
    """Which text goes first when there are more than the link takes."""

    LOGIN_CODE = 0
    ANSWER = 1
    ORDINARY = 2
    """About what somebody has just done, and waits for."""
    BULK = 3
    """What a day's work makes for many at once: never before anything else, whichever way it came here."""


@dataclass(frozen=True)
class Template:
    """One kind of text."""

    name: str
    wording: str
    facts: Callable[[Any], words.Facts] = lambda _event: {}
    key: Callable[[Any], str] = lambda event: str(event.subject)
    mandatory: bool = True
    """Money, login and answers always go out; the rest respects TD (R-CRT-4)."""
    priority: Priority = Priority.ORDINARY
    spread: bool = False
    """Whether it is spread over the hours of the day (`rules/spreading.py`)."""
    valid_for: timedelta | None = None
    """After this it is not worth sending any more; None: it always is."""

    def write(self, fact: Any = None) -> str:
        """Write the text about a fact."""
        return SIGNATURE + self.say(fact)

    def say(self, fact: Any = None) -> str:
        """Write it without the signature."""
        return self.wording.format(**self.facts_of(fact))

    def facts_of(self, fact: Any = None) -> dict[str, str]:
        """Give what the text is made of."""
        facts = dict(self.facts(fact))
        if "reason" in facts:
            facts["reason"] = words.once(facts["reason"], self.wording)
        return facts
