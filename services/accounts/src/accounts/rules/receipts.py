"""Which list a bank receipt pays: the reference in its note, and several that together equal it (R-DEP-7)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

MAX_RECEIPTS_COMBINED = 12
"""Of more receipts for one list, only single ones and all together are looked at: 2^12 sums are quick."""

MAX_CANDIDATES = 64
"""Of what may be references in one note: it is up to 500 characters, and anybody's."""

_EMPLOYER_DIGITS = range(6, 10)
_MONTH_AND_MARK = r"(?:19|20|21)[0-9]{2}(?:0[1-9]|1[0-2])[0-9A-F]{6}"
_PREFIXES = ("HJ", "BJ")
"""Of monthly lists (汇缴), and of back payments (补缴)."""
_BESIDE = re.compile("[^0-9A-Z]")


def references_in(note: str) -> list[str]:
    """Return what may be a payment reference in a note, however it was written.

    Case, width, blanks, dashes and whatever else stands between do not count, words may stand around it, and
    the letters in front of it may be missing: the mark at its end is of one list. Employers' numbers grow:
    each length that they may have is tried.
    """
    seen = _BESIDE.sub("", unicodedata.normalize("NFKC", note).upper())
    found = (
        f"{prefix}{match.group(1)}"
        for digits in _EMPLOYER_DIGITS
        for match in re.finditer(rf"(?=([0-9]{{{digits}}}{_MONTH_AND_MARK}))", seen)
        for prefix in _PREFIXES
    )
    return list(islice(dict.fromkeys(found), MAX_CANDIDATES))


@dataclass(frozen=True)
class Waiting:
    """A receipt in suspense for a list."""

    bank_serial: str
    amount_fen: int
    value_date: date


def that_equal(waiting: Sequence[Waiting], total_fen: int) -> tuple[Waiting, ...]:
    """Return the receipts that together equal a list, the fewest and earliest; empty if none do."""
    ordered = sorted(waiting, key=lambda one: (one.value_date, one.bank_serial))
    sizes = range(1, len(ordered) + 1) if len(ordered) <= MAX_RECEIPTS_COMBINED else (1,)
    for size in sizes:
        for some in combinations(ordered, size):
            if sum(one.amount_fen for one in some) == total_fen:
                return some
    everything = sum(one.amount_fen for one in ordered) == total_fen
    return tuple(ordered) if everything else ()
