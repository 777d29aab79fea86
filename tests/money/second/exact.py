"""Exact fractions, and the one rounding: half a fen and more goes up."""

from fractions import Fraction
from math import floor


def half_up(amount: Fraction) -> int:
    """The nearest whole fen of an amount that is not negative."""
    assert amount >= 0, amount
    return floor(amount + Fraction(1, 2))


def ratio(text: str) -> Fraction:
    """`0.0325` as it is written."""
    return Fraction(text)
