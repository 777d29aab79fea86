"""Which query passwords (查询密码) are too easily guessed, of six digits; pure."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

STEPS: Final = ({0}, {1}, {9})
"""From digit to digit: 111111, 123456 or 789012, 654321."""


def is_trivial(digits: str, known: Iterable[str]) -> bool:
    """Whether somebody tries it first: a run, a repetition, or a part of `known` numbers of its owner."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(digits)}
    repeated = digits in (digits[:2] * 3, digits[:3] * 2) or digits[::2] == digits[1::2]
    return steps in STEPS or repeated or any(digits in number for number in known)
