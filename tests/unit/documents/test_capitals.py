"""Amounts in capitals, as the banks' rules of 1997 for filling in bills write them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.rules.capitals import capitals


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (105, "壹元零伍分"),
        (1_000, "壹拾元整"),
        (140_950, "壹仟肆佰零玖元伍角整"),
        (600_714, "陆仟零柒元壹角肆分"),
        (168_032, "壹仟陆佰捌拾元叁角贰分"),
        (10_700_053, "壹拾万柒仟元伍角叁分"),
        (1_640_902, "壹万陆仟肆佰零玖元零贰分"),
        (100_000_100, "壹佰万零壹元整"),
        (10_000_000_000, "壹亿元整"),
        (10_001_000_000, "壹亿零壹万元整"),
        (1_000_000_005_00, "壹拾亿零伍元整"),
        (-32_500, "负叁佰贰拾伍元整"),
    ],
)
def test_r_crt_2_an_amount_in_capitals(fen: int, said: str) -> None:
    assert capitals(fen) == said


DIGITS = {digit: number for number, digit in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1_000}


def read(said: str) -> int:
    """Read capitals as somebody who counts on their fingers does: fen."""
    whole, yuan, rest = said.rpartition("元")
    fen = 0
    for digit, unit in re.findall(r"([零壹贰叁肆伍陆柒捌玖])([角分])", rest):
        fen += DIGITS[digit] * (10 if unit == "角" else 1)
    return (_whole(whole) if yuan else 0) * 100 + fen


def _whole(text: str) -> int:
    total = section = digit = 0
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            section, digit = section + digit * UNITS[character], 0
        elif character == "万":
            section, digit = (section + digit) * 10_000, 0
            total, section = total + section, 0
        else:
            total, section, digit = (total + section + digit) * 100_000_000, 0, 0
    return total + section + digit


@given(st.integers(0, 99_999_999_999_99))
def test_whoever_reads_it_reads_the_amount(fen: int) -> None:
    assert read(capitals(fen)) == fen


@given(st.integers(0, 99_999_999_999_99))
def test_no_two_zeros_stand_together_and_none_at_the_end(fen: int) -> None:
    assert "零零" not in capitals(fen)
    assert "零元" not in capitals(fen) or fen < 100
