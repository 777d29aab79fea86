"""Money is whole fen and rates are exact decimals; nothing is ever lost to binary fractions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.money import percent, round_half_up, yuan


def test_yuan_has_thousands_separators_and_two_decimals() -> None:
    assert yuan(170159) == "1,701.59"
    assert yuan(5) == "0.05"
    assert yuan(-30000000) == "-300,000.00"


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.5", 1), ("1.5", 2), ("2.5", 3), ("2.4999999999999999999999999999", 2), ("-0.5", -1)],
)
def test_halves_round_up(value: str, rounded: int) -> None:
    assert round_half_up(Decimal(value)) == rounded


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(0, 99))
def test_rounding_never_moves_more_than_half(whole: int, hundredths: int) -> None:
    value = Decimal(whole) + Decimal(hundredths) / 100
    assert abs(round_half_up(value) - value) <= Decimal("0.5")


@pytest.mark.parametrize(
    ("rate", "written"),
    [("0.0325", "3.25%"), ("0.03575", "3.575%"), ("0.03", "3.00%"), ("0.021", "2.10%")],
)
def test_a_rate_is_written_as_a_percentage(rate: str, written: str) -> None:
    assert percent(Decimal(rate)) == written
