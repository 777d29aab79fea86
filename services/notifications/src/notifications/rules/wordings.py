"""What texts say: the release's wording, or another one from a day on; and what another one may be. Pure.

A text says what is in force on the day on which it is written, whenever that of which it tells was: an old
fact that comes late is told in today's words, with the facts of its own day.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from string import Formatter

from notifications.rules import segments
from notifications.rules.bookings import OF_MANY
from notifications.rules.examples import EXAMPLES
from notifications.rules.merges import PERSON_MERGED
from notifications.rules.registrations import REGISTRATION_CODE
from notifications.rules.replies import GUIDES, REPLIES, UNKNOWN_PHONE
from notifications.rules.template import SIGNATURE, Template
from notifications.rules.templates import (
    CONFIRMATION_CODE,
    LOGIN_CODE,
    PHONE_CHANGED,
    STAFF_ACTIVATION,
    TEMPLATES,
)

ALL: Mapping[str, Template] = {
    one.name: one
    for one in (
        LOGIN_CODE,
        CONFIRMATION_CODE,
        STAFF_ACTIVATION,
        REGISTRATION_CODE,
        PHONE_CHANGED,
        PERSON_MERGED,
        *OF_MANY,
        *TEMPLATES.values(),
        UNKNOWN_PHONE,
        *REPLIES.values(),
        *GUIDES.values(),
    )
}
"""Every text that 12329 sends, by its name."""

SEGMENTS_MAX = 6
"""A text that takes more is read by nobody."""
NUMBER_OF_OURS = "12329"
LINK = re.compile(r"https?:|www\.|[a-z0-9-]+\.(?:com|cn|net|org|top|vip|cc|xyz)\b", re.IGNORECASE)
LONG_NUMBER = re.compile(r"\d{5,}")
NOT_OF_A_TEXT = re.compile(r"[^\S \u3000]|[\x00-\x1f\x7f【】]")
OPT_OUT = "TD"


class Fault(StrEnum):
    """Why a text may not say so (文字不合要求)."""

    BRACES = "wording-braces"
    UNKNOWN = "wording-unknown"
    LOST = "wording-lost"
    LINK = "wording-link"
    NUMBER = "wording-number"
    CHARACTERS = "wording-characters"
    OPT_OUT = "wording-opt-out"
    LONG = "wording-long"


@dataclass(frozen=True)
class Found:
    """What is wrong, and with what."""

    fault: Fault
    what: str = ""


def placeholders(wording: str) -> list[str]:
    """The facts that a wording names, in their order; raises `ValueError` where braces are astray."""
    found: dict[str, None] = {}
    for _, name, specification, conversion in Formatter().parse(wording):
        if name is None:
            continue
        if not name.isidentifier() or specification or conversion:
            raise ValueError(name)
        found[name] = None
    return list(found)


def fault_of(template: Template, wording: str) -> Found | None:
    """What is wrong with another wording, if anything: facts unknown or lost, R-SMS-4, its length."""
    try:
        named = placeholders(wording)
    except ValueError:
        return Found(Fault.BRACES)
    shipped = placeholders(template.wording)
    for name in named:
        if name not in shipped:
            return Found(Fault.UNKNOWN, name)
    for name in shipped:
        if name not in named:
            return Found(Fault.LOST, name)
    return _of_its_words(template, wording)


def _of_its_words(template: Template, wording: str) -> Found | None:
    if wrong := NOT_OF_A_TEXT.search(wording):
        return Found(Fault.CHARACTERS, wrong.group().strip() or "换行")
    if link := LINK.search(wording):
        return Found(Fault.LINK, link.group())
    for number in LONG_NUMBER.findall(wording):
        if number != NUMBER_OF_OURS:
            return Found(Fault.NUMBER, number)
    if OPT_OUT in template.wording and OPT_OUT not in wording:
        return Found(Fault.OPT_OUT)
    parts = segments.units(example_of(wording)) // segments.PART_UNITS + 1
    return Found(Fault.LONG, str(parts)) if parts > SEGMENTS_MAX else None


def example_of(wording: str) -> str:
    """A text with a believable value for each fact, signed as it is sent."""
    values = {name: EXAMPLES[name].value for name in placeholders(wording)}
    return SIGNATURE + wording.format(**values)


def facts_in(wording: str, body: str) -> dict[str, str] | None:
    """Read out of a text that was sent what it told; None: it was not written by this wording."""
    pattern, seen = re.escape(SIGNATURE), set[str]()
    for literal, name, _, _ in Formatter().parse(wording):
        pattern += re.escape(literal)
        if name is not None:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>.*?)"
            seen.add(name)
    found = re.fullmatch(pattern, body)
    return found.groupdict() if found else None


@dataclass(frozen=True)
class Said:
    """A wording from a day on (文字); none: as the release ships it."""

    template: str
    effective_from: date
    wording: str | None
    source: str
    """The document that says so."""


def newest(rows: Iterable[Said], day: date) -> Mapping[str, Said]:
    """Of each text the row that holds on a day."""
    found: dict[str, Said] = {}
    for row in sorted(rows, key=lambda one: one.effective_from):
        if row.effective_from <= day:
            found[row.template] = row
    return found


def fits_still(template: Template, wording: str) -> bool:
    """Whether a wording names what the release tells; a later release may tell of something else."""
    return set(placeholders(wording)) == set(placeholders(template.wording))


@dataclass(frozen=True)
class Wordings:
    """What texts say on a day, where that is not what the release ships."""

    by_template: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def on(cls, rows: Sequence[Said], day: date) -> "Wordings":
        """Choose; what fits its text no more says nothing."""
        return cls(
            {
                name: row.wording
                for name, row in newest(rows, day).items()
                if row.wording is not None and name in ALL and fits_still(ALL[name], row.wording)
            }
        )

    def of(self, template: Template) -> Template:
        """A text with the wording that is in force."""
        wording = self.by_template.get(template.name)
        return template if wording is None else replace(template, wording=wording)
