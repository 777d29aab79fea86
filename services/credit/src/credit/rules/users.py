"""Until when a unit stands for a user, when one is dormant, how look-ups are chained (R-CRD-32, 33)."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from cryptography.hazmat.primitives import hashes

DORMANT_DAYS = 90
"""Who has looked nothing up for longer is shut (R-CRD-32)."""
MONTHS_OF_A_QUARTER = 3
FIRST_LINK = "0" * 64


def confirmed_until(today: date) -> date:
    """The last day of the quarter after this one: a unit says each quarter for whom it stands."""
    first_month = (today.month - 1) // MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1
    behind = first_month + 2 * MONTHS_OF_A_QUARTER - 1
    return date(today.year + behind // 12, behind % 12 + 1, 1) - timedelta(days=1)


def dormant_before(today: date) -> date:
    """Who was active last before this day is dormant."""
    return today - timedelta(days=DORMANT_DAYS)


def sm3(text: str) -> str:
    """SM3 (GB/T 32905) of a text, hexadecimal."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(text.encode())
    return digest.finalize().hex()


def linked(previous: str, row: Mapping[str, Any]) -> str:
    """The digest of a look-up and of the one before it."""
    return sm3(json.dumps([previous, row], ensure_ascii=False, sort_keys=True, default=str))
