"""Dunning letters (催缴函) to employers in arrears: accounts says which are due, documents prints them."""

from typing import ClassVar
from uuid import UUID

from shared.messages.base import AwareDatetime, Event, Fen, Month, date


class DunningLetterDue(Event):
    """An employer owes months for so long that a letter goes out, once for a stage (R-DEP-10)."""

    type: ClassVar[str] = "dunning_letter.due.v1"
    owner: ClassVar[str] = "accounts"
    subject_field: ClassVar[str] = "letter_id"

    letter_id: UUID
    """This one letter, however often it is told."""
    employer_number: str
    """Its number (单位账号)."""
    employer_name: str
    """Name of the employer (单位名称)."""
    stage: int
    """1, the first letter (催缴函), or 2, the second, which names what the law has for it."""
    from_month: Month
    """The first month that is owed, YYYY-MM."""
    until_month: Month
    """The last one that was overdue, YYYY-MM."""
    people: int
    """How many of its staff are owed something."""
    owed_fen: Fen
    """What it owes for these months, both sides, as its lists would have it."""
    due_on: date
    """Last day on which the first of them was in time."""
    pay_by: date
    """The day that the letter sets."""
    due_at: AwareDatetime
    """Instant of these figures."""


EVENTS = (DunningLetterDue,)
