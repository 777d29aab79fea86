"""Months in a row (连续缴存), which another city's centre asks for (R-CRT-2)."""

from accounts.domain import Month
from accounts.rules.continuity import months_in_a_row


def months(*texts: str) -> set[Month]:
    return {Month.parse(text) for text in texts}


def test_months_count_back_from_the_last_one_to_the_first_gap() -> None:
    contributed = months("2025-09", "2025-11", "2025-12", "2026-01")
    assert months_in_a_row(contributed, Month.parse("2026-01")) == 3


def test_whoever_never_contributed_has_none() -> None:
    assert months_in_a_row(set(), None) == 0
    assert months_in_a_row(months("2026-01"), Month.parse("2026-02")) == 0
