"""The number of a letter (联系函编号): centre code, YYMMDD, four digits of the day's serial (R-TRF-4)."""

import re
from datetime import date

SERIAL_MAX = 9_999
_NUMBER = re.compile(r"(?<!\d)\d{16}(?!\d)")


def number_of(centre_code: str, day: date, serial: int) -> str:
    """Make a number; raises `ValueError` for a serial that has no four digits."""
    if not 1 <= serial <= SERIAL_MAX:
        raise ValueError(f"{serial} is no serial of a day")
    return f"{centre_code}{day:%y%m%d}{serial:04d}"


def is_number(text: str) -> bool:
    """Tell whether this has the form of a letter's number."""
    return _NUMBER.fullmatch(text) is not None


def numbers_in(text: str, centre_code: str) -> list[str]:
    """Find the numbers of a centre's own letters in what a payer wrote, each once."""
    found = (number for number in _NUMBER.findall(text) if number.startswith(centre_code))
    return list(dict.fromkeys(found))
