"""A document's number (R-CRT-3): the plumbing's, with the prefix of the fund."""

from datetime import date

from shared.base import papers

PREFIX = "GJJ"


def number_of(day: date, serial: int) -> str:
    """Make a number: prefix, day, serial, two check digits."""
    return papers.number_of(PREFIX, day, serial)


def is_number(text: str) -> bool:
    """Tell a number from a slip of the pen."""
    return papers.is_number(PREFIX, text)
