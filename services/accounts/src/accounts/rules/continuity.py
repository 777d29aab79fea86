"""How many months were contributed without a gap (连续缴存), which a loan elsewhere asks for (R-CRT-2)."""

from collections.abc import Collection

from accounts.domain import Month


def months_in_a_row(contributed: Collection[Month], until: Month | None) -> int:
    """Count the contributed months that end with `until`, the paid-up-to month, without a gap."""
    count = 0
    while until is not None and until.plus(-count) in contributed:
        count += 1
    return count
