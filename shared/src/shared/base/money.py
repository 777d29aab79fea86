"""Money in whole fen (分), rates as exact decimals, rounding half up. No floats anywhere."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import NewType

Fen = NewType("Fen", int)
"""An amount in fen, 1 yuan = 100 fen."""

FEN_PER_YUAN = 100

_YUAN = re.compile(r"-?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,2})?")
_PERCENT = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,5})?")


class InvalidAmount(ValueError):
    """A text that is no amount of money to the fen."""


def fen_from_yuan(text: str) -> Fen:
    """Parse yuan, "1701.59" or "1,701.59", exactly; raises `InvalidAmount`."""
    if not _YUAN.fullmatch(text):
        raise InvalidAmount("金额应为数字，最多两位小数")
    return Fen(int(Decimal(text.replace(",", "")) * FEN_PER_YUAN))


def yuan(fen: int) -> str:
    """Write fen as yuan with thousands separators, 170159 → "1,701.59"."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), FEN_PER_YUAN)
    return f"{sign}{whole:,}.{rest:02d}"


def round_half_up(value: Decimal) -> int:
    """Round to a whole number, halves away from zero."""
    return int(value.to_integral_value(rounding=ROUND_HALF_UP))


def rate_from_percent(text: str) -> Decimal:
    """Parse "3.25" (percent a year) into the fraction 0.0325; raises `InvalidAmount`."""
    if not _PERCENT.fullmatch(text):
        raise InvalidAmount("利率应为百分数，最多五位小数")
    return Decimal(text).scaleb(-2)


def percent(rate: Decimal) -> str:
    """Write a rate for people, 0.0325 → "3.25%", 0.03575 → "3.575%"."""
    number = (rate * 100).quantize(Decimal("0.00001")).normalize()
    return f"{max(number, number.quantize(Decimal('0.01')), key=_decimals):f}%"


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
