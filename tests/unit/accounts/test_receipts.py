"""Which receipts pay a list together, and which reference a note names (R-DEP-7)."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.rules.receipts import MAX_CANDIDATES, Waiting, references_in, that_equal

REFERENCE = "HJ100001202601A1B2C3"


def waiting(*amounts: int) -> list[Waiting]:
    return [
        Waiting(f"B{i:02d}", fen, date(2026, 2, 1) + timedelta(days=i))
        for i, fen in enumerate(amounts)
    ]


def amounts(*of: int, total: int) -> list[int]:
    return [one.amount_fen for one in that_equal(waiting(*of), total)]


def test_r_dep_7_one_that_equals_comes_before_several() -> None:
    assert amounts(95_999, 1, 96_000, total=96_000) == [96_000]
    assert amounts(96_000, 96_000, total=96_000) == [96_000]
    assert that_equal(waiting(96_000, 96_000), 96_000)[0].bank_serial == "B00"
    assert amounts(95_999, 5, 1, total=96_000) == [95_999, 1]
    assert amounts(96_001, total=96_000) == amounts(total=96_000) == []


def test_r_dep_7_of_very_many_all_together_still_count() -> None:
    assert len(amounts(*[100] * 40, total=4_000)) == 40
    assert amounts(*[100] * 40, total=3_900) == []


@given(st.lists(st.integers(1, 9), max_size=7), st.integers(1, 30))
def test_r_dep_7_the_fewest_that_equal(of: list[int], total: int) -> None:
    found = amounts(*of, total=total)
    sizes = [
        size
        for size in range(1, len(of) + 1)
        if any(sum(some) == total for some in combinations(of, size))
    ]
    assert len(found) == min(sizes, default=0)
    assert not found or sum(found) == total


@pytest.mark.parametrize(
    "note",
    [
        REFERENCE,
        REFERENCE.lower(),
        "ＨＪ１００００１２０２６０１Ａ１Ｂ２Ｃ３",
        "HJ 100001 202601 A1B2C3",
        "HJ100001-202601-A1B2C3",
        "\u200bHJ100001\u202d202601A1B2C3",
        f"公积金{REFERENCE}2026年1月",
        f"9{REFERENCE}9",
        "hj_100001_202601_a1b2c3",
        "附言：ｈｊ 100001／202601·A1B2C3（1月）",
        "编号100001－202601－a1b2c3",
        "H J 1 0 0 0 0 1 2 0 2 6 0 1 A 1 B 2 C 3",
    ],
)
def test_r_dep_7_a_reference_is_found_in_a_note(note: str) -> None:
    assert REFERENCE in references_in(note)


@pytest.mark.parametrize("note", ["", "谢谢", "HJ", "HJ100001202601A1B2C", "HJ100001202613A1B2C3"])
def test_r_dep_7_other_notes_name_no_list(note: str) -> None:
    assert references_in(note) == []


def test_r_dep_7_a_long_hostile_note_is_few_candidates() -> None:
    assert len(references_in("202601" * 80)) <= MAX_CANDIDATES
