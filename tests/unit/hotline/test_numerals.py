"""Sums, dates and months as people say them; every part that is said is a prompt that can be recorded."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hotline.rules import numerals
from hotline.rules.phrases import PROMPTS, Phrase

VALUES = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
PLACES = {"十": 10, "百": 100, "千": 1_000}


def heard(text: str) -> int:
    """Understand a spoken whole number: another way than it is made, character by character."""
    total = group = digit = 0
    for character in text:
        if character in VALUES:
            digit = VALUES[character]
        elif character in PLACES:
            group += (digit or 1) * PLACES[character]
            digit = 0
        else:
            total += (group + digit) * {"万": 10_000, "亿": 100_000_000}[character]
            group = digit = 0
    return total + group + digit


def understood(text: str) -> int:
    """Understand a spoken sum, in fen."""
    text = text.removesuffix("整")
    yuan, _, rest = text.partition("元") if "元" in text else ("零", "", text)
    jiao, _, cent = rest.rpartition("角")
    fen = VALUES[cent.removeprefix("零")[0]] if cent.removeprefix("零") else 0
    return heard(yuan) * 100 + (VALUES[jiao] * 10 if jiao else 0) + fen


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (2_342_000, "两万三千四百二十元整"),
        (0, "零元整"),
        (200, "两元整"),
        (1_000, "十元整"),
        (1_234, "十二元三角四分"),
        (10_203, "一百零二元零三分"),
        (11_000, "一百一十元整"),
        (5, "五分"),
        (50, "五角"),
        (10_000_500, "十万零五元整"),
        (30_005_000, "三十万零五十元整"),
        (222_222_200, "两百二十二万两千两百二十二元整"),
        (10_010_000_000, "一亿零一十万元整"),
        (10_000_000_100, "一亿零一元整"),
        (200_000_000_000, "二十亿元整"),
    ],
)
def test_a_sum_is_said_as_people_say_it(fen: int, said: str) -> None:
    assert "".join(numerals.amount(fen)) == said


@given(st.integers(0, numerals.LARGEST_FEN))
def test_whoever_hears_a_sum_understands_that_sum(fen: int) -> None:
    parts = numerals.amount(fen)
    assert understood("".join(parts)) == fen
    assert set(parts) <= set(numerals.PARTS)


@given(st.dates())
def test_a_day_is_said_of_prompts(day: date) -> None:
    assert set(numerals.day(day)) <= set(numerals.PARTS)


def test_days_and_months() -> None:
    assert "".join(numerals.day(date(2026, 11, 29))) == "二零二六年十一月二十九日"
    assert "".join(numerals.day(date(2019, 1, 10))) == "二零一九年一月十日"
    assert "".join(numerals.day(date(2030, 10, 20))) == "二零三零年十月二十日"


@pytest.mark.parametrize("fen", [-1, numerals.LARGEST_FEN + 1])
def test_what_is_no_balance_is_not_said(fen: int) -> None:
    with pytest.raises(ValueError, match="no sum"):
        numerals.amount(fen)


def test_every_prompt_stands_once_and_has_words() -> None:
    assert len(set(PROMPTS)) == len(PROMPTS)
    assert len(Phrase.__members__) == len(set(Phrase))
    assert all(prompt.strip() for prompt in PROMPTS)
