"""The bank's own arithmetic: yuan and fen, check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulators.bank.cards import is_card_number
from simulators.bank.money import read_yuan, write_yuan


@given(st.integers(min_value=0, max_value=10**15))
def test_what_is_written_is_read_back(fen: int) -> None:
    assert read_yuan(write_yuan(fen)) == fen


@pytest.mark.parametrize(
    ("text", "fen"),
    [("0.01", 1), ("1", 100), ("1.5", 150), ("007.50", 750), (" 2.00\n", 200)],
)
def test_an_amount_in_yuan_is_read_as_fen(text: str, fen: int) -> None:
    assert read_yuan(text) == fen


@pytest.mark.parametrize(
    "text", [None, "", "1.005", "-1.00", "1e3", "１.00", "1,000.00", ".5", "5.", "NaN", "9" * 15]
)
def test_what_is_no_amount_is_not_guessed(text: str | None) -> None:
    assert read_yuan(text) is None


@pytest.mark.parametrize("number", ["6222021612003456788", "6228480402564890018"])
def test_a_good_check_digit(number: str) -> None:
    assert is_card_number(number)
    wrong = [number[:-1] + str(digit) for digit in range(10) if str(digit) != number[-1]]
    assert not any(is_card_number(item) for item in wrong)


@pytest.mark.parametrize("number", ["", "0" * 15, "0" * 20, "62220216120034567 8", "６" * 16])
def test_what_is_no_card_number(number: str) -> None:
    assert not is_card_number(number)
