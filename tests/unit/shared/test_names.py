"""Names as people type and paste them, made what the bank will have too (R-INF-2)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.base.cleaning import InvalidIdentifier, clean_name
from shared.base.identifiers import mask_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张三", "张三"),
        ("  张　三 ", "张三"),
        ("张\u200b三", "张三"),
        ("\u202c张三\ufeff", "张三"),
        ("\u3164张三", "张三"),
        ("𠮷\U000e0100野", "𠮷野"),
        *((f"阿卜杜{dot}外力", "阿卜杜·外力") for dot in "•‧・･⋅．·."),
        ("阿卜杜 • 外力", "阿卜杜·外力"),
        ("John  F. Smith", "John F. Smith"),
        ("Zoe\u0308", "Zoë"),
        ("欧阳 Anna", "欧阳 Anna"),
    ],
)
def test_r_inf_2_a_name_is_what_is_seen(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed",
    [
        "张\x00三",
        "张\n三",
        "张\x85三",
        "张\ue000",
        "\U000f0000",
        "张\ufdd0",
        "张\U0001ffff",
        "张\ud800",
    ],
)
def test_r_inf_2_what_nobody_else_can_read_is_refused_by_its_code(typed: str) -> None:
    with pytest.raises(InvalidIdentifier, match=r"U\+") as refusal:
        clean_name(typed)
    assert (refusal.value.code, refusal.value.rule) == ("invalid_name", "R-INF-2")


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "·", "123"])
def test_r_inf_2_a_name_has_letters(typed: str) -> None:
    with pytest.raises(InvalidIdentifier, match="没有文字"):
        clean_name(typed)


def test_r_inf_2_a_name_has_an_end() -> None:
    assert clean_name("张" * 100)
    with pytest.raises(InvalidIdentifier, match="100"):
        clean_name("张" * 101)


@given(st.text(max_size=30))
def test_r_inf_2_cleaning_again_changes_nothing_and_leaves_nothing_invisible(typed: str) -> None:
    try:
        name = clean_name(typed)
    except InvalidIdentifier:
        return
    assert clean_name(name) == name
    assert not any(unicodedata.category(one) in ("Cf", "Cc", "Co", "Cs") for one in name)


def test_r_chk_4_a_mask_shows_the_first_character_that_is_seen() -> None:
    assert mask_name("\u202d张\u200b三") == "张*"
