"""Money in whole fen (分), rates as exact decimals, rounding half up. No floats anywhere."""

from decimal import ROUND_HALF_UP, Decimal
from typing import NewType

Fen = NewType("Fen", int)
"""An amount in fen, 1 yuan = 100 fen."""

FEN_PER_YUAN = 100
BASIS_POINTS_PER_PERCENT = 100


def yuan(fen: int) -> str:
    """Write fen as yuan with thousands separators, 170159 → "1,701.59"."""
    sign = "-" if fen < 0 else ""
    whole, rest = divmod(abs(fen), FEN_PER_YUAN)
    return f"{sign}{whole:,}.{rest:02d}"


def percent_of(basis_points: int) -> str:
    """Write a share for people, 5000 → "50%"."""
    whole, rest = divmod(basis_points, BASIS_POINTS_PER_PERCENT)
    return f"{whole}.{rest:02d}%" if rest else f"{whole}%"


def round_half_up(value: Decimal) -> int:
    """Round to a whole number, halves away from zero."""
    return int(value.to_integral_value(rounding=ROUND_HALF_UP))


def percent(rate: Decimal) -> str:
    """Write a rate for people, 0.0325 → "3.25%", 0.03575 → "3.575%"."""
    number = (rate * 100).quantize(Decimal("0.00001")).normalize()
    return f"{max(number, number.quantize(Decimal('0.01')), key=_decimals):f}%"


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
