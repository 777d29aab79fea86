"""Money is whole fen and rates are exact decimals; nothing is ever lost to binary fractions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.money import (
    InvalidAmount,
    fen_from_yuan,
    percent,
    rate_from_percent,
    round_half_up,
    yuan,
)


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("1701.59", 170159),
        ("1,701.59", 170159),
        ("0.01", 1),
        ("0.1", 10),
        ("7", 700),
        ("-97.03", -9703),
        ("221,254.22", 22125422),
    ],
)
def test_yuan_is_parsed_to_the_fen(text: str, fen: int) -> None:
    assert fen_from_yuan(text) == fen


@pytest.mark.parametrize(
    "text",
    ["", "1.001", "1,70.59", "１２", "1e3", "NaN", "+1", "1.", ".5", " 1", "1 ", "1,701,59", "--1"],
)
def test_what_is_no_amount_to_the_fen_is_refused(text: str) -> None:
    with pytest.raises(InvalidAmount):
        fen_from_yuan(text)


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_writing_and_reading_give_the_same_fen(fen: int) -> None:
    assert fen_from_yuan(yuan(fen)) == fen


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
    ("text", "rate", "written"),
    [
        ("3.25", "0.0325", "3.25%"),
        ("3.575", "0.03575", "3.575%"),
        ("3", "0.03", "3.00%"),
        ("2.1", "0.021", "2.10%"),
    ],
)
def test_rates_are_exact_fractions(text: str, rate: str, written: str) -> None:
    assert rate_from_percent(text) == Decimal(rate)
    assert percent(rate_from_percent(text)) == written


@pytest.mark.parametrize("text", ["", "-1", "3.25%", "1e1", "100", "3.1234567"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(InvalidAmount):
        rate_from_percent(text)
